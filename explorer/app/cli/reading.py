"""How the words of a command line are read, and how mistakes in them are said."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from explorer.app.cli.commands import LARGEST, SMALLEST, TEXT_SCALES


class Parser(argparse.ArgumentParser):
    """Says mistakes as sentences, in the place of argparse's fragments."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and leave with code 2."""
        sys.stderr.write(f'{self.prog}: {message}\nType "{self.prog} --help" to see what can be typed.\n')
        raise SystemExit(2)


def command_of(parser: Parser, words: Sequence[str]) -> argparse.Namespace:
    """What the words of a command mean; a mistake in them is said and ends the process."""
    try:
        found, unknown = parser.parse_known_args(list(words))
    except argparse.ArgumentError as problem:
        if problem.message == "expected one argument":
            parser.error(f"{problem.argument_name} needs a value after it.")
        parser.error(problem.message)
    if unknown:
        parser.error(_too_much(unknown[0]))
    return found


def _too_much(word: str) -> str:
    return (
        f"There is no option {word}." if word.startswith("-") else f'One thing too many was typed: "{word}".'
    )


def program_name() -> str:
    """What to type to start the app again: "main.py", "timeline-explorer" or "python -m explorer"."""
    name = Path(sys.argv[0]).name
    return "python -m explorer" if name == "__main__.py" else name


def sub_parser(program: str, usage: str, description: str, examples: str) -> Parser:
    """The parser of a command; ``usage`` begins with its name."""
    return Parser(
        prog=f"{program} {usage.split(maxsplit=1)[0]}",
        usage=f"{program} {usage} [options]",
        description=description,
        epilog=examples.format(program=program),
        formatter_class=Layout,
        allow_abbrev=False,
        exit_on_error=False,
    )


class Layout(argparse.HelpFormatter):
    """Wraps the description and leaves the examples as they are."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return text if "\n" in text else super()._fill_text(text, width, indent)


def needed(parser: Parser, value: Path | None, sentence: str) -> Path:
    """What must have been typed; ``sentence`` says what is missing, without its full stop."""
    if value is None:
        parser.error(f"{sentence}.")
    return value


def size(text: str) -> tuple[int, int]:
    """Reads the size of a window."""
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


def theme(text: str) -> str:
    """Reads a look."""
    if text not in {"light", "dark"}:
        raise argparse.ArgumentTypeError(f'--theme is light or dark, not "{text}".')
    return text


def one_of(option: str, allowed: tuple[str, ...]) -> Callable[[str], str]:
    """Reads one of several words."""

    def read(text: str) -> str:
        if text.lower() not in allowed:
            said = f"{', '.join(allowed[:-1])} or {allowed[-1]}"
            raise argparse.ArgumentTypeError(f'{option} is {said}, not "{text}".')
        return text.lower()

    return read


def text_scale(text: str) -> int:
    """Reads a text scale in percent."""
    low, high = TEXT_SCALES
    number = text.removesuffix("%")
    if not number.isdecimal() or not low <= int(number) <= high:
        raise argparse.ArgumentTypeError(f'--text-scale is a percentage from {low} to {high}, not "{text}".')
    return int(number)
