// Servers of websocketpp on a coio::io_context, as its users write them, under 200 clients.
#include <atomic>
#include <boost/test/unit_test.hpp>
#include <coio/io_context.hpp>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <vector>
#include <websocketpp/client.hpp>
#include <websocketpp/config/asio_no_tls.hpp>
#include <websocketpp/config/asio_no_tls_client.hpp>
#include <websocketpp/server.hpp>

namespace {

using server = websocketpp::server<websocketpp::config::asio>;
using client = websocketpp::client<websocketpp::config::asio_client>;
using websocketpp::connection_hdl;

constexpr int clients = 200;
constexpr int messages = 20;

template <typename Endpoint>
void quiet(Endpoint& e) {
  e.clear_access_channels(websocketpp::log::alevel::all);
  e.clear_error_channels(websocketpp::log::elevel::all);
}

// A server that listens on a port of its own choice.
struct running_server {
  template <typename SetHandlers>
  explicit running_server(SetHandlers set_handlers) {
    quiet(endpoint);
    endpoint.init_asio(&ctx);
    set_handlers(endpoint);
    endpoint.listen(asio::ip::tcp::endpoint(asio::ip::address_v4::loopback(), 0));
    endpoint.start_accept();
    asio::error_code ec;
    port = endpoint.get_local_endpoint(ec).port();
    thread = std::thread([this] { ctx.run(); });
  }

  ~running_server() {
    ctx.stop();
    thread.join();
  }

  coio::io_context ctx{4};
  server endpoint;  // its acceptor lives in the context
  unsigned short port = 0;
  std::thread thread;
};

struct order_of_messages {
  int next = 0;
  bool right = true;
};

// Runs the clients on one thread. Each, once it is open, calls opened(); each message that it gets
// goes to got(), which says whether it has had enough.
template <typename Opened, typename Got>
int run_clients(unsigned short port, Opened opened, Got got) {
  asio::io_context ctx(1);
  client c;
  quiet(c);
  c.init_asio(&ctx);
  int closed = 0;
  c.set_open_handler([&](connection_hdl h) { opened(c, h); });
  c.set_message_handler([&](connection_hdl h, client::message_ptr m) {
    if (got(c, h, m->get_payload())) c.close(h, websocketpp::close::status::normal, "");
  });
  c.set_close_handler([&](connection_hdl) {
    if (++closed == clients) ctx.stop();
  });
  for (int i = 0; i < clients; ++i) {
    websocketpp::lib::error_code ec;
    auto connection = c.get_connection("ws://127.0.0.1:" + std::to_string(port), ec);
    BOOST_REQUIRE(!ec);
    c.connect(connection);
  }
  ctx.run_for(std::chrono::seconds(60));
  return closed;
}

}  // namespace

BOOST_AUTO_TEST_CASE(echo_server) {
  running_server running([](server& s) {
    s.set_message_handler([&s](connection_hdl h, server::message_ptr m) {
      s.send(h, m->get_payload(), m->get_opcode());
    });
  });
  std::map<connection_hdl, order_of_messages, std::owner_less<connection_hdl>> seen;
  auto send = [&](client& c, connection_hdl h, int n) {
    c.send(h, std::to_string(n), websocketpp::frame::opcode::text);
  };
  const int closed = run_clients(
      running.port,
      [&](client& c, connection_hdl h) {
        for (int i = 0; i < messages; ++i)
          send(c, h, i);
      },
      [&](client&, connection_hdl h, const std::string& text) {
        auto& o = seen[h];
        o.right &= text == std::to_string(o.next);
        return ++o.next == messages;
      });
  BOOST_TEST(closed == clients);
  BOOST_TEST(seen.size() == static_cast<std::size_t>(clients));
  for (const auto& [h, o] : seen)
    BOOST_TEST((o.right && o.next == messages));
}

BOOST_AUTO_TEST_CASE(broadcast_server) {
  std::mutex mutex;
  std::set<connection_hdl, std::owner_less<connection_hdl>> connections;
  running_server running([&](server& s) {
    s.set_open_handler([&](connection_hdl h) {
      const std::lock_guard lock(mutex);
      connections.insert(h);
      // The last to come sets off the messages.
      if (connections.size() == static_cast<std::size_t>(clients))
        for (int i = 0; i < messages; ++i)
          for (const auto& other : connections)
            s.send(other, std::to_string(i), websocketpp::frame::opcode::text);
    });
    s.set_close_handler([&](connection_hdl h) {
      const std::lock_guard lock(mutex);
      connections.erase(h);
    });
  });
  std::map<connection_hdl, order_of_messages, std::owner_less<connection_hdl>> seen;
  const int closed = run_clients(
      running.port, [](client&, connection_hdl) {},
      [&](client&, connection_hdl h, const std::string& text) {
        auto& o = seen[h];
        o.right &= text == std::to_string(o.next);
        return ++o.next == messages;
      });
  BOOST_TEST(closed == clients);
  BOOST_TEST(seen.size() == static_cast<std::size_t>(clients));
  for (const auto& [h, o] : seen)
    BOOST_TEST((o.right && o.next == messages));
}
