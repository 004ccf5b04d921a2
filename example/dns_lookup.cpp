// Looks up the addresses of names, all at the same time.
//
// dns_lookup [--config FILE] [--workers N] NAME...
#include <coio/coio.hpp>

#include "arguments.hpp"

#include <iostream>
#include <set>
#include <string>
#include <vector>

namespace {

using coio::ip::tcp;

coio::awaitable<std::string> look_up(std::string name) try {
  tcp::resolver resolver(co_await asio::this_coro::executor);
  std::set<std::string> addresses;
  for (const auto& found : co_await resolver.async_resolve(name, ""))
    addresses.insert(found.endpoint().address().to_string());
  std::string line = name + ":";
  for (const auto& a : addresses)
    line += " " + a;
  co_return line;
} catch (const asio::system_error& e) {
  co_return name + ": " + e.code().message();
}

}  // namespace

int main(int argc, char** argv) {
  const arguments args(argc, argv);
  coio::spawn([&]() -> coio::awaitable<void> {
    std::vector<coio::join_handle<std::string>> lookups;
    for (const auto& name : args.rest)
      lookups.push_back(coio::spawn(look_up, name));
    for (auto& l : lookups)
      std::cout << co_await l.join() << '\n';
  });
  coio::scheduler::run(args.options);
}
