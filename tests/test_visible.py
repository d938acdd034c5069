"""What is left of a source file once all that no reader sees is blanked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import visible


def told(text: str) -> str:
    """Read what is left, on one line."""
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p class='x'>Bonjour <b>vous</b></p>", "Bonjour vous"),
        ('<img src="a.png" alt="Un plan" title=\'La rue\'>', "Un plan La rue"),
        ('<a aria-label="Appeler" href="tel:15">15</a>', "Appeler 15"),
        ('<input placeholder="Votre ville" name="lieu" value="rien">', "Votre ville"),
        ('<meta name="description" content="Un résumé">', "Un résumé"),
        ('<meta property="og:title" content="Un titre">', "Un titre"),
        ('<meta name="robots" content="noindex">', ""),
        ("<script>let a = '<p>non</p>';</script><style>p { top: 0 }</style>oui", "oui"),
        ("<code>make serve</code> et <kbd>Ctrl</kbd>", "et"),
        ('<cite lang="en">A study</cite> citée <i lang="fr">ici</i>', "citée ici"),
        ("<!-- <p>non</p> -->oui", "oui"),
        ("l&#39;hôpital&nbsp;: oui &amp; non", "l' hôpital : oui non"),
        ("Voir https://exemple.fr/page?a=b ou lymphome.ch.", "Voir ou ."),
        ("Écrire à camille@exemple.fr ou data/centres.yaml", "Écrire à ou"),
        ("Oui et/ou non. Fin de phrase.Suite", "Oui et/ou non. Fin de phrase.Suite"),
        ("Règles axe\u00a0: image-alt, svg-img-alt. Le reste", "Règles axe : . Le reste"),
    ],
)
def test_of_a_page_what_is_shown_or_told_is_left(html: str, expected: str) -> None:
    assert told(visible.page(html)) == expected


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("# Titre\n\nUn **mot** [lié](page.md#la).", "# Titre Un **mot** [lié] ."),
        ("![Un plan](images/plan.svg)", "![Un plan]"),
        ("Le `code` et\n\n```\nun bloc\n```\n", "Le et"),
        ("<!-- bloc: etapes -->\nOui", "Oui"),
        ("[lien][ici]\n\n[ici]: https://exemple.fr", "[lien]"),
        ("Un titre {: .avis }", "Un titre"),
    ],
)
def test_of_markdown_neither_code_nor_where_links_lead_is_left(
    markdown: str, expected: str
) -> None:
    assert told(visible.markdown(markdown)) == expected


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{# a comment, « noté » #}Bonjour {{ nom }}.", "Bonjour \0\0\0\0\0\0\0\0\0."),
        ("centre{% if n > 1 %}s{% endif %}", "centre" + "\0" * 14 + "s" + "\0" * 11),
        ("{{ titre('Où aller') }}", "\0" * 9 + " Où aller " + "\0" * 4),
        ("{{ lien('centre.html') }}", "\0" * 25),
        ('<{{ titre }} class="a">Un titre</{{ titre }}>', "Un titre"),
        ('<svg{% if a %}>{% else %} aria-hidden="true">{% endif %}', None),
        ('<a title="{{ nom }}, à Lyon">', "\0" * 9 + ", à Lyon"),
    ],
)
def test_of_a_template_its_own_words_and_the_french_it_quotes_are_left(
    template: str, expected: str | None
) -> None:
    left = told(visible.template(template))
    if expected is None:
        assert "hidden" not in left
    else:
        assert left == expected


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        ('say("La carte arrive…"); // « rien »', "La carte arrive…"),
        ("/* « rien » */ say('Réessayez');", "Réessayez"),
        ("say(`Autour de ${lieu.nom}, à pied`)", "Autour de " + "\0" * 11 + ", à pied"),
        ("say(`${un ? `à ${b}` : c} trouvés`)", "\0" * 20 + " trouvés"),
        ('find(".fiche a"); key === "ArrowDown"; on("click")', ""),
        ("""text.replace(/["']é/g, "L’été")""", "L’été"),
        (r'say("Oui :\u00a0« non »\n")', "Oui : « non »"),
    ],
)
def test_of_a_script_its_french_texts_are_left(script: str, expected: str) -> None:
    assert told(visible.script(script)) == expected


@given(st.text(alphabet="aé <>/\"'`{}%#$&;:()[]=-\n\\@.«»!?x"))
def test_every_character_that_is_left_stands_where_it_was(text: str) -> None:
    for reading in (visible.page, visible.markdown, visible.template, visible.script):
        left = reading(text)
        assert len(left) == len(text)
        for was, now in zip(text, left, strict=True):
            assert now in {was, " ", "\0", "'"}
            assert (was == "\n") == (now == "\n")
