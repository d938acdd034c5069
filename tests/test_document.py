"""YAML into plain values, each with its place."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from generator import document
from generator.errors import DataError, Problem
from generator.scalars import damaged
from generator.syntax import FRENCH_SYNTAX, QUOTE

FILE = "data/centres.yaml"
DASH = " ; une ligne de liste commence par « - »."


def faults(text: str | bytes) -> list[str]:
    """List what is wrong with a text, without the name of the file."""
    data = text if isinstance(text, bytes) else text.encode()
    try:
        document.read(data, FILE)
    except DataError as error:
        return [str(problem).removeprefix(f"{FILE}:") for problem in error.problems]
    return []


def test_values_and_keys_keep_their_places() -> None:
    read = document.read("a: é\nb:\n  - x\n  - {c: v}\n".encode(), FILE)
    assert read.value == {"a": "é", "b": ["x", {"c": "v"}]}
    assert read.places == {
        (): (1, 1),
        ("a",): (1, 4),
        ("b",): (3, 3),
        ("b", 0): (3, 5),
        ("b", 1): (4, 5),
        ("b", 1, "c"): (4, 9),
    }
    assert read.keys == {("a",): (1, 1), ("b",): (2, 1), ("b", 1, "c"): (4, 6)}


def test_nothing_is_converted() -> None:
    read = document.read(b"a: 2018\nb: 2018-08-10\nc: 48.870\nd:\ne: 'no'\n", FILE)
    assert read.value == {"a": "2018", "b": "2018-08-10", "c": "48.870", "d": "", "e": "no"}


@pytest.mark.parametrize(
    ("path", "at_key", "place"),
    [
        (("b", 1, "c"), False, (4, 9)),
        (("b", 1, "c"), True, (4, 6)),
        (("b", 1, "z"), False, (4, 5)),
        (("b", 1, "z"), True, (4, 5)),
        (("b", 7, "z", 2), False, (3, 3)),
        (("z",), False, (1, 1)),
    ],
)
def test_a_problem_stands_at_the_nearest_place_above(
    path: tuple[str | int, ...],
    at_key: bool,  # noqa: FBT001  # pytest passes it by name
    place: tuple[int, int],
) -> None:
    read = document.read("a: é\nb:\n  - x\n  - {c: v}\n".encode(), FILE)
    problem = read.problem(path, "faux", at_key=at_key)
    assert ((problem.line, problem.column), problem.file, problem.message) == (place, FILE, "faux")


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ((), {"a": ["x", "v"]}),
        (("a", 1), "v"),
        (("a", 2), None),
        (("a", "1"), None),
        (("z",), None),
        (("a", 0, "z"), None),
    ],
)
def test_a_value_is_found_by_its_path(path: tuple[str | int, ...], value: object) -> None:
    assert document.read(b"a: [x, v]", FILE).at(path) == value


@pytest.mark.parametrize("text", ["", "\n\n", "# rien\n# du tout\n", "\ufeff"])
def test_a_file_without_values_is_empty(text: str) -> None:
    assert faults(text) == ["1:1: le fichier est vide."]


@pytest.mark.parametrize(
    ("word", "place"),
    [
        ("06200", "2:4"),
        ("no", "2:4"),
        ("yes", "2:4"),
        ("1e3", "2:4"),
        ("0x1F", "2:4"),
        ("12:30:45", "2:4"),
        ("1_000", "2:4"),
        ("+33142494949", "2:4"),
    ],
)
def test_a_bare_word_that_yaml_misreads_is_refused(word: str, place: str) -> None:
    message = f'{place}: « {word} » sera mal lu sans guillemets : écrivez "{word}".'
    assert faults(f"a: b\nc: {word}\n") == [message]
    assert faults(f"a: b\nc: '{word}'\n") == []
    assert faults(f'a: b\nc: "{word}"\n') == []


@pytest.mark.parametrize("word", ["null", "NULL", "~"])
def test_null_is_no_value(word: str) -> None:
    assert faults(f"a: {word}") == [
        f"1:4: « {word} » n'est pas une valeur : pour dire « inconnu », supprimez la ligne."
    ]


def test_a_misread_element_is_refused_but_not_a_key() -> None:
    assert faults("on: [b, no]") == ['1:9: « no » sera mal lu sans guillemets : écrivez "no".']


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "a: &x b",
            ["1:4: la marque « &x » n'est pas permise : supprimez-la."],
            id="anchor",
        ),
        pytest.param(
            "a:\n  &x b: c",
            ["2:3: la marque « &x » n'est pas permise : supprimez-la."],
            id="anchor on a key",
        ),
        pytest.param(
            "a: &x [b]\nc: *x",
            [
                "1:4: la marque « &x » n'est pas permise : supprimez-la.",
                "2:4: le renvoi « *x » n'est pas permis : recopiez la valeur.",
            ],
            id="alias",
        ),
        pytest.param(
            "a: *x",
            ["1:4: le renvoi « *x » n'est pas permis : recopiez la valeur."],
            id="alias of nothing",
        ),
        pytest.param(
            "a: !!int 3",
            ["1:4: une étiquette « ! » n'est pas permise : supprimez-la."],
            id="standard tag",
        ),
        pytest.param(
            "a: !!python/object/apply:os.system [ls]",
            ["1:4: une étiquette « ! » n'est pas permise : supprimez-la."],
            id="tag that would run code",
        ),
        pytest.param(
            "a: !essai {b: c}",
            ["1:4: une étiquette « ! » n'est pas permise : supprimez-la."],
            id="own tag",
        ),
    ],
)
def test_an_anchor_an_alias_or_a_tag_is_refused(text: str, expected: list[str]) -> None:
    assert faults(text) == expected


def test_a_key_written_twice_is_refused_at_the_second() -> None:
    assert faults("a: 1\nb: 2\na: 3\n") == [
        "3:1: la clé « a » est déjà écrite ligne 1 : gardez-en une."
    ]
    assert faults("x:\n  - {a: b}\n  - {a: b, c: d, a: b}\n") == [
        "3:18: la clé « a » est déjà écrite ligne 3 : gardez-en une, ou commencez un nouvel élément"
        " par un tiret."
    ]
    assert faults("x:\n  - {a: b, c: d, c: e}\n") == [
        "2:18: la clé « c » est déjà écrite ligne 2 : gardez-en une."
    ]


def test_a_key_that_looks_the_same_is_the_same() -> None:
    assert faults("é: 1\ne\u0301: 2\n") == [
        "2:1: la clé « é » est déjà écrite ligne 1 : gardez-en une."
    ]


@pytest.mark.parametrize(
    ("text", "place"), [("? [a]\n: b", "1:3"), ("? {a: b}\n: c", "1:3"), ('"": b', "1:1")]
)
def test_a_key_is_a_plain_name(text: str, place: str) -> None:
    assert faults(text) == [
        f"{place}: un nom de clé simple est attendu ici (exemple : « ville: Lyon »)."
    ]


def test_a_second_document_is_refused() -> None:
    assert faults("a: b\n---\nc: d\n") == [
        "2:1: une deuxième partie « --- » commence ici : supprimez cette ligne."
    ]
    assert faults("---\na: b\n") == []


@pytest.mark.parametrize(
    ("depth", "expected"),
    [
        (12, []),
        (13, ["1:13: plus de 12 niveaux imbriqués : vérifiez l'alignement."]),
        (50_000, ["1:13: plus de 12 niveaux imbriqués : vérifiez l'alignement."]),
    ],
)
def test_what_is_nested_too_deep_is_refused(depth: int, expected: list[str]) -> None:
    assert faults("[" * depth + "]" * depth) == expected


def test_problems_found_before_broken_yaml_are_kept() -> None:
    assert faults("a: no\nb: [c\n") == [
        '1:4: « no » sera mal lu sans guillemets : écrivez "no".',
        "2:4: il manque une virgule ou un crochet fermant « ] ».",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "nom: Lyon : Sud",
            "1:11: deux-points inattendu : alignez la ligne sur ses voisines, ou mettez le texte"
            " entre guillemets s'il contient « : ».",
        ),
        (
            "nom: Lyon\n  ville: Lyon\n",
            "2:8: deux-points inattendu : alignez la ligne sur ses voisines, ou mettez le texte"
            " entre guillemets s'il contient « : ».",
        ),
        (
            "nom: Lyon\nville\nid: a\n",
            "2:6: il manque « : » après « ville ».",
        ),
        (
            "nom: Lyon\n- a\n",
            "2:1: l'alignement ne suit pas celui des lignes voisines : vérifiez les espaces en"
            " début de ligne.",
        ),
        (
            "a:\n   - b: c\n  - d: e\n",
            "3:3: l'alignement ne suit pas celui des lignes voisines : vérifiez les espaces en"
            " début de ligne.",
        ),
        ("nom: Lyon\n\tville: Lyon\n", "2:1: une tabulation : remplacez-la par des espaces."),
        ("a: %b", f"1:4: une valeur ne peut pas commencer par « % » : {QUOTE}."),
        ("a: b\nc: @d", f"2:4: une valeur ne peut pas commencer par « @ » : {QUOTE}."),
        ("a: `b", f"1:4: une valeur ne peut pas commencer par « ` » : {QUOTE}."),
        ('a: "b\nc: d\n', "1:4: un guillemet ouvert ici n'est jamais refermé."),
        ("a: b\nc: 'd\ne: f\n", "2:4: un guillemet ouvert ici n'est jamais refermé."),
        (
            'a: "C:\\dossier"',
            "1:8: barre oblique inverse entre guillemets doubles : écrivez-la deux fois.",
        ),
        ("a: [b\nc: d\n", "2:2: il manque une virgule ou un crochet fermant « ] »."),
        ("a: {b: c d: e}\n", "1:11: il manque une virgule ou une accolade fermante « } »."),
        ("a: & b", f"1:5: « & » ou « * » en début de valeur : {QUOTE}{DASH}"),
        ("a: *", f"1:5: « & » ou « * » en début de valeur : {QUOTE}{DASH}"),
        ("a: [b, ,]", "1:8: la syntaxe YAML est incorrecte ici ou juste avant."),
        (
            "a: -",
            "1:4: tiret inattendu : il commence une ligne de liste, ou bien le texte va entre"
            " guillemets.",
        ),
    ],
)
def test_broken_yaml_is_said_in_french_where_it_breaks(text: str, expected: str) -> None:
    assert faults(text) == [expected]


def test_the_line_of_broken_yaml_counts_from_the_first_line_given() -> None:
    with pytest.raises(DataError) as caught:
        document.read(b"a: b\nc: @d", "docs/a.md", first_line=2)
    assert str(caught.value) == (
        f"docs/a.md:3:4: une valeur ne peut pas commencer par « @ » : {QUOTE}."
    )


def test_no_french_sentence_hides_another() -> None:
    # The first that fits is said: one that holds another must stand before it.
    parts = list(FRENCH_SYNTAX)
    for place, part in enumerate(parts):
        assert [other for other in parts[:place] if other in part] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: b\u202e", "1:5: caractère invisible U+202E : supprimez-le et retapez ce mot."),
        ("# \u200b", "1:3: caractère invisible U+200B : supprimez-le et retapez ce mot."),
        ("a: b\nc: \x07", "2:4: caractère invisible U+0007 : supprimez-le et retapez ce mot."),
    ],
)
def test_an_invisible_character_is_refused(text: str, expected: str) -> None:
    assert faults(text) == [expected]


@pytest.mark.parametrize(
    ("escape", "code"),
    [
        ("\\u202e", "U+202E"),
        ("\\x00", "U+0000"),
        ("\\0", "U+0000"),
        ("\\e", "U+001B"),
        ("\\r", "U+000D"),
        ("\\N", "U+0085"),
        ("\\L", "U+2028"),
        ("\\U000e0041", "U+E0041"),
    ],
)
def test_an_invisible_character_is_refused_however_written(escape: str, code: str) -> None:
    assert faults(f'a: "b{escape}"') == [f"1:4: caractère invisible {code} : supprimez-le."]


def test_decomposed_accents_are_read_as_composed() -> None:
    decomposed = unicodedata.normalize("NFD", "clé: Hôpital Œuvré")
    assert len(decomposed) > len("clé: Hôpital Œuvré")
    assert document.read(decomposed.encode(), FILE).value == {"clé": "Hôpital Œuvré"}


PLAIN = st.text(
    st.characters(exclude_categories=["C", "Zl", "Zp"], codec="utf-8"), max_size=20
).filter(lambda text: unicodedata.is_normalized("NFC", text) and not damaged(text, ""))
VALUES = st.recursive(
    PLAIN,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(PLAIN.filter(bool), inner, max_size=4)
    ),
    max_leaves=15,
)


@given(VALUES, st.booleans())
def test_what_yaml_writes_is_read_back(value: object, flow: bool) -> None:  # noqa: FBT001  # hypothesis passes it
    text = yaml.safe_dump(value, allow_unicode=True, default_flow_style=flow, default_style='"')
    assert document.read(text.encode(), FILE).value == value


@given(st.binary(max_size=200))
@example(b"\xef\xbb\xbf\xff")
@example(b'a: "\\ud800"')
@example("a: \uffff".encode())
def test_any_bytes_are_read_or_refused_within_the_file(data: bytes) -> None:
    try:
        document.read(data, FILE)
    except DataError as error:
        lines = data.decode("utf-8-sig", "replace").splitlines() or [""]
        for problem in error.problems:
            assert 1 <= problem.line <= len(lines) + 1
            assert problem.column >= 1


YAMLISH = st.text(st.sampled_from([*"ab:-[]{}&*!|>'\"%@`#?,~ \n\té", "\u202e"]), max_size=60)


@given(YAMLISH)
def test_any_marks_are_read_or_refused_within_the_file(text: str) -> None:
    try:
        document.read(text.encode(), FILE)
    except DataError as error:
        lines = [*text.split("\n"), ""]
        for problem in error.problems:
            assert 1 <= problem.line <= len(lines)
            assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"\xef\xbb\xbfa: b\nc: \xff", "2:4"),
        (b"a: b\rc: \x80", "2:4"),
        (b"\xff", "1:1"),
    ],
)
def test_a_byte_that_is_not_utf_8_is_placed_in_its_line(data: bytes, place: str) -> None:
    with pytest.raises(DataError) as refused:
        document.read(data, "f")
    assert str(refused.value) == (
        f"f:{place}: le fichier n'est pas en UTF-8 : réenregistrez-le avec l'encodage « UTF-8 »."
    )


def test_a_problem_stays_on_one_line_whatever_it_quotes() -> None:
    problem = Problem(file="f", line=1, column=1, message="« a\tb\nc »")
    assert str(problem) == "f:1:1: « a\\tb\\nc »"


def test_text_outside_the_document_is_said() -> None:
    with pytest.raises(DataError) as refused:
        document.read(b"[a]\nb", "f")
    assert str(refused.value) == (
        "f:2:1: cette ligne n'a pas assez d'espaces devant : alignez-la sur ses voisines."
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "a: b\n<<<<<<< HEAD\nc: d\n",
            "2:1: trace d'une fusion de deux versions : gardez la bonne, supprimez cette ligne.",
        ),
        ("ville:\u00a0Lyon", "1:7: espace insécable : remplacez-la par une espace ordinaire."),
        ("ville\u00a0: Lyon", "1:6: espace insécable : remplacez-la par une espace ordinaire."),
        ("a: b\n\u00a0ville: x", "2:1: espace insécable : remplacez-la par une espace ordinaire."),
        (
            "nom: Lyon Sud #2",
            "1:15: ce qui suit « # » serait perdu : mettez le texte entre guillemets.",
        ),
        ("ville:Lyon\ncode: x\n", "1:7: il manque une espace après « : »."),
    ],
)
def test_what_yaml_would_take_otherwise_is_said_where_it_stands(text: str, expected: str) -> None:
    assert faults(text) == [expected]


def test_a_comment_and_a_hard_space_within_a_text_are_right() -> None:
    assert faults('nom: Lyon # au sud\nreserve: "Oui\u00a0: demandez."\n') == []


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("a: \u00e9\r\n".encode(), {"a": "\u00e9"}),
        ("a: b\n\u00a0 c: d\n".encode(), {"a": "b", "\u00a0 c": "d"}),
        (b"a: no\nb: Lyon #2\na: c\n", {"a": "no", "b": "Lyon"}),
        ("a: x\u200by\n".encode(), {"a": "x\u200by"}),
        (b"a: *b\nc: &d e\n", {"a": "", "c": "e"}),
        (b"", None),
        (b"a: [b\n", None),
        (b"a: \xe9\n", None),
        (b"a: b\n---\nc: d\n", None),
        (b"<<<<<<< HEAD\na: b\n=======\n", None),
        (b"[" * 20_000, None),
    ],
)
def test_an_older_file_is_read_whatever_a_check_would_say(data: bytes, expected: object) -> None:
    assert document.values(data) == expected


@given(st.binary(max_size=200) | st.text(max_size=60).map(str.encode))
def test_any_bytes_of_an_older_file_are_read_or_none(data: bytes) -> None:
    assert isinstance(document.values(data), str | list | dict | None)


def test_an_older_file_without_faults_reads_as_today() -> None:
    data = (Path(__file__).parents[1] / FILE).read_bytes()
    assert document.values(data) == document.read(data, FILE).value


@pytest.mark.parametrize(
    "text",
    [
        'a: "T-cell therapy: a\n  review"\nb: c',
        "a:\n  - bc: 'un\n      mot: deux'",
        'a: "Venez,\n  mais attention\N{NO-BREAK SPACE}: le lundi"',
        'a: "Venez,\n  attention\N{NO-BREAK SPACE}: le lundi"',
        "a: >-\n  attention\N{NO-BREAK SPACE}: le lundi\nb: c",
        "a: |\n  nom: Lyon #2\n",
        "a: « Vivre avec », « Revivre » et « Vivre »",
    ],
)
def test_a_word_and_its_colon_within_a_text_are_no_key(text: str) -> None:
    assert faults(text) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('a: "b\ncd: e"\n', "1:4"),
        ('a: "b\ncd\N{NO-BREAK SPACE}: e"\n', "1:4"),
        ("a:\n  - bc: 'd\n    ef: g'\n", "2:9"),
        ("a:\n  - bc: 'd\n  - ef: g'\n", "2:9"),
        ("- 'd\n- ef: g'\n", "1:3"),
    ],
)
def test_a_key_within_a_text_tells_that_a_quote_is_open(text: str, place: str) -> None:
    assert faults(text) == [f"{place}: un guillemet ouvert ici n'est jamais refermé."]


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("nom: HÃ´pital Saint-Louis", "HÃ´pital", "1:6"),
        ("a: b\nnom: CHU d’AngersÂ»", "AngersÂ»", "2:12"),
        ("nom: l\ufffdpital", "l\ufffdpital", "1:6"),
        ("nom: câ€™est", "câ€", "1:6"),
    ],
)
def test_accents_that_were_read_in_another_encoding_are_refused(
    text: str, word: str, place: str
) -> None:
    assert faults(text) == [
        f"{place}: « {word} » : accents abîmés, le fichier a été ouvert dans un autre encodage ;"
        " retapez ce mot."
    ]


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
@pytest.mark.parametrize("letter", "éèêëàâîïôùûçœæÉÈÀÇŒ«»°")
def test_each_french_letter_is_known_when_damaged(letter: str, encoding: str) -> None:
    try:
        damaged_letter = letter.encode().decode(encoding)
    except UnicodeDecodeError:  # cp1252 has no such byte: the program would have refused
        return
    assert damaged(f"x{damaged_letter}y", FILE) != []
    assert damaged(f"x{letter}y", FILE) == []
