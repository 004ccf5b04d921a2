// What goroutines cost that sleep, measured as in memory.cpp.
//
// memory THREADS GOROUTINES SECONDS
package main

import (
	"fmt"
	"log"
	"os"
	"sync/atomic"
	"time"

	"bench/internal/bench"
)

var begun, ended atomic.Int64

func sleeper(moment time.Time) {
	begun.Add(1)
	time.Sleep(time.Until(moment))
	ended.Add(1)
}

func residentBytes() float64 {
	text, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		log.Fatal(err)
	}
	var total, resident int
	if _, err := fmt.Sscan(string(text), &total, &resident); err != nil {
		log.Fatal(err)
	}
	return float64(resident) * float64(os.Getpagesize())
}

func main() {
	arguments := bench.Arguments("THREADS", "GOROUTINES", "SECONDS")
	goroutines, seconds := arguments[1], arguments[2]
	before := residentBytes()
	cpu := bench.CPUTime()
	begin := time.Now()
	moment := begin.Add(time.Duration(seconds) * time.Second)
	for i := 0; i < goroutines; i++ {
		go sleeper(moment)
	}
	for begun.Load() < int64(goroutines) {
		time.Sleep(time.Millisecond)
	}
	grown := residentBytes() - before
	if !time.Now().Before(moment) {
		log.Fatal("the first woke up before the last slept; let them sleep longer")
	}
	time.Sleep(time.Until(moment))
	for ended.Load() < int64(goroutines) {
		time.Sleep(time.Millisecond)
	}
	fmt.Printf("{\"bytes\": %.1f, \"cpu_ms\": %.3f, \"wall_s\": %.4f}\n",
		grown/float64(goroutines), (bench.CPUTime()-cpu).Seconds()*1e3, time.Since(begin).Seconds())
}
