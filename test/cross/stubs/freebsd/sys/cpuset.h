// What src/platform/freebsd.cpp uses; CPU_SET() and its kin are those of the system.
#pragma once
#include <sched.h>

struct cpuset_t : cpu_set_t {};
