"""Dates found in sentences that were marked by hand: how many, how many rightly, and how fast.

Sentences under licences other than ours are named in ``data/named_sentences.json``, without their words. They
are measured too where ``TIMELINE_EXPLORER_TEXTS`` names a folder with their documents as plain text, such as
the unpacked Debian packages that the file names. The figures tell how many dated sentences of each licence
were used and how many left out.
"""

import os
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from explorer.domain.edtf import parse
from explorer.domain.suggestion import Suggestion
from explorer.services.story import read_story
from explorer.services.suggesting.finding import Context, Finder
from tests.bench.figures import milliseconds, p50
from tests.bench.libraries import Shelf
from tests.bench.marked import (
    Mark,
    Marked,
    marked_articles,
    marked_sentences,
    named_dated,
    named_sentences,
    read_paragraphs,
)

ROOT = Path(__file__).parents[2]
DATA = Path(__file__).parent / "data"
NAMED = DATA / "named_sentences.json"
WORDS = 100_000
"""Length of the text that is timed."""


@dataclass(slots=True)
class Count:
    """What was to be found and what was."""

    dated: int = 0
    dated_found: int = 0
    offered: int = 0
    offered_dated: int = 0
    values: int = 0
    values_found: int = 0
    given: int = 0
    given_right: int = 0
    missed: list[str] = field(default_factory=list)

    def figures(self) -> dict[str, object]:
        """The four shares and the counts behind them."""
        return {
            "sentence_recall": _share(self.dated_found, self.dated),
            "sentence_precision": _share(self.offered_dated, self.offered),
            "value_recall": _share(self.values_found, self.values),
            "value_precision": _share(self.given_right, self.given),
            "dated_sentences": self.dated,
            "values": self.values,
        }


def measure(runs: int, events: int | None, shelf: Shelf) -> tuple[int, dict[str, object]]:
    """Run the recogniser on all marked texts.

    A dated sentence is found if a suggestion of confidence 0.5 or more lies on a date marked in it; an offer
    is right if it lies on one. A value is right if it covers the same time with the same uncertainty. Figures
    are given for all, and for the sentences of strangers, for those marked afresh, for our own and for the
    two articles (where they are at hand).

    Raises:
        SystemExit: a size is asked for, or the folder of texts is none.
    """
    if events is not None:
        raise SystemExit("suggestions reads marked sentences: leave --events out.")
    texts = [*shipped(), *marked_articles(DATA / "dated_passages.json"), *_named()]
    eras = read_story(ROOT / "resources" / "library", "2023-12-07T00:00:00Z").contents.eras
    whole = Count()
    groups: dict[str, Count] = {}
    licences: dict[str, Count] = {}
    for text in texts:
        found = list(Finder(Context(text.published, eras)).find(text.text))
        for count in (
            whole,
            groups.setdefault(text.by, Count()),
            licences.setdefault(text.licence, Count()),
        ):
            score(text, found, count)
    long = _long(texts)
    times = [milliseconds(lambda: list(Finder(Context("2023-12-07", eras)).find(long))) for _ in range(runs)]
    figures = whole.figures()
    used = Counter({licence: one.dated for licence, one in licences.items()})
    figures["dated_sentences_used"] = dict(used)
    figures["dated_sentences_left_out"] = dict(named_dated(NAMED) - used)
    figures["ms_per_1000_words"] = round(p50(times) / len(long.split()) * 1000, 2)
    figures |= {
        f"{name}_{key}": value for name, one in groups.items() for key, value in one.figures().items()
    }
    figures["missed"] = whole.missed
    figures["runs"] = runs
    return sum(len(text.sentences) for text in texts), figures


def shipped() -> Iterable[Marked]:
    """The marked texts whose words lie in ``data``."""
    for name in ("dated", "fresh", "last"):
        yield from marked_sentences(DATA / f"{name}_sentences.txt")


def _named() -> Iterable[Marked]:
    name = os.environ.get("TIMELINE_EXPLORER_TEXTS")
    if not name:
        return ()
    folder = Path(name)
    if not folder.is_dir():
        raise SystemExit(f"TIMELINE_EXPLORER_TEXTS names no folder: {name}")
    return named_sentences(NAMED, read_paragraphs(folder))


def score(text: Marked, found: Sequence[Suggestion], count: Count) -> None:
    """Add one text to a count."""
    shown = [one for one in found if not one.vague]
    for start, end in text.sentences:
        marks = [mark for mark in text.marks if start <= mark.start < end]
        offers = [one for one in shown if start <= one.date_start < end]
        _score_sentence(text, marks, offers, count)


def _score_sentence(text: Marked, marks: list[Mark], offers: list[Suggestion], count: Count) -> None:
    either = [mark for mark in marks if not mark.values]
    dates = [mark for mark in marks if mark.values]
    offers = [one for one in offers if not any(_touch(one, mark) for mark in either)]
    on_date = [one for one in offers if any(_touch(one, mark) for mark in dates)]
    if dates:
        count.dated += 1
        count.dated_found += bool(on_date)
    if offers:
        count.offered += 1
        count.offered_dated += bool(on_date)
    for mark in dates:
        count.values += 1
        right = [one for one in offers if _touch(one, mark) and _same(one.edtf, mark.values)]
        count.values_found += bool(right)
        if not right:
            given = [one.edtf for one in offers if _touch(one, mark)]
            count.missed.append(
                f"{_quote(text, mark.start, mark.end)}: {'|'.join(mark.values)}, not {given or 'found'}"
            )
    for one in offers:
        count.given += 1
        right_here = any(_touch(one, mark) and _same(one.edtf, mark.values) for mark in dates)
        count.given_right += right_here
        if not right_here and not any(_touch(one, mark) for mark in dates):
            count.missed.append(f"{_quote(text, one.date_start, one.date_end)}: no date, not {one.edtf}")


def _touch(one: Suggestion, mark: Mark) -> bool:
    return one.date_start < mark.end and mark.start < one.date_end


def _same(edtf: str, values: tuple[str, ...]) -> bool:
    given = parse(edtf)
    return any((given.extent, given.flags) == (parse(value).extent, parse(value).flags) for value in values)


def _quote(text: Marked, start: int, end: int) -> str:
    if not text.quotable:
        return f"{text.origin} {start}-{end}"
    return "…" + text.text[max(start - 20, 0) : min(end + 20, len(text.text))].replace("\n", " ") + "…"


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0


def _long(texts: Sequence[Marked]) -> str:
    once = "\n\n".join(text.text for text in texts)
    return "\n\n".join([once] * (WORDS // len(once.split()) + 1))
