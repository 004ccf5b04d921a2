// What src/platform/freebsd.cpp uses.
#pragma once
#include <pthread.h>
#include <sys/cpuset.h>

extern "C" int pthread_getthreadid_np(void);
extern "C" void pthread_set_name_np(pthread_t, const char*);
int pthread_setaffinity_np(pthread_t, size_t, const cpuset_t*);
int pthread_getaffinity_np(pthread_t, size_t, cpuset_t*);
