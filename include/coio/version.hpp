// The version of the library; CMakeLists.txt reads it from here.
#ifndef COIO_VERSION_HPP
#define COIO_VERSION_HPP

#define COIO_VERSION_MAJOR 0
#define COIO_VERSION_MINOR 1
#define COIO_VERSION_PATCH 0

/// The version as one number: major * 10000 + minor * 100 + patch.
#define COIO_VERSION (COIO_VERSION_MAJOR * 10000 + COIO_VERSION_MINOR * 100 + COIO_VERSION_PATCH)

#endif
