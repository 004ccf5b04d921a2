// Where settings come from: JSON text, files, the environment; and what is said of bad ones.
#include "coio/options.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <regex>
#include <string>
#include <vector>

#include "coio/io_context.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

namespace fs = std::filesystem;
using coio::options;
using nlohmann::json;

// What is said when the function is called; empty if nothing.
template <typename Function>
std::string error_of(Function f) {
  try {
    f();
  } catch (const coio::options_error& e) {
    return e.what();
  }
  return {};
}

std::string error_of_text(const std::string& text) {
  return error_of([&] { options::from_json(text, "coio.json"); });
}

std::string text_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  BOOST_REQUIRE_MESSAGE(file, "cannot open " << path);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

// A folder of its own for each case, which is also the working folder meanwhile.
class folder {
 public:
  folder() : before_(fs::current_path()) {
    std::string name = (fs::temp_directory_path() / "coio-options-XXXXXX").string();
    BOOST_REQUIRE(::mkdtemp(name.data()));
    path_ = name;
    fs::permissions(path_, fs::perms::owner_all | fs::perms::others_exec);
    fs::current_path(path_);
  }
  ~folder() {
    fs::current_path(before_);
    fs::remove_all(path_);
  }
  folder(const folder&) = delete;
  folder& operator=(const folder&) = delete;

  static void write(const std::string& name, std::string_view text) {
    std::ofstream(name, std::ios::binary) << text;
  }

 private:
  fs::path before_, path_;
};

class environment {
 public:
  environment() { clear(); }
  ~environment() { clear(); }
  environment(const environment&) = delete;
  environment& operator=(const environment&) = delete;

 private:
  static void clear() {
    ::unsetenv("COIO_CONFIG");
    ::unsetenv("COIO_WORKERS");
  }
};

const std::string workers_expected = "expected an integer from 1 to 1024 or \"auto\", found ";

}  // namespace

BOOST_AUTO_TEST_CASE(every_key_is_read) {
  const options o = options::from_json(R"({
    "$schema": "options.schema.json",
    "workers": 7,
    "thread_name": "web",
    "affinity": ["0-3,8", "4"],
    "run_queue_capacity": 64,
    "monitor": {"enabled": false, "min_interval_us": 10, "max_interval_us": 20},
    "spawn_threads": false,
    "blocking_threads": 9
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
  good(R"({"thread_name": ""})");
  good(R"({"thread_name": "0123456789"})");
  good(R"({"affinity": ["0-16383"]})");
}

BOOST_AUTO_TEST_CASE(bad_values) {
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
      {R"({"$schema": 7})", "/$schema: expected the address of a schema, found 7"},
      {"[]", "expected a JSON object, found []"},
      {"3", "expected a JSON object, found 3"},
      {"\"workers\"", "expected a JSON object, found \"workers\""},
      {"null", "expected a JSON object, found null"},
  };
  for (const auto& c : cases)
    BOOST_TEST(error_of_text(c.text) == "coio.json: " + c.message);
}

BOOST_AUTO_TEST_CASE(what_is_long_is_cut) {
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

BOOST_AUTO_TEST_CASE(keys_that_come_twice) {
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

BOOST_AUTO_TEST_CASE(encodings) {
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

BOOST_AUTO_TEST_CASE(files) {
  const folder in;
  const auto error_of_file = [](const std::string& path) {
    return error_of([&] { options::from_file(path); });
  };
  folder::write("coio.json", R"({"workers": 6})");
  BOOST_TEST(options::from_file("coio.json").workers == 6);

  BOOST_TEST(error_of_file("missing.json") ==
             "missing.json: cannot be read: No such file or directory");
  BOOST_TEST(error_of_file("") == ": cannot be read: No such file or directory");
  fs::create_directory("folder.json");
  BOOST_TEST(error_of_file("folder.json") == "folder.json: cannot be read: Is a directory");
  BOOST_TEST(error_of_file("coio.json/x") == "coio.json/x: cannot be read: Not a directory");

  folder::write("empty.json", "");
  BOOST_TEST(error_of_file("empty.json") == "empty.json: expected a JSON object, found nothing");
  folder::write("blank.json", " \r\n\t\n");
  BOOST_TEST(error_of_file("blank.json") == "blank.json: expected a JSON object, found nothing");

  folder::write("huge.json", "{");
  fs::resize_file("huge.json", 100'000'000);
  BOOST_TEST(error_of_file("huge.json") == "huge.json: expected at most 1048576 bytes, found more");
  BOOST_TEST(error_of_file("/dev/zero") == "/dev/zero: expected at most 1048576 bytes, found more");

  folder::write("bad.json", "{\"workers\": -3}");
  BOOST_TEST(error_of_file("bad.json") == "bad.json: /workers: " + workers_expected + "-3");
}

BOOST_AUTO_TEST_CASE(a_file_that_may_not_be_read) {
  const folder in;
  folder::write("secret.json", "{}");
  fs::permissions("secret.json", fs::perms::none);
  // The superuser may read all.
  const bool root = ::geteuid() == 0;
  if (root) BOOST_REQUIRE(::seteuid(65534) == 0);
  const std::string message = error_of([] { options::from_file("secret.json"); });
  if (root) BOOST_REQUIRE(::seteuid(0) == 0);
  BOOST_TEST(message == "secret.json: cannot be read: Permission denied");
}

BOOST_AUTO_TEST_CASE(the_environment) {
  const folder in;
  const environment clean;
  folder::write("coio.json", R"({"workers": 6, "thread_name": "file"})");
  BOOST_TEST((options::from_environment() == options()));

  ::setenv("COIO_CONFIG", "", 1);
  ::setenv("COIO_WORKERS", "", 1);
  BOOST_TEST((options::from_environment() == options()));

  ::setenv("COIO_CONFIG", "coio.json", 1);
  BOOST_TEST(options::from_environment().workers == 6);
  ::setenv("COIO_WORKERS", "3", 1);
  BOOST_TEST(options::from_environment().workers == 3);
  BOOST_TEST(options::from_environment().thread_name == "file");
  ::setenv("COIO_WORKERS", "auto", 1);
  BOOST_TEST(options::from_environment().workers == 0);

  options o;
  o.blocking_threads = 8;
  o.merge_environment();
  BOOST_TEST(o.blocking_threads == 8);
  BOOST_TEST(o.thread_name == "file");

  for (const std::string bad :
       {"0", "-3", "1025", "99999999999999999999", "2.5", "four", " 4", "4 ", "0x4", "null"}) {
    ::setenv("COIO_WORKERS", bad.c_str(), 1);
    const std::string message = error_of([] { options::from_environment(); });
    BOOST_TEST(message.starts_with("COIO_WORKERS: " + workers_expected), bad << ": " << message);
  }
  const options before = o;
  BOOST_CHECK_THROW(o.merge_environment(), coio::options_error);
  BOOST_TEST((o == before));

  ::unsetenv("COIO_WORKERS");
  ::setenv("COIO_CONFIG", "missing.json", 1);
  BOOST_TEST(error_of([] { options::from_environment(); }) ==
             "COIO_CONFIG=missing.json: cannot be read: No such file or directory");
}

BOOST_AUTO_TEST_CASE(a_context_reads_the_environment) {
  const folder in;
  const environment clean;
  const auto workers = [](coio::io_context&& ctx) {
    return asio::query(ctx.get_executor(), asio::execution::occupancy);
  };
  folder::write("coio.json", R"({"workers": 6})");
  ::setenv("COIO_CONFIG", "coio.json", 1);
  BOOST_TEST(workers(coio::io_context()) == 6U);
  ::setenv("COIO_WORKERS", "3", 1);
  BOOST_TEST(workers(coio::io_context()) == 3U);
  // What the program says itself it says alone.
  BOOST_TEST(workers(coio::io_context(2)) == 2U);
  BOOST_TEST(workers(coio::io_context(options{.workers = 4})) == 4U);

  folder::write("coio.json", R"({"workers": 6, "monitr": true})");
  BOOST_TEST(error_of([] { coio::io_context ctx; }) ==
             "COIO_CONFIG=coio.json: /monitr: unknown key; the nearest known one is /monitor");
}

BOOST_AUTO_TEST_CASE(a_program_that_sets_nonsense_is_told_so) {
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
  BOOST_CHECK_THROW(coio::io_context(0), coio::options_error);
  BOOST_CHECK_THROW(coio::io_context(1025), std::invalid_argument);
}

// ---- What the documentation and the schema say ----

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
  BOOST_TEST(ranges == 5U);
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

BOOST_AUTO_TEST_CASE(the_corpus_of_the_fuzzer) {
  std::size_t files = 0;
  for (const auto& entry :
       fs::directory_iterator(fs::path(COIO_SOURCE_DIR) / "test/config/corpus")) {
    const std::string text = text_of(entry.path());
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
    ++files;
  }
  BOOST_TEST(files > 0U);
}
