// For systems that pin no threads.
#include <system_error>

#include "platform/system.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

namespace {

[[noreturn]] void cannot_pin(const std::string& cpus) {
  throw std::system_error(std::make_error_code(std::errc::not_supported), "CPU " + cpus);
}

}  // namespace

std::vector<int> allowed_cpus() {
  return {};
}

void pin(std::thread&, const std::string& cpus) {
  cannot_pin(cpus);
}

struct scoped_pin::mask {};

scoped_pin::scoped_pin(const std::string& cpus) {
  cannot_pin(cpus);
}

scoped_pin::~scoped_pin() = default;

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio
