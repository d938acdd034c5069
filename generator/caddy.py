"""The configuration of Caddy: Debian's 2.6 or a later one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.lingering import LINGERING
from generator.policy import KEPT
from generator.releases import STORE
from generator.served import FEEDS, TYPES, rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.hosting import Hosting

_PLAIN = """\
{
	admin off
	auto_https off
}

"""
_SITE = """\
# Ce qui accompagne chaque fichier, et la page d'erreur aussi.
(entetes) {{
	header {{
{headers}
	}}
	# Au dernier moment : Caddy dit qui il est, et « Vary » des copies seulement.
	header {{
		-Server
		Vary Accept-Encoding
		defer
	}}
}}
(fichiers) {{
	file_server {{
		precompressed br gzip
	}}
}}

{address} {{
	root * {folder}/site
	# Dans cet ordre : ce qui vaut partout, puis ce qui vaut quelque part.
	route {{
		import entetes
{parts}

		@autres not method GET HEAD
		respond @autres 405
		# Écrit pour Netlify et Cloudflare ; et les fichiers cachés, hors /.well-known/.
		@caches {{
			path_regexp ^/_headers$|/\\.
			not path /.well-known/*
		}}
		error @caches 404

		# Les pages lues juste avant une nouvelle version trouvent encore leurs fichiers.
		@encore {{
			path /{kept}*
			file {{
				root {folder}/{store}/{lingering}
			}}
		}}
		root @encore {folder}/{store}/{lingering}
		import fichiers
	}}

	handle_errors {{
		root * {folder}/site
		rewrite * /404.html
		route {{
			import entetes
			header Content-Type "{html}"
			import fichiers
		}}
	}}
}}
"""


def configuration(hosting: Hosting) -> str:
    """Write a Caddyfile; the certificates and the way from http to https are Caddy's own."""
    server = _SITE.format(
        address=f"http://127.0.0.1:{hosting.port}" if hosting.port else hosting.domain,
        folder=hosting.folder,
        headers="\n".join(_everywhere()),
        parts="\n".join(_parts()),
        kept=KEPT,
        store=STORE,
        lingering=LINGERING,
        html=TYPES[".html"],
    )
    return f"{_PLAIN}{server}" if hosting.port else server


def _everywhere() -> Iterator[str]:
    for name, values in rules().items():
        if values[""]:
            yield f'\t\t{name} "{values[""]}"'


def _parts() -> Iterator[str]:
    for name, values in rules().items():
        for part, value in values.items():
            if part:
                yield f'\t\theader /{part}{"*" * part.endswith("/")} {name} "{value}"'
    for ending, kind in TYPES.items():
        if ending != ".html":  # folders have no ending
            name = f"@{ending[1:]}"
            yield f'\t\t{name} path *{ending}\n\t\theader {name} Content-Type "{kind}"'
    for path, kind in FEEDS.items():
        yield f'\t\theader /{path} Content-Type "{kind}"'
