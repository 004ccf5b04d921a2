// The HTTP server of http_echo_server.cpp with Go's net: a goroutine a connection.
//
// http_raw WORKERS
package main

import (
	"bytes"
	"errors"
	"net"
	"strconv"
	"time"

	"bench/internal/bench"
)

const reply = "HTTP/1.1 200 OK\r\n" +
	"Content-Type: text/plain\r\n" +
	"Content-Length: 13\r\n" +
	"\r\n" +
	"Hello, world!"

var (
	blankLine = []byte("\r\n\r\n")
	burn      = []byte("GET /burn?us=")
)

func serve(c net.Conn) error {
	requests := make([]byte, 4096)
	var answers []byte
	held := 0
	for {
		if held == len(requests) {
			return errors.New("request too long")
		}
		n, err := c.Read(requests[held:])
		if err != nil {
			return err
		}
		held += n
		rest := requests[:held]
		answers = answers[:0]
		for {
			request, after, found := bytes.Cut(rest, blankLine)
			if !found {
				break
			}
			answers = answer(request, answers)
			rest = after
		}
		held = copy(requests, rest)
		if len(answers) == 0 {
			continue
		}
		if _, err := c.Write(answers); err != nil {
			return err
		}
	}
}

func answer(request, answers []byte) []byte {
	if bytes.HasPrefix(request, burn) {
		number, _, _ := bytes.Cut(request[len(burn):], []byte(" "))
		if us, err := strconv.Atoi(string(number)); err == nil {
			bench.Burn(time.Duration(us) * time.Microsecond)
		}
	}
	return append(answers, reply...)
}

func main() {
	bench.Arguments("WORKERS")
	bench.Accept(bench.Listen(), serve)
}
