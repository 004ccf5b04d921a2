// What macOS has besides POSIX.
#pragma once
#include_next <pthread.h>
#include <stdint.h>

extern "C" int pthread_threadid_np(pthread_t, uint64_t*);
extern "C" unsigned int pthread_mach_thread_np(pthread_t);
// Of the calling thread alone.
int pthread_setname_np(const char*);
