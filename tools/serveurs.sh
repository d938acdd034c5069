#!/bin/sh
# Puts nginx with its module for brotli, Caddy and wrk on this machine, from Debian; prints nothing
# when all are there. Debian starts each server once it is installed: that is refused here.
set -eu

missing=""
command -v nginx >/dev/null 2>&1 || [ -x /usr/sbin/nginx ] || missing="nginx"
[ -e /usr/lib/nginx/modules/ngx_http_brotli_static_module.so ] \
  || missing="$missing libnginx-mod-http-brotli-static"
command -v caddy >/dev/null 2>&1 || missing="$missing caddy"
command -v wrk >/dev/null 2>&1 || missing="$missing wrk"
[ -n "$missing" ] || exit 0
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
  echo "La mesure a besoin d'autres programmes. Installez-les : apt-get install" $missing >&2
  exit 1
fi
echo "Installation des paquets de Debian :" $missing >&2
apt-get update -qq >&2
RUNLEVEL=1 apt-get install -y -qq --no-install-recommends $missing >&2
