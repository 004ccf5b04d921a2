// That of this system, without what macOS has not.
#pragma once
#include_next <unistd.h>

#undef _POSIX_SYNCHRONIZED_IO
#define _POSIX_SYNCHRONIZED_IO (-1)
#define fdatasync fdatasync_is_not_declared
