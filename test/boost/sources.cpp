// Libraries of Boost's that are compiled by including them once.
#if __has_include(<boost/json/src.hpp>)
#include <boost/json/src.hpp>
#endif
#if __has_include(<boost/redis/src.hpp>)
#include <boost/redis/src.hpp>
#endif
