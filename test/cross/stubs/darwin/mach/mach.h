// What src/platform/darwin.cpp uses.
#pragma once

typedef unsigned int natural_t;
typedef int integer_t;
typedef int kern_return_t;
typedef unsigned int mach_port_t;
typedef mach_port_t thread_act_t;
typedef natural_t mach_msg_type_number_t;
typedef natural_t thread_flavor_t;
typedef integer_t* thread_info_t;

struct time_value {
  integer_t seconds;
  integer_t microseconds;
};
struct thread_basic_info {
  time_value user_time;
  time_value system_time;
  integer_t cpu_usage;
  integer_t policy;
  integer_t run_state;
  integer_t flags;
  integer_t suspend_count;
  integer_t sleep_time;
};

#define KERN_SUCCESS 0
#define THREAD_BASIC_INFO 3
#define THREAD_BASIC_INFO_COUNT \
  ((mach_msg_type_number_t)(sizeof(thread_basic_info) / sizeof(natural_t)))

extern "C" kern_return_t thread_info(thread_act_t, thread_flavor_t, thread_info_t,
                                     mach_msg_type_number_t*);
