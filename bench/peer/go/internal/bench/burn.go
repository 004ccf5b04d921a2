package bench

import (
	"runtime"
	"syscall"
	"time"
	"unsafe"
)

// Burn costs CPU time.
func Burn(d time.Duration) {
	// The clock is that of one thread.
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	for end := threadCPU() + d; threadCPU() < end; {
	}
}

func threadCPU() time.Duration {
	const clockThreadCPUTime = 3 // CLOCK_THREAD_CPUTIME_ID
	return clock(clockThreadCPUTime)
}

// CPUTime is that of the process.
func CPUTime() time.Duration {
	const clockProcessCPUTime = 2 // CLOCK_PROCESS_CPUTIME_ID
	return clock(clockProcessCPUTime)
}

func clock(id uintptr) time.Duration {
	var t syscall.Timespec
	syscall.RawSyscall(syscall.SYS_CLOCK_GETTIME, id, uintptr(unsafe.Pointer(&t)), 0)
	return time.Duration(t.Nano())
}
