# Sourced by the scripts beside it: the names and folders they share, and a build that names no path of this machine.
# shellcheck shell=bash
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# shellcheck disable=SC2034 # The other scripts use it.
version=$(sed -n 's/^version = "\(.*\)"$/\1/p' Cargo.toml | head -n 1)
# Where the archives go, and where cargo builds.
packages="${OFF_ROADMAP_PACKAGES:-$PWD/target/packages}"
target="${CARGO_TARGET_DIR:-$PWD/target}"
mkdir -p "$packages"

cargo_home="${CARGO_HOME:-$HOME/.cargo}"
renamed=("$cargo_home/registry/src=crates" "$target=target" "$PWD=off-roadmap")
export RUSTFLAGS="${renamed[*]/#/--remap-path-prefix=}"
export CFLAGS="${renamed[*]/#/-ffile-prefix-map=}"
# Files in archives are as old as the commit, so that the same commit makes the same archive.
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
export SOURCE_DATE_EPOCH

say() { printf '\n== %s\n' "$*"; }

# `--version` names the commit, so nothing that is not in it may be built in.
only_what_is_committed() {
  if [ -n "$(git status --porcelain)" ] && [ -z "${OFF_ROADMAP_UNCOMMITTED:-}" ]; then
    echo "There are changes that are not committed. Commit them, or set OFF_ROADMAP_UNCOMMITTED=1 for a trial." >&2
    exit 1
  fi
}

# Puts what every download holds beside the program into a folder: what to read first, and the licences.
add_papers() {
  local folder=$1 system=$2
  cp LICENSE-MIT LICENSE-APACHE "$folder"
  cp "packaging/$system/README.txt" "$folder"
  cp "$(packaging/licences)" "$folder/THIRD-PARTY-LICENCES.html"
}

# Says how large an archive is and what it unpacks to.
measure() {
  local archive=$1 folder=$2
  printf '%s: %s MB, unpacked %s MB\n' "${archive##*/}" "$(megabytes "$archive")" "$(megabytes "$folder")"
}

megabytes() { du -sb "$1" | awk '{ printf "%.1f", $1 / 1e6 }'; }
