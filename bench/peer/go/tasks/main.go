// What one operation of Go's scheduler costs, in the cases of tasks.cpp and tasks_spawn.cpp. Prints
// nanoseconds an operation.
//
// tasks THREADS CASE OPERATIONS
package main

import (
	"fmt"
	"log"
	"os"
	"runtime"
	"strconv"
	"sync"
	"time"
)

func chains(count, n int) {
	var ended sync.WaitGroup
	ended.Add(count)
	var link func(left int)
	link = func(left int) {
		if left > 1 {
			go link(left - 1)
		} else {
			ended.Done()
		}
	}
	for i := 0; i < count; i++ {
		go link(n / count)
	}
	ended.Wait()
}

func tree(n int) {
	var left sync.WaitGroup
	left.Add(n)
	var node func(size int)
	node = func(size int) {
		half := (size - 1) / 2
		if half > 0 {
			go node(half)
		}
		if size-1-half > 0 {
			go node(size - 1 - half)
		}
		left.Done()
	}
	go node(n)
	left.Wait()
}

func yield(n int) {
	const goroutines = 64
	var ended sync.WaitGroup
	ended.Add(goroutines)
	for i := 0; i < goroutines; i++ {
		go func() {
			for j := 0; j < n/goroutines; j++ {
				runtime.Gosched()
			}
			ended.Done()
		}()
	}
	ended.Wait()
}

func spawnDetached(n int) {
	const batch = 256 // so that not all goroutines are alive at once
	var left sync.WaitGroup
	left.Add(n)
	for i := 1; i <= n; i++ {
		go left.Done()
		if i%batch == 0 {
			runtime.Gosched()
		}
	}
	left.Wait()
}

func spawnAwait(n int) {
	for i := 0; i < n; i++ {
		done := make(chan struct{})
		go func() { done <- struct{}{} }()
		<-done
	}
}

func skynet(number, size int) int {
	if size == 1 {
		return number
	}
	sums := make(chan int, 10)
	for i := 0; i < 10; i++ {
		first := number + i*(size/10)
		go func() { sums <- skynet(first, size/10) }()
	}
	sum := 0
	for i := 0; i < 10; i++ {
		sum += <-sums
	}
	return sum
}

func fib(n int) int {
	if n < 2 {
		return n
	}
	first := make(chan int, 1)
	go func() { first <- fib(n - 1) }()
	second := fib(n - 2)
	return second + <-first
}

func expect(expected, found int) {
	if expected != found {
		log.Fatalf("expected %d, found %d", expected, found)
	}
}

// Gives the number of operations.
func run(name string, n int) int {
	const leaves = 1_000_000
	switch name {
	case "chain-1":
		chains(1, n)
	case "chain-64":
		chains(64, n)
	case "tree":
		tree(n)
	case "yield":
		yield(n)
	case "spawn-detached":
		spawnDetached(n)
	case "spawn-await":
		spawnAwait(n)
	case "skynet":
		expect(leaves*(leaves-1)/2, skynet(0, leaves))
		return (leaves*10 - 1) / 9
	case "fib":
		expect(196_418, fib(27))
		return 317_811
	default:
		log.Fatalf("unknown case %q", name)
	}
	return n
}

func main() {
	log.SetFlags(0)
	if len(os.Args) != 4 {
		log.Fatalf("usage: %s THREADS CASE OPERATIONS", os.Args[0])
	}
	threads, errThreads := strconv.Atoi(os.Args[1])
	n, errN := strconv.Atoi(os.Args[3])
	if errThreads != nil || errN != nil {
		log.Fatal("expected numbers of threads and operations")
	}
	runtime.GOMAXPROCS(threads)
	begin := time.Now()
	operations := run(os.Args[2], n)
	fmt.Println(float64(time.Since(begin).Nanoseconds()) / float64(operations))
}
