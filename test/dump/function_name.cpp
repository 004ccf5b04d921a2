#include "dump/function_name.hpp"

#include <boost/test/unit_test.hpp>
#include <coroutine>
#include <source_location>
#include <string>
#include <vector>

#include "coio/awaitable.hpp"

using coio::detail::function_name;

// ---- As compilers write them ----

// libc++, which g++ does not use here, demangles otherwise.
#if !defined(_LIBCPP_VERSION)
BOOST_AUTO_TEST_CASE(frame_of_gcc_gives_the_demangled_function) {
  BOOST_TEST(function_name("void foo(foo(int)::_Z3fooi.Frame*)") == "foo");
  BOOST_TEST(function_name("void ns::S::member(ns::S::member<double>(double, "
                           "int)::_ZN2ns1S6memberIdEE2awT_i.Frame*)") == "ns::S::member<double>");
  BOOST_TEST(function_name("void main()::<lambda(int)>::operator()(main()::<lambda("
                           "int)>::_ZZ4mainENKUliE_clEi.Frame*)") == "main::{lambda(int)#1}");
  // f(std::vector<int, std::allocator<int>>)::{lambda()#1}::operator()() const::{lambda()#1}
  BOOST_TEST(function_name("f(std::vector<int>)::<lambda()>::<lambda()>(f(std::vector<int>)::<"
                           "lambda()>::_ZZZ1fSt6vectorIiSaIiEEENKUlvE_clEvENKUlvE_clEv.Frame*)") ==
             "f(std::vector<int, std::allocator<int> >)::{lambda()#1}::{lambda()#1}");
}
#endif

BOOST_AUTO_TEST_CASE(function_of_clang_loses_result_and_parameters) {
  BOOST_TEST(function_name("aw foo(int)") == "foo");
  BOOST_TEST(function_name("aw ns::S::member(T, int) [T = double]") == "ns::S::member");
  BOOST_TEST(function_name("auto main()::(anonymous class)::operator()(int) const") ==
             "main()::(anonymous class)::operator()");
  BOOST_TEST(function_name("std::map<int, long> &ns::f(std::pair<int, int>)") == "&ns::f");
}

BOOST_AUTO_TEST_CASE(namespace_without_a_name_is_left_out) {
  BOOST_TEST(function_name("coio::awaitable<int> {anonymous}::f(int)") == "f");
  BOOST_TEST(function_name("aw (anonymous namespace)::g((anonymous namespace)::h)") == "g");
}

BOOST_AUTO_TEST_CASE(anything_else_stays) {
  BOOST_TEST(function_name("") == "");
  BOOST_TEST(function_name("main") == "main");
  BOOST_TEST(function_name(")") == ")");
  BOOST_TEST(function_name("(") == "(");
}

// ---- Of this compiler ----

namespace {

struct spy {
  std::source_location at;
};

// What a promise sees of the place of a co_await.
struct seen {
  struct promise_type {
    spy* s = nullptr;
    seen get_return_object() noexcept { return {}; }
    std::suspend_never initial_suspend() const noexcept { return {}; }
    std::suspend_never final_suspend() const noexcept { return {}; }
    void return_void() const noexcept {}
    void unhandled_exception() const noexcept {}
    std::suspend_never await_transform(
        spy& t, std::source_location at = std::source_location::current()) noexcept {
      t.at = at;
      return {};
    }
  };
};

seen a_function(spy& s, int) {
  co_await s;
}

struct a_class {
  template <typename T>
  static seen a_member(spy& s, T) {
    co_await s;
  }
};

}  // namespace

BOOST_AUTO_TEST_CASE(place_of_a_coroutine_has_its_function_file_and_line) {
  spy s;
  a_function(s, 1);
  BOOST_TEST(function_name(s.at).ends_with("a_function"));
  BOOST_TEST(std::string(s.at.file_name()).ends_with("function_name.cpp"));
  BOOST_TEST(s.at.line() == 76u);
  a_class::a_member(s, 1.0);
  BOOST_TEST(function_name(s.at).find("a_class::a_member") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(type_loses_its_arguments_and_the_version) {
  BOOST_TEST(coio::detail::type_name(typeid(std::vector<std::vector<int>>)) == "std::vector");
  BOOST_TEST(coio::detail::type_name(typeid(coio::awaitable<int>)) == "coio::awaitable");
}
