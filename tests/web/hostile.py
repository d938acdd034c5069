"""A site whose every text is put there past the checks: one small site for each text of a list.

The fields are read from the models: one that is added later is filled too, or refused aloud.
"""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from types import UnionType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Literal,
    TypeVar,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

import pytest
import yaml
from mkdocs.config.config_options import URL
from pydantic import BaseModel

from generator import contacts, engine, environs, lookup, pages, terms, vignette
from generator.cards import earlier_pages, page_of
from generator.centres import Centre, Liste
from generator.content import BOOKLET, Content
from generator.departements import Departements
from generator.directory import Directory
from generator.environs import page_of_departement
from generator.fields import (
    DateComplete,
    DatePartielle,
    DateSource,
    Degres,
    Echeance,
    Slug,
    Telephone,
)
from generator.frames import PARIS
from generator.front_matter import FrontMatter
from generator.gazetteer import Gazetteer
from generator.glossary import Glossaire
from generator.historique import Historique
from generator.plugin import CentresPlugin
from generator.publication import LABELS, Publication
from generator.render import with_front_matter
from generator.rgaa import Grille
from generator.rules import France
from generator.site import SourceFile
from generator.texts import BLOCKS
from tests.web.place import HOSPITALS, add_all_of_france, lay

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

    from generator.departements import Departement
    from generator.gazetteer import Commune

D = TypeVar("D")
M = TypeVar("M", bound=BaseModel)

SETTINGS = ("site_name", "site_description", "site_url")
"""What the theme reads of mkdocs.yml, but for `extra`, which holds no text."""
TEXT = "texte.md"
DRAWINGS = 2
"""Small sites in a row whose hospitals are drawn in different places."""
OFFICIAL = dict.fromkeys(LABELS, "Une personne d'essai") | {"contact": "essai@exemple.fr"}
"""What makes the site an official one: a preversion says the same, but to no robot."""
EDGES = ("29", "59", "67", "2B")
"""Départements that the small sites draw beside their own: all four edges of the mainland."""
BESIDE = ("75", "92")
"""Those whose outlines theirs have: neighbours, and a border in Paris."""
ISLAND = "974"
SITE_URL = 'https://exemple.fr/"><img src=x onerror=alert(1)>/'
_BODY = "".join(f"<!-- bloc: {block} -->\n\n" for block in BLOCKS)
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_NOT_IN_FILE_NAMES = re.compile("[\x00-\x1f/]")


def _as_xml(text: str) -> str:
    """Leave out what no XML can hold: the text goes to the sitemap."""
    return _NOT_XML.sub("", text)


def _as_date(text: str) -> str:
    """Take hyphens away: what follows one is read as the number of a month, or nothing is made."""
    return _as_xml(text).replace("-", "\u2010")


def _as_telephone(text: str) -> str:
    """Put a number after the text: phonenumbers skips what comes before the first figure."""
    return re.sub(r"[\d+]", "", text) + "+33142494949"


def as_line(text: str) -> str:
    """Take line ends away: the names of all communes are folded together, one on each line."""
    return text.replace("\n", " ")


def _as_insee(text: str) -> str:
    """Begin as a code does: the look-up tells a commune from a département by it."""
    return f"29{text}"


def _as_file_name(text: str) -> str:
    return _NOT_IN_FILE_NAMES.sub("", text)[:60]


def _as_address(text: str) -> str:
    """Give the text a host, and what MkDocs leaves of it: an address has no line end."""
    return URL(is_dir=True).run_validation(f"https://exemple.fr/{text}")


def _as_link(text: str) -> str:
    """Give the text a scheme: MkDocs takes an entry of the menu without one for a missing file."""
    bare = text.replace("\\", "")
    return bare if re.match(r"[a-zA-Z]+:", bare) else f"https://exemple.fr/?{bare}"


_FITTED: tuple[tuple[object, Callable[[str], str]], ...] = (
    (Slug, _as_file_name),
    (Telephone, _as_telephone),
    (DatePartielle, _as_date),
    (DateComplete, _as_date),
    (DateSource, _as_date),
    (Echeance, _as_date),
)
"""Every other kind of text takes any text as it is."""


@cache
def _hints(model: type[BaseModel]) -> dict[str, Any]:
    return get_type_hints(model, include_extras=True)


@dataclass
class Hand:
    """Give each text field of one small site a text: the next of the list, from a place on."""

    texts: Sequence[str]
    number: int
    given: dict[str, str] = field(default_factory=dict)
    """The text that each field was given, before it was fitted to it."""

    def give(self, where: str, fit: Callable[[str], str] = str) -> str:
        """Return the text of a field."""
        assert where not in self.given
        text = self.texts[(self.number + len(self.given)) % len(self.texts)]
        self.given[where] = text
        return fit(text)

    def fill(self, model: type[M], where: str) -> M:
        """Make a value of a model, past its checks, with a text in each field that takes one."""
        hints = _hints(model)
        return model.model_construct(
            **{name: self.value(hints[name], f"{where}.{name}") for name in model.model_fields}
        )

    def value(self, hint: Any, where: str) -> Any:  # noqa: ANN401, PLR0911  # a type is any object
        """Make a value of a type; a key that the site looks up stays one that it knows."""
        origin, inside = get_origin(hint), get_args(hint)
        if origin in (Union, UnionType):
            return self.value(inside[0], where)
        if origin is Literal:
            return inside[0]
        if origin is tuple and get_origin(inside[0]) is Literal:
            return get_args(inside[0])
        if origin is tuple:
            return (self.value(inside[0], f"{where}[]"),)
        if isinstance(hint, type) and issubclass(hint, BaseModel):
            return self.fill(hint, where)
        if hint == Degres:
            return 46.5
        bare = inside[0] if origin is Annotated else hint
        assert bare is str, f"{where} : dites ici ce que {hint} peut contenir."
        return self.give(where, next((fit for kind, fit in _FITTED if kind == hint), str))

    def replace(self, value: D, where: str, **own: object) -> D:
        """Copy a dataclass with a text in each field that takes one, but in those given here.

        A function given for a field fits its text to it.
        """
        texts: dict[str, object] = {}
        for one in dataclasses.fields(value):  # type: ignore[arg-type]
            kind, given = str(one.type), own.get(one.name, str)
            if not callable(given):
                texts[one.name] = given
            elif kind.startswith("str"):
                texts[one.name] = self.give(f"{where}.{one.name}", given)
            elif kind.startswith("tuple[str"):
                texts[one.name] = (self.give(f"{where}.{one.name}[]", given),)
        return dataclasses.replace(value, **texts)  # type: ignore[type-var]


class Drawn(Departements):
    """Draw some départements, and find by the id of a hospital one that is not drawn."""

    def __init__(self, drawn: Mapping[str, Departement]) -> None:
        super().__init__(drawn)
        self.named: dict[str, Departement] = {}

    def __missing__(self, key: str) -> Departement:
        """Find what is not drawn: two hundred of them would cover each other."""
        return self.named[key]


@dataclass(frozen=True, kw_only=True)
class Round:
    """Hold one small site and what mkdocs.yml says around it."""

    content: Content
    settings: dict[str, str]
    menu: tuple[str, ...]
    """Titles of the menu, more than it has entries."""
    link: str
    canonical: str
    given: dict[str, str]

    @property
    def shown(self) -> Centre:
        """Name the hospital that is open, and whose telephone was verified."""
        return self.content.directory.centres[0]

    @property
    def withdrawn(self) -> Centre:
        """Name the hospital that is not in the list any more."""
        return self.content.directory.centres[1]

    @property
    def unverified(self) -> Centre:
        """Make the hospital once more, on the word of its sources alone."""
        shown = self.shown
        changes = {"id": f"{shown.id}-2", "groupe": "depuis", "verifie": None}
        return shown.model_copy(update=changes)


def round_of(hand: Hand, honest: Content) -> Round:
    """Make a small site of two hospitals and a text."""
    shown, withdrawn = (_centre(hand, f"centre[{place}]") for place in range(2))
    directory = _directory(
        hand,
        honest,
        (shown.model_copy(update={"retire": None}), withdrawn),
    )
    page = hand.fill(FrontMatter, "page")
    content = Content(
        directory=directory,
        pages={TEXT: page},
        texts={TEXT: with_front_matter(_BODY, page.model_dump())},
        grille=hand.fill(Grille, "rgaa"),
        glossary=hand.fill(Glossaire, "glossaire"),
        historique=hand.fill(Historique, "historique"),
        publication=hand.replace(Publication(), "publication", site_url=""),
        inputs=honest.inputs,
        # tests/test_livret.py gives the booklet texts of its own, which typst could run.
        preview=True,
    )
    settings = {
        name: hand.give(f"mkdocs.{name}", _as_address if name == "site_url" else str)
        for name in SETTINGS
    }
    # As the plugin reads it.
    publication = dataclasses.replace(content.publication, site_url=settings["site_url"])
    return Round(
        content=dataclasses.replace(content, publication=publication),
        settings=settings,
        menu=tuple(hand.give(f"mkdocs.nav[{place}]") for place in range(10)),
        link=hand.give("mkdocs.nav.link", _as_link),
        canonical=hand.give("mkdocs.canonical_url", _as_xml),
        given=hand.given,
    )


def _centre(hand: Hand, where: str) -> Centre:
    """Make a hospital that has all, half of its facts verified."""
    centre = hand.fill(Centre, where)
    assert centre.verifie
    half = centre.verifie.model_copy(update={"quoi": centre.verifie.quoi[1::2]})
    latitude, longitude = _place(hand.number)
    changes = {
        # Two fields of one site may be given texts that make one name.
        "id": f"{centre.id}-{hand.number}-{len(hand.given)}",
        "anciens_ids": (f"{centre.anciens_ids[0]}-{hand.number}-{len(hand.given)}-ancien",),
        "latitude": latitude,
        "longitude": longitude,
        "verifie": half,
    }
    return centre.model_copy(update=changes)


def _place(number: int) -> tuple[float, float]:
    """Stand every other small site in the drawing of Paris, the rest all over the mainland."""
    step, line = number // DRAWINGS % 10, number // 20
    west, south, *_ = PARIS
    if number % DRAWINGS:
        return south + 0.01 + step * 0.015, west + 0.02 + line * 0.04
    return 42.5 + step * 0.8, -4 + line * 1.2


def _directory(hand: Hand, honest: Content, centres: tuple[Centre, ...]) -> Directory:
    """Put each hospital in a commune and a département of its own."""
    real = honest.directory.france.departements
    drawn = {code: real[code] for code in EDGES}
    any_commune = next(iter(honest.directory.communes.values()))
    communes: dict[str, Commune] = {}
    for place, centre in enumerate(centres):
        own = hand.replace(real[BESIDE[place]], f"departement[{place}]")
        latitude, longitude = _place(hand.number)
        commune = hand.replace(
            any_commune,
            f"commune[{place}]",
            nom=as_line,
            anciens_noms=as_line,
            code_insee=_as_insee,
            departement=own.code,
            latitude=latitude,
            longitude=longitude,
        )
        drawn[centre.id], communes[centre.id] = own, commune
    drawn[ISLAND] = hand.replace(real[ISLAND], "departement[outre-mer]")
    return Directory(
        liste=hand.fill(Liste, "liste"),
        centres=centres,
        communes=_keyed(communes),
        france=France(gazetteer=_gazetteer(communes.values()), departements=Drawn(drawn)),
    )


def _keyed(communes: Mapping[str, Commune]) -> dict[str, Commune]:
    """Lead from each hospital to its département by its id: their codes may be those of others."""
    return {key: dataclasses.replace(commune, departement=key) for key, commune in communes.items()}


def _gazetteer(communes: Iterable[Commune]) -> Gazetteer:
    """Know these communes, as if data/communes.csv said them."""
    return Gazetteer(
        [
            [
                one.code_insee,
                one.nom,
                " ".join(one.codes_postaux),
                one.departement,
                str(one.latitude),
                str(one.longitude),
                str(one.population),
                "|".join(one.anciens_noms),
            ]
            for one in communes
        ]
    )


def _joined(rounds: Sequence[Round], honest: Content) -> Directory:
    """Put the hospitals of all the small sites in one list, over the real outlines."""
    departements = Drawn(honest.directory.france.departements)
    communes: dict[str, Commune] = {}
    for one in rounds:
        directory = one.content.directory
        departements.named |= {
            centre.id: directory.departement(centre) for centre in (one.shown, one.withdrawn)
        }
        communes.update(directory.communes)
        communes[one.unverified.id] = directory.communes[one.shown.id]
    known = [one.content.directory.france.gazetteer.communes for one in rounds]
    return Directory(
        liste=rounds[0].content.directory.liste,
        centres=tuple(centre for one in rounds for centre in (one.shown, one.unverified)),
        communes=communes,
        france=France(gazetteer=_gazetteer(chain(*known)), departements=departements),
    )


@dataclass(frozen=True, kw_only=True)
class Hostile(Content):
    """Hold the small sites, each in a folder named by its number, and one list and map of all."""

    rounds: tuple[Round, ...]
    made: int
    """How many of the small sites are built."""

    @classmethod
    def over(cls, honest: Content, texts: Sequence[str], made: int) -> Hostile:
        """Fill as many small sites as there are texts: each field is given each text once."""
        rounds = tuple(round_of(Hand(texts, place), honest) for place in range(len(texts)))
        changed = dataclasses.replace(
            honest,
            directory=_joined(rounds, honest),
            grille=rounds[0].content.grille,
            glossary=rounds[0].content.glossary,
            historique=rounds[0].content.historique,
            publication=rounds[0].content.publication,
            preview=True,
        )
        own = {one.name: getattr(changed, one.name) for one in dataclasses.fields(changed)}
        return cls(**own, rounds=rounds, made=made)

    @property
    def departements(self) -> tuple[Departement, ...]:
        """List the départements that have a page above the small sites: one on each side."""
        one = self.rounds[0]
        return tuple(map(one.content.directory.departement, (one.shown, one.withdrawn)))

    @property
    def everywhere(self) -> Directory:
        """List the hospitals among the départements of all the small sites, which no map draws."""
        drawn = self.directory.france.departements
        assert isinstance(drawn, Drawn)
        france = dataclasses.replace(self.directory.france, departements=Drawn(drawn.named))
        return dataclasses.replace(self.directory, france=france)

    def source_files(self) -> Iterator[SourceFile]:
        """Yield the list and the map of all hospitals, and all that each small site makes."""
        centres = self.directory.centres
        theirs = {
            uri
            for one in centres
            for uri in (page_of(one), *earlier_pages(one), contacts.uri_of(one))
        }
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(pages, "centre_page", lambda *_: "")
            patch.setattr(environs, "index_page", lambda *_: "")
            patch.setattr(environs, "departement_page", lambda *_: "")
            patch.setattr(lookup, "files", lambda _: {})
            left_out = {BOOKLET, *theirs}
            above = [file for file in super().source_files() if file.uri not in left_out]
        yield from (file for file in above if not file.uri.startswith("departements/"))
        yield from self._look_up()
        for number, one in enumerate(self.rounds[: self.made]):
            for file in self._small(one.content):
                yield SourceFile(uri=f"{number}/{file.uri}", content=file.content)

    def _small(self, content: Content) -> Iterator[SourceFile]:
        """Yield what a small site makes, but for its picture, which says nothing."""
        # They say of the départements that are real what they say of its own.
        real = {page_of_departement(self.directory.france.departements[code]) for code in EDGES}
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(vignette, "png", lambda _: b"")
            files = [file for file in content.source_files() if file.uri != BOOKLET]
            made = [file for file in files if isinstance(file.content, str)]
        yield from (file for file in made if file.uri not in real)
        yield SourceFile(uri=TEXT, content=content.texts[TEXT])
        # None is made where the date is no date, and in a small site it is a text.
        security = content.publication.security_txt("2026-11")
        assert security
        yield SourceFile(uri=".well-known/security.txt", content=security)

    def _look_up(self) -> Iterator[SourceFile]:
        directory = self.everywhere
        yield SourceFile(uri=environs.INDEX, content=environs.index_page(directory))
        for one in self.departements:
            content = environs.departement_page(one, directory, self.publication)
            yield SourceFile(uri=page_of_departement(one), content=content)
        for uri, text in lookup.files(directory).items():
            yield SourceFile(uri=uri, content=text)

    def complete(self, markdown: str, uri: str) -> str:
        """Complete a text with the blocks of its own site."""
        number, _, rest = uri.partition("/")
        return (
            self.rounds[int(number)].content.complete(markdown, rest)
            if number.isdigit()
            else super().complete(markdown, uri)
        )

    def meta_of(self, uri: str) -> dict[str, str]:
        """Say of a text what its own site does."""
        number, _, rest = uri.partition("/")
        return (
            self.rounds[int(number)].content.meta_of(rest)
            if number.isdigit()
            else super().meta_of(uri)
        )

    def mark(self, html: str, uri: str) -> str:
        """Mark one word at the end of a text: elsewhere texts would meet by chance."""
        if not uri.endswith(f"/{TEXT}"):
            return html
        (word,) = self.around(uri).content.glossary.termes
        words = Glossaire(termes=(word.model_copy(update={"formes": ("mot marqué",)}),))
        return html + terms.mark("<p>mot marqué</p>", words, uri)

    def day_of(self, meta: Mapping[str, object]) -> str:
        """Give MkDocs a day: it stops at anything else."""
        del meta
        return "2026-11-01"

    def around(self, uri: str) -> Round:
        """Name the small site that a file belongs to; the first one for what is above them."""
        number = uri.partition("/")[0]
        return self.rounds[int(number) if number.isdigit() else 0]


def build(root: Path, texts: Sequence[str], made: int, site_url: str) -> Hostile:
    """Build such a site in the folder `bati` of a new project."""
    settings_file = lay(root, HOSPITALS, **OFFICIAL) / "mkdocs.yml"
    # The small sites draw départements at its edges.
    add_all_of_france(root)
    settings = yaml.safe_load(settings_file.read_text("utf-8"))
    settings["site_url"] = site_url
    menu = settings["nav"]
    settings["nav"] = [menu[0], {"Partie": menu[1:3]}, *menu[3:], {"Lien": "https://exemple.fr/"}]
    settings_file.write_text(yaml.safe_dump(settings, allow_unicode=True), "utf-8")
    honest = Content.read
    held: list[Hostile] = []

    def read(*arguments: Any, **options: Any) -> Hostile:  # noqa: ANN401  # those of Content.read
        held.append(Hostile.over(honest(*arguments, **options), texts, made))
        return held[0]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Content, "read", read)
        patch.setattr(CentresPlugin, "on_env", _before_templates, raising=False)
        patch.setattr(CentresPlugin, "on_page_context", _before_page, raising=False)
        assert engine.build(settings_file, root / "bati")
    return held[0]


def _before_templates(
    self: CentresPlugin,
    env: Environment,
    *,
    config: MkDocsConfig,
    files: Files,
) -> Environment:
    """Put texts in what the sitemap and the missing page read."""
    assert isinstance(self.content, Hostile)
    for file in files.documentation_pages():
        assert file.page
        one = self.content.around(file.src_uri)
        file.page.canonical_url = one.canonical
        if not file.src_uri.endswith((TEXT, f"{one.shown.id}.md")):
            # They say what these do: a smaller index is read sooner.
            file.page.meta["search"] = {"exclude": True}
    # The missing page begins its addresses with the path of this one.
    config.update(self.content.rounds[0].settings | {"site_url": config.site_url})
    return env


def _before_page(
    self: CentresPlugin, context: object, *, page: Page, config: MkDocsConfig, nav: Navigation
) -> object:
    """Put the texts of a page's own site in what the theme shows around it."""
    assert isinstance(self.content, Hostile)
    one = self.content.around(page.file.src_uri)
    config.update(one.settings)
    entries = [entry for item in nav.items for entry in (item, *(item.children or ()))]
    for entry, title in zip(entries, one.menu, strict=False):
        entry.title = title
        if entry.is_link:
            entry.url = one.link
    section = next(item for item in nav.items if item.is_section)
    if page.file.src_uri.endswith(f"/{TEXT}"):
        page.parent, page.next_page = section, section.children[1]
    return context
