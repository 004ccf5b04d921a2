// Package bench holds what the programs share.
package bench

import (
	"fmt"
	"io"
	"log"
	"net"
	"os"
	"runtime"
	"strconv"
)

// Arguments gives the program's arguments, which are positive numbers, and limits the program to
// as many CPUs at a time as the first one says.
func Arguments(names ...string) []int {
	log.SetFlags(0)
	var values []int
	for _, a := range os.Args[1:] {
		if v, err := strconv.Atoi(a); err == nil && v > 0 {
			values = append(values, v)
		}
	}
	if len(values) != len(names) || len(os.Args) != len(names)+1 {
		log.Fatalf("usage: %s %v", os.Args[0], names)
	}
	runtime.GOMAXPROCS(values[0])
	return values
}

// Listen opens a port, prints it for whoever started the server, and ends the process when they
// close its standard input, be it because they died.
func Listen() net.Listener {
	listener, err := net.Listen("tcp4", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(listener.Addr().(*net.TCPAddr).Port)
	go func() {
		io.Copy(io.Discard, os.Stdin)
		os.Exit(0)
	}()
	return listener
}

// Accept serves each connection in a goroutine of its own. Go sets TCP_NODELAY by itself.
func Accept(listener net.Listener, serve func(net.Conn) error) {
	for {
		c, err := listener.Accept()
		if err != nil {
			log.Fatal(err)
		}
		go func() {
			defer c.Close()
			serve(c) // It fails when the client has left.
		}()
	}
}
