// Any text is either read or refused with one line of reasonable length, and what
// was read survives being written and read again.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "coio/options.hpp"
#include "fuzz/require.hpp"

extern "C" int COIO_FUZZ_TARGET(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  coio::options o;
  o.thread_name = "before";
  const coio::options before = o;
  try {
    o.merge_json(text, "fuzz.json");
  } catch (const coio::options_error& e) {
    const std::string_view what = e.what();
    require(what.starts_with("fuzz.json: "), "the message does not begin with the origin");
    require(what.size() < 1200, "the message is long");
    for (const char c : what)
      require(c >= 0x20 && c < 0x7f, "the message is not one line of ASCII");
    require(o == before, "a text that was refused changed the settings");
    return 0;
  }
  o.validate();
  require(coio::options::from_json(o.to_json()) == o, "settings changed when written and read");
  return 0;
}
