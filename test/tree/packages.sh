#!/bin/sh
# Where packages cannot be installed, test/packages.sh stops for one that is needed and goes on
# without one that is wanted; in both cases it names the package and its purpose.
#
# packages.sh COMPILER
set -eu
compiler=$1
cd "$(dirname "$0")/../.."
self=some/run
. test/packages.sh

fail() {
  echo "$*"
  exit 1
}

for probe in "has_command sh" "includes vector" "links -lm"; do
  $probe >/dev/null || fail "$probe: expected success"
  ! ${probe%% *} no/such/thing >/dev/null 2>&1 || fail "$probe: expected failure"
done

expect() { # TEXT STATUS CALL
  text=$1 expected=$2 call=$3 status=0
  output=$(
    requirements() { $call; }
    PATH=/no/apt-get
    set_up 2>&1
    echo "went on"
  ) || status=$?
  case $status:$output in
    "$expected":*"$text"*) ;;
    *) fail "$call: expected status $expected and \"$text\", found status $status and: $output" ;;
  esac
}

expect "no apt-get" 2 "need hammer nails false"
expect "  hammer: nails" 2 "need hammer nails false"
expect "  nails (package hammer is missing)" 0 "want hammer nails false"
expect "went on" 0 "want hammer nails false"
expect "went on" 0 "need hammer nails true"
