"""The configuration of nginx: Debian's, with its module for small copies in brotli."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.lingering import LINGERING
from generator.policy import KEPT
from generator.releases import STORE
from generator.served import FEEDS, TYPES, UNKNOWN, rules

if TYPE_CHECKING:
    from generator.hosting import Hosting

_SECURE = """\
server {{
    listen 80;
    listen [::]:80;
    server_name {domain};
    server_tokens off;
    access_log off;
    # Ce que le renouvellement du certificat demande (certbot --webroot -w /var/www/html).
    location ^~ /.well-known/acme-challenge/ {{ root /var/www/html; }}
    location / {{ return 301 https://{domain}$request_uri; }}
}}

server {{
    listen 443 ssl http2;
    listen [::]:443 ssl http2;
    server_name {domain};
    ssl_certificate /etc/letsencrypt/live/{domain}/fullchain.pem;
    ssl_certificate_key /etc/letsencrypt/live/{domain}/privkey.pem;
    ssl_protocols TLSv1.2 TLSv1.3;
    ssl_session_cache shared:car_t:1m;
    ssl_session_tickets off;
"""
_PLAIN = """\
server {{
    listen 127.0.0.1:{port};
"""
_SITE = """\
    server_tokens off;
    root {folder}/site;
    index index.html;
    absolute_redirect off;
    error_page 403 =404 /404.html;
    error_page 404 /404.html;
    recursive_error_pages on;
    if ($request_method !~ "^(GET|HEAD)$") {{ return 405; }}

    # Les copies faites d'avance ; rien n'est compressé à la volée. « Vary » vient avec gzip_vary.
    gzip off;
    gzip_static on;
    brotli_static on;
    gzip_vary on;

    # L'adresse de chacun n'est pas gardée : voir hebergement/README.md, « Journaux ».
    access_log off;
    log_not_found off;

    default_type {unknown};
{types}
{headers}

    # Les pages lues juste avant une nouvelle version trouvent encore leurs fichiers.
    location ^~ /{kept} {{
        root {folder}/{store}/{lingering};
        try_files $uri @site;
    }}
    location @site {{ }}
{feeds}
    # Écrit pour Netlify et Cloudflare.
    location = /_headers {{ return 404; }}
    # Les fichiers cachés, hors /.well-known/.
    location ~ "/\\.(?!well-known/)" {{ return 404; }}
}}
"""


def configuration(hosting: Hosting) -> str:
    """Write the file that nginx includes: its maps, then its servers."""
    before = _PLAIN if hosting.port else _SECURE
    server = (before + _SITE).format(
        domain=hosting.domain,
        port=hosting.port,
        folder=hosting.folder,
        unknown=UNKNOWN,
        types=_types(TYPES),
        headers=_headers(),
        kept=KEPT,
        store=STORE,
        lingering=LINGERING,
        feeds="".join(_feed(path, kind) for path, kind in FEEDS.items()),
    )
    return f"{_maps()}\n{server}"


def _maps() -> str:
    made = []
    for name, values in rules().items():
        if len(values) > 1:
            lines = [f'    default "{values[""]}";']
            lines += [
                f'    "~^/{re.escape(part)}{"" if part.endswith("/") else "$"}" "{value}";'
                for part, value in values.items()
                if part
            ]
            made.append("\n".join([f"map $uri {_variable(name)} {{", *lines, "}", ""]))
    return "\n".join(made)


def _headers() -> str:
    lines = []
    for name, values in rules().items():
        value = _variable(name) if len(values) > 1 else f'"{values[""]}"'
        lines.append(f"    add_header {name} {value} always;")
    return "\n".join(lines)


def _variable(header: str) -> str:
    return f"$car_t_{header.lower().replace('-', '_')}"


def _types(types: dict[str, str], indent: str = "    ") -> str:
    lines = [f'{indent}    "{kind}" {ending[1:]};' for ending, kind in types.items()]
    return "\n".join([f"{indent}types {{", *lines, f"{indent}}}"])


def _feed(path: str, kind: str) -> str:
    types = _types({f".{path.rpartition('.')[2]}": kind}, indent="        ")
    return f"    location = /{path} {{\n{types}\n    }}\n"
