#!/bin/sh
# Puts the Nu HTML checker (npm's vnu-jar) in .audit/, with the Java that it runs on; prints nothing
# when both are there.
set -eu
version=26.9.27
jar=.audit/node_modules/vnu-jar/build/dist/vnu.jar

missing=""
command -v java >/dev/null 2>&1 || missing="default-jre-headless"
[ -f "$jar" ] || command -v npm >/dev/null 2>&1 || missing="$missing npm"
if [ -n "$missing" ]; then
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
    echo "L'audit a besoin d'autres programmes. Installez-les : apt-get install" $missing >&2
    exit 1
  fi
  echo "Installation des paquets de Debian :" $missing >&2
  apt-get update -qq >&2
  apt-get install -y -qq --no-install-recommends $missing >&2
fi
[ -f "$jar" ] || npm install --silent --no-save --no-package-lock --no-audit --no-fund \
  --prefix .audit "vnu-jar@$version" >&2
