// The server of tcp_echo_server.cpp with Go's net: a goroutine a connection.
//
// tcp_echo WORKERS BUFFER_BYTES
package main

import (
	"net"

	"bench/internal/bench"
)

func main() {
	size := bench.Arguments("WORKERS", "BUFFER_BYTES")[1]
	bench.Accept(bench.Listen(), func(c net.Conn) error {
		buffer := make([]byte, size)
		for {
			n, err := c.Read(buffer)
			if err != nil {
				return err
			}
			if _, err := c.Write(buffer[:n]); err != nil {
				return err
			}
		}
	})
}
