// The command line that all examples and benchmark servers have:
// [--config FILE] [--workers N] [ARGUMENT...]
#ifndef COIO_EXAMPLE_ARGUMENTS_HPP
#define COIO_EXAMPLE_ARGUMENTS_HPP

#include <coio/options.hpp>

#include <cstdlib>
#include <exception>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

struct arguments {
  // What the environment says, then the file, then the number of workers.
  coio::options options;
  std::vector<std::string> rest;

  // Says what is wrong, and exits, if something is.
  arguments(int argc, char** argv) {
    std::string program = argv[0], workers;
    try {
      options = coio::options::from_environment();
      rest.assign(argv + 1, argv + argc);
      while (rest.size() >= 2 && (rest[0] == "--config" || rest[0] == "--workers")) {
        if (rest[0] == "--config")
          options.merge_file(rest[1]);
        else
          workers = rest[1];
        rest.erase(rest.begin(), rest.begin() + 2);
      }
      if (workers.find_first_not_of("-0123456789") != workers.npos) workers = '"' + workers + '"';
      if (!workers.empty()) options.merge_json("{\"workers\": " + workers + "}", "--workers");
      if (!rest.empty() && rest[0].starts_with("--"))
        throw std::invalid_argument(rest[0] +
                                    ": expected --config FILE, --workers N, then arguments");
    } catch (const std::exception& e) {
      std::cerr << program << ": " << e.what() << '\n';
      std::exit(2);
    }
  }

  // How many workers the options mean.
  int workers() const { return options.workers ? options.workers : coio::default_workers(); }

  // An argument, or what it is by default.
  std::string get(std::size_t i, std::string otherwise) const {
    return i < rest.size() ? rest[i] : std::move(otherwise);
  }
};

#endif
