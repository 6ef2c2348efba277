"""Reads a text sentence by sentence and gives the dates that stand in it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from explorer.domain.edtf import parse
from explorer.domain.errors import DateError
from explorer.domain.event import Era
from explorer.domain.suggestion import Suggestion
from explorer.services.suggesting.atoms import atoms
from explorer.services.suggesting.composing import compose
from explorer.services.suggesting.dated import Dated, edtf_of
from explorer.services.suggesting.eras import EraNames
from explorer.services.suggesting.folding import fold
from explorer.services.suggesting.patterns import HINTS
from explorer.services.suggesting.resolving import Known, Memory, resolve
from explorer.services.suggesting.sentences import sentences
from explorer.services.suggesting.titles import draft_title

CHUNK = 200
"""Sentences between two reports of progress."""


@dataclass(frozen=True, slots=True)
class Context:
    """What is known beside the text: the EDTF of its own date, and the eras of the library."""

    published: str | None = None
    eras: Sequence[Era] = ()


def _read_on(_share: float) -> None:
    """Nobody asks how far it is."""


@dataclass(frozen=True, slots=True)
class Finder:
    """Finds the dates of one text.

    ``go_on`` is called now and then with the share of the text that is read (0 to 1), and may raise.
    """

    context: Context
    go_on: Callable[[float], None] = _read_on

    def find(self, text: str) -> Iterator[Suggestion]:
        """The dates of a text in order, without those that cannot be known from what is given."""
        eras = EraNames.of(self.context.eras)
        memory = Memory(known(self.context.published))
        for number, (start, end) in enumerate(sentences(text)):
            if number % CHUNK == 0:
                self.go_on(start / len(text))
            folded = fold(text[start:end])
            if not (any(hint.search(folded) for hint in HINTS.values()) or eras.named_in(folded)):
                continue
            seen: set[str] = set()
            for date in resolve(compose(folded, atoms(folded, eras)), memory, number):
                edtf = _valid(date)
                if edtf is not None and edtf not in seen:
                    seen.add(edtf)
                    yield _suggestion(text, start, end, date, edtf)
        self.go_on(1.0)


def known(edtf: str | None) -> Known | None:
    """As much of a day as the date of a document says."""
    if not edtf:
        return None
    text = edtf.split("/")[0].strip("[]{}?~%")
    parts = text.split("T")[0].split("-")
    if not parts[0].isdigit() or not all(part.isdigit() for part in parts[1:]):
        return None
    numbers = [int(part.rstrip("~?%")) for part in parts]
    if len(numbers) > 1 and not 1 <= numbers[1] <= 12:
        numbers = numbers[:1]
    return Known(*numbers[:3])


def _valid(date: Dated) -> str | None:
    """The EDTF of a date, if it is valid: a range that ends before it begins is not."""
    text = edtf_of(date)
    return text if _is_valid(text) else None


def _is_valid(edtf: str) -> bool:
    try:
        parse(edtf)
    except DateError:
        return False
    return True


def _suggestion(text: str, start: int, end: int, date: Dated, edtf: str) -> Suggestion:
    return Suggestion(
        start,
        end,
        start + date.start,
        start + date.end,
        edtf,
        date.confidence,
        date.reason,
        date.basis,
        tuple(rival for rival in date.rivals if rival.edtf != edtf and _is_valid(rival.edtf)),
        draft_title(text[start:end], date.start, date.end),
    )
