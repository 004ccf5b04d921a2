// Clients that misbehave, each in a process of its own, beside one that does not: that one is
// served, the server ends when it is told to, and no descriptor is left.
#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <boost/test/unit_test.hpp>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <iterator>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "servers.hpp"
#include "support.hpp"

using namespace std::chrono_literals;
using coio::test::style;
using coio::test::styles;

namespace {

// ---- What clients do; by system calls alone, in a process that has been forked ----

[[noreturn]] void give_up(const char* what) {
  std::fprintf(stderr, "client: %s: %s\n", what, std::strerror(errno));
  std::_Exit(1);
}

void require(bool holds, const char* what) {
  if (!holds) give_up(what);
}

class peer {
 public:
  explicit peer(unsigned short port) : fd_(::socket(AF_INET, SOCK_STREAM, 0)) {
    require(fd_ >= 0, "socket");
    ::timeval limit{std::chrono::seconds(coio::test::failsafe).count(), 0};
    ::setsockopt(fd_, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    ::setsockopt(fd_, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
    ::sockaddr_in a{};
    a.sin_family = AF_INET;
    a.sin_port = htons(port);
    a.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    require(::connect(fd_, reinterpret_cast<::sockaddr*>(&a), sizeof a) == 0, "connect");
  }
  peer(peer&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  ~peer() {
    if (fd_ >= 0) ::close(fd_);
  }

  void send(std::string_view s) {
    while (!s.empty()) {
      const ssize_t n = ::send(fd_, s.data(), s.size(), MSG_NOSIGNAL);
      require(n > 0, "send");
      s.remove_prefix(static_cast<std::size_t>(n));
    }
  }
  // Sends until nothing is taken any more.
  void send_all_that_fits() {
    const std::string much(1 << 16, 'x');
    ::pollfd p{fd_, POLLOUT, 0};
    while (::poll(&p, 1, 200) == 1)
      if (::send(fd_, much.data(), much.size(), MSG_NOSIGNAL | MSG_DONTWAIT) < 0 && errno != EAGAIN)
        give_up("send");
  }
  std::string receive(std::size_t n) {
    std::string s(n, '\0');
    for (std::size_t got = 0; got < n;) {
      const ssize_t k = ::recv(fd_, s.data() + got, n - got, 0);
      require(k > 0, "recv");
      got += static_cast<std::size_t>(k);
    }
    return s;
  }
  bool at_end() {
    char c;
    return ::recv(fd_, &c, 1, 0) == 0;
  }
  void shut_down() { require(::shutdown(fd_, SHUT_WR) == 0, "shutdown"); }
  void reset() {
    const ::linger now{1, 0};
    ::setsockopt(fd_, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    ::close(std::exchange(fd_, -1));
  }

 private:
  int fd_;
};

void behave(unsigned short port, int trips = 50) {
  peer p(port);
  for (int i = 0; i < trips; ++i) {
    const std::string s = "round trip " + std::to_string(i);
    p.send(s);
    require(p.receive(s.size()) == s, "another echo");
  }
}

using client = void (*)(unsigned short port);

// ---- The process of the clients ----

// Forked before the server has threads. It is told the port, and ends the server when it is done.
class client_process {
 public:
  explicit client_process(client f) {
    int ends[2];
    BOOST_REQUIRE(::pipe(ends) == 0);
    pid_ = ::fork();
    BOOST_REQUIRE(pid_ >= 0);
    if (pid_ == 0) {
      ::close(ends[1]);
      unsigned short port = 0;
      if (::read(ends[0], &port, sizeof port) != sizeof port) std::_Exit(2);
      ::close(ends[0]);
      f(port);
      behave(port);
      peer(port).send(std::string(1, coio::test::farewell));
      std::_Exit(0);
    }
    ::close(ends[0]);
    pipe_ = ends[1];
  }
  ~client_process() { ::close(pipe_); }

  void start(unsigned short port) {
    BOOST_REQUIRE(::write(pipe_, &port, sizeof port) == sizeof port);
  }
  int status() {
    int status = -1;
    ::waitpid(pid_, &status, 0);
    return status;
  }

 private:
  int pipe_;
  ::pid_t pid_;
};

std::size_t open_descriptors() {
  const std::filesystem::directory_iterator all("/proc/self/fd");
  return static_cast<std::size_t>(std::distance(begin(all), end(all)));
}

// A limit of descriptors for this process.
class descriptor_limit {
 public:
  explicit descriptor_limit(std::size_t most) {
    ::getrlimit(RLIMIT_NOFILE, &before_);
    const ::rlimit now{std::min<::rlim_t>(most, before_.rlim_max), before_.rlim_max};
    ::setrlimit(RLIMIT_NOFILE, &now);
  }
  ~descriptor_limit() { ::setrlimit(RLIMIT_NOFILE, &before_); }

 private:
  ::rlimit before_;
};

// `most`: descriptors beyond those that are open; 0: as many as there may be.
void serve(client f, const std::vector<int>& worker_counts = {1, 2, 4}, std::size_t most = 0) {
  for (const style& s : styles)
    for (const int workers : worker_counts)
      BOOST_TEST_CONTEXT(s.name << ", " << workers << " workers") {
        const std::size_t before = open_descriptors();
        {
          client_process clients(f);
          const descriptor_limit limit(most == 0 ? 1'000'000 : before + most);
          s.serve(workers, [&](unsigned short port) { clients.start(port); });
          BOOST_TEST(clients.status() == 0);
        }
        BOOST_TEST(open_descriptors() == before);
      }
}

}  // namespace

BOOST_AUTO_TEST_CASE(clients_that_behave_are_served) {
  serve([](unsigned short port) { behave(port, 500); });
}

// One byte a second in both directions.
BOOST_AUTO_TEST_CASE(ten_thousand_slow_clients_hold_up_nobody) {
  serve(
      [](unsigned short port) {
        const descriptor_limit limit(1'000'000);
        ::rlimit l;
        ::getrlimit(RLIMIT_NOFILE, &l);
        const std::size_t n = std::min<std::size_t>(10'000, l.rlim_cur - 100);
        std::vector<peer> slow;
        for (std::size_t i = 0; i < n; ++i)
          slow.emplace_back(port);
        for (int second = 0; second < 3; ++second) {
          const auto next = std::chrono::steady_clock::now() + 1s;
          for (peer& p : slow)
            p.send("s");
          behave(port, 200);
          for (peer& p : slow)
            require(p.receive(1) == "s", "another echo");
          std::this_thread::sleep_until(next);
        }
      },
      {2});
}

BOOST_AUTO_TEST_CASE(clients_that_never_read_hold_up_nobody) {
  serve([](unsigned short port) {
    std::vector<peer> deaf;
    for (int i = 0; i < 8; ++i) {
      deaf.emplace_back(port);
      deaf.back().send_all_that_fits();
      behave(port);
    }
    for (peer& p : deaf)
      p.reset();
  });
}

BOOST_AUTO_TEST_CASE(client_that_has_shut_down_gets_all_of_its_answer) {
  serve([](unsigned short port) {
    for (const std::size_t size : {std::size_t(1), std::size_t(1000), std::size_t(60'000)}) {
      peer p(port);
      const std::string s(size, 'h');
      p.send(s);
      p.shut_down();
      require(p.receive(size) == s, "another echo");
      require(p.at_end(), "the server has not closed the connection");
    }
    peer silent(port);
    silent.shut_down();
    require(silent.at_end(), "the server has not closed a silent connection");
  });
}

BOOST_AUTO_TEST_CASE(resets_in_every_state_harm_nobody) {
  serve([](unsigned short port) {
    for (int i = 0; i < 100; ++i) {
      peer(port).reset();  // it may not have been accepted yet
      {
        peer p(port);
        p.send("within a read");
        p.reset();
      }
      {
        peer p(port);
        p.send("after an answer");
        p.receive(15);
        p.reset();
      }
      {
        peer p(port);
        p.send("after an end");
        p.shut_down();
        p.reset();
      }
    }
    for (int i = 0; i < 4; ++i) {
      peer p(port);
      p.send_all_that_fits();  // the server is within a write
      p.reset();
    }
  });
}

// Those that are not accepted wait, and are accepted when others have gone.
BOOST_AUTO_TEST_CASE(more_clients_than_descriptors_are_served_in_turn) {
  serve(
      [](unsigned short port) {
        std::vector<peer> flood;
        for (int i = 0; i < 400; ++i)
          flood.emplace_back(port);
        for (peer& p : flood)
          p.send("f");
        // From the first on, each makes room for another one.
        for (peer& p : flood) {
          require(p.receive(1) == "f", "another echo");
          p.reset();
        }
      },
      {1, 2, 4}, 60);
}

BOOST_AUTO_TEST_CASE(clients_that_are_killed_leave_nothing_behind) {
  serve([](unsigned short port) {
    for (int i = 0; i < 4; ++i) {
      const ::pid_t pid = ::fork();
      if (pid == 0) {
        std::vector<peer> all;
        for (int k = 0; k < 50; ++k) {
          all.emplace_back(port);
          all.back().send("before the end");
          if (k % 2 == 0) all.back().receive(14);
        }
        ::kill(::getpid(), SIGKILL);
      }
      int status = 0;
      ::waitpid(pid, &status, 0);
      require(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL, "the process was not killed");
      behave(port);
    }
  });
}
