// The corpus of the fuzzer, without the fuzzer.
#include <boost/test/unit_test.hpp>
#include <cstddef>
#include <cstdint>
#include <string>

#include "config/support.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

using namespace coio::test;

BOOST_AUTO_TEST_CASE(fuzzer_corpus_is_read_or_refused) {
  std::size_t files = 0;
  for (const auto& entry :
       fs::directory_iterator(fs::path(COIO_SOURCE_DIR) / "test/config/corpus")) {
    const std::string text = text_of(entry.path());
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
    ++files;
  }
  BOOST_TEST(files > 0U);
}
