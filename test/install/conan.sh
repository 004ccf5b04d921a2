#!/bin/sh
# Makes the Conan package, static and shared, and builds and runs its test package. What it requires
# comes from the system's packages; no remote is contacted once Conan itself is installed.
#
# usage: test/install/conan.sh [ASIO [BOOST]]
# ASIO: the folder that holds asio.hpp; empty: the system's. BOOST: that of boost/asio.hpp, for the
# package with Boost.Asio.
set -eu

cd "$(dirname "$0")/../.."
asio=${1:-/usr/include}
boost=${2:-}
build=$PWD/build/conan
export CONAN_HOME="$build/home"
rm -rf "$CONAN_HOME"
mkdir -p "$build"

conan=$build/venv/bin/conan
if ! "$conan" --version >/dev/null 2>&1; then
  python3 -m venv "$build/venv"
  "$build/venv/bin/pip" install --quiet 'conan>=2.4,<3'
fi

"$conan" remote remove '*'
"$conan" profile detect --force

# Asio's and Boost's numbers are written alike: 102201 is 1.22.1.
version() {
  number=$(sed -n "s/^#define $1 \([0-9]*\).*/\1/p" "$2")
  echo $((number / 100000)).$((number / 100 % 1000)).$((number % 100))
}
json=/usr/include/nlohmann/detail/abi_macros.hpp
[ -e "$json" ] || json=/usr/include/nlohmann/json.hpp
json_version=$(sed -n 's/^#define NLOHMANN_JSON_VERSION_[MP][A-Z]* \([0-9]*\).*/\1/p' "$json" |
  paste -sd .)
# A package of the system's says no folders; another than the default is a flag.
flags=
[ -z "$boost" ] || flags="\"-isystem\", \"$boost\""
cat >"$build/system" <<END
include(default)

[settings]
compiler.cppstd=gnu20

[conf]
tools.cmake.cmake_layout:test_folder=$build/test_package
tools.build:cxxflags=[$flags]
tools.cmake.cmaketoolchain:extra_variables={"COIO_ASIO_INCLUDE_DIR": "${1:-}", "COIO_BOOST_INCLUDE_DIR": "$boost"}

[platform_requires]
asio/$(version ASIO_VERSION "$asio/asio/version.hpp")
boost/$(version BOOST_VERSION "${boost:-/usr/include}/boost/version.hpp")
nlohmann_json/$json_version
END

for shared in False True; do
  "$conan" create conan --profile:all "$build/system" --options "coio/*:shared=$shared" \
    --options "coio/*:boost=$([ -n "$boost" ] && echo True || echo False)" --no-remote --build missing
done
