// What the tests of the settings share.
#ifndef COIO_TEST_CONFIG_SUPPORT_HPP
#define COIO_TEST_CONFIG_SUPPORT_HPP

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "../support.hpp"
#include "coio/options.hpp"

namespace coio::test {

namespace fs = std::filesystem;

// The message of the options_error that the function throws; empty if it throws none.
template <typename Function>
std::string error_of(Function f) {
  try {
    f();
  } catch (const coio::options_error& e) {
    return e.what();
  }
  return {};
}

inline std::string error_of_text(const std::string& text) {
  return error_of([&] { options::from_json(text, "coio.json"); });
}

inline std::string text_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  BOOST_REQUIRE_MESSAGE(file, "cannot open " << path);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

// A new folder, which is the working folder while the object exists.
class folder {
 public:
  folder() : before_(fs::current_path()), path_(new_folder()) {
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

// The variables that the library reads are unset before and after.
class environment {
 public:
  environment() { clear(); }
  ~environment() { clear(); }
  environment(const environment&) = delete;
  environment& operator=(const environment&) = delete;

 private:
  static void clear() {
    unset_variable("COIO_CONFIG");
    unset_variable("COIO_WORKERS");
  }
};

inline const std::string workers_expected =
    "expected an integer from 1 to 1024 or \"auto\", found ";

}  // namespace coio::test

#endif
