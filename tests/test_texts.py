"""The pages of docs/: what is wrong with their front matter, and what the build adds."""

from __future__ import annotations

from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import texts
from generator.errors import DataError
from generator.pages import legal_block, state_block
from generator.publication import Publication
from tests.samples import (
    LISTE,
    TODAY,
    directory,
    entry,
    lille,
    nice,
    read,
    register,
    source,
    yaml_list,
)

FILE = "docs/comprendre/car-t.md"
NO_HEAD = "la page doit commencer par « --- », ses clés, puis « --- » (voir CONTRIBUTING.md)."
POSSIBLE = f"possibles : {', '.join(texts.BLOCKS)}."
PAGE = """\
---
titre: Les CAR-T, c'est quoi ?
objectif: Ce que sont les CAR-T.
public: [patients, proches]
sources:
  - titre: Parcours du patient
    editeur: HCL
    url: https://www.chu-lyon.fr/parcours
    date: inconnue
    copie_lue_en: 2026-11
verifie_le: 2026-11
revision_le: 2027-05
relu_par:
  nom: Dr Camille Martin
  le: 2026-11-20
hide: [toc]
---

Un texte.
"""
BARE = """\
---
titre: Les CAR-T
objectif: Ce que sont les CAR-T.
public: [soignants]
verifie_le: 2026
revision_le: 2027
relu_par:
---
"""
SECOND_TITLE = (
    "le titre est déjà dans l'en-tête (« titre ») : supprimez cette ligne, ou commencez-la par"
    " « ## »."
)
KNOWN = Publication(
    editeur="Association & Cie, 1 rue de Lyon",
    directeur_publication="Camille Martin",
    hebergeur="Hébergeur SA",
    contact="contact@exemple.fr",
    valide_par="Dr Dominique Petit",
)


def faults(text: str | bytes) -> list[str]:
    """List what is wrong with a page, without the name of its file."""
    data = text if isinstance(text, bytes) else text.encode()
    try:
        texts.check(data, FILE, TODAY)
    except DataError as error:
        return [str(problem).removeprefix(f"{FILE}:") for problem in error.problems]
    return []


def test_a_right_page_is_read() -> None:
    page = texts.check(PAGE.encode(), FILE, TODAY)
    assert (page.titre, page.objectif) == ("Les CAR-T, c'est quoi ?", "Ce que sont les CAR-T.")
    assert page.public == ("patients", "proches")
    assert (page.verifie_le, page.revision_le) == ("2026-11", "2027-05")
    assert [(one.titre, one.date) for one in page.sources] == [("Parcours du patient", "inconnue")]
    assert page.relu_par is not None
    assert (page.relu_par.le, page.relu_par.nom) == ("2026-11-20", "Dr Camille Martin")
    assert page.hide == ("toc",)


def test_a_page_may_lack_sources_and_reader() -> None:
    page = texts.check(BARE.encode(), FILE, TODAY)
    assert (page.sources, page.relu_par, page.hide) == ((), None, ())


@pytest.mark.parametrize("nobody", ["relu_par:", "relu_par: null", "relu_par: ~"])
def test_a_page_that_nobody_has_read_leaves_its_reader_empty(nobody: str) -> None:
    page = texts.check(BARE.replace("relu_par:", nobody).encode(), FILE, TODAY)
    assert page.relu_par is None


@pytest.mark.parametrize(
    "form",
    [
        PAGE.encode("utf-8-sig"),
        PAGE.replace("\n", "\r\n").encode(),
        PAGE.replace("\n", "\r\n").encode("utf-8-sig"),
        PAGE.replace("---\n", "---  \n").encode(),
    ],
)
def test_a_page_reads_the_same_whatever_program_saved_it(form: bytes) -> None:
    assert texts.check(form, FILE, TODAY) == texts.check(PAGE.encode(), FILE, TODAY)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# Les CAR-T\n",
        "\n---\ntitre: a\n---\n",
        "----\ntitre: a\n----\n",
        " ---\ntitre: a\n---\n",
    ],
)
def test_a_page_without_front_matter_is_refused(text: str) -> None:
    assert faults(text) == [f"1:1: {NO_HEAD}"]


def test_a_front_matter_that_nothing_closes_is_refused() -> None:
    message = "l'en-tête n'est pas refermé : ajoutez une ligne « --- » après ses clés."
    assert faults("---\ntitre: a\n") == [f"1:1: {message}"]


def test_a_page_that_is_not_utf_8_is_refused() -> None:
    assert faults(PAGE.encode("utf-8") + b"\xe9") == [
        "20:1: le fichier n'est pas en UTF-8 : réenregistrez-le avec l'encodage « UTF-8 »."
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "objectif:",
            "objetif:",
            [
                "2:1: en-tête : la clé « objectif » manque (exemple : objectif: Ce que sont les"
                " cellules CAR-T, en mots simples.).",
                "3:1: en-tête : clé inconnue « objetif » ; vouliez-vous dire « objectif » ?",
            ],
        ),
        (
            "verifie_le: 2026-11\n",
            "",
            ["2:1: en-tête : la clé « verifie_le » manque (exemple : verifie_le: 2026-11)."],
        ),
        (
            "verifie_le: 2026-11\n",
            "verifie_le: 2026-12\n",
            ["11:13: en-tête : la date « 2026-12 » est dans le futur : vérifiez-la."],
        ),
        (
            "revision_le: 2027-05\n",
            "",
            ["2:1: en-tête : la clé « revision_le » manque (exemple : revision_le: 2027-05)."],
        ),
        (
            "revision_le: 2027-05\n",
            "revision_le: 2027-13\n",
            [
                "12:14: en-tête : la date « 2027-13 » doit exister et s'écrire AAAA, AAAA-MM ou"
                " AAAA-MM-JJ (exemple : 2020-03-06)."
            ],
        ),
        (
            "revision_le: 2027-05\n",
            "revision_le: 2026-10\n",
            [
                "12:14: en-tête : la révision (« revision_le » : 2026-10) doit venir après la"
                " vérification (« verifie_le » : 2026-11)."
            ],
        ),
        (
            "relu_par:\n  nom: Dr Camille Martin\n  le: 2026-11-20\n",
            "",
            ["2:1: en-tête : la clé « relu_par » manque : écrivez-la, même vide."],
        ),
        (
            "relu_par:\n  nom: Dr Camille Martin\n  le: 2026-11-20\n",
            "relu_par: Dr Camille Martin\n",
            [
                "13:11: en-tête : « relu_par » doit être un groupe de clés (exemple : relu_par:"
                " {nom: Dr Camille Martin, le: 2026-11-22})."
            ],
        ),
        (
            "  nom: Dr Camille Martin\n",
            "",
            [
                "14:3: en-tête, relu_par : la clé « nom » manque (exemple : nom: Dr Camille Martin,"
                " hématologue)."
            ],
        ),
        (
            "[patients, proches]",
            "[patiens]",
            [
                "4:10: en-tête : « patiens » n'est pas une valeur de « public » ; vouliez-vous dire"
                " « patients » ?"
            ],
        ),
        (
            "[patients, proches]",
            "[]",
            ["4:9: en-tête : « public » est vide (exemple : public: [patients, proches])."],
        ),
        (
            "[patients, proches]",
            "[patients, patients]",
            ["4:9: en-tête : « public » contient deux fois « patients » : gardez-en un."],
        ),
        (
            "hide: [toc]",
            "auteur: Camille",
            [
                "16:1: en-tête : clé inconnue « auteur » ; possibles : titre, objectif, public,"
                " sources, verifie_le, revision_le, relu_par,"
                " autres_mots, hide."
            ],
        ),
        (
            "https://www.chu-lyon.fr/parcours",
            "javascript:alert(1)",
            [
                "8:10: en-tête, source 1 : l'adresse « javascript:alert(1) » doit commencer"
                " par https:// ou http://, sans espace (exemple : https://www.aphp.fr)."
            ],
        ),
        (
            "    editeur: HCL\n",
            "",
            [
                "6:5: en-tête, source 1 : la clé « editeur » manque (exemple : editeur: CHU"
                " de Nantes)."
            ],
        ),
        (
            "    date: inconnue\n",
            "    date: inconnue\n    etablit: [activite]\n",
            [
                "10:5: en-tête, source 1 : clé inconnue « etablit » ; possibles : titre,"
                " editeur, url, date, langue, copie_lue_en."
            ],
        ),
        (
            "le: 2026-11-20",
            "le: 2026-11",
            [
                "15:7: en-tête, relu_par : la date « 2026-11 » doit avoir un jour"
                " (exemple : 2026-11-22)."
            ],
        ),
        (
            "hide: [toc]",
            "hide: toc",
            ["16:7: en-tête : « hide » doit être une liste (exemple : hide: [toc])."],
        ),
        (
            "objectif: Ce que",
            "objectif: <b>Ce que",
            [
                "3:11: en-tête : « objectif » contient « < » ou « > » : écrivez un texte"
                " simple, sans balise."
            ],
        ),
        (
            "objectif: Ce que",
            "objectif: Ce : que",
            [
                "3:14: deux-points inattendu : alignez la ligne sur ses voisines, ou mettez"
                " le texte entre guillemets s'il contient « : »."
            ],
        ),
        (
            "verifie_le: 2026-11\n",
            "verifie_le: no\n",
            ['11:13: « no » sera mal lu sans guillemets : écrivez "no".'],
        ),
        (
            "editeur: HCL",
            "editeur: H\u200bCL",
            ["7:15: caractère invisible U+200B : supprimez-le et retapez ce mot."],
        ),
    ],
)
def test_front_matter_is_refused_at_its_line_of_the_page(
    old: str, new: str, expected: list[str]
) -> None:
    assert old in PAGE
    assert faults(PAGE.replace(old, new)) == expected
    assert faults(PAGE.replace(old, new).replace("\n", "\r\n").encode("utf-8-sig")) == expected


@pytest.mark.parametrize(
    ("line", "new"),
    [
        ("objectif: Ce que sont les CAR-T.", "description: Une page."),
        ("verifie_le: 2026-11", "mise_a_jour: 2026-11"),
        ("relu_par:", "relecture:"),
    ],
)
def test_a_key_that_was_renamed_is_told_its_new_name(line: str, new: str) -> None:
    (key, _, _), (old, _, _) = line.partition(":"), new.partition(":")
    place = PAGE[: PAGE.index(line)].count("\n") + 1
    renamed = f"{place}:1: en-tête : « {old} » s'appelle maintenant « {key} » : changez ce nom."
    missing, told = faults(PAGE.replace(line, new))
    assert missing.startswith(f"2:1: en-tête : la clé « {key} » manque")
    assert told == renamed


@pytest.mark.parametrize("title", ["# Les CAR-T", "#Les CAR-T", "Les CAR-T\n===", "# "])
def test_a_second_title_in_the_text_is_refused_at_its_line(title: str) -> None:
    assert faults(f"{PAGE}\n{title}\n\nUn texte.\n") == [f"21:1: {SECOND_TITLE}"]


@pytest.mark.parametrize("written", ["<![ b", "<![foo[x]]>", "<![if-x]>"])
def test_what_mkdocs_cannot_read_is_refused_at_its_place(written: str) -> None:
    assert faults(f"{PAGE}\nUn mot {written} encore.\n") == [
        "21:8: « <![ » n'est pas du texte : supprimez ces signes et ce qu'ils ouvrent."
    ]


@pytest.mark.parametrize("written", ["<![CDATA[x]]>", "<![if !IE]>", "<![endif]-->"])
def test_what_a_word_processor_writes_so_is_left(written: str) -> None:
    assert faults(f"{PAGE}\nUn mot {written} encore.\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "## Un chapitre",
        "Le n° #1",
        "```sh\n# un commentaire\n```",
        "~~~~\n# un commentaire\n```\n# un autre\n~~~~",
        "- Un point\n\n    # de la suite",
    ],
)
def test_what_is_no_title_of_a_page_is_right(text: str) -> None:
    assert faults(f"{PAGE}\n{text}\n") == []


def test_a_title_after_a_fence_that_is_never_closed_is_refused() -> None:
    assert faults(f"{PAGE}```\n# Un titre\n") == [f"21:1: {SECOND_TITLE}"]


@pytest.mark.parametrize(
    ("block", "hint"),
    [
        ("etat-de-liste", "vouliez-vous dire « etat-de-la-liste » ?"),
        ("mention", "vouliez-vous dire « mentions » ?"),
        ("xyz", POSSIBLE),
    ],
)
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_an_unknown_block_is_refused_with_the_nearest(block: str, hint: str, ends: str) -> None:
    text = f"{PAGE}\n<!-- bloc: {block} -->\n".replace("\n", ends)
    assert faults(text) == [f"21:1: bloc inconnu « {block} » ; {hint}"]


@pytest.mark.parametrize("written", ["<!-- bloc: mentions -->", "<!--bloc:mentions-->  "])
def test_a_known_block_is_right(written: str) -> None:
    assert faults(f"{PAGE}\n{written}\n") == []


def test_every_problem_of_a_page_is_listed() -> None:
    assert faults("<!-- bloc: xyz -->\n# Titre\n") == [
        f"1:1: bloc inconnu « xyz » ; {POSSIBLE}",
        f"1:1: {NO_HEAD}",
    ]
    assert faults(PAGE.replace("2026-11-20", "2027-01-01") + "<!-- bloc: xyz -->\n") == [
        "15:7: en-tête, relu_par : la date « 2027-01-01 » est dans le futur : vérifiez-la.",
        f"20:1: bloc inconnu « xyz » ; {POSSIBLE}",
    ]


def test_every_problem_of_every_page_is_listed() -> None:
    pages = {"docs/b.md": b"# B", "docs/a.md": PAGE.encode(), "docs/c.md": b"\xe9"}
    with pytest.raises(DataError) as caught:
        texts.check_all(pages, TODAY)
    assert str(caught.value) == (
        f"docs/b.md:1:1: {NO_HEAD}\n"
        "docs/c.md:1:1: le fichier n'est pas en UTF-8 : réenregistrez-le avec l'encodage « UTF-8 »."
    )
    right = texts.check_all({"docs/a.md": PAGE.encode()}, TODAY)
    assert right == {"docs/a.md": texts.check(PAGE.encode(), "docs/a.md", TODAY)}


@given(st.binary(max_size=200), st.booleans())
def test_any_bytes_are_a_page_or_problems(data: bytes, framed: bool) -> None:  # noqa: FBT001  # hypothesis passes it
    text = b"---\n" + data + b"\n---\n" if framed else data
    for problem in faults(text):
        line, column, _message = problem.split(":", 2)
        assert 1 <= int(line) <= text.count(b"\n") + text.count(b"\r") + 2
        assert int(column) >= 1


def complete(markdown: str, publication: Publication = KNOWN) -> str:
    """Complete a page of a site of three hospitals, one of them withdrawn."""
    gone = lille(retire={"le": "2026-11", "motif": "fermé"})
    page = texts.check(PAGE.encode(), FILE, TODAY)
    listed = directory(entry(), gone, nice())
    blocks: dict[str, texts.Block] = {
        "etat-de-la-liste": lambda uri: state_block(listed, uri),
        "mentions": lambda uri: legal_block(publication, uri),
    }
    return texts.complete(markdown, "comprendre/car-t.md", page, blocks)


def test_a_page_opens_with_its_title_as_it_is_written_in_french() -> None:
    done = complete("Un texte.\n")
    assert unescape(done.partition("\n")[0]) == "# Les CAR-T, c’est quoi\u202f?"
    assert done.startswith("# Les CAR&#45;T&#44; c&#8217;est")


@pytest.mark.parametrize(
    ("written", "made"),
    [
        ("- [ ] Où ?", '- <span class="case"></span> Où ?'),
        ("- Un\n    * [ ] Où ?", '- Un\n    * <span class="case"></span> Où ?'),
        ("- [ ](texte.md)", "- [ ](texte.md)"),
        ("- [x] Où ?", "- [x] Où ?"),
        ("- Où [ ] ?", "- Où [ ] ?"),
        ("[ ] Où ?", "[ ] Où ?"),
    ],
)
def test_a_question_of_a_list_gets_a_square_to_tick(written: str, made: str) -> None:
    assert f"\n\nAvant\n\n{made}\n\n\n<div" in complete(f"Avant\n\n{written}\n")


def test_a_page_ends_with_its_sources_its_readers_and_its_dates() -> None:
    done = complete("Un texte.\n")
    assert "\n\nUn texte.\n\n\n<div" in done
    assert (
        '<li><a href="https://www.chu-lyon.fr/parcours" rel="noreferrer">Parcours du patient</a>,'
        " HCL, date\u00a0inconnue (copie consultée en\u00a0novembre\u00a02026)</li>"
    ) in done
    assert '<time datetime="2026-11">en\u00a0novembre\u00a02026</time>' in done
    assert "<p>Cette page s’adresse aux patients et à leurs proches.</p>" in done
    assert 'Texte comparé à ses sources <time datetime="2026-11">' in done
    assert (
        'Prochaine révision prévue <time datetime="2027-05" data-revision>'
        "en\u00a0mai\u00a02027</time>."
    ) in done
    assert (
        'Relue le <time datetime="2026-11-20">20\u00a0novembre\u00a02026</time>'
        " par Dr Camille Martin."
    ) in done


def test_a_title_in_english_is_marked_and_said() -> None:
    english = PAGE.replace("    date: inc", "    langue: en\n    date: inc")
    page = texts.check(english.encode(), FILE, TODAY)
    done = texts.complete("", "comprendre/car-t.md", page, {})
    assert (
        'rel="noreferrer" lang="en">Parcours du patient</a> (en anglais), HCL, date\u00a0inconnue'
    ) in done


def test_a_page_that_nobody_has_read_says_so() -> None:
    page = texts.check(BARE.encode(), FILE, TODAY)
    done = texts.complete("", "index.md", page, {})
    assert "Cette page n’a pas encore été relue par un professionnel de santé." in done
    assert "Relue le" not in done
    assert 'Texte vérifié <time datetime="2026">' in done
    assert "<h2" not in done


def test_the_state_of_the_list_counts_each_group() -> None:
    done = complete("Avant\n\n<!-- bloc: etat-de-la-liste -->\n\nAprès\n")
    assert "bloc:" not in done
    assert done.index("Avant") < done.index('class="etat"') < done.index("Après")
    assert '<a href="../../centres/#liste_2021">1' in done
    assert '<a href="../../centres/#depuis">1' in done
    assert '<time datetime="2026-11">novembre\u00a02026</time>' in done


def test_the_official_list_stands_alone() -> None:
    official = {
        **LISTE,
        "officielle": "{titre: Liste, editeur: État, url: https://a.fr, date: 2026}",
    }
    named = entry(groupe="officielle", sources=[source(url="https://a.fr"), register()])
    listed = read(yaml_list(named, liste=official))
    block = state_block(listed, "index.md")
    assert "1\u00a0centre de la liste officielle</a>" in block
    assert "liste_2021" not in block


def test_the_mentions_say_who_answers_for_the_site() -> None:
    done = complete("<!-- bloc: mentions -->\n")
    assert "<dt>Éditeur</dt><dd>Association &amp; Cie, 1 rue de Lyon</dd>" in done
    assert "<dt>Directeur ou directrice de la publication</dt><dd>Camille Martin</dd>" in done
    assert "<dt>Hébergeur</dt><dd>Hébergeur SA</dd>" in done
    assert "<dt>Contact</dt><dd>contact@exemple.fr</dd>" in done
    assert "<dt>Validation du contenu</dt><dd>Dr Dominique Petit</dd>" in done
    assert "préversion" not in done
    assert "à compléter" not in done


def test_the_mentions_say_what_is_missing() -> None:
    known = Publication(editeur="Association", contact="")
    assert [value for _, value in known.entries] == ["Association", None, None, None, None]
    done = complete("<!-- bloc: mentions -->\n", known)
    assert "<dt>Éditeur</dt><dd>Association</dd>" in done
    assert done.count("<dd><strong>à compléter</strong></dd>") == 4
    assert (
        "Il manque encore\u00a0: directeur ou directrice de la publication, hébergeur, contact et"
        " validation du contenu."
    ) in done


@pytest.mark.parametrize(
    ("publication", "missing"),
    [
        (KNOWN, []),
        (
            Publication(),
            [
                "éditeur",
                "directeur ou directrice de la publication",
                "hébergeur",
                "contact",
                "validation du contenu",
            ],
        ),
        (
            Publication(editeur="a", directeur_publication="b", hebergeur="c", contact="d"),
            ["validation du contenu"],
        ),
    ],
)
def test_a_site_is_a_preversion_until_nothing_is_missing(
    publication: Publication, missing: list[str]
) -> None:
    assert publication.missing == missing
    assert publication.preversion is bool(missing)
