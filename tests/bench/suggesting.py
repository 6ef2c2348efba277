"""Dates found in sentences that were marked by hand: how many, how many rightly, and how fast."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from explorer.domain.edtf import parse
from explorer.domain.suggestion import Suggestion
from explorer.services.plain_text import canonical
from explorer.services.story import read_story
from explorer.services.suggesting.finding import Context, Finder
from explorer.services.suggesting.sentences import sentences
from tests.bench.figures import milliseconds, p50
from tests.bench.libraries import Shelf

ROOT = Path(__file__).parents[2]
DATA = Path(__file__).parent / "data"
SEEDS = ROOT.parent / "shared" / "seeds"
WORDS = 100_000
"""Length of the text that is timed."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A date marked by hand. ``values`` are those that are right; none at all if either way is."""

    start: int
    end: int
    values: tuple[str, ...]


@dataclass(slots=True)
class Marked:
    """A text with its marks. ``sentences`` are start and end; ``quotable`` tells whether it may be quoted."""

    by: str
    origin: str
    published: str | None
    text: str = ""
    sentences: list[tuple[int, int]] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    quotable: bool = True


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
    """
    if events is not None:
        raise SystemExit("suggestions reads marked sentences: leave --events out.")
    texts = [
        *marked_sentences(DATA / "dated_sentences.txt"),
        *marked_articles(DATA / "dated_passages.json"),
        *marked_sentences(DATA / "fresh_sentences.txt"),
        *marked_sentences(DATA / "last_sentences.txt"),
    ]
    eras = read_story(ROOT / "resources" / "library", "2023-12-07T00:00:00Z").contents.eras
    whole = Count()
    groups: dict[str, Count] = {}
    for text in texts:
        found = list(Finder(Context(text.published, eras)).find(text.text))
        for count in (whole, groups.setdefault(text.by, Count())):
            score(text, found, count)
    long = _long(texts)
    times = [milliseconds(lambda: list(Finder(Context("2023-12-07", eras)).find(long))) for _ in range(runs)]
    figures = whole.figures()
    figures["ms_per_1000_words"] = round(p50(times) / len(long.split()) * 1000, 2)
    figures |= {
        f"{name}_{key}": value for name, one in groups.items() for key, value in one.figures().items()
    }
    figures["missed"] = whole.missed
    figures["runs"] = runs
    return sum(len(text.sentences) for text in texts), figures


def marked_sentences(path: Path) -> Iterable[Marked]:
    """The texts of a file of marked sentences; its head says how it is written."""
    head: dict[str, str] = {}
    text: Marked | None = None
    for line in path.read_text(encoding="utf-8").split("\n"):
        key, colon, value = line.removeprefix("# ").partition(": ")
        if line.startswith("# ") and colon and key in {"origin", "licence", "by", "published", "paragraphs"}:
            if text is not None:
                yield text
                text = None
            if key == "origin":
                head = {}
            head[key] = value
        elif not line and text is not None:
            if head.get("paragraphs") == "apart":
                yield text
                text = None
            else:
                text.text = text.text.rstrip() + "\n\n"
        elif line and not line.startswith("#"):
            if text is None:
                text = Marked(head["by"], head["origin"], head.get("published"))
            _add(text, line)
    if text is not None:
        yield text


def _add(text: Marked, line: str) -> None:
    begin = len(text.text)
    for piece in line.split("⟦"):
        words, closed, rest = piece.partition("⟧")
        if closed:
            words, _, values = words.rpartition("→")
            start = len(text.text)
            text.marks.append(Mark(start, start + len(words), _values(values)))
        text.text += words + rest
    text.sentences.append((begin, len(text.text)))
    text.text += " "


def _values(text: str) -> tuple[str, ...]:
    return () if text == "?" else tuple(text.split("|"))


def marked_articles(path: Path) -> Iterable[Marked]:
    """The articles with their marks, if they are at hand and are the files that were marked."""
    for one in json.loads(path.read_text(encoding="utf-8"))["documents"]:
        file = SEEDS / one["file"]
        if not file.exists():
            continue
        data = file.read_bytes()
        if sha256(data).hexdigest() != one["sha256"]:
            continue
        text = canonical(data.decode("utf-8"))
        marks = [Mark(mark["start"], mark["end"], _values(mark["edtf"])) for mark in one["dates"]]
        yield Marked(
            "articles",
            one["source"],
            one["published"],
            text,
            list(sentences(text)),
            marks,
            quotable=False,
        )


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
