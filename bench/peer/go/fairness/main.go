// How late a timer of Go is and how often two connections echo, in the cases of fairness.cpp.
//
// fairness WORKERS nothing|posts|yields SECONDS
package main

import (
	"fmt"
	"io"
	"log"
	"net"
	"os"
	"runtime"
	"sort"
	"strconv"
	"sync"
	"sync/atomic"
	"time"
)

const (
	tasks  = 10
	period = time.Millisecond
)

type sample struct {
	due     time.Time
	expired time.Time
}

type lateness struct {
	mutex   sync.Mutex
	samples []sample
	due     time.Time // no earlier than the next time, less a period
}

func (l *lateness) tick() {
	for due := time.Now().Add(period); ; {
		time.Sleep(time.Until(due))
		now := time.Now()
		l.mutex.Lock()
		l.samples = append(l.samples, sample{due, now})
		l.due = now
		l.mutex.Unlock()
		// What has been missed is not made up for: it has been counted.
		due = due.Add(period * (now.Sub(due)/period + 1))
	}
}

// Those of timers that were due or late at some time from begin to end, and that of the timer that is
// late now.
func (l *lateness) between(begin, end time.Time) []float64 {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	var found []float64
	for _, s := range l.samples {
		if s.due.Before(end) && !s.expired.Before(begin) {
			found = append(found, microseconds(s.expired.Sub(s.due)))
		}
	}
	late := time.Since(l.due) - period
	if late > 0 && (l.due.Before(end) || len(found) == 0) {
		found = append(found, microseconds(late))
	}
	sort.Float64s(found)
	return found
}

func microseconds(d time.Duration) float64 {
	return float64(d.Nanoseconds()) / 1000
}

func echo(c net.Conn) {
	for b := make([]byte, 1); ; {
		if _, err := io.ReadFull(c, b); err != nil {
			log.Fatal(err)
		}
		if _, err := c.Write(b); err != nil {
			log.Fatal(err)
		}
	}
}

func ask(c net.Conn, trips *atomic.Int64) {
	for b := make([]byte, 1); ; trips.Add(1) {
		if _, err := c.Write(b); err != nil {
			log.Fatal(err)
		}
		if _, err := io.ReadFull(c, b); err != nil {
			log.Fatal(err)
		}
	}
}

func startEcho(trips *atomic.Int64) {
	listener, err := net.Listen("tcp4", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	client, err := net.Dial("tcp4", listener.Addr().String())
	if err != nil {
		log.Fatal(err)
	}
	peer, err := listener.Accept()
	if err != nil {
		log.Fatal(err)
	}
	go echo(peer)
	go ask(client, trips)
}

func startAgain() {
	go startAgain()
}

func yield() {
	for {
		runtime.Gosched()
	}
}

func startBeside(what string) {
	for i := 0; i < tasks; i++ {
		switch what {
		case "nothing":
		case "posts":
			startAgain()
		case "yields":
			go yield()
		default:
			log.Fatalf("unknown case %q", what)
		}
	}
}

func show(part string, late []float64, trips float64) {
	at := func(percent int) float64 { return late[(len(late)*percent+99)/100-1] }
	fmt.Printf("\"%s_p50_us\": %.1f, \"%s_p99_us\": %.1f, \"%s_max_us\": %.1f, \"%s_trips\": %.1f",
		part, at(50), part, at(99), part, late[len(late)-1], part, trips)
}

func main() {
	log.SetFlags(0)
	if len(os.Args) != 4 {
		log.Fatalf("usage: %s WORKERS nothing|posts|yields SECONDS", os.Args[0])
	}
	workers, errWorkers := strconv.Atoi(os.Args[1])
	seconds, errSeconds := strconv.ParseFloat(os.Args[3], 64)
	if errWorkers != nil || errSeconds != nil || seconds <= 0 {
		log.Fatal("expected numbers")
	}
	runtime.GOMAXPROCS(workers)
	late := lateness{due: time.Now()}
	var trips atomic.Int64
	startEcho(&trips)
	go late.tick()
	startBeside(os.Args[2])

	part := time.Duration(seconds / 4 * float64(time.Second))
	begin := time.Now().Add(100 * time.Millisecond) // threads have started
	var at [5]time.Time
	var seen [5]int64
	for i := range seen {
		time.Sleep(time.Until(begin.Add(time.Duration(i) * part)))
		at[i], seen[i] = time.Now(), trips.Load()
	}
	first := late.between(begin, begin.Add(part))
	last := late.between(begin.Add(3*part), begin.Add(4*part))
	fmt.Print("{")
	show("first", first, float64(seen[1]-seen[0])/at[1].Sub(at[0]).Seconds())
	fmt.Print(", ")
	show("last", last, float64(seen[4]-seen[3])/at[4].Sub(at[3]).Seconds())
	fmt.Println("}")
}
