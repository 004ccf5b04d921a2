// Symbol visibility: everything is hidden but what carries COIO_API.
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

#endif
