#!/bin/sh
# Takes a picture of the brief, for README.md: tools/screenshot.sh out/demo/brief.html docs/pictures/brief.png
# Needs Debian's package chromium. The browser runs without a window, without network services, in a folder of its own.
set -eu
brief=$(realpath "$1")
picture=$2
size=${3:-1200,1780}
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
  --disable-component-update --disable-sync --hide-scrollbars --user-data-dir="$profile" \
  --window-size="$size" --screenshot="$picture" "file://$brief" >/dev/null 2>&1
ls -l "$picture"
