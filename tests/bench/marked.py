"""Texts with the dates that were marked in them by hand.

What is ours or in the public domain lies in ``data`` with its marks. Of what others wrote under other
licences only the marks lie there: the two articles are named by the hash of their file, the rest by a hash
of each paragraph in ``named_sentences.json``, which is read where its documents are at hand as plain text.
"""

import gzip
import json
import re
from bisect import bisect
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from explorer.services.plain_text import canonical
from explorer.services.suggesting.sentences import sentences

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"

_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_EMPHASIS = re.compile(r"[*_`\\]")
_BETWEEN = re.compile(r"\n\s*\n")


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
    licence: str
    published: str | None
    text: str = ""
    sentences: list[tuple[int, int]] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    quotable: bool = True


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
                text = Marked(head["by"], head["origin"], head["licence"], head.get("published"))
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
            "articles",
            one["published"],
            text,
            list(sentences(text)),
            marks,
            quotable=False,
        )


def named_sentences(path: Path, paragraphs: Mapping[str, str]) -> Iterable[Marked]:
    """The texts of a file that names their paragraphs, as far as `read_paragraphs` found these."""
    for one in _named(path):
        text: Marked | None = None
        for paragraph in one["paragraphs"]:
            words = paragraphs.get(paragraph["sha256"])
            if words is None:
                continue
            if text is not None and one["apart"]:
                yield text
                text = None
            if text is None:
                origin = f"{one['document']}, {one['package']}"
                text = Marked(one["by"], origin, one["licence"], None, quotable=False)
            _add_named(text, words, paragraph)
        if text is not None:
            yield text


def named_dated(path: Path) -> Counter[str]:
    """How many dated sentences of each licence such a file names, whether their text is at hand or not."""
    dated: Counter[str] = Counter()
    for one in _named(path):
        for paragraph in one["paragraphs"]:
            starts = paragraph["sentences"]
            where = {bisect(starts, mark["start"]) for mark in paragraph["dates"] if _values(mark["edtf"])}
            dated[one["licence"]] += len(where)
    return dated


def read_paragraphs(folder: Path) -> dict[str, str]:
    """The paragraphs of all plain text of a folder, by the SHA-256 of their UTF-8.

    Plain text is ``*.txt`` and ``*.md``, or either with ``.gz``. Paragraphs lie between empty lines. Of
    Markdown, links are their words and the signs of emphasis are left out; white space is one space.
    """
    paragraphs: dict[str, str] = {}
    for file in sorted(folder.rglob("*")):
        packed = file.suffix == ".gz"
        if not file.is_file() or Path(file.stem if packed else file.name).suffix not in {".txt", ".md"}:
            continue
        data = file.read_bytes()
        text = (gzip.decompress(data) if packed else data).decode("utf-8", errors="replace")
        for block in _BETWEEN.split(text):
            words = " ".join(_EMPHASIS.sub("", _LINK.sub(r"\1", block)).split())
            paragraphs[sha256(words.encode("utf-8")).hexdigest()] = words
    return paragraphs


def _named(path: Path) -> list[dict[str, Any]]:
    texts: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["texts"]
    return texts


def _add_named(text: Marked, words: str, paragraph: Mapping[str, Any]) -> None:
    if text.text:
        text.text += "\n\n"
    begin = len(text.text)
    text.text += words
    starts = [begin + start for start in paragraph["sentences"]]
    # One space parts two sentences.
    text.sentences += zip(starts, [start - 1 for start in starts[1:]] + [len(text.text)], strict=True)
    for mark in paragraph["dates"]:
        start = begin + mark["start"]
        text.marks.append(Mark(start, start + mark["length"], _values(mark["edtf"])))
