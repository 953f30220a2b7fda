#!/usr/bin/env bash
# Checks the incident protocol with the model checker spin: that it keeps its promises, and that each rule of it, left
# out, is missed (a check that cannot fail is a defect). About four minutes and 3 GB.
set -euo pipefail

model="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/incident.pml"
for tool in spin cc; do
  if ! command -v "$tool" > /dev/null; then
    echo "skipped: the model needs spin and cc, and there is no $tool here (Debian: apt-get install spin gcc)"
    echo '0 passed, 0 failed'
    exit 0
  fi
done

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
passed=0
failed=0

# What the checker says of the model with these definitions; pan's options after --.
explore() {
  local definitions=() options=()
  while [ "$#" -gt 0 ] && [ "$1" != -- ]; do definitions+=("$1"); shift; done
  [ "$#" -eq 0 ] || { shift; options=("$@"); }
  rm -rf "$work/run" && mkdir "$work/run" && cd "$work/run"
  spin -a ${definitions[@]+"${definitions[@]}"} "$model" > said 2>&1 || { cat said; return 0; }
  cc -O2 -w -o pan pan.c 2>&1 || return 0
  timeout 600 ./pan ${options[@]+"${options[@]}"} > said 2>&1 || true
  cat said
}

report() { # verdict, what, detail
  if [ "$1" = passed ]; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
  printf '%s  %s (%s)\n' "$1" "$2" "$3"
}

# The whole of the model is gone through, and nothing is found.
holds() {
  local what="$1" said states seconds=$SECONDS
  shift
  said="$(explore "$@")"
  states="$(sed -n 's/^ *\([0-9.e+]*\) states, stored.*/\1/p' <<< "$said")"
  if grep -q 'errors: 0' <<< "$said" && ! grep -q 'max search depth too small' <<< "$said"; then
    report passed "$what" "$states states, $((SECONDS - seconds)) s"
  else
    report failed "$what" "$(grep -m 1 -e 'pan:1' -e rror <<< "$said" || echo 'no end within ten minutes')"
  fi
}

# Without the rule, this very property is found broken.
misses() {
  local rule="$1" property="$2" found
  shift 2
  found="$(explore "-DBREAK=$rule" "$@" | sed -n 's/^pan:1: //p')"
  if grep -qF "$property" <<< "$found"; then
    report passed "without its rule: $rule" "found: ${found% (at depth*}"
  else
    report failed "without its rule: $rule" "expected: $property; found: ${found:-nothing}"
  fi
}

holds 'safety, any number of faults'
holds 'liveness without a fault: paged until taken or resolved' -DLIVE=0 -- -a -N again
holds 'liveness, one fault: paged until taken or resolved' -DLIVE=1 -- -a -N again
holds 'liveness, one fault: what is resolved comes to its end' -DLIVE=1 -- -a -N ends
holds 'liveness, three faults, nobody answers: paged again and again' -DLIVE=3 -DSCENE=quiet -- -a -N again
holds 'liveness, one fault, poisoned: paged with the bare page' -DLIVE=1 -DSCENE=poison -- -a -N again
holds 'liveness, one fault, poisoned in its act: paged with the bare page' -DLIVE=1 -DSCENE=poisonedAct -- -a -N again

misses createWithoutTime 'event>newest'
misses joinWithoutLook accepted
misses repeatWithoutLook accepted
misses reopenOverFlight '!(window)'
misses resolveWithoutDeadline accepted
misses claimWithoutEpoch 'h.epoch=='
misses claimWithoutGeneration 'h.generation=='
misses claimWithoutFlight '!(window)'
misses writeIdOfTurn '!(window)'
misses awaitWithoutRevision '!(unread)'
misses recordOverAnswer 'taken=='
misses recordOverFlight '!(window)'
misses endWithoutLook accepted
misses answerWithEpoch '(h.answered&message)'
misses answerTwice '!((h.answered&message))'
misses takeoverSameEpoch names
misses oneGuardian 'acceptance cycle' -DLIVE=1 -DSCENE=quiet -- -a -N again
misses flightWithoutEnd 'acceptance cycle' -DLIVE=1 -DSCENE=quiet -- -a -N again
misses actWithoutCount 'acceptance cycle' -DLIVE=1 -DSCENE=poisonedAct -- -a -N again

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
