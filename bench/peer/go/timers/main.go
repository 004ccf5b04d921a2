// What Go's timers cost, in the cases of timers.cpp.
//
// timers WORKERS arm-cancel|timeout|timeout-ready TIMERS | WORKERS expire SECONDS
package main

import (
	"context"
	"fmt"
	"log"
	"os"
	"runtime"
	"sort"
	"strconv"
	"sync"
	"time"

	"bench/internal/bench"
)

func armCancel(count int) {
	timers := make([]*time.Timer, count)
	for i := range timers {
		timers[i] = time.AfterFunc(time.Hour+time.Duration(i)*time.Millisecond, func() {})
	}
	for _, t := range timers {
		t.Stop()
	}
}

func timeout(count int, limited func(context.Context) error) {
	for i := 0; i < count; i++ {
		limit := time.Hour + time.Duration(i)*time.Millisecond
		ctx, cancel := context.WithTimeout(context.Background(), limit)
		if err := limited(ctx); err != nil {
			log.Fatal(err)
		}
		cancel()
	}
}

func ready(ctx context.Context) error {
	return ctx.Err()
}

func givesWay(ctx context.Context) error {
	runtime.Gosched()
	return ctx.Err()
}

// Divides that many timers among goroutines.
func inGoroutines(count int, f func(count int)) {
	const goroutines = 64
	begin := time.Now()
	var ended sync.WaitGroup
	ended.Add(goroutines)
	for i := 0; i < goroutines; i++ {
		go func() {
			f(count / goroutines)
			ended.Done()
		}()
	}
	ended.Wait()
	fmt.Printf("{\"ns_per_timer\": %.1f}\n", float64(time.Since(begin).Nanoseconds())/float64(count))
}

func expire(seconds int) {
	const goroutines = 1000
	const period = 100 * time.Millisecond
	begin := time.Now().Add(50 * time.Millisecond)
	end := begin.Add(time.Duration(seconds) * time.Second)
	late := make([][]float64, goroutines) // microseconds
	var ended sync.WaitGroup
	ended.Add(goroutines)
	cpu := bench.CPUTime()
	for i := range late {
		i := i
		go func() {
			for due := begin.Add(time.Duration(i) * period / goroutines); due.Before(end); due = due.Add(period) {
				time.Sleep(time.Until(due))
				late[i] = append(late[i], float64(time.Since(due).Nanoseconds())/1000)
			}
			ended.Done()
		}()
	}
	ended.Wait()
	cpu = bench.CPUTime() - cpu
	var all []float64
	for _, l := range late {
		all = append(all, l...)
	}
	sort.Float64s(all)
	fmt.Printf("{\"cpu_us_per_expiry\": %.3f, \"late_p50_us\": %.1f, \"late_p99_us\": %.1f}\n",
		float64(cpu.Nanoseconds())/1000/float64(len(all)), all[len(all)/2], all[len(all)*99/100])
}

func main() {
	log.SetFlags(0)
	if len(os.Args) != 4 {
		log.Fatalf("usage: %s WORKERS arm-cancel|timeout|timeout-ready TIMERS | WORKERS expire SECONDS",
			os.Args[0])
	}
	workers, errWorkers := strconv.Atoi(os.Args[1])
	n, errN := strconv.Atoi(os.Args[3])
	if errWorkers != nil || errN != nil {
		log.Fatal("expected numbers")
	}
	runtime.GOMAXPROCS(workers)
	switch os.Args[2] {
	case "arm-cancel":
		inGoroutines(n, armCancel)
	case "timeout":
		inGoroutines(n, func(count int) { timeout(count, givesWay) })
	case "timeout-ready":
		inGoroutines(n, func(count int) { timeout(count, ready) })
	case "expire":
		expire(n)
	default:
		log.Fatalf("unknown case %q", os.Args[2])
	}
}
