# Finds Boost.Asio: in COIO_BOOST_INCLUDE_DIR, or else where CMake finds Boost. The library's own
# build and the installed package include this file.
#
# coio::boost_asio        the target
# COIO_ASIO_HEADERS       the folder of boost/asio.hpp
# COIO_ASIO_VERSION       as in boost/asio/version.hpp, such as 102600
# coio_asio_problem       what is wrong, or empty
set(coio_asio_problem "")
set(COIO_ASIO_HEADERS "${COIO_BOOST_INCLUDE_DIR}")
if(NOT COIO_ASIO_HEADERS)
  find_package(Boost QUIET)
  set(COIO_ASIO_HEADERS "${Boost_INCLUDE_DIRS}")
endif()
set(COIO_ASIO_VERSION 0)
if(EXISTS "${COIO_ASIO_HEADERS}/boost/asio/version.hpp")
  file(STRINGS "${COIO_ASIO_HEADERS}/boost/asio/version.hpp" coio_asio_line
    REGEX "#define BOOST_ASIO_VERSION [0-9]+")
  string(REGEX MATCH "VERSION ([0-9]+)" _ "${coio_asio_line}")
  set(COIO_ASIO_VERSION ${CMAKE_MATCH_1})
endif()
if(COIO_ASIO_VERSION LESS 102200)
  set(coio_asio_problem "coio needs Boost 1.78 or newer, whose Asio is 1.22")
  if(COIO_ASIO_VERSION EQUAL 0)
    string(APPEND coio_asio_problem ", and found none")
  else()
    string(APPEND coio_asio_problem ", and found Asio ${COIO_ASIO_VERSION} (major * 100000 + minor \
* 100 + patch)")
  endif()
  string(APPEND coio_asio_problem " in \"${COIO_ASIO_HEADERS}\". Set COIO_BOOST_INCLUDE_DIR to the \
folder that holds boost/asio.hpp.")
  return()
endif()
message(STATUS "coio: Boost.Asio ${COIO_ASIO_VERSION} (${COIO_ASIO_HEADERS})")

set(coio_asio_definitions COIO_BOOST_ASIO)
if(COIO_ASIO_VERSION LESS 102400 AND CMAKE_CXX_COMPILER_ID MATCHES "Clang")
  list(APPEND coio_asio_definitions BOOST_ASIO_HAS_CO_AWAIT=1 BOOST_ASIO_HAS_STD_COROUTINE=1)
endif()
# As in find_asio.cmake.
if(MINGW)
  list(APPEND coio_asio_definitions BOOST_ASIO_HAS_PTHREADS=1)
endif()
if(NOT TARGET coio::boost_asio)
  add_library(coio::boost_asio INTERFACE IMPORTED)
  set_target_properties(coio::boost_asio PROPERTIES
    INTERFACE_COMPILE_DEFINITIONS "${coio_asio_definitions}"
    INTERFACE_INCLUDE_DIRECTORIES "${COIO_ASIO_HEADERS}")
endif()
