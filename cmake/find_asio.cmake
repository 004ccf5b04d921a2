# Finds standalone Asio: in COIO_ASIO_INCLUDE_DIR, or else as a CMake package, as a pkg-config
# module, or as plain headers. The library's own build and the installed package include this file.
#
# coio::asio              the target
# COIO_ASIO_HEADERS       the folder of asio.hpp
# COIO_ASIO_VERSION       as in asio/version.hpp, such as 102201
# coio_asio_problem       what is wrong, or empty
set(coio_asio_problem "")
if(TARGET coio::asio)
  get_target_property(COIO_ASIO_HEADERS coio::asio COIO_HEADERS)
  get_target_property(COIO_ASIO_VERSION coio::asio COIO_VERSION)
  return()
endif()

unset(COIO_ASIO_HEADERS)
unset(COIO_ASIO_HEADERS CACHE)
set(coio_asio_package "")
if(COIO_ASIO_INCLUDE_DIR)
  set(coio_asio_source "COIO_ASIO_INCLUDE_DIR")
  find_path(COIO_ASIO_HEADERS asio.hpp PATHS ${COIO_ASIO_INCLUDE_DIR} NO_DEFAULT_PATH
    NO_CMAKE_FIND_ROOT_PATH NO_CACHE)
else()
  find_package(asio CONFIG QUIET)
  if(TARGET asio::asio)
    set(coio_asio_source "CMake package")
    set(coio_asio_package asio::asio)
    get_target_property(coio_asio_folders asio::asio INTERFACE_INCLUDE_DIRECTORIES)
    # What CMake's generators would make of them, for the look at the version.
    string(REGEX REPLACE "\\$<\\$<CONFIG:[A-Za-z]+>:|\\$<[A-Z_]+:|>" ""
      coio_asio_folders "${coio_asio_folders}")
    find_path(COIO_ASIO_HEADERS asio.hpp PATHS ${coio_asio_folders} NO_DEFAULT_PATH
      NO_CMAKE_FIND_ROOT_PATH NO_CACHE)
  else()
    find_package(PkgConfig QUIET)
    if(PkgConfig_FOUND)
      pkg_check_modules(coio_asio_module QUIET asio)
    endif()
    if(coio_asio_module_FOUND)
      set(coio_asio_source "pkg-config module")
    else()
      set(coio_asio_source "headers")
    endif()
    find_path(COIO_ASIO_HEADERS asio.hpp
      HINTS ${coio_asio_module_INCLUDE_DIRS} ${coio_asio_module_INCLUDEDIR} NO_CACHE)
  endif()
endif()

string(REGEX REPLACE "/$" "" COIO_ASIO_HEADERS "${COIO_ASIO_HEADERS}")
set(COIO_ASIO_VERSION 0)
if(EXISTS "${COIO_ASIO_HEADERS}/asio/version.hpp")
  file(STRINGS "${COIO_ASIO_HEADERS}/asio/version.hpp" coio_asio_line
    REGEX "#define ASIO_VERSION [0-9]+")
  string(REGEX MATCH "[0-9]+" COIO_ASIO_VERSION "${coio_asio_line}")
endif()
if(NOT COIO_ASIO_HEADERS)
  set(coio_asio_problem "coio needs standalone Asio 1.22 or newer, and found none")
  if(COIO_ASIO_INCLUDE_DIR)
    string(APPEND coio_asio_problem " in ${COIO_ASIO_INCLUDE_DIR}")
  endif()
elseif(COIO_ASIO_VERSION LESS 102200)
  set(coio_asio_problem "coio needs standalone Asio 1.22 or newer, and found an older one in \
${COIO_ASIO_HEADERS}")
endif()
if(coio_asio_problem)
  string(APPEND coio_asio_problem ". Install it (Debian: libasio-dev), or set \
COIO_ASIO_INCLUDE_DIR to the folder that holds asio.hpp.")
  return()
endif()

math(EXPR coio_asio_major "${COIO_ASIO_VERSION} / 100000")
math(EXPR coio_asio_minor "${COIO_ASIO_VERSION} / 100 % 1000")
math(EXPR coio_asio_patch "${COIO_ASIO_VERSION} % 100")
message(STATUS "coio: Asio ${coio_asio_major}.${coio_asio_minor}.${coio_asio_patch} "
  "(${coio_asio_source}: ${COIO_ASIO_HEADERS})")

# Asio 1.22 looks for the coroutines of C++20 where Clang had those of the Technical Specification.
set(coio_asio_definitions ASIO_STANDALONE)
if(COIO_ASIO_VERSION LESS 102400 AND CMAKE_CXX_COMPILER_ID MATCHES "Clang")
  list(APPEND coio_asio_definitions ASIO_HAS_CO_AWAIT=1 ASIO_HAS_STD_COROUTINE=1)
endif()
# With MinGW Asio's threads are POSIX's or Windows's, by what a file includes before Asio; the library
# would wait for the end of a thread of the other kind.
if(MINGW)
  list(APPEND coio_asio_definitions ASIO_HAS_PTHREADS=1)
endif()

add_library(coio::asio INTERFACE IMPORTED)
set_target_properties(coio::asio PROPERTIES
  COIO_HEADERS "${COIO_ASIO_HEADERS}"
  COIO_VERSION "${COIO_ASIO_VERSION}"
  INTERFACE_COMPILE_DEFINITIONS "${coio_asio_definitions}")
if(coio_asio_package)
  set_target_properties(coio::asio PROPERTIES INTERFACE_LINK_LIBRARIES ${coio_asio_package})
else()
  set_target_properties(coio::asio PROPERTIES
    INTERFACE_INCLUDE_DIRECTORIES "${COIO_ASIO_HEADERS}")
endif()
