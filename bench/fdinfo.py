"""What reading /proc/self/fdinfo of an epoll descriptor costs the threads that use it, and why
io_context::metrics() does not read it (doc/observability.md).

fdinfo.py [DESCRIPTORS]
"""

import os
import resource
import select
import sys
import threading
import time

hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
number = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
epoll = select.epoll()
watched = [os.eventfd(0) for _ in range(number)]
for fd in watched:
    epoll.register(fd, select.EPOLLIN)


def read():
    """Seconds that it takes."""
    begin = time.perf_counter()
    with open(f"/proc/self/fdinfo/{epoll.fileno()}", "rb", buffering=0) as f:
        f.read(1 << 24)
    return time.perf_counter() - begin


def longest_control():
    """The longest time that epoll_ctl() takes, of many calls in two seconds."""
    longest, end = 0, time.perf_counter() + 2
    while (begin := time.perf_counter()) < end:
        epoll.modify(watched[0], select.EPOLLIN)
        longest = max(longest, time.perf_counter() - begin)
        time.sleep(0.0005)
    return longest


print(f"{number} descriptors: a read takes {min(read() for _ in range(5)) * 1e6:.0f} us")
print(f"epoll_ctl() takes at most {longest_control() * 1e6:.0f} us")
done = threading.Event()
reader = threading.Thread(target=lambda: [read() for _ in iter(lambda: done.wait(0.05), True)])
reader.start()
print(f"meanwhile reading, at most {longest_control() * 1e6:.0f} us")
done.set()
reader.join()
