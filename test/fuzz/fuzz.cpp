// Makes a target one of libFuzzer.
#include <cstddef>
#include <cstdint>

extern "C" int COIO_FUZZ_TARGET(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  return COIO_FUZZ_TARGET(data, size);
}
