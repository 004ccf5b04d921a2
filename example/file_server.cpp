// An HTTP server for the files of a folder. A slow disk holds up no worker, and files may be larger
// than the memory.
//
// file_server [--config FILE] [--workers N] [ADDRESS] [FOLDER]
#include <coio/coio.hpp>

#include "arguments.hpp"

#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

using coio::ip::tcp;
namespace fs = std::filesystem;

// The file that a request such as "GET /a/b HTTP/1.1" names, or an empty path.
fs::path requested(const fs::path& folder, const std::string& request) {
  const auto end = request.find(' ', 4);
  if (!request.starts_with("GET /") || end == request.npos) return {};
  const fs::path path = fs::weakly_canonical(folder / request.substr(5, end - 5));
  const bool below = path.string().starts_with(folder.string() + "/");
  return below && fs::is_regular_file(path) ? path : fs::path();
}

coio::awaitable<void> serve(tcp::socket socket, fs::path folder) try {
  std::string input;
  std::vector<char> piece(256 * 1024);
  for (;;) {
    const auto n = co_await asio::async_read_until(socket, asio::dynamic_buffer(input), "\r\n\r\n");
    const fs::path path = requested(folder, input);
    input.erase(0, n);
    coio::random_access_file file(socket.get_executor());
    if (!path.empty()) file.open(path.string(), coio::file_base::read_only);
    const std::uint64_t size = file.is_open() ? file.size() : 0;
    const std::string head = std::string("HTTP/1.1 ") +
                             (path.empty() ? "404 Not Found" : "200 OK") +
                             "\r\nContent-Length: " + std::to_string(size) + "\r\n\r\n";
    co_await asio::async_write(socket, asio::buffer(head));
    for (std::uint64_t at = 0, got; at < size; at += got) {
      got = co_await file.async_read_some_at(at, asio::buffer(piece, size - at));
      co_await asio::async_write(socket, asio::buffer(piece, got));
    }
  }
} catch (const std::exception&) {
  // The client has left, or the file cannot be read to the size that has been promised.
}

int main(int argc, char** argv) {
  const arguments args(argc, argv);
  coio::spawn([&]() -> coio::awaitable<void> {
    const auto at = coio::net::parse_endpoint<tcp>(args.get(0, "127.0.0.1:8080"));
    tcp::acceptor acceptor(co_await asio::this_coro::executor, at);
    std::cout << "Listening on " << acceptor.local_endpoint() << std::endl;
    const fs::path folder = fs::canonical(args.get(1, "."));
    for (;;)
      coio::spawn(serve, co_await acceptor.async_accept(), folder);
  });
  coio::scheduler::run(args.options);
}
