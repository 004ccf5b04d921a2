# Headers by the names of standalone Asio's, for the tests, examples and benchmarks when they are built
# with Boost.Asio: asio.hpp and its kin include Boost's, and `asio` names coio::asio.
set(folder ${PROJECT_BINARY_DIR}/as_standalone)
file(GLOB_RECURSE headers RELATIVE ${COIO_ASIO_HEADERS}/boost ${COIO_ASIO_HEADERS}/boost/asio/*.hpp)
list(FILTER headers EXCLUDE REGEX "/(detail|impl)/")
foreach(header IN LISTS headers)
  file(CONFIGURE OUTPUT ${folder}/${header} @ONLY
    CONTENT "#include <boost/${header}>\n#include <asio.hpp>\n")
endforeach()
# What the tests ask for.
set(macros
  ASIO_DISABLE_EPOLL ASIO_HAS_FILE ASIO_HAS_IO_URING ASIO_HAS_LOCAL_SOCKETS ASIO_HAS_PIPE
  ASIO_NO_DEPRECATED ASIO_NO_TS_EXECUTORS)
set(text "#ifndef COIO_AS_STANDALONE
#define COIO_AS_STANDALONE
#include <coio/asio.hpp>
namespace asio = coio::asio;
#define ASIO_VERSION BOOST_ASIO_VERSION
#define ASIO_CONCURRENCY_HINT_SAFE BOOST_ASIO_CONCURRENCY_HINT_SAFE
#define ASIO_CONCURRENCY_HINT_1 BOOST_ASIO_CONCURRENCY_HINT_1
#define ASIO_CONCURRENCY_HINT_UNSAFE BOOST_ASIO_CONCURRENCY_HINT_UNSAFE
#define ASIO_CONCURRENCY_HINT_UNSAFE_IO BOOST_ASIO_CONCURRENCY_HINT_UNSAFE_IO
#define ASIO_CONCURRENCY_HINT_DEFAULT BOOST_ASIO_CONCURRENCY_HINT_DEFAULT
")
foreach(macro IN LISTS macros)
  string(APPEND text "#if defined(BOOST_${macro}) && !defined(${macro})
#define ${macro}
#endif
")
endforeach()
string(APPEND text "#endif\n")
file(CONFIGURE OUTPUT ${folder}/asio.hpp CONTENT "${text}" @ONLY)

add_library(coio_as_standalone INTERFACE)
target_include_directories(coio_as_standalone INTERFACE ${folder})
target_compile_options(coio_as_standalone INTERFACE -include ${folder}/asio.hpp)
target_link_libraries(coio_as_standalone INTERFACE coio_boost)
add_library(coio::coio ALIAS coio_as_standalone)
