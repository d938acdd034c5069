"""The one security policy: what pages may load and run, and what breaks it in a finished page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.finished import Page, Site, Tag

PLAN = "https://data.geopf.fr"
"""The IGN's host of pictures of streets, which the page of the map asks when its reader does."""
_PICTURES = {"carte/index.html": f"'self' {PLAN}"}
REFERRER = "no-referrer"
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": REFERRER,
    # The look-up asks where the reader is, on a click; the rest is refused to every script.
    "Permissions-Policy": "geolocation=(self), accelerometer=(), autoplay=(),"
    " browsing-topics=(), camera=(), clipboard-read=(), clipboard-write=(), display-capture=(),"
    " encrypted-media=(), fullscreen=(), gamepad=(), gyroscope=(), hid=(), idle-detection=(),"
    " local-fonts=(), magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(),"
    " publickey-credentials-get=(), screen-wake-lock=(), serial=(), storage-access=(), usb=(),"
    " window-management=(), xr-spatial-tracking=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
}
NOINDEX = "noindex, nofollow"
KEPT = "assets/"
"""What is kept for ever: each file there is named by its content."""
FOREVER = "public, max-age=31536000, immutable"
BRIEFLY = "public, max-age=300"
VCARD = "text/vcard; charset=utf-8"
ATOM = "application/atom+xml; charset=utf-8"
_TYPES = {"changements.xml": ATOM, "contacts.vcf": VCARD, "contacts/": VCARD}
"""What a host may take for something else, by its ending."""
GIVEN = "donnees/"
"""What any other site may read: the list as data."""
_OURS = {"Cross-Origin-Resource-Policy": "same-origin"}
_GIVEN = {"Cross-Origin-Resource-Policy": "cross-origin", "Access-Control-Allow-Origin": "*"}
TYPES = {
    "donnees/centres.csv": "text/csv; charset=utf-8",
    "donnees/centres.geojson": "application/geo+json",
    "donnees/centres.json": "application/json",
    "donnees/centres.schema.json": "application/json",
    "donnees/SHA256SUMS.txt": "text/plain; charset=utf-8",
}
"""What few servers know the kind of, and no browser may guess."""

_CHARSET = re.compile(r"<meta charset=[^>]*>\n?", re.IGNORECASE)
_META = '<meta http-equiv="Content-Security-Policy" content="{}">\n'
_META_REFERRER = f'<meta name="referrer" content="{REFERRER}">\n'
_DATA = {"application/json", "application/ld+json"}
_FETCHED = {"src", "srcset", "poster", "ping", "background", "href", "xlink:href"}
# A link to these is followed by a reader or read by a robot, never fetched with the page.
_FOLLOWED = {"alternate", "author", "canonical", "help", "license", "me", "next", "prev"}
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_AT_ONCE = re.compile(r"0; url=([\w./-]+)\Z")
_SHEET = re.compile(r"""(?:url\(|@import)\s*["']?((?:[a-z][a-z0-9+.-]*:|//)[^"')\s]*)""")
_REFUSED = {
    "base": "ôtez-le, les adresses de la page sont relatives.",
    "embed": "mettez un lien vers ce contenu.",
    "frame": "mettez un lien vers ce contenu.",
    "iframe": "mettez un lien vers ce contenu.",
    "object": "mettez un lien vers ce contenu.",
    "style": "mettez ces règles dans un fichier .css.",
}


def policy_of(path: str) -> str:
    """Write the policy of a page: one for all, but for where its pictures may come from."""
    pictures = _PICTURES.get(path, "'self'")
    return (
        f"default-src 'none'; script-src 'self'; style-src 'self'; img-src {pictures};"
        " connect-src 'self'; base-uri 'none'; form-action 'none';"
        # Leaflet writes "<svg/>", which avant-leaflet.js lets pass.
        " require-trusted-types-for 'script'; trusted-types default"
    )


def headers_of(path: str) -> dict[str, str]:
    """Give the headers that are sent with a file of the site, but for how long it may be kept."""
    return HEADERS | _own(path)


def _own(path: str) -> dict[str, str]:
    """Give the headers that are not the same for every file."""
    # Browsers ignore frame-ancestors in a page.
    policy = {"Content-Security-Policy": f"{policy_of(path)}; frame-ancestors 'none'"}
    return policy | (_GIVEN if path.startswith(GIVEN) else _OURS)


def headers_file(entries: list[str], *, indexed: bool) -> str:
    """Write the `_headers` of Netlify and Cloudflare for what the folder holds at its top.

    Both join the values of all rules that match, and two policies are the stricter of both: no two
    rules here give one header twice.
    """
    common = HEADERS if indexed else {**HEADERS, "X-Robots-Tag": NOINDEX}
    lines = ["/*", *(f"  {name}: {value}" for name, value in common.items())]
    for entry in ["", *entries]:
        page = f"{entry}index.html" if entry.endswith("/") else entry
        lifetime = FOREVER if entry == KEPT else BRIEFLY
        own = {**_own(page), "Cache-Control": lifetime}
        lines.append(f"/{entry}{'*' * entry.endswith('/')}")
        lines += [f"  {name}: {value}" for name, value in own.items()]
        lines += [f"  Content-Type: {kind}" for kind in filter(None, [_TYPES.get(entry)])]
    for path, kind in TYPES.items() if GIVEN in entries else ():
        lines += [f"/{path}", f"  Content-Type: {kind}"]
    return "\n".join([*lines, ""])


def with_policy(html: str, path: str) -> str:
    """Write the policy into a page, before anything that it governs."""
    needed = (_META.format(policy_of(path)), _META_REFERRER)
    metas = [meta for meta in needed if meta.rstrip("\n") not in html]
    return _CHARSET.sub(lambda found: "".join([found[0].rstrip("\n"), "\n", *metas]), html, count=1)


def faults(site: Site) -> Iterator[Problem]:
    """Yield all that browsers would refuse in the pages, or that the policy is there to prevent."""
    for page in site.pages.values():
        yield from _page_faults(page)
    for sheet in sorted(name for name in site.files if name.endswith(".css")):
        text = (site.folder / sheet).read_text("utf-8")
        for found in _SHEET.finditer(text):
            line = text.count("\n", 0, found.start(1)) + 1
            yield Problem(file=sheet, line=line, column=1, message=_elsewhere(found[1]))


def _page_faults(page: Page) -> Iterator[Problem]:
    if _META.format(policy_of(page.path)) not in page.html:
        message = (
            "la règle de sécurité n'a pas pu être écrite dans la page :"
            ' ajoutez <meta charset="utf-8"> au début de son en-tête.'
        )
        yield Problem(file=page.path, line=1, column=1, message=message)
    for tag in page.tags:
        for message in _tag_faults(tag):
            yield page.problem(tag, message)
    for tag, content in page.inline:
        if tag.name == "script" and content.strip() and tag.attributes.get("type") not in _DATA:
            yield page.problem(
                tag, "script dans la page : mettez-le dans un fichier .js, appelé par src=."
            )


def _tag_faults(tag: Tag) -> Iterator[str]:
    if tag.name in _REFUSED:
        yield f"<{tag.name}> : {_REFUSED[tag.name]}"
    if tag.name == "meta" and tag.attributes.get("http-equiv", "").strip().lower() == "refresh":
        # At once and within the site, it only stands for an address that has changed (RGAA 13.1).
        within = _AT_ONCE.match(tag.attributes.get("content", ""))
        if not within or _ELSEWHERE.match(within[1]):
            yield '<meta http-equiv="refresh"> : mettez un lien, la page ne doit pas changer seule.'
    for name in tag.attributes:
        if name == "style":
            yield "attribut style= : mettez cette règle dans un fichier .css, sous une classe."
        elif name.startswith("on"):
            yield f"attribut {name}= : branchez cette action dans un fichier .js."
    for name, address in tag.addresses():
        # As browsers read addresses: no blanks, and « \ » for « / ».
        bare = re.sub(r"[\x00-\x20]", "", address).replace("\\", "/")
        if bare.lower().startswith("javascript:"):
            yield "adresse « javascript: » : mettez un bouton, et l'action dans un fichier .js."
        elif name in _FETCHED and _is_fetched(tag, name) and _ELSEWHERE.match(bare):
            yield _elsewhere(address)


def _is_fetched(tag: Tag, name: str) -> bool:
    if tag.name == "link":
        return not set(tag.attributes.get("rel", "").lower().split()) <= _FOLLOWED
    return name == "ping" or tag.name not in {"a", "area"}


def _elsewhere(address: str) -> str:
    return f"« {address} » vient d'ailleurs : mettez ce fichier dans le site, ou un simple lien."
