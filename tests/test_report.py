"""What an editor is told of how easily the pages are read."""

from __future__ import annotations

from generator import readability, report
from generator.glossary import Glossaire, Terme

EASY = b"# Le chat\n\nIl dort bien. Il fait beau ce matin.\n\n" * 10
LONG = b"<!-- Le chat -->\n\nLe " + b"chat " * 26 + b"dort.\n"
HARD = ("Immunosuppression et déshydrogénation pluridisciplinaires.\n\n" * 25).encode()
READ = readability.pages(
    {"docs/a.md": EASY, "docs/comprendre/long.md": LONG, "docs/comprendre/medicaments.md": HARD},
    Glossaire(termes=(Terme(terme="RCP", definition="Une réunion."),)),
)


def test_the_table_shows_a_page_a_row() -> None:
    assert list(report.table(READ[:1], report.COLUMNS)) == [
        "page       score  mots par phrase  phrase la plus longue  mots  mots non définis"
        "  remarque",
        "docs/a.md  121,0              3,3                      5   100                 0",
    ]


def test_a_page_that_misses_a_target_is_marked_and_one_of_medicines_too() -> None:
    rows = list(report.table(READ, report.COLUMNS))
    assert [row[row.rindex("  ") :].strip() for row in rows[2:]] == [
        "à simplifier",
        "beaucoup de noms de médicaments",
    ]


def test_on_demand_each_long_sentence_is_shown_after_its_place() -> None:
    told = list(report.lines(READ, phrases=True))
    text = LONG.decode().split("\n")[2]
    assert told == [
        *report.table(READ, report.COLUMNS),
        "",
        report.LEGEND,
        "",
        f"docs/comprendre/long.md:3: 28 mots (25 au plus) : {text}",
    ]
    assert list(report.lines(READ, phrases=False)) == told[:-2]


def test_that_no_sentence_is_too_long_is_said() -> None:
    assert list(report.lines(READ[:1], phrases=True))[-1] == "Aucune phrase n’est trop longue."


def test_a_page_that_misses_targets_has_one_line() -> None:
    assert list(report.warnings(READ)) == [
        "docs/comprendre/long.md : phrase la plus longue 28 mots (25 au plus), ligne 3"
        " ; 28,0 mots par phrase en moyenne (15 au plus)"
    ]
