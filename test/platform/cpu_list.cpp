// Lists of CPUs, such as "0-3,8".
#include <boost/test/unit_test.hpp>
#include <numeric>
#include <vector>

#include "platform/cpu_list.hpp"

BOOST_AUTO_TEST_CASE(cpu_list_is_parsed_or_refused) {
  using coio::detail::parse_cpu_list;
  using list = std::vector<int>;
  BOOST_TEST(parse_cpu_list("0").value() == list{0});
  BOOST_TEST(parse_cpu_list("8,0-3").value() == (list{0, 1, 2, 3, 8}));
  BOOST_TEST(parse_cpu_list("1,1,0-1,1-1").value() == (list{0, 1}));
  BOOST_TEST(parse_cpu_list("16383").value() == list{16383});
  list all(16384);
  std::iota(all.begin(), all.end(), 0);
  BOOST_TEST(parse_cpu_list("0-16383").value() == all);
  for (const char* text : {"",
                           ",",
                           "1,",
                           ",1",
                           "-",
                           "-1",
                           "1-",
                           "3-1",
                           "1--2",
                           "1-2-3",
                           "16384",
                           "0-16384",
                           "99999999999999999999",
                           "a",
                           " 1",
                           "1 ",
                           "1;2",
                           "+1",
                           "0x1",
                           "-0",
                           "0--0"})
    BOOST_TEST(!parse_cpu_list(text), "accepted: \"" << text << '"');
}
