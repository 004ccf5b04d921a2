# Fails if a source file or a header outside src/platform asks the operating system: by conditional
# compilation for one, by one of its headers, or by a path of its special file systems.
#
# Two headers that programs include are left out. export.hpp has the visibility of symbols, which
# depends on the kind of library; worker_base.hpp works around a compiler, and around a kind of
# library.
set(left_out
  include/coio/detail/core/worker_base.hpp
  include/coio/detail/export.hpp)

set(systems
  "__linux__|__gnu_linux__|__unix__|__APPLE__|__MACH__|__FreeBSD__|__NetBSD__|__OpenBSD__|__ANDROID__"
  "_WIN32|_WIN64|__CYGWIN__|__MINGW|_MSC_VER|__GLIBC|[^A-Z]_POSIX_|_GNU_SOURCE")
list(JOIN systems "|" systems)
set(headers
  "cxxabi|dirent|dlfcn|execinfo|fcntl|ifaddrs|link|netdb|poll|pthread|pwd|sched|semaphore|signal|spawn"
  "syscall|syslog|termios|time|ucontext|unistd|unwind|windows|winsock2|ws2tcpip")
list(JOIN headers "|" headers)

set(forbidden
  "^[ \t]*#[ \t]*(if|ifdef|ifndef|elif|elifdef|elifndef)[^/]*(${systems})"
  "^[ \t]*#[ \t]*include[ \t]*[<\"](sys/|linux/|arpa/|netinet/|mach/|bits/)"
  "^[ \t]*#[ \t]*include[ \t]*<((${headers})\\.h|csignal)>"
  "/proc(/|\"|$)|/sys/|/dev/")

set(checked 0)
file(GLOB_RECURSE files LIST_DIRECTORIES false RELATIVE ${SOURCE}
  ${SOURCE}/src/*.[ch]pp ${SOURCE}/include/*.hpp)
list(FILTER files EXCLUDE REGEX "^src/platform/")
list(REMOVE_ITEM files ${left_out})
foreach(file IN LISTS files)
  math(EXPR checked "${checked} + 1")
  foreach(pattern IN LISTS forbidden)
    file(STRINGS ${SOURCE}/${file} hits REGEX "${pattern}")
    foreach(hit IN LISTS hits)
      message(SEND_ERROR "${file}: belongs in src/platform: ${hit}")
    endforeach()
  endforeach()
endforeach()

if(checked LESS 50)
  message(SEND_ERROR "Looked at ${checked} files under ${SOURCE}; expected all of src and include")
endif()
