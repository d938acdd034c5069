#!/bin/sh
# Puts in .benchmark/ what folium's default map asks of other hosts, as npm has it and in the versions
# that folium names; prints nothing when it is there. What cannot be had is left out of the measure.
set -eu
[ ! -d .benchmark/node_modules ] || exit 0
if command -v npm >/dev/null 2>&1; then
  npm install --silent --no-save --no-package-lock --no-audit --no-fund --prefix .benchmark \
    jquery@3.7.1 bootstrap@5.2.2 drmonty-leaflet-awesome-markers@2.0.2 \
    @fortawesome/fontawesome-free@6.2.0 >&2 && exit 0
fi
echo "Les fichiers de la carte de folium n'ont pu être pris par npm." >&2
