// Each call of the system that can fail, and each allocation, fails in turn, under a small server
// with clients. Whatever fails: no crash, no hang, no descriptor left; the error reaches who asked;
// and the next client is served.
//
// Each fault has a process of its own, which ends with it. A message names the fault for the
// variable COIO_FAULT, with which --run_test=chosen_fault_does_no_harm runs it in this process;
// COIO_FAULTS_TABLE=1 prints the table of doc/reliability.md.
#include <arpa/inet.h>
#include <netdb.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <boost/test/unit_test.hpp>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <filesystem>
#include <future>
#include <iostream>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "injection.hpp"
#include "servers.hpp"

using namespace std::chrono_literals;
using coio::test::call;
using coio::test::one_byte;
using coio::test::server_state;
using clock_type = std::chrono::steady_clock;

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool sanitized = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
constexpr bool sanitized = true;
#else
constexpr bool sanitized = false;
#endif
#else
constexpr bool sanitized = false;
#endif

constexpr auto limit = sanitized ? 30s : 20s;

// ---- A client ----

// The system's calls, of a thread that is exempt. A client waits for no longer than `limit`.
class connection {
 public:
  explicit connection(unsigned short port) : fd_(::socket(AF_INET, SOCK_STREAM, 0)) {
    timeval t{};
    t.tv_sec = std::chrono::seconds(limit).count();
    ::setsockopt(fd_, SOL_SOCKET, SO_RCVTIMEO, &t, sizeof t);
    sockaddr_in a{};
    a.sin_family = AF_INET;
    a.sin_port = htons(port);
    a.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    connected_ = ::connect(fd_, reinterpret_cast<sockaddr*>(&a), sizeof a) == 0;
  }
  ~connection() { ::close(fd_); }

  void send(std::string_view s) { ::send(fd_, s.data(), s.size(), MSG_NOSIGNAL); }

  enum result { answered, closed, silent, wrong };
  result ask(std::string_view s) {
    if (!connected_) return closed;
    send(s);
    std::string answer;
    while (answer.size() < s.size()) {
      char buffer[256];
      const ssize_t n = ::recv(fd_, buffer, sizeof buffer, 0);
      if (n < 0 && errno == EAGAIN) return silent;
      if (n <= 0) return closed;
      answer.append(buffer, static_cast<std::size_t>(n));
    }
    return answer == s ? answered : wrong;
  }

 private:
  int fd_;
  bool connected_;
};

// ---- One fault ----

struct style {
  const char* name;
  void (*serve)(int workers, server_state&);
};
constexpr style styles[] = {{"callbacks", coio::test::serve_with_callbacks},
                            {"coroutines", coio::test::serve_with_coroutines},
                            {"facade", coio::test::serve_with_facade}};
constexpr style without_coio{"asio", coio::test::serve_without_coio};

struct fault {
  call what;
  int error;
  long nth;
  long times;
};

enum outcome : int { unseen, not_started, thrown, refused, absent, broken };

std::size_t descriptors() {
  const std::filesystem::directory_iterator all("/proc/self/fd");
  return static_cast<std::size_t>(std::distance(begin(all), end(all)));
}

[[noreturn]] void complain(const char* what) {
  std::fprintf(stderr, "%s\n", what);
  std::_Exit(broken);
}

// Serves clients until the fault has happened and a client has been served since. Returns what came
// of it.
outcome serve_with(const style& s, int workers) {
  std::optional<coio::test::exempt> here(std::in_place);
  server_state state;
  std::exception_ptr failure;
  bool closed = false;
  std::atomic<bool> ended{false};
  std::thread client([&] {
    const coio::test::exempt mine;
    unsigned short port = 0;
    try {
      port = state.port.get_future().get();
    } catch (const std::exception&) {
      return;
    }
    const std::string text(100, 'x');
    const auto end = clock_type::now() + limit;
    for (int served = 0; served < 3;) {
      const bool before = coio::test::failed() > 0;
      connection c(port);
      for (int i = 0; i < 3; ++i)
        switch (c.ask(text)) {
          case connection::answered:
            if (i == 2 && (before || coio::test::failed() == 0)) ++served;
            break;
          case connection::closed:
            closed = true;
            i = 3;
            break;
          case connection::silent:
            complain("a client got no answer");
          case connection::wrong:
            complain("a client got a wrong answer");
        }
      if (clock_type::now() > end) complain("no client is served any more");
    }
    // The fault may hit the farewell.
    while (!ended) {
      connection c(port);
      c.send(coio::test::farewell);
      connection(port).ask(text);
      std::this_thread::sleep_for(1ms);
      if (clock_type::now() > end) complain("the server does not end");
    }
  });
  bool started = true;
  try {
    here.reset();
    s.serve(workers, state);
    here.emplace();
  } catch (const std::exception&) {
    here.emplace();
    failure = std::current_exception();
    try {
      state.port.set_exception(failure);
      started = false;
    } catch (const std::future_error&) {
      complain("the server ended with an exception after it had started");
    }
  }
  ended = true;
  client.join();
  if (!started) return not_started;
  return state.thrown > 0 ? thrown : closed ? refused : unseen;
}

// In a process of its own.
outcome try_fault(const style& s, int workers, const fault& f) {
  const std::size_t before = descriptors();
  ::alarm(3 * static_cast<unsigned>(std::chrono::seconds(limit).count()));
  coio::test::arm(f.what, f.error, f.nth, f.times);
  outcome o = serve_with(s, workers);
  const long failed = coio::test::failed();
  coio::test::disarm();
  if (failed == 0) return absent;
  // Whatever failed, the process is healthy.
  if (o == not_started && serve_with(s, workers) != unseen)
    complain("the second start failed, too");
  if (descriptors() != before) complain("a descriptor is left");
  return o;
}

// Leaks are looked for on the way out, and change the status.
[[noreturn]] void leave(outcome o) {
  if (sanitized) std::exit(o);
  std::_Exit(o);
}

std::string text_of(int error) {
  return error == one_byte ? "one byte" : ::strerrorname_np(error);
}

std::string text_of(const fault& f) {
  std::string name = coio::test::name_of(f.what);
  if (f.what == call::getaddrinfo)
    name += std::string(" ") + ::gai_strerror(f.error);
  else if (f.what != call::allocate)
    name += ' ' + text_of(f.error);
  return name;
}

outcome in_process(const style& s, int workers, const fault& f) {
  std::cout << std::flush;
  const pid_t child = ::fork();
  BOOST_REQUIRE(child >= 0);
  if (child == 0) leave(try_fault(s, workers, f));
  int status = 0;
  BOOST_REQUIRE(::waitpid(child, &status, 0) == child);
  if (WIFEXITED(status) && WEXITSTATUS(status) < broken)
    return static_cast<outcome>(WEXITSTATUS(status));
  BOOST_ERROR(s.name << ", " << workers << " workers, " << text_of(f) << ", call " << f.nth << ", "
                     << f.times << " times (COIO_FAULT=" << s.name << ',' << workers << ','
                     << static_cast<int>(f.what) << ',' << f.error << ',' << f.nth << ',' << f.times
                     << "): "
                     << (WIFSIGNALED(status) ? ::strsignal(WTERMSIG(status)) : "see above"));
  return broken;
}

struct counts {
  long faults = 0;
  std::map<outcome, long> of;
};
std::map<std::string, counts> table;
long failures = 0;

// The first calls one by one, then ever fewer of the later ones, until the server ends before the
// call comes.
void try_all(const style& s, int workers, call what, int error, long times) {
  const bool every = workers == 1 && !sanitized;
  for (long n = 1;; n += every || n < 8 ? 1 : n / (sanitized ? 2 : 8)) {
    const fault f{what, error, n, times};
    const outcome o = in_process(s, workers, f);
    if (o == absent) return;
    if (o == broken && ++failures > 20) BOOST_FAIL("too many failures to go on");
    counts& c = table[text_of(f)];
    ++c.faults;
    ++c.of[o];
  }
}

// Not EAGAIN where it means that there is nothing to do: a program that waits then waits for ever.
// Not accept's ECONNABORTED and EPROTO: after these Asio waits for one more connection, even if
// others are there, in an asio::io_context too.
const std::pair<call, std::vector<int>> errors[] = {
    {call::accept, {EMFILE, ENFILE, ENOBUFS, ENOMEM, EPERM, EINTR}},
    {call::bind, {EADDRINUSE, EACCES}},
    {call::close, {EINTR, EIO}},
    {call::connect, {ECONNREFUSED, ETIMEDOUT, ENETUNREACH, EADDRNOTAVAIL, EACCES, EINTR, EAGAIN}},
    {call::epoll_create1, {EMFILE, ENFILE, ENOMEM, ENOSYS}},
    {call::epoll_ctl, {ENOSPC, ENOMEM}},
    {call::epoll_wait, {EINTR}},
    {call::eventfd, {EMFILE, ENFILE, ENOMEM, EINVAL}},
    {call::fcntl, {EMFILE, EINVAL}},
    {call::fstat, {ENOMEM, EIO}},
    {call::getaddrinfo, {EAI_AGAIN, EAI_FAIL, EAI_MEMORY, EAI_NONAME, EAI_SYSTEM}},
    {call::getpeername, {ENOBUFS}},
    {call::getsockname, {ENOBUFS}},
    {call::getsockopt, {ENOBUFS}},
    {call::ioctl, {EINVAL}},
    {call::listen, {EADDRINUSE}},
    {call::open, {EMFILE, ENFILE, ENOENT, EINTR, ENOMEM}},
    {call::pread, {EIO, EINTR, EAGAIN, one_byte}},
    {call::pthread_create, {EAGAIN}},
    {call::read, {EINTR}},
    {call::recv, {ECONNRESET, ETIMEDOUT, ENOMEM, EINTR, one_byte}},
    {call::send, {EPIPE, ECONNRESET, ENOBUFS, ENOMEM, EINTR, one_byte}},
    {call::setsockopt, {ENOMEM, ENOPROTOOPT}},
    {call::socket, {EMFILE, ENFILE, ENOBUFS, ENOMEM, EAFNOSUPPORT, EACCES}},
    {call::timerfd_create, {EMFILE, ENFILE, ENOMEM, ENODEV}},
};

bool opens_shard(call c) {
  return c == call::epoll_create1 || c == call::eventfd || c == call::timerfd_create ||
         c == call::epoll_ctl;
}

}  // namespace

// A debugger is easier to use in one process.
BOOST_AUTO_TEST_CASE(chosen_fault_does_no_harm, *boost::unit_test::disabled()) {
  const char* const chosen = std::getenv("COIO_FAULT");
  BOOST_REQUIRE(chosen);
  std::string_view style_name(chosen);
  style_name = style_name.substr(0, style_name.find(','));
  int workers, what, error;
  long nth, times;
  BOOST_REQUIRE(std::sscanf(chosen + style_name.size(), ",%d,%d,%d,%ld,%ld", &workers, &what,
                            &error, &nth, &times) == 5);
  for (const style& s : {styles[0], styles[1], styles[2], without_coio})
    if (s.name == style_name)
      leave(try_fault(s, workers, {static_cast<call>(what), error, nth, times}));
}

BOOST_AUTO_TEST_CASE(server_without_a_fault_serves) {
  for (const style& s : styles)
    for (const int workers : {1, 2, 4}) {
      const outcome o = in_process(s, workers, {call::allocate, 0, 1'000'000'000, 1});
      BOOST_TEST(o == absent, s.name << ", " << workers << " workers");
    }
}

BOOST_AUTO_TEST_CASE(allocation_that_fails_is_reported_and_the_next_client_served) {
  // Not Asio's coroutines: an operation that they await ends the program if there is no memory for
  // it, in an asio::io_context too.
  for (const style& s : {styles[0], styles[2]})
    for (const int workers : {1, 2, 4}) {
      try_all(s, workers, call::allocate, 0, 1);
      try_all(s, workers, call::allocate, 0, 20);
    }
  BOOST_TEST(table["operator new"].faults > 100);
}

BOOST_AUTO_TEST_CASE(call_that_fails_is_reported_and_the_next_client_served) {
  for (const auto& [what, these] : errors) {
    for (const int error : these) {
      for (const style& s : styles)
        for (const int workers : {1, 2, 4}) {
          // The services of a shard are made with its first object, by an operation that Asio's
          // coroutine awaits: as with memory.
          if (s.name == styles[1].name && workers > 1 && opens_shard(what)) continue;
          try_all(s, workers, what, error, 1);
          // For a while.
          if (error == EMFILE || error == ENOBUFS || error == EINTR)
            try_all(s, workers, what, error, 10);
        }
      const std::string name = text_of(fault{what, error, 1, 1});
      BOOST_TEST(table[name].faults > 0, name << " never came");
    }
  }
  if (!std::getenv("COIO_FAULTS_TABLE")) return;
  for (const auto& [name, c] : table) {
    std::cout << "| `" << name << "` | " << c.faults << " |";
    for (const outcome o : {not_started, thrown, refused, unseen})
      std::cout << ' ' << (c.of.count(o) ? std::to_string(c.of.at(o)) : "") << " |";
    std::cout << '\n';
  }
}
