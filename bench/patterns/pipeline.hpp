// A client of a store: one connection that all sessions share.
#ifndef COIO_BENCH_PATTERNS_PIPELINE_HPP
#define COIO_BENCH_PATTERNS_PIPELINE_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "host.hpp"

namespace bench {

// Takes the first answer off what the store has sent; false if it is not complete. Two protocols:
// lines, and the bulk strings and simple strings of Redis.
using take_answer = bool (*)(std::string_view& received, std::string& answer);
bool take_line(std::string_view& received, std::string& answer);
bool take_resp(std::string_view& received, std::string& answer);

// Questions are written together with those that came while the last ones were written; answers
// come in the order of the questions. A store that goes away ends the process.
class pipeline {
 public:
  // The executor must not run two handlers at the same time.
  pipeline(asio::any_io_executor ex, std::uint16_t port, take_answer take);
  pipeline(const pipeline&) = delete;
  pipeline& operator=(const pipeline&) = delete;

  // The token's signature is void(std::string). Any thread may ask.
  template <typename Token>
  auto async_ask(std::string question, Token&& token) {
    return asio::async_initiate<Token, void(std::string)>(
        [this](auto handler, std::string q) {
          auto w = std::make_unique<waiter_of<decltype(handler)>>(std::move(handler),
                                                                  socket_.get_executor());
          asio::dispatch(
              socket_.get_executor(),
              [this, q = std::move(q), w = std::move(w)]() mutable { send(q, std::move(w)); });
        },
        token, std::move(question));
  }

 private:
  struct waiter {
    virtual ~waiter() = default;
    virtual void complete(std::string answer) = 0;
  };

  template <typename Handler>
  class waiter_of final : public waiter {
   public:
    waiter_of(Handler&& handler, const asio::any_io_executor& otherwise)
        : work_(asio::get_associated_executor(handler, otherwise)), handler_(std::move(handler)) {}
    // Posted, so that no session runs within the client's strand.
    void complete(std::string answer) override {
      asio::post(work_.get_executor(),
                 [h = std::move(handler_), a = std::move(answer)]() mutable { h(std::move(a)); });
    }

   private:
    using executor = asio::associated_executor_t<Handler, asio::any_io_executor>;
    asio::executor_work_guard<executor> work_;
    Handler handler_;
  };

  void send(std::string_view question, std::unique_ptr<waiter> w);
  void write();
  void read();

  tcp::socket socket_;
  const take_answer take_;
  std::deque<std::unique_ptr<waiter>> waiters_;
  std::string unsent_, sending_, received_;
  std::array<char, 16384> buffer_;
};

}  // namespace bench

#endif
