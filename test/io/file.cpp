// Files.
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <future>
#include <iterator>
#include <new>
#include <string>
#include <utility>
#include <vector>

#include "checks.hpp"
#include "coio/coio.hpp"
#include "support.hpp"

using coio::awaitable;
using coio::file_base;
using coio::random_access_file;
using coio::stream_file;
using namespace std::chrono_literals;

namespace coio::test {

class folder {
 public:
  ~folder() { std::filesystem::remove_all(path_); }
  std::string operator/(const char* name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_ = new_folder();
};

}  // namespace coio::test

namespace {

using coio::test::folder;

const auto worker_counts = boost::unit_test::data::make({1, 2, 4});

template <typename F>
void run(int workers, F f) {
  coio::scheduler().with_workers(workers).run(std::move(f));
}

std::string content(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string pattern(std::size_t n) {
  std::string s(n, '\0');
  for (std::size_t i = 0; i < n; ++i)
    s[i] = static_cast<char>(i * 31 + i / 4096);
  return s;
}

template <typename F>
awaitable<asio::error_code> error_of(F f) {
  try {
    co_await f();
  } catch (const asio::system_error& e) {
    co_return e.code();
  }
  co_return asio::error_code();
}

}  // namespace

BOOST_DATA_TEST_CASE(stream_file_is_written_and_read_in_order, worker_counts, workers) {
  const folder f;
  run(workers, [&]() -> awaitable<void> {
    const auto ex = co_await asio::this_coro::executor;
    const std::string text = pattern(1000003);
    stream_file file(ex, f / "a", file_base::read_write | file_base::create | file_base::truncate);
    CHECK_EQUAL(co_await asio::async_write(file, asio::buffer(text)), text.size());
    CHECK_EQUAL(file.size(), text.size());
    CHECK_EQUAL(file.seek(0, file_base::seek_set), 0u);
    std::string got(text.size(), ' ');
    CHECK_EQUAL(co_await asio::async_read(file, asio::buffer(got)), text.size());
    CHECK(got == text);
    CHECK(co_await error_of([&] { return file.async_read_some(asio::buffer(got)); }) ==
          asio::error::eof);
    CHECK_EQUAL(file.seek(-3, file_base::seek_end), text.size() - 3);
    CHECK_EQUAL(co_await file.async_read_some(asio::buffer(got)), 3u);
    // Several buffers, of which one is empty; then nothing at all.
    file.seek(1, file_base::seek_set);
    std::array<char, 2> b, c;
    CHECK_EQUAL(co_await file.async_read_some(std::array<asio::mutable_buffer, 3>{
                    asio::buffer(b), asio::mutable_buffer(), asio::buffer(c)}),
                4u);
    CHECK(std::string(c.begin(), c.end()) == text.substr(3, 2));
    CHECK_EQUAL(co_await file.async_read_some(asio::mutable_buffer()), 0u);
    file.resize(5);
    file.sync_all();
    file.sync_data();
    CHECK_EQUAL(file.size(), 5u);
    file.close();
    CHECK(content(f / "a") == text.substr(0, 5));
  });
}

BOOST_DATA_TEST_CASE(random_access_file_is_read_side_by_side, worker_counts, workers) {
  const folder f;
  const std::string text = pattern(1 << 20);
  run(workers, [&]() -> awaitable<void> {
    random_access_file file(co_await asio::this_coro::executor, f / "a",
                            file_base::read_write | file_base::create);
    CHECK_EQUAL(co_await asio::async_write_at(file, 0, asio::buffer(text)), text.size());
    std::vector<coio::join_handle<void>> readers;
    std::atomic<std::size_t> same = 0;
    for (std::size_t i = 0; i < 64; ++i)
      readers.push_back(coio::spawn([&, i]() -> awaitable<void> {
        std::string part(text.size() / 64, ' ');
        const std::size_t at = i * part.size();
        co_await asio::async_read_at(file, at, asio::buffer(part));
        if (part == text.substr(at, part.size())) ++same;
      }));
    for (auto& r : readers)
      co_await r.join();
    CHECK_EQUAL(same.load(), 64u);
    std::array<char, 8> buffer;
    CHECK_EQUAL(co_await file.async_read_some_at(text.size() - 2, asio::buffer(buffer)), 2u);
    for (const std::uint64_t beyond : {std::uint64_t(text.size()), std::uint64_t(1) << 62})
      CHECK(co_await error_of([&] {
              return file.async_read_some_at(beyond, asio::buffer(buffer));
            }) == asio::error::eof);
  });
}

#if !defined(ASIO_HAS_FILE)

BOOST_DATA_TEST_CASE(offset_beyond_what_the_system_knows_is_refused, worker_counts, workers) {
  const folder f;
  run(workers, [&]() -> awaitable<void> {
    random_access_file file(co_await asio::this_coro::executor, f / "a",
                            file_base::read_write | file_base::create);
    char c = 0;
    for (const std::uint64_t beyond : {std::uint64_t(1) << 63, ~std::uint64_t(0) - 1}) {
      CHECK(co_await error_of([&] {
              return file.async_read_some_at(beyond, asio::buffer(&c, 1));
            }) == asio::error::invalid_argument);
      asio::error_code ec;
      file.resize(beyond, ec);
      CHECK(ec == asio::error::invalid_argument);
    }
  });
}

// A read of a pipe without a writer's bytes blocks its thread, and no worker.
BOOST_DATA_TEST_CASE(read_that_blocks_leaves_the_workers_free, worker_counts, workers) {
  const folder f;
  BOOST_REQUIRE(::mkfifo((f / "pipe").c_str(), 0600) == 0);
  run(workers, [&]() -> awaitable<void> {
    stream_file pipe(co_await asio::this_coro::executor, f / "pipe", file_base::read_write);
    std::array<char, 4> buffer;
    auto reading = coio::spawn([&] { return pipe.async_read_some(asio::buffer(buffer)); });
    for (int i = 0; i < 1000; ++i)
      co_await coio::sched();
    co_await coio::sleep(1ms);
    CHECK(!reading.done());
    CHECK_EQUAL(::write(pipe.native_handle(), "ab", 2), 2);
    CHECK_EQUAL(co_await reading.join(), 2u);
  });
}

// One thread, which the first operation blocks: the second has not begun when it is cancelled.
BOOST_DATA_TEST_CASE(operation_that_has_not_begun_is_cancelled, worker_counts, workers) {
  const folder f;
  BOOST_REQUIRE(::mkfifo((f / "pipe").c_str(), 0600) == 0);
  coio::options o;
  o.workers = workers;
  o.blocking_threads = 1;
  coio::io_context ctx(o);
  enum class how { cancel, close, slot, release };
  for (const how h : {how::cancel, how::close, how::slot, how::release}) {
    stream_file pipe(ctx, f / "pipe", file_base::read_write);
    random_access_file file(ctx, f / "a", file_base::read_write | file_base::create);
    std::array<char, 4> buffer;
    asio::cancellation_signal signal;
    std::size_t first = 0;
    asio::error_code second;
    std::atomic<int> left = 2;
    pipe.async_read_some(asio::buffer(buffer), [&](asio::error_code, std::size_t n) {
      first = n;
      --left;
    });
    file.async_write_some_at(
        0, asio::buffer("x", 1),
        asio::bind_cancellation_slot(signal.slot(), [&](asio::error_code ec, std::size_t) {
          second = ec;
          --left;
        }));
    int released = -1;
    if (h == how::cancel) file.cancel();
    if (h == how::close) file.close();
    if (h == how::slot) signal.emit(asio::cancellation_type::terminal);
    if (h == how::release) released = file.release();
    BOOST_TEST(::write(pipe.native_handle(), "ab", 2) == 2);
    ctx.run();
    ctx.restart();
    BOOST_TEST(left.load() == 0);
    BOOST_TEST(first == 2u);
    BOOST_TEST((second == asio::error::operation_aborted));
    if (released >= 0) ::close(released);
    BOOST_TEST(content(f / "a") == "");
  }
}

// The descriptor stays open until the operation that has begun is done with it.
BOOST_DATA_TEST_CASE(file_closed_within_a_read_ends_the_read_as_it_would_end, worker_counts,
                     workers) {
  const folder f;
  BOOST_REQUIRE(::mkfifo((f / "pipe").c_str(), 0600) == 0);
  run(workers, [&]() -> awaitable<void> {
    const int end = ::open((f / "pipe").c_str(), O_RDWR);
    stream_file pipe(co_await asio::this_coro::executor, f / "pipe", file_base::read_write);
    std::array<char, 4> buffer;
    std::atomic<bool> reads = false;
    auto reading = coio::spawn([&]() -> awaitable<std::size_t> {
      reads = true;
      co_return co_await pipe.async_read_some(asio::buffer(buffer));
    });
    while (!reads)
      co_await coio::sched();
    co_await coio::sleep(5ms);  // most likely it has begun; both ends are right
    pipe.close();
    CHECK(!pipe.is_open());
    CHECK_EQUAL(::write(end, "ab", 2), 2);
    try {
      CHECK_EQUAL(co_await reading.join(), 2u);
    } catch (const asio::system_error& e) {
      CHECK(e.code() == asio::error::operation_aborted);
    }
    ::close(end);
  });
}

namespace {

// There is no memory to go through them.
struct failing_buffers {
  using value_type = asio::const_buffer;
  struct const_iterator {
    using iterator_category = std::forward_iterator_tag;
    using value_type = asio::const_buffer;
    using difference_type = std::ptrdiff_t;
    using pointer = const value_type*;
    using reference = value_type;
    int at = 0;
    value_type operator*() const { throw std::bad_alloc(); }
    const_iterator& operator++() { return ++at, *this; }
    const_iterator operator++(int) { return {at++}; }
    bool operator==(const const_iterator&) const = default;
  };
  const_iterator begin() const { return {0}; }
  const_iterator end() const { return {1}; }
};

}  // namespace

#if !defined(COIO_HAS_ASIOS_FILE)
BOOST_AUTO_TEST_CASE(operation_without_memory_fails) {
  const folder f;
  coio::io_context ctx(1);
  random_access_file file(ctx, f / "a", file_base::read_write | file_base::create);
  asio::error_code ec;
  file.async_write_some_at(0, failing_buffers(), [&](asio::error_code e, std::size_t) { ec = e; });
  ctx.run();
  BOOST_TEST((ec == asio::error::no_memory));
}
#endif

BOOST_AUTO_TEST_CASE(offset_that_is_too_large_is_refused) {
  const folder f;
  coio::io_context ctx(1);
  random_access_file file(ctx, f / "a", file_base::read_write | file_base::create);
  BOOST_TEST(file.write_some_at(0, asio::buffer("precious", 8)) == 8u);
  for (const std::uint64_t offset : {~std::uint64_t(0), ~std::uint64_t(0) - 1}) {
    asio::error_code ec;
    BOOST_TEST(file.write_some_at(offset, asio::buffer("XX", 2), ec) == 0u);
    BOOST_TEST((ec == asio::error::invalid_argument));
    char byte;
    BOOST_TEST(file.read_some_at(offset, asio::buffer(&byte, 1), ec) == 0u);
    BOOST_TEST((ec == asio::error::invalid_argument));
    auto written = file.async_write_some_at(offset, asio::buffer("XX", 2), asio::use_future);
    auto read = file.async_read_some_at(offset, asio::buffer(&byte, 1), asio::use_future);
    ctx.run();
    ctx.restart();
    BOOST_CHECK_THROW(written.get(), asio::system_error);
    BOOST_CHECK_THROW(read.get(), asio::system_error);
  }
  BOOST_TEST(content(f / "a") == "precious");
}

// Handlers of operations are destroyed with the context, and its threads end.
BOOST_DATA_TEST_CASE(context_destroyed_within_operations_destroys_them, worker_counts, workers) {
  const folder f;
  const auto alive = std::make_shared<int>();
  const std::string text = pattern(1 << 16);
  for (int round = 0; round < 50; ++round) {
    coio::io_context ctx(workers);
    auto file = std::make_shared<random_access_file>(ctx, f / "a",
                                                     file_base::read_write | file_base::create);
    for (std::size_t i = 0; i < 16; ++i)
      file->async_write_some_at(i * text.size(), asio::buffer(text),
                                [alive, file](asio::error_code, std::size_t) {});
    if (round % 2) ctx.run_one();
  }
  BOOST_TEST(alive.use_count() == 1);
}

#endif

BOOST_AUTO_TEST_CASE(file_with_another_token_completes_to_it) {
  const folder f;
  coio::thread_pool pool(2);
  random_access_file file(pool, f / "a", file_base::read_write | file_base::create);
  BOOST_TEST(file.async_write_some_at(3, asio::buffer("abc", 3), asio::use_future).get() == 3u);
  auto strand = asio::make_strand(pool);
  std::promise<bool> within;
  std::array<char, 6> buffer;
  file.async_read_some_at(0, asio::buffer(buffer),
                          asio::bind_executor(strand, [&](asio::error_code ec, std::size_t n) {
                            within.set_value(!ec && n == 6 && strand.running_in_this_thread());
                          }));
  BOOST_TEST(within.get_future().get());
  BOOST_TEST(std::string(buffer.data(), 6) == std::string("\0\0\0abc", 6));
}

BOOST_AUTO_TEST_CASE(open_with_each_flag_does_what_it_says) {
  const folder f;
  coio::io_context ctx(1);
  asio::error_code ec;
  stream_file file(ctx);
  BOOST_TEST(!file.is_open());
  file.open(f / "a", file_base::read_only, ec);
  BOOST_TEST((ec.value() == ENOENT));
  BOOST_CHECK_EXCEPTION(file.open(f / "a", file_base::read_only), asio::system_error,
                        [](const auto& e) { return std::string(e.what()).size() > 5; });
  file.open(f / "a", file_base::write_only | file_base::create | file_base::exclusive);
  BOOST_TEST(file.write_some(asio::buffer("hello", 5)) == 5u);
  char c = 0;
  BOOST_CHECK_THROW(file.read_some(asio::buffer(&c, 1)), asio::system_error);
  file.open(f / "a", file_base::read_only, ec);
  BOOST_TEST((ec == asio::error::already_open));
  file.close();
  file.open(f / "a", file_base::write_only | file_base::create | file_base::exclusive, ec);
  BOOST_TEST((ec.value() == EEXIST));
  file.open(f / "a", file_base::write_only | file_base::append | file_base::sync_all_on_write);
  file.write_some(asio::buffer(" you", 4));
  stream_file moved(std::move(file));
  BOOST_TEST(!file.is_open());
  moved.close();
  BOOST_TEST(content(f / "a") == "hello you");
  file = stream_file(ctx, f / "a", file_base::write_only | file_base::truncate);
  BOOST_TEST(file.size() == 0u);
  const auto handle = file.release();
  BOOST_TEST(!file.is_open());
  file.assign(handle);
  BOOST_TEST(file.native_handle() == handle);
}

BOOST_AUTO_TEST_CASE(closed_file_says_so) {
  coio::io_context ctx(1);
  random_access_file file(ctx);
  char c = 0;
  asio::error_code ec;
  file.read_some_at(0, asio::buffer(&c, 1), ec);
  BOOST_TEST((ec == asio::error::bad_descriptor));
  file.size(ec);
  BOOST_TEST((ec == asio::error::bad_descriptor));
  BOOST_CHECK_THROW(file.cancel(), asio::system_error);
  BOOST_CHECK_THROW(file.release(), asio::system_error);
  BOOST_CHECK_THROW(file.sync_all(), asio::system_error);
  file.close();
  file.async_read_some_at(0, asio::buffer(&c, 1), [&](asio::error_code e, std::size_t) { ec = e; });
  ec.clear();
  ctx.run();
  BOOST_TEST((ec == asio::error::bad_descriptor));
}
