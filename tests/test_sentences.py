"""Where sentences end, and what a word is."""

from __future__ import annotations

import pytest
import textstat
from hypothesis import given
from hypothesis import strategies as st

from generator.sentences import sentences, words

PROSE = st.text(st.sampled_from("aÉé1.!?…«»’'-–,;: \u00a0\u202f()_\n")) | st.text()


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("l’hôpital", 1),
        ("CAR-T", 1),
        ("CAR\N{NON-BREAKING HYPHEN}T", 1),
        ("c’est-à-dire", 1),
        ("1,5", 1),
        ("5\u202f000", 2),
        ("https://www.has-sante.fr/jcms/p_1", 1),
        ("« Oui » – et non\u00a0!", 3),
        (" ", 0),
    ],
)
def test_a_word_is_what_stands_between_spaces(text: str, count: int) -> None:
    assert len(words(text)) == count


@given(PROSE)
def test_words_are_counted_as_textstat_counts_them(text: str) -> None:
    assert len(words(text)) == textstat.lexicon_count(text)


@given(PROSE)
def test_sentences_hold_each_word_of_their_text_once(text: str) -> None:
    assert [word for one in sentences(text) for word in words(one)] == words(text)


@pytest.mark.parametrize(
    "text",
    [
        "Il fait beau. | Il fait chaud.",
        "Vraiment\u202f? | Oui\u202f! | Alors… | Élise vient.",
        "Des globules blancs, les lymphocytes T. | Ce sont des cellules.",
        "C’était en 2021. | 39 centres existent.",
        "(Il attend.) | Elle dort.",
        "Il dit «\u00a0oui.\u00a0» | Elle dort.",
        "Demandez. | «\u00a0quand\u00a0» et «\u00a0où\u00a0».",
        "Un mot. | – Un autre.",
        "Des repas, du linge, etc. | Le reste vient après.",
    ],
)
def test_a_sentence_ends_at_a_stop_before_a_capital_a_digit_or_a_quotation(text: str) -> None:
    assert list(sentences(text.replace("| ", ""))) == text.split(" | ")


@pytest.mark.parametrize(
    "text",
    [
        "Le Dr. Martin reçoit Mme. Petit et M. Durand.",
        "Voir l’article R. 6122-25, p. 12.",
        "Un médicament, p. ex. Kymriah, se garde au froid.",
        "Des repas, du linge, etc. sont fournis.",
        "Il pèse 1,5 kg et coûte 5\u202f000 euros, soit 3.5 fois plus.",
        "La page www.exemple.fr/A.B dit tout.",
        "Deux règles\u00a0: Attendre\u202f; Écouter.",
        "Comment faire\u202f? dit-elle.",
        "Le n°\u00a04 de la rue.",
    ],
)
def test_abbreviations_numbers_and_addresses_end_nothing(text: str) -> None:
    assert list(sentences(text)) == [text]


def test_what_holds_no_word_is_no_sentence() -> None:
    assert list(sentences(" … ! – ")) == []
