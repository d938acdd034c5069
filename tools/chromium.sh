#!/bin/sh
# Finds a Chromium and what drives it, or installs Debian's; prints nothing when both are there.
# Of the same engine, the one without a window runs the tests in half the time (106 s for 210 s).
set -eu

missing=""
found=""
for name in "${CHROMIUM:-}" chromium-headless-shell chromium google-chrome google-chrome-stable chromium-browser; do
  if [ -n "$name" ] && command -v "$name" >/dev/null 2>&1; then found="$name"; break; fi
done
if [ -n "${CHROMIUM:-}" ] && [ "$found" != "$CHROMIUM" ]; then
  echo "CHROMIUM=$CHROMIUM n'est pas un programme : corrigez ce chemin." >&2
  exit 1
fi
[ -n "$found" ] || missing="chromium-headless-shell"
# The driver of the package playwright is a program of its own, which needs this library.
.venv/bin/python -m playwright --version >/dev/null 2>&1 || missing="$missing libatomic1"
[ -n "$missing" ] || exit 0

if command -v apt-get >/dev/null 2>&1; then
  if [ "$(id -u)" = 0 ]; then as_root=""
  elif command -v sudo >/dev/null 2>&1; then as_root="sudo"
  else as_root="none"
  fi
  if [ "$as_root" != none ]; then
    echo "Installation des paquets de Debian :" $missing >&2
    $as_root apt-get update -qq >&2
    $as_root apt-get install -y -qq --no-install-recommends $missing >&2 && exit 0
  fi
fi

echo "Les tests ont besoin d'autres programmes. Installez-les : apt-get install" $missing >&2
[ -n "$found" ] || echo "ou indiquez un Chromium : make test CHROMIUM=/chemin/de/chromium" >&2
exit 1
