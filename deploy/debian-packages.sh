#!/bin/sh
# Make sure that Debian packages are installed: install what is missing where we are root, and say
# what to ask for where we are not.
set -eu

missing=
for package in "$@"; do
    if ! dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed'; then
        missing="$missing $package"
    fi
done
[ -z "$missing" ] && exit 0

if [ "$(id -u)" -ne 0 ]; then
    echo "Muniment needs Debian packages that are not installed. Ask root to run:" >&2
    echo "    apt-get install --no-install-recommends$missing" >&2
    exit 2
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
# shellcheck disable=SC2086
apt-get install -y -qq --no-install-recommends $missing
