"""The LaTeX inside BibTeX fields: to plain letters with the marks of CSL-JSON, and back."""

import re
from contextlib import suppress

_KEPT = {
    "\\": "\ue000",
    "{": "\ue001",
    "}": "\ue002",
    "$": "\ue003",
    "%": "\ue004",
    "~": "\ue005",
    "^": "\ue006",
}
"""What the decoder would take for syntax waits in the private use area until it is done."""
_KEPT_BACK = str.maketrans({private: letter for letter, private in _KEPT.items()})
_PRIVATE = str.maketrans(dict.fromkeys(_KEPT.values()))
_LETTERS = re.compile(
    r"\\(?:text(backslash|braceleft|braceright|asciitilde|asciicircum|dollar|percent)(?![A-Za-z])(?:\{\}| )?"
    r"|([{}$%]))"
)
_NAMED = {
    "backslash": "\\",
    "braceleft": "{",
    "braceright": "}",
    "asciitilde": "~",
    "asciicircum": "^",
    "dollar": "$",
    "percent": "%",
}
_DOTLESS = re.compile(r"(\\['`^\"~=.uvHcdbrk])\s*\{?\\([ij])(?![A-Za-z])\s*\}?")
_SPACES = re.compile(r"\\[,;:! ]|\\\\")
_NOTHING = re.compile(r"\\[-/]")
_ADDRESS = re.compile(r"\\(?:url|path|nolinkurl)\s*\{([^{}]*)\}")
_SORTING = re.compile(r"\\noopsort\s*\{[^{}]*\}")
_ITALIC = re.compile(
    r"\\(?:emph|textit|textsl|mkbibemph)\s*\{([^{}]*)\}|\{\s*\\(?:em|it|sl|itshape)\s+([^{}]*)\}"
)
_BOLD = re.compile(r"\\(?:textbf|mkbibbold)\s*\{([^{}]*)\}|\{\s*\\(?:bf|bfseries)\s+([^{}]*)\}")
_RAISED = re.compile(r"\\text(super|sub)script\s*\{([^{}]*)\}")
_QUOTED = re.compile(r"\\(?:enquote|mkbibquote)\s*\{([^{}]*)\}")
_SWITCH = re.compile(r"\\(?:em|it|sl|bf|rm|sc|sf|tt|small|relax|protect|upshape|mbox)(?![A-Za-z])\s*")
_WITH_ARGUMENT = re.compile(r"\\[A-Za-z]+\s*(?=\{)")
_COMMAND = re.compile(r"\\([A-Za-z]+)\s?|\\(.)")
_SYNTAX = re.compile(r"[\\{}$~%]|--|''|``|[?!]`")
_WRITTEN = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_MARKS_OUT = (("i", "emph"), ("b", "textbf"), ("sup", "textsuperscript"), ("sub", "textsubscript"))
_LIGATURES = re.compile(r"-(?=-)|'(?=')|`(?=`)|[?!](?=`)")


def decode(text: str) -> str:
    """The text of a field without its LaTeX; emphasis becomes the marks of CSL-JSON."""
    if not _SYNTAX.search(text):
        return text
    import codecs

    import latexcodec  # noqa: F401  # importing it makes the codec "ulatex" known

    text = text.translate(_PRIVATE)
    text = _LETTERS.sub(lambda found: _KEPT[_NAMED.get(found[1] or "", found[2] or "")], text)
    text = _NOTHING.sub("", _SPACES.sub(" ", _DOTLESS.sub(r"\1{\2}", text.replace("%", _KEPT["%"]))))
    with suppress(ValueError):  # a lone backslash: the letters are left as they were written
        text = codecs.decode(text, "ulatex")  # type: ignore[call-overload]
    return _without_commands(text).translate(_KEPT_BACK)


def encode(text: str) -> str:
    """A text as it stands in a field, for any BibTeX; letters beyond ASCII stay as they are (UTF-8)."""
    written = "".join(_WRITTEN.get(letter, letter) for letter in _guarded(text))
    for mark, command in _MARKS_OUT:
        written = re.sub(rf"<{mark}>([^<>]*)</{mark}>", rf"\\{command}{{\1}}", written)
    return written.replace("\ue007", "{}")


def _guarded(text: str) -> str:
    # The empty groups that part ligatures must outlive the writing of braces.
    return _LIGATURES.sub(lambda found: found[0] + "\ue007", text.translate(_PRIVATE).replace("\ue007", ""))


def _without_commands(text: str) -> str:
    text = _SORTING.sub("", text)
    for _ in range(4):  # marks within marks, from the inside out
        before = text
        text = _ADDRESS.sub(r"\1", text)
        text = _ITALIC.sub(lambda found: f"<i>{found[1] or found[2] or ''}</i>", text)
        text = _BOLD.sub(lambda found: f"<b>{found[1] or found[2] or ''}</b>", text)
        text = _RAISED.sub(lambda found: f"<{found[1][:3]}>{found[2]}</{found[1][:3]}>", text)
        text = _QUOTED.sub("“\\1”", text)
        if text == before:
            break
    text = _WITH_ARGUMENT.sub("", _SWITCH.sub("", text))
    text = _COMMAND.sub(lambda found: found[1] or found[2], text)
    return text.replace("{", "").replace("}", "").replace("\u00a0", " ")
