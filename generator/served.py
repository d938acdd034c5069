"""All that is sent with a file of the site, whichever server sends it."""

from __future__ import annotations

from pathlib import PurePosixPath

from generator import policy

TYPES = {
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".geojson": "application/geo+json",
    ".gz": "application/gzip",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".md": "text/markdown; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".vcf": policy.VCARD,
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml; charset=utf-8",
}
"""By their endings. JSON is UTF-8 by definition (RFC 8259, 8.1); vCard 4.0 too, but readers ask."""
FEEDS = {"changements.xml": policy.ATOM}
"""What its ending does not tell."""
UNKNOWN = "application/octet-stream"
PARTS = (policy.KEPT, "carte/", "donnees/", *FEEDS)
"""Where something else than everywhere else may be sent: folders, with a slash, and files."""


def type_of(path: str) -> str:
    """Name the media type of a file."""
    return FEEDS.get(path) or TYPES.get(PurePosixPath(path).suffix, UNKNOWN)


def sent_with(path: str) -> dict[str, str]:
    """Give all headers of a file of the site, but those that each server makes."""
    lifetime = policy.FOREVER if path.startswith(policy.KEPT) else policy.BRIEFLY
    return {
        **policy.headers_of(path),
        "Cache-Control": lifetime,
        "Content-Type": type_of(path),
    }


def rules() -> dict[str, dict[str, str]]:
    """Give each header its value by part, « » for everywhere else; types are told by ending."""
    whole = {part: sent_with(_page(part)) for part in ("", *PARTS)}
    names = dict.fromkeys(name for sent in whole.values() for name in sent)
    del names["Content-Type"]
    return {
        name: {
            part: sent.get(name, "")
            for part, sent in whole.items()
            if not part or sent.get(name, "") != whole[""].get(name, "")
        }
        for name in names
    }


def _page(part: str) -> str:
    return f"{part}index.html" if not part or part.endswith("/") else part
