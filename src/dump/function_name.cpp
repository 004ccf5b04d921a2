#include "dump/function_name.hpp"

#include <cstddef>
#include <string_view>
#include <utility>

#include "platform/demangle.hpp"

#define COIO_TEXT_OF(x) #x
#define COIO_TEXT(x) COIO_TEXT_OF(x)

namespace coio {
inline namespace COIO_ABI {
namespace detail {

namespace {

// Without the names of inline namespaces, coio's and libc++'s, which are of no interest.
std::string without_version(std::string s) {
  for (const std::string_view version : {"coio::" COIO_TEXT(COIO_ABI) "::", "std::__1::"}) {
    const std::size_t kept = version.find(':') + 2;
    for (std::size_t i; (i = s.find(version)) != s.npos;)
      s.erase(i + kept, version.size() - kept);
  }
  return s;
}

// Where the bracket is that the last character closes; npos if there is none.
std::size_t opening(std::string_view s) noexcept {
  std::size_t depth = 0;
  for (std::size_t i = s.size(); i-- > 0;) {
    if (s[i] == ')') ++depth;
    if (s[i] == '(' && --depth == 0) return i;
  }
  return s.npos;
}

void cut_end(std::string& s, std::string_view end) {
  if (s.ends_with(end)) s.resize(s.size() - end.size());
}

// Without " [T = int]" and " [with T = int]", qualifiers, and the list of parameters.
void cut_parameters(std::string& s) {
  for (const char* template_arguments : {" [with ", " ["})
    if (const std::size_t i = s.rfind(template_arguments); s.ends_with(']') && i != s.npos)
      s.resize(i);
  for (const char* qualifier : {" noexcept", " &&", " &", " const"})
    cut_end(s, qualifier);
  if (!s.ends_with(')')) return;
  if (const std::size_t i = opening(s); i != s.npos && i > 0) s.resize(i);
}

// Without the type that it returns: the name begins behind the last blank outside of brackets.
void cut_result(std::string& s) {
  int depth = 0;
  for (std::size_t i = s.size(); i-- > 0;) {
    const char c = s[i];
    if (c == ')' || c == '>' || c == '}' || c == ']') ++depth;
    if (c == '(' || c == '<' || c == '{' || c == '[') --depth;
    if (c == ' ' && depth == 0 && !std::string_view(s).substr(0, i).ends_with("operator"))
      return static_cast<void>(s.erase(0, i + 1));
  }
}

// A lambda by itself: what is called is its only function.
std::string without_calls(std::string s) {
  for (const char* call : {"}::operator()() const", "}::operator()()", "}::operator()"})
    for (std::size_t i; (i = s.find(call)) != s.npos;)
      s.replace(i, std::string_view(call).size(), "}");
  return s;
}

std::string cut(std::string s) {
  // g++: "void f(f(int)::_Z1fi.Frame*)".
  constexpr std::string_view frame = ".Frame*)";
  if (s.ends_with(frame)) {
    const std::size_t i = s.rfind("_Z");
    if (i != s.npos) {
      s = demangled(s.substr(i, s.size() - frame.size() - i).c_str());
      cut_parameters(s);
      s = without_calls(std::move(s));
      if (s.find('<') != s.npos) cut_result(s);  // that of templates alone is in the name
      return s;
    }
  }
  cut_parameters(s);
  cut_result(s);
  return s;
}

}  // namespace

std::string function_name(const std::string& as_compiled) {
  std::string name = without_calls(without_version(cut(as_compiled)));
  for (const std::string_view nameless : {"(anonymous namespace)::", "{anonymous}::"})
    for (std::size_t i; (i = name.find(nameless)) != name.npos;)
      name.erase(i, nameless.size());
  return name;
}

std::string function_name(const std::source_location& at) {
  return function_name(std::string(at.function_name()));
}

std::string type_name(const std::type_info& t) {
  std::string name;
  int depth = 0;
  for (const char c : without_version(demangled(t.name()))) {
    if (c == '<') ++depth;
    if (depth == 0) name += c;
    if (c == '>') --depth;
  }
  return name;
}

}  // namespace detail
}  // namespace COIO_ABI
}  // namespace coio
