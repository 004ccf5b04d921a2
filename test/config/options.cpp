// Settings read from JSON text and set by the program, and the messages about bad ones.
#include "coio/options.hpp"

#include <array>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <cstdint>
#include <functional>
#include <nlohmann/json.hpp>
#include <regex>
#include <string>
#include <vector>

#include "coio/io_context.hpp"
#include "config/support.hpp"

using namespace coio::test;
using coio::options;
using nlohmann::json;

BOOST_AUTO_TEST_CASE(every_key_is_read) {
  const options o = options::from_json(R"({
    "$schema": "options.schema.json",
    "workers": 7,
    "thread_name": "web",
    "affinity": ["0-3,8", "4"],
    "run_queue_capacity": 64,
    "monitor": {"enabled": false, "min_interval_us": 10, "max_interval_us": 20},
    "spawn_threads": false,
    "blocking_threads": 9,
    "timer_slack_us": 1000,
    "deadlock_detection": false,
    "trace": "of this run.json"
  })");
  BOOST_TEST(o.workers == 7);
  BOOST_TEST(o.thread_name == "web");
  BOOST_TEST(o.affinity == (std::vector<std::string>{"0-3,8", "4"}));
  BOOST_TEST(o.run_queue_capacity == 64U);
  BOOST_TEST(!o.monitor);
  BOOST_TEST(o.monitor_min_interval.count() == 10);
  BOOST_TEST(o.monitor_max_interval.count() == 20);
  BOOST_TEST(!o.spawn_threads);
  BOOST_TEST(o.blocking_threads == 9);
  BOOST_TEST(o.timer_slack.count() == 1000);
  BOOST_TEST(!o.deadlock_detection);
  BOOST_TEST(o.trace == "of this run.json");
  BOOST_TEST((options::from_json(o.to_json()) == o));
}

BOOST_AUTO_TEST_CASE(words_stand_for_values) {
  options o;
  o.workers = 3;
  o.affinity = {"0"};
  o.merge_json(R"({"workers": "auto", "affinity": "none", "monitor": false})");
  BOOST_TEST(o.workers == 0);
  BOOST_TEST(o.affinity.empty());
  BOOST_TEST(!o.monitor);
  o.merge_json(R"({"monitor": true, "affinity": "compact"})");
  BOOST_TEST(o.monitor);
  BOOST_TEST(o.affinity == coio::compact_affinity());
}

BOOST_AUTO_TEST_CASE(an_empty_object_is_the_defaults) {
  BOOST_TEST((options::from_json("{}") == options()));
  BOOST_TEST((options::from_json("\t\r\n {\n} \n") == options()));
  BOOST_TEST((options::from_json(options().to_json()) == options()));
}

BOOST_AUTO_TEST_CASE(later_sources_win_and_leave_the_rest) {
  options o;
  o.thread_name = "program";
  o.monitor_min_interval = std::chrono::microseconds(30);
  o.merge_json(R"({"workers": 2, "monitor": {"max_interval_us": 900}})");
  o.merge_json(R"({"workers": 5})");
  options expected;
  expected.thread_name = "program";
  expected.workers = 5;
  expected.monitor_min_interval = std::chrono::microseconds(30);
  expected.monitor_max_interval = std::chrono::microseconds(900);
  BOOST_TEST((o == expected));
}

BOOST_AUTO_TEST_CASE(a_source_with_an_error_changes_nothing) {
  options o;
  o.workers = 2;
  const options before = o;
  BOOST_CHECK_THROW(o.merge_json(R"({"blocking_threads": 3, "workers": -3})"), coio::options_error);
  BOOST_TEST((o == before));
  BOOST_CHECK_THROW(o.merge_file("/nonexistent/coio.json"), coio::options_error);
  BOOST_TEST((o == before));
}

BOOST_AUTO_TEST_CASE(the_ends_of_the_ranges_are_in_them) {
  const auto good = [](const std::string& text) { BOOST_TEST(error_of_text(text) == ""); };
  good(R"({"workers": 1})");
  good(R"({"workers": 1024})");
  good(R"({"run_queue_capacity": 1})");
  good(R"({"run_queue_capacity": 1048576})");
  good(R"({"monitor": {"min_interval_us": 1, "max_interval_us": 1}})");
  good(R"({"monitor": {"min_interval_us": 1000000, "max_interval_us": 1000000}})");
  good(R"({"blocking_threads": 1})");
  good(R"({"blocking_threads": 10000})");
  good(R"({"timer_slack_us": 0})");
  good(R"({"timer_slack_us": 1000000})");
  good(R"({"thread_name": ""})");
  good(R"({"thread_name": "0123456789"})");
  good(R"({"affinity": ["0-16383"]})");
}

BOOST_AUTO_TEST_CASE(bad_value_is_refused_with_its_place) {
  const struct {
    const char* text;
    std::string message;
  } cases[] = {
      {R"({"workers": -3})", "/workers: " + workers_expected + "-3"},
      {R"({"workers": 0})", "/workers: " + workers_expected + "0"},
      {R"({"workers": 1025})", "/workers: " + workers_expected + "1025"},
      {R"({"workers": 2.5})", "/workers: " + workers_expected + "2.5"},
      {R"({"workers": 4.0})", "/workers: " + workers_expected + "4.0"},
      {R"({"workers": "four"})", "/workers: " + workers_expected + "\"four\""},
      {R"({"workers": "4"})", "/workers: " + workers_expected + "\"4\""},
      {R"({"workers": null})", "/workers: " + workers_expected + "null"},
      {R"({"workers": true})", "/workers: " + workers_expected + "true"},
      {R"({"workers": []})", "/workers: " + workers_expected + "[]"},
      {R"({"workers": [4]})", "/workers: " + workers_expected + "an array"},
      {R"({"workers": {"n": 4}})", "/workers: " + workers_expected + "an object"},
      {R"({"workers": 4294967297})", "/workers: " + workers_expected + "4294967297"},
      {R"({"workers": 18446744073709551615})",
       "/workers: " + workers_expected + "18446744073709551615"},
      {R"({"workers": 99999999999999999999})", "/workers: " + workers_expected + "1e+20"},
      {R"({"workers": 1e400})", "/workers: expected a number that fits in a double, found 1e400"},
      {R"({"affinity": [1, {"x": -1e999}]})",
       "/affinity/1/x: expected a number that fits in a double, found -1e999"},
      {R"({"workers": "a\nb\u0007\u00e9"})",
       "/workers: " + workers_expected + R"("a\nb\u0007\u00e9")"},
      {R"({"thread_name": "12345678901"})",
       "/thread_name: expected a string of at most 10 bytes without control characters, found "
       "\"12345678901\""},
      {R"({"thread_name": "a\tb"})",
       "/thread_name: expected a string of at most 10 bytes without control characters, found "
       "\"a\\tb\""},
      {R"({"thread_name": 7})",
       "/thread_name: expected a string of at most 10 bytes without control characters, found 7"},
      {R"({"affinity": "all"})",
       "/affinity: expected \"none\", \"compact\" or an array of 1 to 1024 CPU lists, found "
       "\"all\""},
      {R"({"affinity": []})",
       "/affinity: expected \"none\", \"compact\" or an array of 1 to 1024 CPU lists, found []"},
      {R"({"affinity": ["0", "8-3"]})",
       "/affinity/1: expected a CPU list such as \"0-3,8\", of CPUs from 0 to 16383, found "
       "\"8-3\""},
      {R"({"affinity": [0]})",
       "/affinity/0: expected a CPU list such as \"0-3,8\", of CPUs from 0 to 16383, found 0"},
      {R"({"run_queue_capacity": 0})",
       "/run_queue_capacity: expected an integer from 1 to 1048576, found 0"},
      {R"({"monitor": 1})", "/monitor: expected true, false or an object, found 1"},
      {R"({"monitor": {"enabled": "yes"}})",
       "/monitor/enabled: expected true or false, found \"yes\""},
      {R"({"monitor": {"min_interval_us": 0}})",
       "/monitor/min_interval_us: expected an integer from 1 to 1000000, found 0"},
      {R"({"monitor": {"max_interval_us": 1000001}})",
       "/monitor/max_interval_us: expected an integer from 1 to 1000000, found 1000001"},
      {R"({"monitor": {"min_interval_us": 500}})",
       "/monitor/min_interval_us: expected at most /monitor/max_interval_us, which is 400, found "
       "500"},
      {R"({"spawn_threads": 0})", "/spawn_threads: expected true or false, found 0"},
      {R"({"blocking_threads": 10001})",
       "/blocking_threads: expected an integer from 1 to 10000, found 10001"},
      {R"({"deadlock_detection": "no"})",
       "/deadlock_detection: expected true or false, found \"no\""},
      {R"({"trace": 1})",
       "/trace: expected the name of a file: a string of at most 4096 bytes without control "
       "characters, found 1"},
      {R"({"timer_slack_us": -1})",
       "/timer_slack_us: expected an integer from 0 to 1000000, found -1"},
      {R"({"$schema": 7})", "/$schema: expected the address of a schema, found 7"},
      {"[]", "expected a JSON object, found []"},
      {"3", "expected a JSON object, found 3"},
      {"\"workers\"", "expected a JSON object, found \"workers\""},
      {"null", "expected a JSON object, found null"},
  };
  for (const auto& c : cases)
    BOOST_TEST(error_of_text(c.text) == "coio.json: " + c.message);
}

BOOST_AUTO_TEST_CASE(long_text_in_a_message_is_cut) {
  const std::string found = error_of_text("{\"workers\": \"" + std::string(100'000, 'x') + "\"}");
  BOOST_TEST(found.starts_with("coio.json: /workers: " + workers_expected + "\"xxx"));
  BOOST_TEST(found.find("xxx...xxx") != std::string::npos);
  BOOST_TEST(found.size() < 200U);
  BOOST_TEST(error_of_text("{\"" + std::string(100'000, 'x') + "\": 1}").size() < 200U);
  BOOST_TEST(error_of_text("{\"workers\": \"" + std::string(100'000, 'x')).size() < 300U);
  std::string lists = R"({"affinity": ["0")";
  for (int i = 1; i < 1024; ++i)
    lists += ",\"0\"";
  BOOST_TEST(error_of_text(lists + "]}") == "");
  BOOST_TEST(error_of_text(lists + ",\"0\"]}") ==
             "coio.json: /affinity: expected \"none\", \"compact\" or an array of 1 to 1024 CPU "
             "lists, found an array");
}

BOOST_AUTO_TEST_CASE(unknown_keys_name_the_nearest_known_one) {
  const auto suggestion = [](const std::string& text) {
    const std::string message = error_of_text(text);
    std::smatch m;
    static const std::regex form("coio\\.json: (/.*): unknown key; the nearest known one is (/.*)");
    return std::regex_match(message, m, form) ? m[1].str() + " -> " + m[2].str() : message;
  };
  BOOST_TEST(suggestion(R"({"wrokers": 4})") == "/wrokers -> /workers");
  BOOST_TEST(suggestion(R"({"Workers": 4})") == "/Workers -> /workers");
  BOOST_TEST(suggestion(R"({"spawn_thread": 4})") == "/spawn_thread -> /spawn_threads");
  BOOST_TEST(suggestion(R"({"moniter": true})") == "/moniter -> /monitor");
  BOOST_TEST(suggestion(R"({"monitor": {"enable": true}})") ==
             "/monitor/enable -> /monitor/enabled");
  // A key in the wrong object, and one that only looks like the pointer to a key.
  BOOST_TEST(suggestion(R"({"min_interval_us": 4})") ==
             "/min_interval_us -> /monitor/min_interval_us");
  BOOST_TEST(suggestion(R"({"monitor": {"workers": 4}})") == "/monitor/workers -> /workers");
  BOOST_TEST(suggestion(R"({"monitor/enabled": true})") == "/monitor~1enabled -> /monitor");
  BOOST_TEST(suggestion(R"({"a\nb": true})").starts_with("/a\\x0Ab -> /"));
  BOOST_TEST(suggestion(R"({"": true})").starts_with("/ -> /"));
}

BOOST_AUTO_TEST_CASE(key_that_comes_twice_is_refused) {
  BOOST_TEST(error_of_text(R"({"workers": 2, "workers": 2})") ==
             "coio.json: /workers: expected this key once, found it again");
  BOOST_TEST(error_of_text(R"({"monitor": {"enabled": true, "enabled": true}})") ==
             "coio.json: /monitor/enabled: expected this key once, found it again");
}

BOOST_AUTO_TEST_CASE(syntax_errors_have_line_and_column) {
  const struct {
    const char* text;
    const char* where;
  } cases[] = {
      {"{\"workers\": 4,}", "line 1, column 15: "},
      {"{\n  \"workers\": 4,\n}", "line 3, column 1: "},
      {"{\n  \"workers\" 4\n}", "line 2, column 13: "},
      {"{\r\n  'workers': 4}", "line 2, column 3: "},
      {"{\"workers\": 4", "line 1, column 14: "},
      {"{\"workers\": 4\n", "line 2, column 1: "},
      {"{\"workers\": 4} 5", "line 1, column 16: "},
      {"{\"workers\": 04}", "line 1, column 14: "},
      {"{\"workers\": +4}", "line 1, column 13: "},
      {"{\"workers\": NaN}", "line 1, column 13: "},
      {"{\"workers\": 4} // four", "line 1, column 16: "},
      {"{\"thread_name\": \"\xC3\xA9\xC3\xA9\", x", "line 1, column 23: "},
      {"\xEF\xBB\xBF{x", "line 1, column 2: "},
      {"{\"thread_name\": \"a\nb\"}", "line 1, column 19: "},
      {"{\"thread_name\": \"\\x\"}", "line 1, column 19: "},
      {"{\"thread_name\": \"\\ud800\"}", "line 1, column 24: "},
  };
  for (const auto& c : cases) {
    const std::string message = error_of_text(c.text);
    BOOST_TEST(message.starts_with(std::string("coio.json: ") + c.where),
               c.text << " gave: " << message);
    BOOST_TEST(message.find('\n') == std::string::npos);
  }
  BOOST_TEST(error_of_text("{\n  \"workers\": }") ==
             "coio.json: line 2, column 14: syntax error while parsing value - unexpected '}'; "
             "expected '[', '{', or a literal");
}

BOOST_AUTO_TEST_CASE(other_encodings_than_utf8_are_refused) {
  const std::string text = R"({"thread_name": "x"})";
  BOOST_TEST(options::from_json("\xEF\xBB\xBF" + text).thread_name == "x");
  BOOST_TEST(options::from_json("{\"thread_name\": \"\xC3\xA9\"}").thread_name == "\xC3\xA9");

  // UTF-16 and UTF-32, in both orders of bytes, with and without a mark.
  const auto widened = [&](std::size_t width, bool big, bool mark) {
    std::string wide;
    const auto put = [&](unsigned c) {
      for (std::size_t i = 0; i < width; ++i)
        wide += static_cast<char>(c >> 8 * (big ? width - 1 - i : i) & 0xFF);
    };
    if (mark) put(0xFEFF);
    for (const char c : text)
      put(static_cast<unsigned char>(c));
    return wide;
  };
  for (const std::size_t width : {2U, 4U})
    for (const bool big : {false, true})
      for (const bool mark : {false, true})
        BOOST_TEST(error_of_text(widened(width, big, mark)) ==
                   "coio.json: expected UTF-8, found UTF-16 or UTF-32");

  // Latin-1, in a value and in a key.
  BOOST_TEST(error_of_text("{\"thread_name\": \"caf\xE9\"}")
                 .starts_with("coio.json: line 1, column 22: "));
  BOOST_TEST(error_of_text("{\"caf\xE9\": 1}").starts_with("coio.json: line 1, column 7: "));
  BOOST_TEST(error_of_text("{\"caf\xE9\": 1}").find("ill-formed UTF-8") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(nesting_is_bounded) {
  const auto nested = [](std::size_t depth, const std::string& open, const std::string& close) {
    std::string text = "{\"affinity\": ";
    for (std::size_t i = 0; i < depth; ++i)
      text += open;
    text += "0";
    for (std::size_t i = 0; i < depth; ++i)
      text += close;
    return text + "}";
  };
  const std::string too_deep = "expected at most 16 levels of nesting, found more";
  BOOST_TEST(error_of_text(nested(15, "[", "]")).find("/affinity/0: expected a CPU list") !=
             std::string::npos);
  for (const std::size_t depth : {16U, 17U, 1000U, 100'000U}) {
    BOOST_TEST(error_of_text(nested(depth, "[", "]")).ends_with(too_deep));
    BOOST_TEST(error_of_text(nested(depth, "{\"a\":", "}")).ends_with(too_deep));
  }
  BOOST_TEST(error_of_text(std::string(1'000'000, '[')).ends_with(too_deep));
}

BOOST_AUTO_TEST_CASE(size_is_bounded) {
  std::string text = "{\"workers\": 4}";
  text.resize(options::max_json_size, ' ');
  BOOST_TEST(error_of_text(text) == "");
  BOOST_TEST(error_of_text(text + " ") == "coio.json: expected at most 1048576 bytes, found more");
}

BOOST_AUTO_TEST_CASE(settings_of_the_program_out_of_range_are_refused) {
  const auto error_after = [](const std::function<void(options&)>& change) {
    options o;
    change(o);
    const std::string message = error_of([&] { o.validate(); });
    BOOST_TEST(error_of([&] { coio::io_context ctx(o); }) == message);
    // It is not laid at the door of a source that is read on top.
    BOOST_TEST(error_of([&] { o.merge_json("{}", "coio.json"); }) == message);
    return message;
  };
  using us = std::chrono::microseconds;
  BOOST_TEST(error_after([](options&) {}) == "");
  BOOST_TEST(error_after([](options& o) { o.workers = 0; }) == "");
  BOOST_TEST(error_after([](options& o) { o.workers = -3; }) ==
             "coio::options: /workers: " + workers_expected + "-3");
  BOOST_TEST(error_after([](options& o) { o.workers = 1025; }) != "");
  BOOST_TEST(error_after([](options& o) { o.thread_name = "much too long"; }) != "");
  BOOST_TEST(error_after([](options& o) {
               o.affinity = {"0", "x"};
             }) ==
             "coio::options: /affinity/1: expected a CPU list such as \"0-3,8\", of CPUs from 0 "
             "to 16383, found \"x\"");
  BOOST_TEST(error_after([](options& o) { o.affinity = {""}; }) != "");
  BOOST_TEST(error_after([](options& o) { o.run_queue_capacity = 0; }) != "");
  BOOST_TEST(error_after([](options& o) { o.run_queue_capacity = std::size_t(-1); }) != "");
  BOOST_TEST(error_after([](options& o) { o.monitor_min_interval = us(0); }) != "");
  BOOST_TEST(error_after([](options& o) { o.monitor_max_interval = us::max(); }) != "");
  BOOST_TEST(error_after([](options& o) { o.monitor_min_interval = us(401); }) ==
             "coio::options: /monitor/min_interval_us: expected at most /monitor/max_interval_us, "
             "which is 400, found 401");
  BOOST_TEST(error_after([](options& o) { o.blocking_threads = 0; }) != "");
  BOOST_TEST(error_after([](options& o) { o.timer_slack = std::chrono::microseconds(-1); }) != "");
  BOOST_TEST(error_after([](options& o) { o.trace = "two\nlines"; }) != "");
  BOOST_TEST(error_after([](options& o) { o.trace = std::string(4097, 'x'); }) != "");
  BOOST_CHECK_THROW(coio::io_context(0), coio::options_error);
  BOOST_CHECK_THROW(coio::io_context(1025), std::invalid_argument);
}
