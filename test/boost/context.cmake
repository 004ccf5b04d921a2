# Boost.Context and Boost.Coroutine, on which Asio's spawn() is built, from the sources that
# fetch_boost.py has unpacked: the system's libraries are of another version than the headers.
#
# boost_context           the library
# COIO_BOOST_SOURCES      the folder of the sources of all libraries
get_filename_component(COIO_BOOST_SOURCES ${COIO_ASIO_HEADERS}/../src/libs ABSOLUTE)
if(TARGET boost_context)
  return()
endif()
enable_language(C ASM)
set(context ${COIO_BOOST_SOURCES}/context/src)
if(NOT EXISTS ${context})
  message(FATAL_ERROR "expected the sources of Boost's libraries in ${COIO_BOOST_SOURCES} "
    "(test/conformance/fetch_boost.py --sources)")
endif()
# The files for this system.
if(CMAKE_SYSTEM_PROCESSOR STREQUAL aarch64)
  file(GLOB sources ${context}/asm/*_arm64_aapcs_elf_gas.S)
else()
  file(GLOB sources ${context}/asm/*_x86_64_sysv_elf_gas.S)
endif()
file(GLOB_RECURSE more ${context}/fcontext.cpp ${COIO_BOOST_SOURCES}/coroutine/src/*.cpp)
list(FILTER more EXCLUDE REGEX /windows/)
add_library(boost_context STATIC EXCLUDE_FROM_ALL ${sources} ${more} ${context}/posix/stack_traits.cpp)
target_include_directories(boost_context SYSTEM PUBLIC ${COIO_ASIO_HEADERS})
target_compile_options(boost_context PRIVATE -w)
target_link_libraries(boost_context PUBLIC Threads::Threads)
