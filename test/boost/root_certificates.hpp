// In place of Beast's file of this name, which has the certificates of the web: the clients trust
// what SSL_CERT_FILE names, which is the certificate of the test's own server.
#ifndef COIO_TEST_ROOT_CERTIFICATES_HPP
#define COIO_TEST_ROOT_CERTIFICATES_HPP

#include <boost/asio/ssl/context.hpp>

inline void load_root_certificates(boost::asio::ssl::context& context,
                                   boost::system::error_code& ec) {
  context.set_default_verify_paths(ec);
}

inline void load_root_certificates(boost::asio::ssl::context& context) {
  context.set_default_verify_paths();
}

#endif
