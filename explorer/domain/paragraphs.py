"""Where the paragraphs of a text begin."""

from array import array
from collections.abc import Sequence


def paragraphs(text: str) -> Sequence[int]:
    """The code points at which lines begin that hold more than white space, in order."""
    starts = array("l")
    at = 0
    while at < len(text):
        end = text.find("\n", at)
        if end < 0:
            end = len(text)
        if end > at and not text[at:end].isspace():
            starts.append(at)
        at = end + 1
    return starts
