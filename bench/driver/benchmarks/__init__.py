"""The benchmarks, a module each; its name, with hyphens, is its name on the command line.

A module has a line of documentation, TARGETS (what to build), SUBJECT, REFERENCE and METRICS (see
report.py), PLOTS (see plot.py), and `cases(settings)`, a list of measure.Case. Where the number of
workers is part of the setting, it has WORKERS; where several numbers are, SEVERAL_WORKERS, which are
those by default. A module that makes its own tables has `tables(results)`, and RATIO, which says what
their ratios are.
"""
