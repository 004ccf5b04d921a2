"""Boost.Beast's servers, and Redis behind one, on Boost.Asio shared, with a context per core, on coio"""

import redis
from benchmarks import patterns

NEEDS_BOOST = True
TARGETS = ["patterns_coio", "patterns_asio"]
SEVERAL_WORKERS, SUBJECT, REFERENCE = patterns.SEVERAL_WORKERS, patterns.SUBJECT, patterns.REFERENCE
METRICS, RATIO, PLOTS = patterns.METRICS, patterns.RATIO, patterns.PLOTS
tables = patterns.tables
# What patterns/main.cpp says about them.
SHAPES = ["beast", "beast-coro", "beast-redis"]


def cases(settings):
    if not redis.program():
        print("skipping beast-redis: redis-server is missing (Debian: redis-tools)", flush=True)
    return patterns.cases(settings, [s for s in SHAPES if s != "beast-redis" or redis.program()])
