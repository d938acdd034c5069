#!/bin/sh
# Finds a Chromium for the tests, or installs Debian's; prints nothing when one is there.
set -eu

for name in "${CHROMIUM:-}" chromium google-chrome google-chrome-stable chromium-browser; do
  [ -n "$name" ] && command -v "$name" >/dev/null 2>&1 && exit 0
done

if [ -n "${CHROMIUM:-}" ]; then
  echo "CHROMIUM=$CHROMIUM n'est pas un programme : corrigez ce chemin." >&2
  exit 1
fi

if command -v apt-get >/dev/null 2>&1; then
  if [ "$(id -u)" = 0 ]; then as_root=""
  elif command -v sudo >/dev/null 2>&1; then as_root="sudo"
  else as_root="none"
  fi
  if [ "$as_root" != none ]; then
    echo "Chromium manque : installation du paquet de Debian." >&2
    $as_root apt-get update -qq && $as_root apt-get install -y -qq --no-install-recommends chromium >&2 && exit 0
  fi
fi

echo "Les tests ont besoin de Chromium. Installez-le (apt-get install chromium)," >&2
echo "ou indiquez-le : make test CHROMIUM=/chemin/de/chromium" >&2
exit 1
