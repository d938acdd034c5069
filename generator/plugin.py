"""The adapter to MkDocs: a call per event, and nothing decided here."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config.base import Config
from mkdocs.config.config_options import Optional, Type
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel

from generator.content import Content
from generator.delais import Delais
from generator.errors import DataError
from generator.inputs import Inputs, latest_day
from generator.publication import Publication
from generator.search import write_index

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

    from generator.site import SourceFile

_SHIPPED = ("assets/javascripts/", "assets/stylesheets/", "assets/images/")


class CentresConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs leaves it untyped
    """The options of the plugin `centres`, written in mkdocs.yml."""

    editeur = Optional(Type(str))
    """Name, address and telephone of who publishes the site."""
    directeur_publication = Optional(Type(str))
    """Person who answers for it."""
    hebergeur = Optional(Type(str))
    """Name, address and telephone of who hosts it."""
    contact = Optional(Type(str))
    """E-mail address or page that takes reports of errors."""
    valide_par = Optional(Type(str))
    """Who has validated the medical content."""
    avertir_apres_jours = Optional(Type(object))
    """Days after which a check is old for the editor."""
    marquer_apres_jours = Optional(Type(object))
    """Days after which a page says that a check is old."""


class MadeFile(File):
    """A file that the list makes, whose content is made when MkDocs first reads it."""

    generated_by = "centres"

    def __init__(self, source: SourceFile, config: MkDocsConfig) -> None:
        inclusion = InclusionLevel.UNDEFINED if source.in_nav else InclusionLevel.NOT_IN_NAV
        super().__init__(
            source.uri, None, config.site_dir, config.use_directory_urls, inclusion=inclusion
        )
        self._source = source

    @property
    def _content(self) -> str | bytes:  # type: ignore[override]  # MkDocs reads and never writes it
        return self._source.content


def shipped_by_theme(file: File) -> bool:
    """Tell the theme's own scripts, sheets and pictures, which our pages do not use."""
    return file.src_uri.startswith(_SHIPPED)


class CentresPlugin(BasePlugin[CentresConfig]):  # type: ignore[no-untyped-call]  # as above
    """Add the pages made from data/centres.yaml to the site."""

    content: Content | None = None
    delais = Delais()
    preview = False
    """Set by who shows a site while it is written."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check everything that editors write."""
        root = Path(config.config_file_path).parent
        inputs = Inputs(root=root, docs=Path(config.docs_dir))
        try:
            text = Path(config.config_file_path).read_text("utf-8")
            self.delais = Delais.of(self.config, text)
            publication = Publication.of(self.config, text, config.site_url or "")
            self.content = Content.read(inputs, publication, latest_day(), preview=self.preview)
        except DataError as error:
            raise PluginError(str(error)) from error
        config.extra["preversion"] = publication.preversion
        config.extra["marquer_apres_jours"] = self.delais.marquer
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the generated files, and leave out what the theme ships for others."""
        for shipped in filter(shipped_by_theme, list(files)):
            files.remove(shipped)
        for source in self.checked.source_files():
            if (taken := files.get_file_from_path(source.uri)) is not None:
                files.remove(taken)
            files.append(MadeFile(source, config))
        return files

    def on_page_read_source(self, *, page: Page, config: MkDocsConfig) -> str | None:
        """Give a page of docs/ as it was checked."""
        del config
        return self.checked.texts.get(page.file.src_uri)

    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Complete a page of docs/, and date every page by its own words."""
        del config, files
        page.meta.update(self.checked.meta_of(page.file.src_uri))
        page.update_date = self.checked.day_of(page.meta)
        try:
            return self.checked.complete(markdown, page.file.src_uri)
        except DataError as error:
            raise PluginError(str(error)) from error

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Open the definition of a hard word where a page first uses it."""
        del config, files
        return self.checked.mark(html, page.file.src_uri)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write what the search reads of the finished pages."""
        write_index(Path(config.site_dir))

    @property
    def checked(self) -> Content:
        """Give what was read."""
        assert self.content is not None  # noqa: S101  # on_config raised otherwise
        return self.content
