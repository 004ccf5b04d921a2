// TLS over the library's sockets: who ends a connection first, and how.
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <memory>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "checks.hpp"
#include "coio/coio.hpp"
#include "coio/ssl.hpp"

using coio::awaitable;
using coio::ip::tcp;
namespace ssl = coio::ssl;
namespace data = boost::unit_test::data;

namespace {

const auto worker_counts = data::make({1, 2, 4});

template <typename T, void (*Free)(T*)>
struct freed {
  void operator()(T* p) const { Free(p); }
};
using key_pointer = std::unique_ptr<EVP_PKEY, freed<EVP_PKEY, EVP_PKEY_free>>;
using certificate_pointer = std::unique_ptr<X509, freed<X509, X509_free>>;

// A server with a certificate that it has signed itself.
ssl::context make_server() {
  const key_pointer key(EVP_EC_gen("P-256"));
  const certificate_pointer certificate(X509_new());
  X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -60);
  X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3600);
  X509_set_pubkey(certificate.get(), key.get());
  BOOST_REQUIRE(X509_sign(certificate.get(), key.get(), EVP_sha256()) != 0);
  ssl::context c(ssl::context::tls_server);
  BOOST_REQUIRE(SSL_CTX_use_certificate(c.native_handle(), certificate.get()) == 1);
  BOOST_REQUIRE(SSL_CTX_use_PrivateKey(c.native_handle(), key.get()) == 1);
  return c;
}

}  // namespace

namespace coio::test {

enum class end { client_first, server_first, both, client_cut, server_cut };
const end ends[] = {end::client_first, end::server_first, end::both, end::client_cut,
                    end::server_cut};
std::ostream& operator<<(std::ostream& os, end e) {
  const char* names[] = {"the client shuts down first", "the server shuts down first",
                         "both at once", "the client is cut off", "the server is cut off"};
  return os << names[static_cast<int>(e)];
}

}  // namespace coio::test

namespace {

using coio::test::end;
using coio::test::ends;

// Ends one side: `first` says that it is done, the other waits for it; `cut` closes the socket.
awaitable<void> finish(ssl::stream<>& s, bool first, bool cut) {
  asio::error_code ec;
  char c = 0;
  auto token = asio::redirect_error(coio::use_awaitable, ec);
  if (cut) {
    s.next_layer().close();
    co_return;
  }
  if (!first) {
    co_await s.async_read_some(asio::buffer(&c, 1), token);
    CHECK(ec == asio::error::eof || ec == ssl::error::stream_truncated ||
          ec == asio::error::connection_reset);
    if (ec != asio::error::eof) co_return;
  }
  co_await s.async_shutdown(token);
  CHECK(!ec || ec == asio::error::eof || ec == ssl::error::stream_truncated ||
        ec == asio::error::connection_reset || ec == asio::error::broken_pipe);
}

awaitable<void> serve(tcp::socket socket, ssl::context& tls, end e) {
  ssl::stream<> s(std::move(socket), tls);
  co_await s.async_handshake(s.server);
  std::string text(100000, ' ');
  co_await asio::async_read(s, asio::buffer(text));
  co_await asio::async_write(s, asio::buffer(text));
  co_await finish(s, e == end::server_first || e == end::both, e == end::server_cut);
}

awaitable<void> call(tcp::endpoint to, ssl::context& tls, end e) {
  ssl::stream<> s(tcp::socket(co_await asio::this_coro::executor), tls);
  co_await s.next_layer().async_connect(to);
  co_await s.async_handshake(s.client);
  const std::string text(100000, 'x');
  co_await asio::async_write(s, asio::buffer(text));
  std::string got(text.size(), ' ');
  co_await asio::async_read(s, asio::buffer(got));
  CHECK(got == text);
  co_await finish(s, e == end::client_first || e == end::both, e == end::client_cut);
}

}  // namespace

BOOST_DATA_TEST_CASE(connection_ended_in_any_order_ends_for_both, worker_counts* data::make(ends),
                     workers, order) {
  ssl::context server = make_server(), client(ssl::context::tls_client);
  coio::scheduler().with_workers(workers).run([&]() -> awaitable<void> {
    constexpr int connections = 16;
    tcp::acceptor acceptor(co_await asio::this_coro::executor,
                           {asio::ip::address_v4::loopback(), 0});
    coio::task_group group;
    for (int i = 0; i < connections; ++i)
      group.spawn(call, acceptor.local_endpoint(), std::ref(client), order);
    for (int i = 0; i < connections; ++i)
      group.spawn(serve, co_await acceptor.async_accept(), std::ref(server), order);
    co_await group.join();
  });
}

BOOST_DATA_TEST_CASE(handshake_that_nobody_answers_times_out, worker_counts, workers) {
  ssl::context client(ssl::context::tls_client);
  coio::scheduler().with_workers(workers).run([&]() -> awaitable<void> {
    tcp::acceptor acceptor(co_await asio::this_coro::executor,
                           {asio::ip::address_v4::loopback(), 0});
    ssl::stream<> s(tcp::socket(co_await asio::this_coro::executor), client);
    co_await s.next_layer().async_connect(acceptor.local_endpoint());
    asio::error_code ec;
    try {
      co_await coio::timeout(std::chrono::milliseconds(5), s.async_handshake(s.client));
    } catch (const asio::system_error& e) {
      ec = e.code();
    }
    CHECK(ec == asio::error::timed_out);
  });
}
