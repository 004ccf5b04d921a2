// What depends on the compiler: symbol visibility (everything is hidden but what carries COIO_API),
// and how a thread-local variable of the library is reached.
#ifndef COIO_DETAIL_EXPORT_HPP
#define COIO_DETAIL_EXPORT_HPP

#if defined(_WIN32) && defined(COIO_SHARED)
#if defined(COIO_BUILDING)
#define COIO_API __declspec(dllexport)
#else
#define COIO_API __declspec(dllimport)
#endif
#elif defined(__GNUC__)
#define COIO_API __attribute__((visibility("default")))
#else
#define COIO_API
#endif

#if (defined(_WIN32) && defined(COIO_SHARED)) || defined(__clang__) || defined(_MSC_VER)
// A DLL cannot export thread-local variables; and clang keeps the address of one in a coroutine's
// frame, where the coroutine goes on on another thread (seen with clang 16). MSVC may.
#define COIO_TOP_FRAME_CALL
#endif

// A function that reads thread-local variables, and that a coroutine calls before it suspends.
#if defined(__clang__)
#define COIO_NOT_IN_COROUTINE __attribute__((noinline))
#elif defined(_MSC_VER)
#define COIO_NOT_IN_COROUTINE __declspec(noinline)
#else
#define COIO_NOT_IN_COROUTINE
#endif

#endif
