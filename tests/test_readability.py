"""Which pages miss their target, and that those of docs/ keep it."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
import textstat

from generator import readability, report
from generator.glossary import Glossaire, Terme
from generator.inputs import Inputs, read_glossary
from tests.samples import ROOT, TODAY

if TYPE_CHECKING:
    from generator.readability import Page

WORDS = Glossaire(termes=(Terme(terme="RCP", definition="Une réunion."),), a_definir=("greffe",))
LONG = "Le " + "chat " * 26 + "dort.\n"
EASY = "Le chat dort bien. La maison est dans la forêt.\n\n" * 10
HARD = (
    "Immunosuppression et déshydrogénation pluridisciplinaires, individualisation comprise.\n\n"
    * 20
)
NO_NETWORK = """
import sys
def refuse(event, args):
    if event.startswith(("socket.", "urllib.", "subprocess.")):
        raise SystemExit(event)
sys.addaudithook(refuse)
from generator import readability
from generator.glossary import Glossaire, Terme
said = b"Le chat dort. Il fait beau ce matin. " * 20
words = Glossaire(termes=[Terme(terme="a", definition="Un a.")])
[page] = readability.pages({"docs/a.md": said}, words)
print(page.score)
"""


def page(text: str, file: str = "docs/essai.md") -> Page:
    """Read one page."""
    (one,) = readability.pages({file: text.encode()}, WORDS)
    return one


def faults(text: str, file: str = "docs/essai.md") -> list[str]:
    """List the targets that a page misses."""
    return list(page(text, file).faults())


def test_the_pages_of_the_site_are_easy_to_read() -> None:
    inputs = Inputs.of(ROOT)
    read = readability.pages(inputs.texts(), read_glossary(inputs, TODAY))
    hard = [*report.warnings(read), *report.too_long(read)]
    assert not hard, "\n".join(["des pages ne se lisent pas bien :", *hard])


def test_a_page_is_measured() -> None:
    one = page("# Un titre court\n\nLe chat dort. Il fait très beau ce matin.\n")
    assert (one.words, one.mean, one.longest) == (12, 4.0, 6)


def test_the_score_is_that_of_kandel_and_moles() -> None:
    syllables = textstat.syllable_count("Le chat dort bien La maison est dans la forêt")
    assert syllables == 12
    assert page(EASY).score == round(207 - 1.015 * 5 - 73.6 * 12 / 10, 1)


def test_a_stop_within_a_sentence_does_not_change_the_score() -> None:
    plain = page("Le Dr Martin lit R 6122.\n\n" * 20).score
    assert plain is not None
    assert page("Le Dr. Martin lit R. 6122.\n\n" * 20).score == plain


def test_a_page_too_short_for_the_formula_has_no_score() -> None:
    assert page("# Accessibilité\n").score is None
    assert page("chat " * 99).score is None
    assert page("chat " * 100).score is not None


@pytest.mark.parametrize("text", ["", "---\ndescription: x\n---\n", "<!-- bloc: mentions -->\n"])
def test_a_page_without_words_misses_nothing(text: str) -> None:
    assert (faults(text), page(text).mean, page(text).longest) == ([], 0.0, 0)


def test_a_long_sentence_is_said_with_its_line() -> None:
    assert faults("# Titre\n\nUn mot. Deux mots.\n\n" + "Trois mots ici.\n\n" * 9 + LONG) == [
        "phrase la plus longue 28 mots (25 au plus), ligne 23"
    ]


def test_sentences_that_are_long_on_the_whole_are_said() -> None:
    assert faults("Le chat dort " + "bien " * 13 + ".\n") == [
        "16,0 mots par phrase en moyenne (15 au plus)"
    ]


def test_hard_words_are_said() -> None:
    score = f"{page(HARD).score:.1f}".replace(".", ",")
    assert faults(HARD) == [f"score {score} (60 au moins)"]


def test_at_its_targets_a_page_misses_nothing() -> None:
    assert faults("Le " + "chat " * 13 + "dort.\n") == []
    assert faults("Un mot.\n\n" * 9 + "Le " + "chat " * 23 + "dort.\n") == []


def test_the_page_in_simple_words_has_targets_of_its_own() -> None:
    text = "Le " + "chat " * 11 + "dort.\n"
    assert faults(text) == []
    assert faults(text, "docs/mots-simples.md") == [
        "phrase la plus longue 13 mots (12 au plus), ligne 1",
        "13,0 mots par phrase en moyenne (10 au plus)",
    ]
    assert faults("Le médicament arrive.\n\n" * 40, "docs/comprendre/mots-simples.md") == [
        "score 32,2 (75 au moins)"
    ]


def test_names_of_medicines_excuse_a_score_and_nothing_else() -> None:
    file = "docs/comprendre/medicaments.md"
    assert faults(HARD, file) == []
    assert faults(HARD + LONG * 20, file) == [
        "phrase la plus longue 28 mots (25 au plus), ligne 41",
        "17,0 mots par phrase en moyenne (15 au plus)",
    ]


def test_hard_words_without_a_definition_are_named() -> None:
    assert faults("La RCP et la HAS parlent de greffe. La HAS répond.\n") == [
        "sans définition dans data/glossaire.yaml : HAS, greffe"
    ]


def test_the_front_matter_silences_nothing() -> None:
    head = "---\nlisibilite: false\nhide: [lisibilite]\n---\n"
    assert faults(head + LONG)[0] == "phrase la plus longue 28 mots (25 au plus), ligne 5"


@pytest.mark.parametrize("data", [b"\xef\xbb\xbf---\r\na: 1\r\n---\r\nUn mot.\r\n", b"Un m\xf4t."])
def test_a_page_is_read_whatever_wrote_it(data: bytes) -> None:
    (one,) = readability.pages({"docs/a.md": data}, WORDS)
    assert one.words == 2


def test_the_score_asks_no_network_and_warns_of_nothing() -> None:
    asked = subprocess.run(
        [sys.executable, "-W", "error", "-c", NO_NETWORK],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (asked.returncode, asked.stderr) == (0, "")
    assert float(asked.stdout) > 100


def test_checking_does_not_wait_for_the_score() -> None:
    program = "import sys, generator.__main__; print({'textstat', 'markdown'} & set(sys.modules))"
    asked = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert asked.stdout == "set()\n"
