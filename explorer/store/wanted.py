"""The words of a query: in the language of the full-text index, and where they stand in a text."""

from dataclasses import dataclass
from typing import Self

from explorer.store import folding

PREFIX = 3
"""Letters of the beginnings of words that the index keeps lists of (``schema.search``)."""

_LONGEST = 160
"""Characters of a summary or a quotation that a hit shows."""
_LEAD = 40
"""Characters shown before the first word found, where a text is cut."""
_CUT = "…"


@dataclass(frozen=True, slots=True)
class Wanted:
    """The words of a query, folded; the last one also stands for the words that begin with it."""

    words: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> Self | None:
        """The words of a text as typed; None without any."""
        words = [word for _, _, word in folding.words(text)]
        if not words:
            return None
        # The last one stays last, even if it was typed before: it is the one that may be unfinished.
        *others, last = words
        return cls((*(word for word in dict.fromkeys(others) if word != last), last))

    @property
    def unfinished(self) -> str:
        """The last word."""
        return self.words[-1]

    def as_match(self, endings: tuple[str, ...] | None = None, column: str = "") -> str:
        """The query in FTS5's language. Words are letters and digits only, so nothing typed can be syntax.

        Args:
            endings: the words that the last one may stand for, at least one; None leaves it to the index.
            column: where all words must stand; anywhere if empty.
        """
        last = f'"{self.unfinished}"*'
        if endings is not None:
            last = "(" + " OR ".join(f'"{word}"' for word in endings) + ")"
        match = " AND ".join((*(f'"{word}"' for word in self.words[:-1]), last))
        return f"{column} : ({match})" if column else match

    def marks(self, text: str) -> tuple[tuple[int, int], ...]:
        """Where the words stand in a text: (start, length) in code points."""
        return tuple(
            (start, end - start)
            for start, end, word in folding.words(text)
            if word in self.words or word.startswith(self.unfinished)
        )

    def excerpt(self, text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
        """A text that is not too long, cut at words so that the first word found is in it, and its marks."""
        marks = self.marks(text)
        if len(text) <= _LONGEST:
            return text, marks
        start = 0
        if marks and sum(marks[0]) > _LONGEST:
            start = text.rfind(" ", 0, max(marks[0][0] - _LEAD, 0)) + 1
        end = len(text)
        if end - start > _LONGEST:
            end = max(text.rfind(" ", start, start + _LONGEST), start + 1)
        text = f"{_CUT if start else ''}{text[start:end]}{_CUT if end < len(text) else ''}"
        return text, self.marks(text)
