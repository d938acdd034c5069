"""What PyYAML says of a broken file, in words for an editor."""

QUOTE = "mettez-la entre guillemets"

FRENCH_SYNTAX = {
    "mapping values are not allowed": (
        "deux-points inattendu : alignez la ligne sur ses voisines, ou mettez le texte entre"
        " guillemets s'il contient « : »."
    ),
    "could not find expected ':'": (
        "il manque « : » après un nom de clé, ici ou à la ligne d'avant."
    ),
    "expected <block end>, but found '<scalar>'": (
        "du texte suit un guillemet fermé, ou l'alignement change : vérifiez la ligne."
    ),
    "expected <block end>": (
        "l'alignement ne suit pas celui des lignes voisines : vérifiez les espaces en début de"
        " ligne."
    ),
    "found character '\\t'": "une tabulation : remplacez-la par des espaces.",
    "found character '%'": f"une valeur ne peut pas commencer par « % » : {QUOTE}.",
    "found character '@'": f"une valeur ne peut pas commencer par « @ » : {QUOTE}.",
    "found character '`'": f"une valeur ne peut pas commencer par « ` » : {QUOTE}.",
    "found unexpected end of stream": "un guillemet ouvert ici n'est jamais refermé.",
    "found unknown escape character": (
        "barre oblique inverse entre guillemets doubles : écrivez-la deux fois."
    ),
    "expected ',' or ']'": "il manque une virgule ou un crochet fermant « ] ».",
    "expected ',' or '}'": "il manque une virgule ou une accolade fermante « } ».",
    "expected alphabetic or numeric": f"« & » ou « * » en début de valeur : {QUOTE}.",
    "expected '<document start>'": "du texte après la fin du document : vérifiez l'alignement.",
}
"""Part of PyYAML's message -> French message."""
