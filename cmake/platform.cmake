# Chooses who implements src/platform/system.hpp, signal_thread.hpp and call_stack.hpp.
#
# COIO_PLATFORM_SOURCES   the source files, with those that they need
set(coio_platform "${COIO_PLATFORM}")
if(NOT coio_platform)
  string(TOLOWER ${CMAKE_SYSTEM_NAME} coio_platform)
  if(NOT coio_platform MATCHES "^(linux|windows|darwin|freebsd)$")
    set(coio_platform generic)
  endif()
endif()
set(coio_linux linux linux_call_stack posix thread_usage)
set(coio_windows windows no_call_stack)
set(coio_darwin darwin kqueue_timer no_affinity no_call_stack posix)
set(coio_freebsd freebsd kqueue_timer no_call_stack posix thread_usage)
set(coio_generic generic no_affinity no_call_stack posix)
if(NOT coio_${coio_platform})
  message(FATAL_ERROR "COIO_PLATFORM: expected linux, windows, darwin, freebsd, generic or nothing, "
    "found \"${coio_platform}\"")
endif()
set(COIO_PLATFORM_SOURCES ${coio_${coio_platform}} cgroup cpu_list demangle helper_thread)
list(TRANSFORM COIO_PLATFORM_SOURCES PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/src/platform/)
list(TRANSFORM COIO_PLATFORM_SOURCES APPEND .cpp)
