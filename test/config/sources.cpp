// Settings from files and from the environment.
#if !defined(COIO_PLATFORM_windows)
#include <unistd.h>
#endif

#include <boost/test/unit_test.hpp>
#include <cstddef>
#include <cstdlib>
#include <string>
#include <system_error>

#include "coio/io_context.hpp"
#include "coio/options.hpp"
#include "coio/scheduler.hpp"
#include "coio/spawn.hpp"
#include "coio/thread_pool.hpp"
#include "config/support.hpp"

using namespace coio::test;
using coio::options;

namespace {

// What fopen() says of a folder, and of a file in what is none.
#if defined(COIO_PLATFORM_windows)
const std::string of_a_folder = "Permission denied", in_a_file = "No such file or directory";
#else
const std::string of_a_folder = "Is a directory", in_a_file = "Not a directory";
#endif

}  // namespace

BOOST_AUTO_TEST_CASE(file_that_cannot_be_read_is_named) {
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
  BOOST_TEST(error_of_file("folder.json") == "folder.json: cannot be read: " + of_a_folder);
  BOOST_TEST(error_of_file("coio.json/x") == "coio.json/x: cannot be read: " + in_a_file);

  folder::write("empty.json", "");
  BOOST_TEST(error_of_file("empty.json") == "empty.json: expected a JSON object, found nothing");
  folder::write("blank.json", " \r\n\t\n");
  BOOST_TEST(error_of_file("blank.json") == "blank.json: expected a JSON object, found nothing");

  folder::write("huge.json", "{");
  fs::resize_file("huge.json", 100'000'000);
  BOOST_TEST(error_of_file("huge.json") == "huge.json: expected at most 1048576 bytes, found more");
#if !defined(COIO_PLATFORM_windows)
  BOOST_TEST(error_of_file("/dev/zero") == "/dev/zero: expected at most 1048576 bytes, found more");
#endif

  folder::write("bad.json", "{\"workers\": -3}");
  BOOST_TEST(error_of_file("bad.json") == "bad.json: /workers: " + workers_expected + "-3");
}

#if !defined(COIO_PLATFORM_windows)
BOOST_AUTO_TEST_CASE(file_without_permission_is_named) {
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
#endif

BOOST_AUTO_TEST_CASE(environment_is_read_and_bad_variables_are_refused) {
  const folder in;
  const environment clean;
  folder::write("coio.json", R"({"workers": 6, "thread_name": "file"})");
  BOOST_TEST((options::from_environment() == options()));

  coio::test::set_variable("COIO_CONFIG", "");
  coio::test::set_variable("COIO_WORKERS", "");
  BOOST_TEST((options::from_environment() == options()));

  coio::test::set_variable("COIO_CONFIG", "coio.json");
  BOOST_TEST(options::from_environment().workers == 6);
  coio::test::set_variable("COIO_WORKERS", "3");
  BOOST_TEST(options::from_environment().workers == 3);
  BOOST_TEST(options::from_environment().thread_name == "file");
  coio::test::set_variable("COIO_WORKERS", "auto");
  BOOST_TEST(options::from_environment().workers == 0);

  options o;
  o.blocking_threads = 8;
  o.merge_environment();
  BOOST_TEST(o.blocking_threads == 8);
  BOOST_TEST(o.thread_name == "file");

  for (const std::string bad :
       {"0", "-3", "1025", "99999999999999999999", "2.5", "four", " 4", "4 ", "0x4", "null"}) {
    coio::test::set_variable("COIO_WORKERS", bad.c_str());
    const std::string message = error_of([] { options::from_environment(); });
    BOOST_TEST(message.starts_with("COIO_WORKERS: " + workers_expected), bad << ": " << message);
  }
  const options before = o;
  BOOST_CHECK_THROW(o.merge_environment(), coio::options_error);
  BOOST_TEST((o == before));

  coio::test::unset_variable("COIO_WORKERS");
  coio::test::set_variable("COIO_CONFIG", "missing.json");
  BOOST_TEST(error_of([] { options::from_environment(); }) ==
             "COIO_CONFIG=missing.json: cannot be read: No such file or directory");
  coio::test::set_variable("COIO_CONFIG", "two\nlines");
  BOOST_TEST(error_of([] { options::from_environment(); }) ==
             "COIO_CONFIG=two?lines: cannot be read: No such file or directory");
}

namespace {

std::size_t workers(const coio::io_context& ctx) {
  return asio::query(const_cast<coio::io_context&>(ctx).get_executor(), asio::execution::occupancy);
}

}  // namespace

BOOST_AUTO_TEST_CASE(context_without_arguments_follows_the_environment) {
  const folder in;
  const environment clean;
  BOOST_TEST(workers(coio::io_context()) == static_cast<std::size_t>(coio::default_workers()));
  folder::write("coio.json", R"({"workers": 6})");
  coio::test::set_variable("COIO_CONFIG", "coio.json");
  BOOST_TEST(workers(coio::io_context()) == 6U);
  BOOST_TEST(workers(coio::thread_pool()) == 6U);
  coio::test::set_variable("COIO_WORKERS", "3");
  BOOST_TEST(workers(coio::io_context()) == 3U);
  // Hints of Asio's that name no number of threads.
  BOOST_TEST(workers(coio::io_context(ASIO_CONCURRENCY_HINT_SAFE)) == 3U);
  BOOST_TEST(workers(coio::io_context(ASIO_CONCURRENCY_HINT_DEFAULT)) == 3U);
  // The program's own settings are used alone.
  BOOST_TEST(workers(coio::io_context(options{.workers = 4})) == 4U);

  folder::write("coio.json", R"({"workers": 6, "monitr": true})");
  BOOST_TEST(error_of([] { coio::io_context ctx; }) ==
             "COIO_CONFIG=coio.json: /monitr: unknown key; the nearest known one is /monitor");
}

BOOST_AUTO_TEST_CASE(number_of_workers_in_the_program_overrides_the_environment) {
  const folder in;
  const environment clean;
  folder::write("coio.json", R"({"workers": 6})");
  coio::test::set_variable("COIO_CONFIG", "coio.json");
  coio::test::set_variable("COIO_WORKERS", "3");
  BOOST_TEST(workers(coio::io_context(2)) == 2U);
  BOOST_TEST(workers(coio::io_context(ASIO_CONCURRENCY_HINT_UNSAFE)) == 1U);
  BOOST_TEST(workers(coio::io_context(ASIO_CONCURRENCY_HINT_UNSAFE_IO)) == 1U);
  BOOST_TEST(workers(coio::thread_pool(2)) == 2U);
  const auto of_scheduler = [] { return coio::scheduler::metrics().workers.size(); };
  BOOST_TEST(coio::scheduler().with_workers(2).run(of_scheduler) == 2U);
  std::size_t of_default = 0;
  coio::spawn([&] { of_default = of_scheduler(); });
  coio::scheduler::run(2);
  BOOST_TEST(of_default == 2U);
#if defined(COIO_HAS_SERVICE_MAKER)
  const asio::config_from_string two("scheduler.concurrency_hint=2"), none("");
  BOOST_TEST(workers(coio::io_context(two)) == 2U);
  BOOST_TEST(workers(coio::io_context(none)) == 3U);
#endif
}

BOOST_AUTO_TEST_CASE(number_of_workers_in_the_program_leaves_the_other_settings) {
  const folder in;
  const environment clean;
  // No machine has this CPU, so a run fails if and only if it has read the setting.
  folder::write("coio.json", R"({"affinity": ["16383"]})");
  coio::test::set_variable("COIO_CONFIG", "coio.json");
  BOOST_CHECK_THROW(coio::io_context(2).run(), std::system_error);
  BOOST_CHECK_THROW(coio::io_context(ASIO_CONCURRENCY_HINT_UNSAFE).run(), std::system_error);
  BOOST_CHECK_THROW(coio::thread_pool pool(2), std::system_error);
  BOOST_CHECK_THROW(coio::scheduler::run(2), std::system_error);
  BOOST_CHECK_THROW(coio::scheduler().with_workers(2).run([] {}), std::system_error);
#if defined(COIO_HAS_SERVICE_MAKER)
  const asio::config_from_string two("scheduler.concurrency_hint=2"), one("scheduler.locking=0");
  BOOST_CHECK_THROW(coio::io_context(two).run(), std::system_error);
  BOOST_CHECK_THROW(coio::io_context(one).run(), std::system_error);
  BOOST_CHECK_THROW(coio::thread_pool pool(2, two), std::system_error);
#endif
  BOOST_TEST(coio::io_context(options{.workers = 2}).run() == 0U);
}

BOOST_AUTO_TEST_CASE(number_of_workers_out_of_range_is_named) {
  const environment clean;
  const auto expected = [](const std::string& where, const std::string& found) {
    return where + ": expected a number of workers from 1 to 1024" +
           (where.ends_with("hint") ? " or a constant of Asio's" : "") + ", found " + found;
  };
  for (const int n : {0, -3, 1025, 2'000'000})
    BOOST_TEST(error_of([&] { coio::io_context ctx(n); }) ==
               expected("coio::io_context: concurrency_hint", std::to_string(n)));
  for (const std::size_t n : {std::size_t(0), std::size_t(1025), ~std::size_t(0)})
    BOOST_TEST(error_of([&] { coio::thread_pool pool(n); }) ==
               expected("coio::thread_pool: threads", std::to_string(n)));
}
