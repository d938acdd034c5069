"""A site whose pages are made when they are asked for: what the preview shows."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from mkdocs.commands.build import get_context
from mkdocs.structure.files import get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.utils import get_relative_url

from generator import search
from generator.engine import configured, content_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mkdocs.structure.pages import Page

_MISSING = "404.html"
_SITEMAP = "sitemap.xml"


class Draft:
    """A site whose pages are made when they are asked for: no page waits for the others.

    Each is made as MkDocs builds it (mkdocs/commands/build.py). Raises DataError with every problem
    of what editors write.
    """

    def __init__(self, config_file: Path) -> None:
        self._lock = Lock()
        self._made: dict[str, bytes] = {}
        self._config = config = configured(config_file)
        self._content = content_of(config)
        files = get_files(config)
        self._env = config.theme.get_env()
        files.add_files_from_theme(self._env, config)
        self._files = config.plugins.on_files(files, config=config)
        set_exclusions(self._files, config)
        nav = get_navigation(self._files, config)
        self._nav = config.plugins.on_nav(nav, config=config, files=self._files)
        self._env = config.plugins.on_env(self._env, config=config, files=self._files)
        self._by_name = {
            file.dest_uri: file
            for file in self._files
            if file.inclusion.is_included()  # type: ignore[no-untyped-call]  # MkDocs leaves it so
        }
        # The menu of every page shows them.
        for page in self._nav.pages:
            if page.title is None:
                self._read(page)

    def read(self, name: str) -> bytes | None:
        """Give a file by its path in the folder of a built site; None where there is none."""
        with self._lock:
            return self._get(name)

    def place(self, name: str) -> tuple[str, int] | None:
        """Tell which file and line of the project make a page; None for what is no page."""
        file = self._by_name.get(name)
        return self._content.place_of(file.src_uri) if file and file.page else None

    def _get(self, name: str) -> bytes | None:
        file = self._by_name.get(name)
        if file and not file.page:
            try:
                return file.content_bytes
            except OSError:
                return None  # deleted since
        if name not in self._made:
            if file and file.page:
                self._made[name] = self._page(file.page)
            elif name in self._config.theme.static_templates:
                self._made[name] = self._template(name)
            elif name == search.INDEX:
                self._made[name] = self._index()
        return self._made.get(name)

    def _page(self, page: Page) -> bytes:
        plugins, config = self._config.plugins, self._config
        body = self._read(page)
        page.active = True
        context = get_context(self._nav, self._files, config, page)
        context = plugins.on_page_context(context, page=page, config=config, nav=self._nav)
        template = self._env.get_template(page.meta.get("template", "main.html"))
        html = plugins.on_post_page(template.render(context), page=page, config=config)
        page.active = False
        page.content = body
        return html.encode()

    def _read(self, page: Page) -> str:
        """Make the body of a page, once."""
        if page.content is not None:
            return page.content
        config, files = self._config, self._files
        page = config.plugins.on_pre_page(page, config=config, files=files)
        page.read_source(config)
        page.markdown = config.plugins.on_page_markdown(
            page.markdown or "", page=page, config=config, files=files
        )
        page.render(config, files)
        page.content = config.plugins.on_page_content(
            page.content or "", page=page, config=config, files=files
        )
        return page.content

    def _template(self, name: str) -> bytes:
        if name == _SITEMAP:
            list(self._pages())  # it dates each
        # From the top: the page of what is missing answers at any depth.
        base = "/" if name == _MISSING else get_relative_url(".", name)
        context = get_context(self._nav, self._files, self._config, base_url=base)
        return self._env.get_template(name).render(context).encode()

    def _index(self) -> bytes:
        names = sorted(page.file.dest_uri for page in self._pages() if "search" not in page.meta)
        pages = ((name, (self._get(name) or b"").decode()) for name in names)
        return search.index_of(pages).encode()

    def _pages(self) -> Iterator[Page]:
        """Yield every page with its body, in the order of a build."""
        for file in self._by_name.values():
            if file.page:
                self._read(file.page)
                yield file.page
