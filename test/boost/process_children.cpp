// Starts children, reads what each writes, waits for each, and counts those that did as expected:
// on several workers at a time.
//
//     process_children COUNT
#include <atomic>
#include <boost/asio.hpp>
#include <boost/process.hpp>
#include <boost/process/v2/posix/vfork_launcher.hpp>
#include <coio/co_spawn.hpp>
#include <coio/io_context.hpp>
#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

namespace net = boost::asio;
namespace process = boost::process;

namespace {

std::atomic<int> next, well;

net::awaitable<void> start_some(int count) {
  const auto executor = co_await net::this_coro::executor;
  for (int i; (i = next++) < count;) {
    const std::string said = "child " + std::to_string(i);
    net::readable_pipe pipe(executor);
    // With the launcher that is the default the child takes locks of Asio's, in notify_fork(),
    // which another thread may have held when it forked.
    const std::vector<std::string> arguments{"-c",
                                             "echo " + said + "; exit " + std::to_string(i % 100)};
    process::process child = process::posix::vfork_launcher()(executor, "/bin/sh", arguments,
                                                              process::process_stdio{{}, pipe, {}});
    std::string text;
    boost::system::error_code ec;
    co_await net::async_read(pipe, net::dynamic_buffer(text),
                             net::redirect_error(net::use_awaitable, ec));
    const int status = co_await child.async_wait(net::use_awaitable);
    if (ec == net::error::eof && text == said + "\n" && status == i % 100) ++well;
  }
}

}  // namespace

int main(int, char** argv) {
  coio::io_context ctx;
  for (int i = 0; i < 16; ++i)
    net::co_spawn(ctx.next_executor(), start_some(std::atoi(argv[1])), [](std::exception_ptr e) {
      if (e) std::rethrow_exception(e);
    });
  ctx.run();
  std::cout << well << " children\n";
}
