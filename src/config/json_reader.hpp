// Reads JSON text, and makes the messages that say what is wrong in it, and where.
#ifndef COIO_SRC_CONFIG_JSON_READER_HPP
#define COIO_SRC_CONFIG_JSON_READER_HPP

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "coio/asio.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

using nlohmann::json;

// Where a value stands in a text.
struct place {
  std::string_view origin;  // what messages call the text
  std::string pointer;      // the JSON pointer to the value; empty for the whole text

  // Throws options_error.
  [[noreturn]] void fail(const std::string& what) const;
  [[noreturn]] void fail(const std::string& expected, const json& found) const;

  // Returns the place of a member or an element.
  place at(const std::string& key) const;
};

// Returns the JSON object that the text holds. Refuses what json::parse() accepts: keys that come
// twice, and nesting without bound. Throws options_error.
json read_json(std::string_view text, std::string_view origin);

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
