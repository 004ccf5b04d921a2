# shellcheck shell=sh
# Sourced by test/run and bench/run: which Debian packages are missing, and their installation.
#
# The caller sets `self`, its name, and `compiler`, and defines requirements(), which calls need and
# want. A probe asks for what is used (a program, a header that is included, a library that is
# linked), because a file of one package may come with another package as well.

PATH=$PATH:/usr/sbin # where haproxy is

# need PACKAGE PURPOSE PROBE...: nothing works without the package, or nothing that PURPOSE names.
need() {
  probe "$@" || lacking="$lacking  $1: $2
"
}

# want PACKAGE LEFT_OUT PROBE...: without the package, what LEFT_OUT names is left out.
want() {
  probe "$@" || left_out="$left_out  $2 (package $1 is missing)
"
}

probe() {
  package=$1
  shift 2
  "$@" </dev/null >/dev/null 2>&1 && return
  missing="$missing $package"
  return 1
}

has_command() { command -v "$1"; }
includes() { echo "#include <$1>" | "$compiler" -std=c++20 -E -x c++ -; }
links() { echo 'int main() {}' | "$compiler" -x c++ - -o /dev/null "$@"; }

set_up() {
  find_missing
  if [ -n "$missing" ]; then
    # shellcheck disable=SC2086
    install_packages $missing || true
    find_missing
  fi
  if [ -n "$lacking" ]; then
    {
      printf '%s: cannot go on without these packages (named as in Debian):\n%s' "$self" "$lacking"
      echo "Install them, or what your system has instead of them, and try again."
    } >&2
    exit 2
  fi
  [ -z "$left_out" ] || printf '%s: going on; left out:\n%s' "$self" "$left_out" >&2
}

find_missing() {
  missing='' lacking='' left_out=''
  requirements
}

install_packages() {
  echo "$self: missing packages: $*" >&2
  if ! command -v apt-get >/dev/null; then
    echo "$self: this system has no apt-get to install them with" >&2
    return 1
  fi
  sudo=
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      echo "$self: you are not root and there is no sudo: nothing is installed" >&2
      return 1
    fi
    sudo=sudo
  fi
  if ! $sudo apt-get -o APT::Update::Error-Mode=any update -qq >&2; then
    echo "$self: apt-get reaches no archive, or not all of them" >&2
  fi
  # A package that this release does not have would keep the others from being installed.
  known='' unknown=''
  for package in "$@"; do
    if apt-cache show "$package" 2>/dev/null | grep -Fxq "Package: $package"; then
      known="$known $package"
    else
      unknown="$unknown $package"
    fi
  done
  [ -z "$unknown" ] || echo "$self: apt-get knows no package$unknown" >&2
  [ -n "$known" ] || return 1
  echo "$self: installing:$known" >&2
  # shellcheck disable=SC2086
  $sudo env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends $known >&2
}
