# Windows by MinGW; the programs run under Wine.
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(CMAKE_CXX_COMPILER x86_64-w64-mingw32-g++-posix)
set(CMAKE_RC_COMPILER x86_64-w64-mingw32-windres)
set(CMAKE_CROSSCOMPILING_EMULATOR wine)
# Some tests have more than 32,767 sections, the most of the usual object files there.
add_compile_options(-Wa,-mbig-obj)
# Wine need not look for the compiler's libraries. A DLL and its programs share these.
if(NOT BUILD_SHARED_LIBS)
  set(CMAKE_EXE_LINKER_FLAGS_INIT -static)
endif()
include(${CMAKE_CURRENT_LIST_DIR}/headers.cmake)
