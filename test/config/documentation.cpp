// What the schema, the tables in the documentation and the example say of the settings.
#include <boost/test/unit_test.hpp>
#include <cstddef>
#include <cstdint>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "coio/options.hpp"
#include "config/support.hpp"

using namespace coio::test;
using coio::options;
using nlohmann::json;

namespace {

struct documented {
  json schema;      // of the key
  json by_default;  // its value in options().to_json()
};

std::map<std::string, documented> documented_keys() {
  const json schema =
      json::parse(text_of(fs::path(COIO_SOURCE_DIR) / "include/coio/options.schema.json"));
  const json defaults = json::parse(options().to_json());
  std::map<std::string, documented> keys;
  for (const auto& [name, s] : schema.at("properties").items())
    if (name != "$schema" && name != "monitor") keys[name] = {s, defaults.at(name)};
  for (const auto& [name, s] : schema.at("definitions").at("monitor").at("properties").items())
    keys["monitor/" + name] = {s, defaults.at("monitor").at(name)};
  return keys;
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_schema_knows_the_keys_and_defaults) {
  const auto keys = documented_keys();
  BOOST_TEST(keys.size() == json::parse(options().to_json()).flatten().size());
  for (const auto& [name, key] : keys)
    BOOST_TEST(key.schema.at("default") == key.by_default, name);
}

BOOST_AUTO_TEST_CASE(the_schema_knows_the_ranges) {
  std::size_t ranges = 0;
  for (const auto& [name, key] : documented_keys()) {
    json range = key.schema;
    if (range.contains("anyOf")) range = range["anyOf"][0];
    if (range.value("type", "") != "integer") continue;
    ++ranges;
    const auto accepts = [&, pointer = json::json_pointer("/" + name)](const json& value) {
      json text;
      // A range of its own for the other bound of the interval.
      if (name == "monitor/min_interval_us") text["monitor"]["max_interval_us"] = 1'000'000;
      if (name == "monitor/max_interval_us") text["monitor"]["min_interval_us"] = 1;
      text[pointer] = value;
      return error_of_text(text.dump()).empty();
    };
    const auto least = range.at("minimum").get<std::int64_t>();
    const auto most = range.at("maximum").get<std::int64_t>();
    BOOST_TEST(accepts(least), name);
    BOOST_TEST(accepts(most), name);
    BOOST_TEST(!accepts(least - 1), name);
    BOOST_TEST(!accepts(most + 1), name);
  }
  BOOST_TEST(ranges == 6U);
}

BOOST_AUTO_TEST_CASE(the_table_knows_keys_defaults_and_ranges) {
  const std::string table = text_of(fs::path(COIO_SOURCE_DIR) / "doc/configuration.md");
  for (const auto& [name, key] : documented_keys()) {
    const auto begin = table.find("| `" + name + "` |");
    BOOST_REQUIRE_MESSAGE(begin != std::string::npos, name << " is not in the table");
    const std::string row = table.substr(begin, table.find('\n', begin) - begin);
    BOOST_TEST(row.find("| `" + key.by_default.dump() + "` |") != std::string::npos, row);
    json range = key.schema;
    if (range.contains("anyOf")) range = range["anyOf"][0];
    if (range.contains("minimum"))
      BOOST_TEST(row.find(range.at("minimum").dump() + " to " + range.at("maximum").dump()) !=
                     std::string::npos,
                 row);
  }
}

BOOST_AUTO_TEST_CASE(the_example_is_the_defaults) {
  const fs::path example = fs::path(COIO_SOURCE_DIR) / "example/coio.json";
  BOOST_TEST((options::from_file(example.string()) == options()));
  json text = json::parse(text_of(example));
  text.erase("$schema");
  BOOST_TEST(text == json::parse(options().to_json()));
}
