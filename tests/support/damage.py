"""Does to a text what printing, scanning and rewriting do, and remembers where each character came from."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from random import Random

NEW = -1
"""The origin of a character that was put in. That of a copied one is -2 - its origin."""

_STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "\u00a0": " "})
_LIGATURES = {"fi": "ﬁ", "fl": "ﬂ", "ff": "ﬀ"}
_MISREAD = {
    "e": "c", "c": "e", "l": "1", "i": "l", "o": "0", "m": "rn", "h": "b", "n": "u", "u": "n", "a": "o",
    "s": "5", "t": "f", "d": "cl", "r": "i", "0": "O", "1": "l", "5": "S", "8": "B",
}  # fmt: skip
_PLAIN = re.findall(
    r"\w+",
    """
what they had seen on the way back was told in every house before the evening and when the lamps
were lit there was nobody left who did not know of it although few believed half of what the boy had
said about the bridge and the men who stood under it with their horses until the rain was over and
went on without a word
""",
)
_SYLLABLES = re.findall("...", "bardenfolgimharketlunmornespolrinsaltevvorwenzam")


@dataclass(frozen=True, slots=True)
class Damaged:
    """A text and the origin of each of its characters in the text it was made of."""

    text: str
    origin: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> "Damaged":
        """A text as it is."""
        return cls(text, tuple(range(len(text))))

    def where(self, start: int, end: int) -> tuple[int, int] | None:
        """Where characters ``start`` to ``end`` of the first text are now; None if half of them are not."""
        own = [at for at, origin in enumerate(self.origin) if start <= origin < end]
        if not own or 2 * len(own) < end - start:
            return None
        return own[0], own[-1] + 1


Damage = Callable[[Damaged, Random], Damaged]
_Pair = tuple[str, int]


def _made(pairs: Iterator[_Pair] | Sequence[_Pair]) -> Damaged:
    pairs = [pair for pair in pairs if pair[0]]
    text = "".join(characters for characters, _ in pairs)
    return Damaged(text, tuple(origin for characters, origin in pairs for _ in characters))


def _pairs(before: Damaged) -> list[_Pair]:
    return list(zip(before.text, before.origin, strict=True))


def straightened(before: Damaged, _random: Random) -> Damaged:
    """Typographic quotes, dashes and spaces become those of a typewriter."""
    return Damaged(before.text.translate(_STRAIGHT), before.origin)


def ligated(before: Damaged, _random: Random) -> Damaged:
    """Pairs of letters become one character."""
    pairs = _pairs(before)
    made: list[_Pair] = []
    at = 0
    while at < len(pairs):
        ligature = _LIGATURES.get(before.text[at : at + 2])
        made.append((ligature, pairs[at][1]) if ligature else pairs[at])
        at += 2 if ligature else 1
    return _made(made)


def hyphenated(before: Damaged, random: Random) -> Damaged:
    """One in six long words is divided at the end of a line."""
    made = _pairs(before)
    for found in reversed(list(re.finditer(r"[a-z]{7,}", before.text))):
        if random.random() < 1 / 6:
            made.insert(random.randrange(found.start() + 3, found.end() - 2), ("-\n", NEW))
    return _made(made)


def reflowed(before: Damaged, random: Random) -> Damaged:
    """Lines end after some sixty characters, now and then with two spaces."""
    made: list[_Pair] = []
    line = 0
    for character, origin in _pairs(before):
        line += 1
        if character == " " and line > 60:
            made.append((random.choice(["\n", "\n  "]), origin))
            line = 0
        else:
            made.append((character, origin))
            line = 0 if character == "\n" else line
    return _made(made)


def misread(rate: float) -> Damage:
    """So many of a hundred characters are read wrongly, left out or doubled, as by a machine."""

    def damage(before: Damaged, random: Random) -> Damaged:
        made: list[_Pair] = []
        for character, origin in _pairs(before):
            if character == "\n" or random.random() >= rate:
                made.append((character, origin))
                continue
            kind = random.random()
            if kind < 0.6:
                made.append((_MISREAD.get(character, random.choice("abcdeilnorstu")), origin))
            elif kind < 0.8:
                made += [(character, origin), (random.choice("iltj.,'"), NEW)]
        return _made(made)

    return damage


def deleted(before: Damaged, random: Random) -> Damaged:
    """A quarter of the paragraphs are not there."""
    return _joined([part for part in _paragraphs(before) if random.random() >= 0.25])


def shuffled(before: Damaged, random: Random) -> Damaged:
    """The paragraphs come in another order."""
    parts = _paragraphs(before)
    random.shuffle(parts)
    return _joined(parts)


def repeated(before: Damaged, random: Random) -> Damaged:
    """A quarter of the paragraphs stand there once more, somewhere."""
    parts = _paragraphs(before)
    for part in list(parts):
        if random.random() < 0.25:
            parts.insert(random.randrange(len(parts) + 1), _copied(part))
    return _joined(parts)


def decoyed(spans: Sequence[tuple[int, int]], *, share: float = 0.0, words: bool = True) -> Damage:
    """Every passage has a double elsewhere, with other numbers and every seventh word another one.

    Args:
        spans: The passages, in characters of the text as it was at first.
        share: Of so many passages the paragraph is gone, and the double left.
        words: Whether words are exchanged, or numbers alone; then only passages with numbers have a double.
    """

    def damage(before: Damaged, random: Random) -> Damaged:
        parts = _paragraphs(before)
        kept = [part for part in parts if random.random() >= share]
        for start, end in spans:
            at = before.where(start, end)
            quotation = before.text[at[0] : at[1]] if at is not None else ""
            if words or any(character.isdigit() for character in quotation):
                double = f"{_scrap(random)} {_decoy(quotation, random, words=words)} {_scrap(random)}"
                kept.insert(random.randrange(len(kept) + 1), [(character, NEW) for character in double])
        return _joined(kept)

    return damage


def paged(before: Damaged, random: Random) -> Damaged:
    """After some 500 characters a page ends: in the middle of passages stand a number and a running head."""
    made: list[_Pair] = []
    page, left = random.randrange(1, 300), random.randrange(100, 500)
    for character, origin in _pairs(before):
        left -= 1
        made.append((character, origin))
        if character == " " and left < 0:
            made.append((f"\n{page}\n\nTHE JOURNAL OF HARBOURS {page % 7 + 1}\n", NEW))
            page, left = page + 1, random.randrange(400, 600)
    return _made(made)


def reworded(every: int) -> Damage:
    """Of so many words one is another."""

    def damage(before: Damaged, random: Random) -> Damaged:
        made = _pairs(before)
        words = list(re.finditer(r"\w+", before.text))
        for found in reversed(words[random.randrange(every) :: every]):
            if not found[0].isdigit():
                made[found.start() : found.end()] = [(_word(random), made[found.start()][1])]
        return _made(made)

    return damage


def chained(*damages: Damage) -> Damage:
    """One after the other."""

    def damage(before: Damaged, random: Random) -> Damaged:
        for one in damages:
            before = one(before, random)
        return before

    return damage


typeset = chained(straightened, ligated, hyphenated, reflowed)


def kinds(spans: Sequence[tuple[int, int]]) -> dict[str, Damage]:
    """All that is done to a text with passages at ``spans``, by name."""
    decoys, replaced = decoyed(spans), decoyed(spans, share=0.5)
    return {
        "typography": straightened,
        "ligatures": ligated,
        "hyphenation": hyphenated,
        "reflow": reflowed,
        "noise 1 %": misread(0.01),
        "noise 3 %": misread(0.03),
        "noise 5 %": misread(0.05),
        "noise 3 %, typeset": chained(misread(0.03), typeset),
        "noise 5 %, typeset": chained(misread(0.05), typeset),
        "page breaks": paged,
        "page breaks, noise 3 %": chained(misread(0.03), paged),
        "page breaks, typeset": chained(typeset, paged),
        "deleted": deleted,
        "deleted, noise 3 %": chained(deleted, misread(0.03)),
        "moved": shuffled,
        "moved, noise 3 %": chained(shuffled, misread(0.03)),
        "repeated": repeated,
        "repeated, noise 3 %": chained(repeated, misread(0.03)),
        "decoys": decoys,
        "decoys, noise 3 %": chained(decoys, misread(0.03)),
        "replaced by decoys": replaced,
        "replaced by decoys, noise 3 %": chained(replaced, misread(0.03)),
        "replaced by other numbers": decoyed(spans, share=0.5, words=False),
        "every 10th word": reworded(10),
        "every 4th word": reworded(4),
    }


def _paragraphs(before: Damaged) -> list[list[_Pair]]:
    """The paragraphs, each with the white space behind it."""
    pairs = _pairs(before)
    starts = [0, *(found.end() for found in re.finditer(r"\n\s*", before.text))]
    edges = [*starts, len(pairs)]
    parts = [pairs[low:high] for low, high in pairwise(edges)]
    return [part for part in parts if part]


def _joined(parts: Sequence[list[_Pair]]) -> Damaged:
    made: list[_Pair] = []
    for part in parts:
        made += part
        if part[-1][0] != "\n":
            made.append(("\n\n", NEW))
    return _made(made)


def _copied(part: list[_Pair]) -> list[_Pair]:
    return [(character, -2 - origin if origin >= 0 else origin) for character, origin in part]


def _decoy(quotation: str, random: Random, *, words: bool) -> str:
    """Never the very words: of a short one at least one word is another."""
    words_in_all = len(re.findall(r"[^\W\d]+", quotation))
    count = random.randrange(min(7, words_in_all or 1))

    def other(found: re.Match[str]) -> str:
        nonlocal count
        if found[0].isdigit():
            return "".join(str((int(digit) + random.randrange(1, 9)) % 10) for digit in found[0])
        count += 1
        return _word(random) if words and count % 7 == 1 else found[0]

    count = -count
    return re.sub(r"\d+|[^\W\d]+", other, quotation.replace("\n", " "))


def _scrap(random: Random) -> str:
    """Some words for a neighbourhood."""
    at = random.randrange(len(_PLAIN) - 8)
    return " ".join(_PLAIN[at : at + 8])


def _word(random: Random) -> str:
    return "".join(random.choice(_SYLLABLES) for _ in range(random.randrange(1, 4)))


@dataclass(frozen=True, slots=True)
class Judged:
    """What became of a passage.

    *right*, *loose* (at its place, but more than a fifth too long or short), *asked*, *asked wrongly* (its
    own place is not among those shown), *lost* while it is there, *gone* with its words, *false*.
    """

    verdict: str
    ends: int = 0
    """Characters by which both ends together are off, where it is right."""


def judge(
    damaged: Damaged, span: tuple[int, int], placed: tuple[int, int] | None, asked: Sequence[tuple[int, int]]
) -> Judged:
    """Hold a place, or the places asked about, against where the characters of ``span`` really are."""
    truth = damaged.where(*span)
    if placed is None:
        if truth is None:
            return Judged("asked" if asked else "gone")
        within = any(_alike(one, truth) for one in asked)
        return Judged("asked" if within else "asked wrongly" if asked else "lost")
    if truth is not None and _alike(placed, truth):
        return Judged("right", abs(placed[0] - truth[0]) + abs(placed[1] - truth[1]))
    if truth is not None and _alike(placed, truth, share=0.5):
        return Judged("loose")
    own = sum(span[0] <= origin < span[1] for origin in damaged.origin[placed[0] : placed[1]])
    # A passage over the edge of a paragraph that went elsewhere is two now: either half is its place.
    split = truth is not None and truth[1] - truth[0] > 2 * (span[1] - span[0]) + 100
    return Judged("right" if split and 2 * own > placed[1] - placed[0] else "false")


def _alike(one: tuple[int, int], other: tuple[int, int], share: float = 0.8) -> bool:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared >= share * (max(one[1], other[1]) - min(one[0], other[0]))
