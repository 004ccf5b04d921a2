// The settings that JSON text can hold: their keys, their ranges, and how each is read and written.
#ifndef COIO_SRC_CONFIG_OPTION_TABLE_HPP
#define COIO_SRC_CONFIG_OPTION_TABLE_HPP

#include <string_view>

#include "coio/options.hpp"
#include "config/json_reader.hpp"

namespace coio {
inline namespace COIO_ABI {
namespace detail {

// Sets the options that a JSON object names: all of them, or none if it throws options_error.
void merge_object(options& o, const json& object, std::string_view origin);

// Sets the number of workers: an integer, or "auto".
void merge_workers(options& o, const json& value, const place& where);
// The same for the file of the trace.
void merge_trace(options& o, const json& value, const place& where);

// Whether every setting is in its range.
bool valid(const options& o);

// Returns an object with every setting, which merge_object() turns into the same settings.
json to_object(const options& o);

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio

#endif
