# What `cmake --install` installs. The library for standalone Asio and that for Boost.Asio can lie side
# by side: they share the headers and coio-config.cmake, which are the same in both.
include(CMakePackageConfigHelpers)

set(coio_package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/coio)
install(TARGETS ${coio_library} EXPORT ${coio_library}-targets
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}
  LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}
  RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR}
  INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/coio DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
  FILES_MATCHING PATTERN "*.hpp" PATTERN "*.json")
install(FILES ${PROJECT_SOURCE_DIR}/src/dump/coio.gdb.py DESTINATION ${CMAKE_INSTALL_LIBDIR})
if(COIO_BOOST)
  set_target_properties(coio_boost PROPERTIES EXPORT_NAME boost)
  set(coio_flavour boost)
  set(coio_finder find_boost_asio)
else()
  set(coio_flavour standalone)
  set(coio_finder find_asio)
endif()
install(EXPORT ${coio_library}-targets NAMESPACE coio:: DESTINATION ${coio_package_folder})

configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/coio-config.cmake.in
  ${PROJECT_BINARY_DIR}/coio-config.cmake
  INSTALL_DESTINATION ${coio_package_folder})
configure_file(${CMAKE_CURRENT_LIST_DIR}/coio-${coio_flavour}.cmake.in
  ${PROJECT_BINARY_DIR}/coio-${coio_flavour}.cmake @ONLY)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/coio-config-version.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES
  ${PROJECT_BINARY_DIR}/coio-config.cmake
  ${PROJECT_BINARY_DIR}/coio-config-version.cmake
  ${PROJECT_BINARY_DIR}/coio-${coio_flavour}.cmake
  ${CMAKE_CURRENT_LIST_DIR}/${coio_finder}.cmake
  DESTINATION ${coio_package_folder})

# Relative to where the file lies, so that the whole can be moved.
if(IS_ABSOLUTE "${CMAKE_INSTALL_LIBDIR}")
  set(coio_pc_prefix "${CMAKE_INSTALL_PREFIX}")
else()
  file(RELATIVE_PATH coio_pc_prefix
    "/prefix/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/prefix")
  string(REGEX REPLACE "/$" "" coio_pc_prefix "\${pcfiledir}/${coio_pc_prefix}")
endif()
foreach(folder LIBDIR INCLUDEDIR)
  set(coio_pc_${folder} "${CMAKE_INSTALL_${folder}}")
  if(NOT IS_ABSOLUTE "${CMAKE_INSTALL_${folder}}")
    string(PREPEND coio_pc_${folder} "\${prefix}/")
  endif()
endforeach()
list(TRANSFORM coio_asio_definitions PREPEND " -D" OUTPUT_VARIABLE coio_pc_cflags)
list(JOIN coio_pc_cflags "" coio_pc_cflags)
if(BUILD_SHARED_LIBS)
  string(APPEND coio_pc_cflags " -DCOIO_SHARED")
endif()
set(coio_pc_requires "")
if(NOT COIO_BOOST AND coio_asio_source STREQUAL "pkg-config module")
  set(coio_pc_requires asio)
else()
  string(APPEND coio_pc_cflags " -I${COIO_ASIO_HEADERS}")
endif()
set(coio_pc_libs)
if(WIN32)  # as in the CMake package
  string(APPEND coio_pc_cflags " -D_WIN32_WINNT=0x0A00")
  set(coio_pc_libs " -lws2_32 -lmswsock -lbcrypt")
endif()
configure_file(${CMAKE_CURRENT_LIST_DIR}/coio.pc.in ${PROJECT_BINARY_DIR}/${coio_library}.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/${coio_library}.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
