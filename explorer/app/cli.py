"""What was typed after the program's name, as one frozen command."""

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from explorer import __version__

SMALLEST, LARGEST = (640, 400), (8_192, 8_192)
TEXT_SCALES = (80, 250)
STYLES = ("chicago", "apa", "mla", "harvard")
FORMS = ("text", "csl", "bibtex", "ris", "annotations")


@dataclass(frozen=True, slots=True)
class Show:
    """Open the window on ``library``; None: the shipped story, or what was open last."""

    library: Path | None = None


@dataclass(frozen=True, slots=True)
class Render:
    """Draw the window into the PNG file ``out`` without showing it.

    ``width`` and ``height`` are pixels. ``start`` and ``end`` are EDTF texts as typed; None: the whole range
    on that side. ``event`` is a slug. ``text_scale`` is in percent.
    """

    out: Path
    library: Path | None = None
    width: int = 1600
    height: int = 1000
    theme: str = "light"
    start: str | None = None
    end: str | None = None
    event: str | None = None
    text_scale: int = 100


@dataclass(frozen=True, slots=True)
class Build:
    """Write the shipped story as the library file ``out``."""

    out: Path


@dataclass(frozen=True, slots=True)
class Check:
    """Report on a library (None: the shipped story); with ``documents``, look up its quotations in them."""

    library: Path | None = None
    documents: Path | None = None


@dataclass(frozen=True, slots=True)
class Cite:
    """Print the bibliography of a library (None: the shipped story) in a style, or in a form of records."""

    library: Path | None = None
    style: str = "chicago"
    form: str = "text"


Command = Show | Render | Build | Check | Cite

_OVERVIEW = """\
usage: {program} [LIBRARY]
       {program} render OUT.png [options]
       {program} build OUT.tlx
       {program} check [LIBRARY] [--documents FOLDER]
       {program} cite [LIBRARY] [--style STYLE] [--format FORMAT]

Timeline Explorer: a zoomable timeline that links every event to the words of
its sources. Without arguments it opens the story it comes with, or the library
you had open last.

  LIBRARY        a library file (.tlx) to open

commands:
  render         draw what the window would show into a picture
  build          write the shipped story as a library file of your own
  check          say whether a library is whole and its evidence holds
                 (exit code 1 if anything is wrong)
  cite           print the bibliography of a library

options:
  -h, --help     show this text; after a command, what that command takes
  --version      show the version

examples:
  {program}
  {program} my-research.tlx
  {program} render talk.png --from 2018 --to 2024 --theme dark
  {program} check --documents articles
  {program} cite --format bibtex
  {program} ./check     (a library file whose name is "check")

Everything the app writes lies in your data folder, or in the folder named by
the environment variable TIMELINE_EXPLORER_DATA. It never opens a connection.
"""


def parse(arguments: Sequence[str], program: str | None = None) -> Command:
    """Read the command line (without the program's name, which is ``program`` or that of this process).

    ``--help`` and ``--version`` print and leave with code 0, a mistake prints one sentence to standard error
    and leaves with code 2: both as SystemExit.
    """
    program = program or _program()
    words = list(arguments)
    name = words[0] if words and words[0] in _COMMANDS else ""
    parser = _COMMANDS[name](program) if name else _show_parser(program)
    found, unknown = _read(parser, words[1:] if name else words)
    if unknown:
        parser.error(_too_much(unknown[0]))
    match name:
        case "render":
            return _render(parser, found)
        case "build":
            return Build(
                _needed(parser, found.out, "build needs the name of the file to write: build my-copy.tlx")
            )
        case "check":
            return Check(found.library, found.documents)
        case "cite":
            return Cite(found.library, found.style, found.form)
        case _:
            return Show(found.library)


def _program() -> str:
    """What to type to start the app again: "main.py", "timeline-explorer" or "python -m explorer"."""
    name = Path(sys.argv[0]).name
    return "python -m explorer" if name == "__main__.py" else name


class _Parser(argparse.ArgumentParser):
    """Says mistakes as sentences, in the place of argparse's fragments."""

    def error(self, message: str) -> NoReturn:
        sys.stderr.write(f'{self.prog}: {message}\nType "{self.prog} --help" to see what can be typed.\n')
        raise SystemExit(2)


class _Overview(_Parser):
    """The parser of the app itself. Its help is written by hand, to show all commands on one screen."""

    def format_help(self) -> str:
        return _OVERVIEW.format(program=self.prog)


def _read(parser: _Parser, words: list[str]) -> tuple[argparse.Namespace, list[str]]:
    try:
        return parser.parse_known_args(words)
    except argparse.ArgumentError as problem:
        if problem.message == "expected one argument":
            parser.error(f"{problem.argument_name} needs a value after it.")
        parser.error(problem.message)


def _too_much(word: str) -> str:
    return (
        f"There is no option {word}." if word.startswith("-") else f'One thing too many was typed: "{word}".'
    )


def _show_parser(program: str) -> _Parser:
    parser = _Overview(prog=program, allow_abbrev=False, exit_on_error=False)
    parser.add_argument("--version", action="version", version=f"Timeline Explorer {__version__}")
    parser.add_argument("library", metavar="LIBRARY", nargs="?", type=Path)
    return parser


def _render_parser(program: str) -> _Parser:
    parser = _sub_parser(
        program,
        "render OUT.png",
        "Draw what the window would show into a PNG file, without a window on the screen.",
        "examples:\n"
        "  {program} render whole.png\n"
        "  {program} render november.png --from 2023-11 --to 2023-11\n"
        "  {program} render slide.png --size 1920x1080 --text-scale 150\n",
    )
    parser.add_argument("out", metavar="OUT.png", nargs="?", type=Path, help="the picture to write")
    parser.add_argument(
        "--library", metavar="FILE", type=Path, help="a library file (default: the shipped story)"
    )
    parser.add_argument(
        "--size",
        metavar="WIDTHxHEIGHT",
        type=_size,
        default=(1600, 1000),
        help="in pixels (default: 1600x1000)",
    )
    parser.add_argument("--theme", metavar="light|dark", type=_theme, default="light", help="default: light")
    parser.add_argument(
        "--from", metavar="DATE", dest="start", help="left edge, an EDTF date: 2018, 2023-11, 2023-11-15"
    )
    parser.add_argument(
        "--to", metavar="DATE", dest="end", help="right edge, to the end of that year, month or day"
    )
    parser.add_argument("--event", metavar="SLUG", help="the event in hand, by its readable name")
    parser.add_argument(
        "--text-scale", metavar="PERCENT", type=_text_scale, default=100, help="80 to 250 (default: 100)"
    )
    return parser


def _build_parser(program: str) -> _Parser:
    parser = _sub_parser(
        program,
        "build OUT.tlx",
        "Write the shipped story as a library file. A file of that name must not exist yet.",
        "example:\n  {program} build my-copy.tlx\n",
    )
    parser.add_argument("out", metavar="OUT.tlx", nargs="?", type=Path, help="the library file to write")
    return parser


def _check_parser(program: str) -> _Parser:
    parser = _sub_parser(
        program,
        "check [LIBRARY]",
        "Say whether a library is whole, whether every event, passage and relation leads somewhere, and "
        "whether the sums against the series hold. With a folder of documents, look up every quotation in "
        "them. The exit code is 1 if anything is wrong.",
        "examples:\n  {program} check\n  {program} check my-research.tlx --documents articles\n",
    )
    parser.add_argument(
        "library", metavar="LIBRARY", nargs="?", type=Path, help="a library file (default: the shipped story)"
    )
    parser.add_argument(
        "--documents", metavar="FOLDER", type=Path, help="copies of the sources, of any kind that is read"
    )
    return parser


def _cite_parser(program: str) -> _Parser:
    parser = _sub_parser(
        program,
        "cite [LIBRARY]",
        "Print the bibliography of a library: all its sources, in a style of citations or as records.",
        "examples:\n  {program} cite\n  {program} cite my-research.tlx --style mla\n"
        "  {program} cite --format ris\n",
    )
    parser.add_argument(
        "library", metavar="LIBRARY", nargs="?", type=Path, help="a library file (default: the shipped story)"
    )
    parser.add_argument(
        "--style",
        type=_one_of("--style", STYLES),
        default=STYLES[0],
        help="chicago, apa, mla or harvard (default: chicago)",
    )
    parser.add_argument(
        "--format",
        dest="form",
        type=_one_of("--format", FORMS),
        default=FORMS[0],
        help="text, csl, bibtex, ris or annotations (default: text)",
    )
    return parser


def _sub_parser(program: str, usage: str, description: str, examples: str) -> _Parser:
    return _Parser(
        prog=f"{program} {usage.split(maxsplit=1)[0]}",
        usage=f"{program} {usage} [options]",
        description=description,
        epilog=examples.format(program=program),
        formatter_class=_Layout,
        allow_abbrev=False,
        exit_on_error=False,
    )


class _Layout(argparse.HelpFormatter):
    """Wraps the description and leaves the examples as they are."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return text if "\n" in text else super()._fill_text(text, width, indent)


_COMMANDS = {"render": _render_parser, "build": _build_parser, "check": _check_parser, "cite": _cite_parser}


def _render(parser: _Parser, found: argparse.Namespace) -> Render:
    out = _needed(parser, found.out, "render needs the name of the picture to write: render talk.png")
    if out.suffix.lower() != ".png":
        parser.error(f'The picture is written as PNG: give a name that ends in .png, not "{out.name}".')
    width, height = found.size
    return Render(
        out, found.library, width, height, found.theme, found.start, found.end, found.event, found.text_scale
    )


def _needed(parser: _Parser, value: Path | None, sentence: str) -> Path:
    if value is None:
        parser.error(f"{sentence}.")
    return value


def _size(text: str) -> tuple[int, int]:
    width, cross, height = text.lower().partition("x")
    if not (cross and width.isdecimal() and height.isdecimal()):
        raise argparse.ArgumentTypeError(
            f'--size is width x height in pixels, such as 1600x1000, not "{text}".'
        )
    size = int(width), int(height)
    if not all(low <= value <= high for low, value, high in zip(SMALLEST, size, LARGEST, strict=True)):
        raise argparse.ArgumentTypeError(
            f"--size goes from {SMALLEST[0]}x{SMALLEST[1]} to {LARGEST[0]}x{LARGEST[1]}; {text} is outside."
        )
    return size


def _theme(text: str) -> str:
    if text not in {"light", "dark"}:
        raise argparse.ArgumentTypeError(f'--theme is light or dark, not "{text}".')
    return text


def _one_of(option: str, allowed: tuple[str, ...]) -> Callable[[str], str]:
    """Reads one of several words."""

    def read(text: str) -> str:
        if text.lower() not in allowed:
            said = f"{', '.join(allowed[:-1])} or {allowed[-1]}"
            raise argparse.ArgumentTypeError(f'{option} is {said}, not "{text}".')
        return text.lower()

    return read


def _text_scale(text: str) -> int:
    low, high = TEXT_SCALES
    number = text.removesuffix("%")
    if not number.isdecimal() or not low <= int(number) <= high:
        raise argparse.ArgumentTypeError(f'--text-scale is a percentage from {low} to {high}, not "{text}".')
    return int(number)
