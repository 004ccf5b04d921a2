// For CMake, which gives precompiled headers to programs and libraries alone.
