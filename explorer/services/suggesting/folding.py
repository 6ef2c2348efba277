"""Makes typographic characters plain, one for one: a place in the folded text is a place in the text."""

_SAME = {
    "'": "‘’‚‛ʼ´`′",
    '"': "“”„‟«»″",
    "-": "‐‑‒–−﹣－",
    " ": "\t\n\u00a0\u1680\u2000\u2001\u2002\u2003"
    "\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
}
_PLAIN = str.maketrans({odd: plain for plain, odds in _SAME.items() for odd in odds})


def fold(text: str) -> str:
    """The text with plain quotes, dashes and spaces; each character stays where it was.

    The long dash stays: it parts clauses, while the short one joins dates.
    """
    return text.translate(_PLAIN)
