"""What the command ``export`` takes."""

import argparse
from pathlib import Path

from explorer.app.cli.commands import Export
from explorer.app.cli.reading import Parser, one_of, sub_parser, theme
from explorer.domain.handing_out import (
    LARGEST_PICTURE,
    MOST_PIXELS,
    PAPERS,
    RATIOS,
    SMALLEST_PICTURE,
    Form,
    form_for,
    paper_named,
)

USUAL_PAPERS = {Form.POSTER: ("a2", "landscape")}
SIDES = ("portrait", "landscape")


def export_parser(program: str) -> Parser:
    """The parser of ``export``."""
    parser = sub_parser(
        program,
        "export [LIBRARY] OUT",
        "Write a view or a tour into a file that can be handed out. The format follows from the end of the "
        "file's name (.png, .svg, .pdf, .html, .json); a poster is asked for with --format poster. A tour "
        "makes one page or picture a step.",
        "examples:\n"
        "  {program} export november.png --from 2023-11 --to 2023-11\n"
        "  {program} export wall.pdf --format poster --paper A0\n"
        "  {program} export handout.pdf --paper letter --from 2018\n"
        "  {program} export wide.png --size 10000x4000 --pixel-ratio 3\n",
    )
    parser.add_argument(
        "places",
        metavar="[LIBRARY] OUT",
        nargs="*",
        type=Path,
        help="a library file (default: the shipped story) and the file to write",
    )
    parser.add_argument(
        "--format",
        dest="form",
        type=one_of("--format", tuple(Form)),
        help="png, svg, pdf (a handout), poster, html or timelinejs",
    )
    parser.add_argument("--tour", metavar="NAME", default="", help="a tour, by its title or readable name")
    parser.add_argument(
        "--from", metavar="DATE", dest="start", help="left edge, an EDTF date: 2018, 2023-11, 2023-11-15"
    )
    parser.add_argument(
        "--to", metavar="DATE", dest="end", help="right edge, to the end of that year, month or day"
    )
    parser.add_argument("--theme", metavar="light|dark", type=theme, default="light", help="of a picture")
    parser.add_argument(
        "--size",
        metavar="WIDTHxHEIGHT",
        type=_size,
        default=(1600, 1000),
        help="of a picture, in pixels (default: 1600x1000)",
    )
    parser.add_argument(
        "--pixel-ratio",
        dest="ratio",
        metavar="NUMBER",
        type=_ratio,
        default=1.0,
        help="pixels of the picture that make one of the screen: 2 draws everything twice as large "
        "(default: 1)",
    )
    parser.add_argument("--paper", metavar="NAME", type=_paper, help="A4 to A0, Letter to Arch-E")
    parser.add_argument(
        "--orientation", type=one_of("--orientation", SIDES), help="portrait or landscape, of the paper"
    )
    return parser


def export(parser: Parser, found: argparse.Namespace) -> Export:
    """The command, once what was typed fits together."""
    places: list[Path] = found.places
    if not places:
        parser.error("export needs the name of the file to write: export handout.pdf.")
    if len(places) > 2:
        parser.error(f'One thing too many was typed: "{places[2]}".')
    out = places[-1]
    form = Form(found.form) if found.form else form_for(out.name)
    if form is None:
        parser.error(
            f'The format does not follow from "{out.name}": end it in .png, .svg, .pdf, .html or .json, or'
            " say --format."
        )
    width, height = found.size
    paper, side = USUAL_PAPERS.get(form, ("a4", "portrait"))
    return Export(
        out,
        form.value,
        places[0] if len(places) == 2 else None,
        found.tour,
        found.start,
        found.end,
        found.theme,
        width,
        height,
        found.ratio,
        found.paper or paper,
        landscape=(found.orientation or side) == "landscape",
    )


def _size(text: str) -> tuple[int, int]:
    width, cross, height = text.lower().partition("x")
    if not (cross and width.isdecimal() and height.isdecimal()):
        raise argparse.ArgumentTypeError(
            f'--size is width x height in pixels, such as 1600x1000, not "{text}".'
        )
    size = int(width), int(height)
    ranges = zip(SMALLEST_PICTURE, size, LARGEST_PICTURE, strict=True)
    if not all(low <= value <= high for low, value, high in ranges):
        low, high = ("x".join(map(str, one)) for one in (SMALLEST_PICTURE, LARGEST_PICTURE))
        raise argparse.ArgumentTypeError(f"--size goes from {low} to {high}; {text} is outside.")
    if size[0] * size[1] > MOST_PIXELS:
        raise argparse.ArgumentTypeError(
            f"--size {text} has more than {MOST_PIXELS // 1_000_000} million pixels: make it smaller, or"
            " write an SVG, which is sharp at any size."
        )
    return size


def _ratio(text: str) -> float:
    low, high = RATIOS
    try:
        ratio = float(text)
    except ValueError:
        ratio = 0.0
    if not low <= ratio <= high:
        raise argparse.ArgumentTypeError(f'--pixel-ratio is a number from {low:g} to {high:g}, not "{text}".')
    return ratio


def _paper(text: str) -> str:
    try:
        return paper_named(text).key
    except ValueError:
        names = ", ".join(paper.name.replace(" ", "-") for paper in PAPERS[:-1])
        raise argparse.ArgumentTypeError(
            f'--paper is {names} or {PAPERS[-1].name.replace(" ", "-")}, not "{text}".'
        ) from None
