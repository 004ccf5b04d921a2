// What FreeBSD has besides POSIX.
#pragma once
#include_next <time.h>

#define CLOCK_MONOTONIC_FAST 12
