"""Cuts a text into sentences: closed lists of what a full stop does not end, so that no cut is wrong."""

import re
from collections.abc import Iterator

LONGEST = 2_000
"""Longer runs without an end are cut at a space: what reads them may need more than linear time."""

_WRAPPED = (45, 100)
"""A line this long that does not reach over the second figure was broken by whoever set the text."""


def _words(text: str) -> list[str]:
    return text.split()


_ABBREVIATIONS = frozenset(
    _words(
        "mr mrs ms dr prof rev hon st sr jr gen col maj capt lt sgt cmdr adm gov sen rep pres amb fr messrs "
        "mme mlle jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat "
        "sun no nos vol vols p pp ch chap sec fig figs art arts par para ed eds trans rev cf vs v viz al "
        "cit op ibid loc ca c circa approx est inc ltd co corp bros dept univ assn mt ft e.g i.e n.b"
    )
)
_ALWAYS_MORE = frozenset(_words("e.g i.e cf vs viz mr mrs ms dr prof gen col sen rep gov pres c ca circa op"))
_STARTERS = frozenset(
    _words(
        "a an the this that these those he she it they we you i his her its their our my in on at by for "
        "from with after before during since until when while if as but and or so yet however moreover "
        "meanwhile although though because there here what who why how not no one two many most some all "
        "both each another such then later now today"
    )
)
_STOP = re.compile(
    r"""(?<![.!?\u2026])[.!?\u2026]++(?P<closing>["'\u2019\u201d»)\]]*+)(?P<note>(?:\d{1,3}|\[\d{1,3}\])?)(?P<gap>\s+)"""
    r"""(?=["'\u2018\u201c«(\[]*(?P<next>[^\W_]))"""
)
_WORD_BEFORE = re.compile(r"[^\W_](?:[\w'\u2019-]|\.(?=\w))*$")
_WORD_AFTER = re.compile(r"[^\W_][\w'\u2019]*")
_LINE = re.compile(r"[^\n]+")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of a text in order, as start and end in code points, without the white space around them.

    A paragraph ends a sentence, and a heading is one. Lines broken by hand within a paragraph are one.
    """
    for start, end in _paragraphs(text):
        yield from _cut(text, start, end)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = end = -1
    for line in _LINE.finditer(text):
        begin, stop = line.span()
        if text[begin:stop].isspace():
            continue
        if start >= 0 and not (begin == end + 1 and _goes_on(text, end, begin, stop)):
            yield start, end
            start = begin
        start, end = (begin if start < 0 else start), stop
    if start >= 0:
        yield start, end


def _goes_on(text: str, end: int, begin: int, stop: int) -> bool:
    """Whether the next line is more of the paragraph: the line before it was filled, both are short."""
    before = end - (text.rfind("\n", 0, end) + 1)
    return _WRAPPED[0] <= before <= _WRAPPED[1] and stop - begin <= _WRAPPED[1]


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for stop in _STOP.finditer(text, start, end):
        if _ends(text, begin, stop):
            yield from _trimmed(text, begin, stop.start("gap"))
            begin = stop.end()
    yield from _trimmed(text, begin, end)


def _ends(text: str, begin: int, stop: re.Match[str]) -> bool:
    """Whether a full stop ends its sentence."""
    following = stop["next"]
    if following.islower():
        return False
    mark = text[stop.start()]
    if stop["closing"] or stop["note"] or mark != "." or text[stop.start() : stop.start() + 2] == "..":
        return following.isupper() or following.isdigit()
    if text[stop.start() - 1 : stop.start()] in (" ", "."):
        return False
    word = _WORD_BEFORE.search(text, max(begin, stop.start() - 40), stop.start())
    before = word[0] if word else ""
    plain = before.lower()
    after = _WORD_AFTER.match(text, stop.start("next"))
    starter = after is not None and after[0].lower() in _STARTERS and after[0][0].isupper()
    if plain in _ALWAYS_MORE or (len(before) == 1 and before.isupper()):
        return starter and plain not in _ALWAYS_MORE and len(after[0] if after else "") > 1
    if "." in before or plain in _ABBREVIATIONS:
        return starter
    return True


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        space = text.rfind(" ", start + 1, start + LONGEST)
        at = space if space > 0 else start + LONGEST
        yield start, at
        start = at + (space > 0)
    if end > start:
        yield start, end
