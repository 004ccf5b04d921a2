// What goroutines, channels and mutexes of Go cost, in the cases of facade.cpp and facade_sync.cpp
// but for the unbounded channel, which Go does not have. Prints one JSON object.
//
// facade THREADS CASE
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

func one() int {
	return 1
}

func spawnJoin() float64 {
	const goroutines = 400_000
	begin := time.Now()
	sum := 0
	for i := 0; i < goroutines; i++ {
		result := make(chan int, 1)
		go func() { result <- one() }()
		sum += <-result
	}
	expect(goroutines, sum)
	return perOperation(begin, goroutines)
}

func spawn500k() float64 {
	const goroutines = 500_000
	begin := time.Now()
	results := make([]int, goroutines)
	var ended sync.WaitGroup
	ended.Add(goroutines)
	for i := range results {
		result := &results[i]
		go func() {
			*result = one()
			ended.Done()
		}()
	}
	ended.Wait()
	sum := 0
	for _, r := range results {
		sum += r
	}
	expect(goroutines, sum)
	return perOperation(begin, goroutines)
}

func sched() float64 {
	const goroutines = 64
	const yields = 40_000
	begin := time.Now()
	inGoroutines(goroutines, func() {
		for i := 0; i < yields; i++ {
			runtime.Gosched()
		}
	})
	return perOperation(begin, goroutines*yields)
}

func channelBounded() float64 {
	const roundTrips = 500_000
	there, back := make(chan int, 1), make(chan int, 1)
	begin := time.Now()
	go func() {
		for v := range there {
			back <- v
		}
	}()
	for i := 0; i < roundTrips; i++ {
		there <- i
		expect(i, <-back)
	}
	close(there)
	return perOperation(begin, 2*roundTrips)
}

func mutex() float64 {
	const locks = 10_000_000
	var m sync.Mutex
	counter := 0
	begin := time.Now()
	for i := 0; i < locks; i++ {
		m.Lock()
		counter++
		m.Unlock()
	}
	expect(locks, counter)
	return perOperation(begin, locks)
}

func mutex4() float64 {
	const goroutines = 4
	const locks = 100_000 // of each
	var m sync.Mutex
	counter := 0
	begin := time.Now()
	inGoroutines(goroutines, func() {
		for i := 0; i < locks; i++ {
			m.Lock()
			counter++
			m.Unlock()
		}
	})
	expect(goroutines*locks, counter)
	return perOperation(begin, goroutines*locks)
}

// Starts so many, and waits for all.
func inGoroutines(count int, f func()) {
	var ended sync.WaitGroup
	ended.Add(count)
	for i := 0; i < count; i++ {
		go func() {
			f()
			ended.Done()
		}()
	}
	ended.Wait()
}

func perOperation(begin time.Time, operations int) float64 {
	return float64(time.Since(begin).Nanoseconds()) / float64(operations)
}

func expect(expected, found int) {
	if expected != found {
		log.Fatalf("expected %d, found %d", expected, found)
	}
}

func main() {
	log.SetFlags(0)
	if len(os.Args) != 3 {
		log.Fatalf("usage: %s THREADS CASE", os.Args[0])
	}
	threads, err := strconv.Atoi(os.Args[1])
	if err != nil || threads < 1 {
		log.Fatal("expected a number of threads")
	}
	cases := map[string]func() float64{
		"spawn-join":      spawnJoin,
		"spawn-500k":      spawn500k,
		"sched":           sched,
		"channel-bounded": channelBounded,
		"mutex":           mutex,
		"mutex-4":         mutex4,
	}
	run, found := cases[os.Args[2]]
	if !found {
		log.Fatalf("unknown case %q", os.Args[2])
	}
	runtime.GOMAXPROCS(threads)
	fmt.Printf("{\"runtime\": \"go\", \"threads\": %d, \"case\": %q, \"ns_per_op\": %.1f}\n", threads,
		os.Args[2], run())
}
