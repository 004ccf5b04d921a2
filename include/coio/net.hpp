// Sockets for coroutines.
#ifndef COIO_NET_HPP
#define COIO_NET_HPP

#include "coio/net/address.hpp"
#include "coio/net/tcp_listener.hpp"
#include "coio/net/tcp_stream.hpp"
#include "coio/net/udp_socket.hpp"
#include "coio/net/unix_listener.hpp"
#include "coio/net/unix_stream.hpp"

#endif
