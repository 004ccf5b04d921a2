// Dumps on a signal.
#include <cstdio>
#include <sstream>
#include <string>

#include "coio/dump.hpp"
#include "core/scheduler.hpp"
#include "dump/dump_scheduler.hpp"
#include "platform/signal_thread.hpp"

namespace coio {
inline namespace COIO_ABI {

namespace {

// A scheduler that is about to be destroyed waits meanwhile.
void print_all() {
  std::ostringstream out;
  detail::scheduler::each([&out](detail::scheduler& s) { out << detail::dump(s) << '\n'; });
  const std::string text = "coio: " + (out.view().empty() ? "no scheduler runs\n" : out.str());
  std::fwrite(text.data(), 1, text.size(), stderr);
  std::fflush(stderr);
}

}  // namespace

void dump_on(int signal) {
  detail::call_on_signal(signal, [] {
    try {
      print_all();
    } catch (const std::exception& e) {
      std::fprintf(stderr, "coio::dump_on: no dump (%s)\n", e.what());
    }
  });
}

}  // namespace COIO_ABI
}  // namespace coio
