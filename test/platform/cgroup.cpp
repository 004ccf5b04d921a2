// The CPU quota of control groups.
#include "platform/cgroup.hpp"

#include <boost/test/unit_test.hpp>
#include <map>
#include <string>

namespace {

using files = std::map<std::string, std::string>;

double quota(const files& f) {
  return coio::detail::cgroup_quota([&](const std::string& path) {
    const auto i = f.find(path);
    return i == f.end() ? std::string() : i->second;
  });
}

const std::string groups = "/proc/self/cgroup";

}  // namespace

BOOST_AUTO_TEST_CASE(no_control_group_is_no_limit) {
  BOOST_TEST(quota({}) == 0);
  BOOST_TEST(quota({{groups, "0::/\n"}}) == 0);
  BOOST_TEST(quota({{groups, "0::/a\n"}, {"/sys/fs/cgroup/a/cpu.max", "max 100000\n"}}) == 0);
}

BOOST_AUTO_TEST_CASE(quota_of_version_2_is_read) {
  const std::string in_b = "1:name=systemd:/c\n0::/a/b\n";
  BOOST_TEST(quota({{groups, in_b}, {"/sys/fs/cgroup/a/b/cpu.max", "150000 100000\n"}}) == 1.5);
  BOOST_TEST(quota({{groups, in_b}, {"/sys/fs/cgroup/a/cpu.max", "300000 100000\n"}}) == 3);
  // In a container that sees its own group as the root.
  BOOST_TEST(quota({{groups, "0::/\n"}, {"/sys/fs/cgroup/cpu.max", "50000 100000"}}) == 0.5);
}

BOOST_AUTO_TEST_CASE(quota_is_the_least_of_the_ancestors) {
  files f{{groups, "0::/a/b\n"},
          {"/sys/fs/cgroup/a/b/cpu.max", "400000 100000\n"},
          {"/sys/fs/cgroup/a/cpu.max", "200000 100000\n"},
          {"/sys/fs/cgroup/cpu.max", "max 100000\n"}};
  BOOST_TEST(quota(f) == 2);
  f["/sys/fs/cgroup/a/b/cpu.max"] = "100000 100000\n";
  BOOST_TEST(quota(f) == 1);
}

BOOST_AUTO_TEST_CASE(quota_of_version_1_is_read) {
  files f{{groups, "5:cpuset:/other\n4:cpu,cpuacct:/a\n0::/unified\n"},
          {"/sys/fs/cgroup/cpu/a/cpu.cfs_quota_us", "250000\n"},
          {"/sys/fs/cgroup/cpu/a/cpu.cfs_period_us", "100000\n"},
          {"/sys/fs/cgroup/cpu/other/cpu.cfs_quota_us", "1\n"},
          {"/sys/fs/cgroup/cpu/other/cpu.cfs_period_us", "100000\n"}};
  BOOST_TEST(quota(f) == 2.5);
  f["/sys/fs/cgroup/cpu/a/cpu.cfs_quota_us"] = "-1\n";
  BOOST_TEST(quota(f) == 0);
}

BOOST_AUTO_TEST_CASE(malformed_quota_is_no_limit) {
  for (const std::string text : {"", "\n", "x", "max", "100000", "0 100000", "100000 0", "-5 -5"})
    BOOST_TEST(quota({{groups, "0::/\n"}, {"/sys/fs/cgroup/cpu.max", text}}) == 0, text);
  for (const std::string text : {"", "\n", "0", "::", "0::", "0::no-slash", "0:/a", ":cpu"})
    BOOST_TEST(quota({{groups, text}}) == 0, text);
}
