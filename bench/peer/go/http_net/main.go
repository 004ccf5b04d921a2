// The HTTP server of http_echo_server.cpp with Go's net/http, as people write it.
//
// http_net WORKERS
package main

import (
	"io"
	"log"
	"net/http"
	"strconv"
	"time"

	"bench/internal/bench"
)

func handle(w http.ResponseWriter, r *http.Request) {
	header := w.Header()
	header.Set("Content-Type", "text/plain")
	header["Date"] = nil // no server here sends one
	if r.URL.Path == "/burn" {
		if us, err := strconv.Atoi(r.URL.Query().Get("us")); err == nil {
			bench.Burn(time.Duration(us) * time.Microsecond)
		}
	}
	io.WriteString(w, "Hello, world!")
}

func main() {
	bench.Arguments("WORKERS")
	log.Fatal(http.Serve(bench.Listen(), http.HandlerFunc(handle)))
}
