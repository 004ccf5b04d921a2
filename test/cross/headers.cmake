# The headers that the tests need of this system's, without the system's own: links to them, for a
# compiler that builds for another one.
set(headers ${CMAKE_CURRENT_LIST_DIR}/../../build/cross)
cmake_path(NORMAL_PATH headers)
file(MAKE_DIRECTORY ${headers}/include ${headers}/asio ${headers}/share/cmake)
foreach(link include/boost include/nlohmann asio/asio asio/asio.hpp)
  cmake_path(GET link FILENAME name)
  if(NOT EXISTS ${headers}/${link})
    file(CREATE_LINK /usr/include/${name} ${headers}/${link} SYMBOLIC)
  endif()
endforeach()
# It looks for its headers beside itself.
file(COPY /usr/share/cmake/nlohmann_json DESTINATION ${headers}/share/cmake)

set(Boost_NO_BOOST_CMAKE ON)
set(Boost_INCLUDE_DIR ${headers}/include)
set(nlohmann_json_DIR ${headers}/share/cmake/nlohmann_json)
if(NOT COIO_ASIO_INCLUDE_DIR)
  set(COIO_ASIO_INCLUDE_DIR ${headers}/asio CACHE PATH "" FORCE)
endif()
