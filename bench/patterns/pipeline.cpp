#include "pipeline.hpp"

#include <charconv>
#include <cstdio>
#include <cstdlib>

namespace bench {
namespace {

constexpr std::string_view end_of_line = "\r\n";

void stop_if(const asio::error_code& error) {
  if (!error) return;
  std::fprintf(stderr, "store: %s\n", error.message().c_str());
  std::exit(1);
}

}  // namespace

bool take_line(std::string_view& received, std::string& answer) {
  const auto n = received.find('\n');
  if (n == received.npos) return false;
  answer = received.substr(0, n);
  received.remove_prefix(n + 1);
  return true;
}

bool take_resp(std::string_view& received, std::string& answer) {
  const auto n = received.find(end_of_line);
  if (n == received.npos) return false;
  const auto head = received.substr(0, n);
  const auto begin = n + end_of_line.size();
  if (!head.starts_with('$')) {
    answer = head.substr(1);
    received.remove_prefix(begin);
    return true;
  }
  std::size_t length = 0;
  std::from_chars(head.data() + 1, head.data() + head.size(), length);
  if (received.size() < begin + length + end_of_line.size()) return false;
  answer = received.substr(begin, length);
  received.remove_prefix(begin + length + end_of_line.size());
  return true;
}

pipeline::pipeline(asio::any_io_executor ex, std::uint16_t port, take_answer take)
    : socket_(std::move(ex)), take_(take) {
  socket_.connect({asio::ip::address_v4::loopback(), port});
  socket_.set_option(tcp::no_delay(true));
  asio::dispatch(socket_.get_executor(), [this] { read(); });
}

void pipeline::send(std::string_view question, std::unique_ptr<waiter> w) {
  waiters_.push_back(std::move(w));
  unsent_ += question;
  if (sending_.empty()) write();
}

void pipeline::write() {
  sending_.swap(unsent_);
  asio::async_write(socket_, asio::buffer(sending_),
                    [this](const asio::error_code& error, std::size_t) {
                      stop_if(error);
                      sending_.clear();
                      if (!unsent_.empty()) write();
                    });
}

void pipeline::read() {
  socket_.async_read_some(asio::buffer(buffer_),
                          [this](const asio::error_code& error, std::size_t n) {
                            stop_if(error);
                            received_.append(buffer_.data(), n);
                            std::string_view rest(received_);
                            std::string answer;
                            while (take_(rest, answer)) {
                              waiters_.front()->complete(std::move(answer));
                              waiters_.pop_front();
                            }
                            received_.erase(0, received_.size() - rest.size());
                            read();
                          });
}

}  // namespace bench
