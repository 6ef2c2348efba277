"""What each command takes, and the command that is made of it."""

import argparse
from collections.abc import Callable
from pathlib import Path

from explorer import __version__
from explorer.app.cli.commands import FORMS, STYLES, Build, Check, Cite, Command, Export, Render
from explorer.app.cli.reading import Parser, needed, one_of, size, sub_parser, text_scale, theme

_OVERVIEW = """\
usage: {program} [LIBRARY]
       {program} render OUT.png [options]
       {program} build OUT.tlx
       {program} check [LIBRARY] [--documents FOLDER]
       {program} cite [LIBRARY] [--style STYLE] [--format FORMAT]
       {program} export [LIBRARY] OUT [options]

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
  export         write a view or a tour as a picture, a poster, a handout or
                 a web page

options:
  -h, --help     show this text; after a command, what that command takes
  --version      show the version

examples:
  {program}
  {program} my-research.tlx
  {program} render talk.png --from 2018 --to 2024 --theme dark
  {program} check --documents articles
  {program} cite --format bibtex
  {program} export handout.pdf --tour summit
  {program} ./check     (a library file whose name is "check")

Everything the app writes lies in your data folder, or in the folder named by
the environment variable TIMELINE_EXPLORER_DATA. It never opens a connection.
"""


class _Overview(Parser):
    """The parser of the app itself. Its help is written by hand, to show all commands on one screen."""

    def format_help(self) -> str:
        return _OVERVIEW.format(program=self.prog)


def show_parser(program: str) -> Parser:
    """The parser of what is typed without a command."""
    parser = _Overview(prog=program, allow_abbrev=False, exit_on_error=False)
    parser.add_argument("--version", action="version", version=f"Timeline Explorer {__version__}")
    parser.add_argument("library", metavar="LIBRARY", nargs="?", type=Path)
    return parser


def _render_parser(program: str) -> Parser:
    parser = sub_parser(
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
        type=size,
        default=(1600, 1000),
        help="in pixels (default: 1600x1000)",
    )
    parser.add_argument("--theme", metavar="light|dark", type=theme, default="light", help="default: light")
    parser.add_argument(
        "--from", metavar="DATE", dest="start", help="left edge, an EDTF date: 2018, 2023-11, 2023-11-15"
    )
    parser.add_argument(
        "--to", metavar="DATE", dest="end", help="right edge, to the end of that year, month or day"
    )
    parser.add_argument("--event", metavar="SLUG", help="the event in hand, by its readable name")
    parser.add_argument(
        "--text-scale", metavar="PERCENT", type=text_scale, default=100, help="80 to 250 (default: 100)"
    )
    return parser


def _build_parser(program: str) -> Parser:
    parser = sub_parser(
        program,
        "build OUT.tlx",
        "Write the shipped story as a library file. A file of that name must not exist yet.",
        "example:\n  {program} build my-copy.tlx\n",
    )
    parser.add_argument("out", metavar="OUT.tlx", nargs="?", type=Path, help="the library file to write")
    return parser


def _check_parser(program: str) -> Parser:
    parser = sub_parser(
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


def _cite_parser(program: str) -> Parser:
    parser = sub_parser(
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
        type=one_of("--style", STYLES),
        default=STYLES[0],
        help="chicago, apa, mla or harvard (default: chicago)",
    )
    parser.add_argument(
        "--format",
        dest="form",
        type=one_of("--format", FORMS),
        default=FORMS[0],
        help="text, csl, bibtex, ris or annotations (default: text)",
    )
    return parser


def _render(parser: Parser, found: argparse.Namespace) -> Render:
    out = needed(parser, found.out, "render needs the name of the picture to write: render talk.png")
    if out.suffix.lower() != ".png":
        parser.error(f'The picture is written as PNG: give a name that ends in .png, not "{out.name}".')
    width, height = found.size
    return Render(
        out, found.library, width, height, found.theme, found.start, found.end, found.event, found.text_scale
    )


def _build(parser: Parser, found: argparse.Namespace) -> Build:
    return Build(needed(parser, found.out, "build needs the name of the file to write: build my-copy.tlx"))


def _check(_parser: Parser, found: argparse.Namespace) -> Check:
    return Check(found.library, found.documents)


def _cite(_parser: Parser, found: argparse.Namespace) -> Cite:
    return Cite(found.library, found.style, found.form)


# What is handed out is not even imported while the app starts.


def _export_parser(program: str) -> Parser:
    from explorer.app.cli.exporting import export_parser

    return export_parser(program)


def _export(parser: Parser, found: argparse.Namespace) -> Export:
    from explorer.app.cli.exporting import export

    return export(parser, found)


COMMANDS: dict[str, tuple[Callable[[str], Parser], Callable[[Parser, argparse.Namespace], Command]]] = {
    "render": (_render_parser, _render),
    "build": (_build_parser, _build),
    "check": (_check_parser, _check),
    "cite": (_cite_parser, _cite),
    "export": (_export_parser, _export),
}
