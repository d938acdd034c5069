#!/bin/sh
# Puts hunspell and the French dictionary of « classical » spelling on this machine; prints nothing
# when both are there. The other Debian dictionaries take « connaitre » beside « connaître » or
# instead of it: the site would be of two minds.
set -eu

command -v hunspell >/dev/null 2>&1 && echo | hunspell -d fr -a >/dev/null 2>&1 && exit 0
missing="hunspell hunspell-fr-classical"
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
  echo "L'audit a besoin d'autres programmes. Installez-les : apt-get install" $missing >&2
  exit 1
fi
echo "Installation des paquets de Debian :" $missing >&2
apt-get update -qq >&2
apt-get install -y -qq --no-install-recommends $missing >&2
