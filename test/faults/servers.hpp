// Small servers in the styles of programs, which go on whatever fails.
#ifndef COIO_TEST_FAULTS_SERVERS_HPP
#define COIO_TEST_FAULTS_SERVERS_HPP

#include <future>
#include <string>

namespace coio::test {

// What a server tells those who use it.
struct server_state {
  std::promise<unsigned short> port;  // or the exception with which the server did not start
  long thrown = 0;                    // exceptions that came out of run()
};

// How a server is told to end: by a connection that sends this.
inline constexpr char farewell[] = "bye";

// Each serves until the farewell, and answers what comes. Throws if it cannot start.
void serve_with_callbacks(int workers, server_state&);
// The same with asio::io_context, to see whose fault something is.
void serve_without_coio(int workers, server_state&);
void serve_with_coroutines(int workers, server_state&);
void serve_with_facade(int workers, server_state&);

}  // namespace coio::test

#endif
