"""HTTP echo in the setting of coio-rs: wrk -c 400 -t 2 -d 10, 4 workers"""

from benchmarks import echo

TARGETS = echo.TARGETS
WORKERS = 4
SUBJECT = echo.SUBJECT
REFERENCE = echo.REFERENCE
METRICS = echo.METRICS
PLOTS = echo.PLOTS


def cases(settings):
    return echo.under_wrk(echo.servers(settings), [400], settings, 1 if settings.quick else 10,
                          threads=2)
