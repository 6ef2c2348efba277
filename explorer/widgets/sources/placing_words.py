"""Sentences on how a passage was found in the text that is attached."""

from collections.abc import Sequence

from explorer.domain.difference import Fate, Part
from explorer.domain.passage import AnchorState
from explorer.viewmodels.placing import Placing
from explorer.widgets.sources.wording import tr


def tone(placing: Placing) -> str:
    """The role of the word for the state."""
    state = placing.anchor.state
    if state is AnchorState.LOST:
        return "bad"
    return "good" if state is AnchorState.EXACT or placing.anchor.confirmed else "warn"


def state(placing: Placing) -> str:
    """The state in a word or two, with the paragraph."""
    anchor = placing.anchor
    if anchor.confirmed and anchor.state is AnchorState.APPROXIMATE:
        return tr("Approximate, confirmed")
    return {
        AnchorState.EXACT: tr("Found exactly"),
        AnchorState.MOVED: tr("Moved"),
        AnchorState.APPROXIMATE: tr("Approximate"),
        AnchorState.SEVERAL: tr("Several places"),
        AnchorState.LOST: tr("Not found"),
    }[anchor.state]


def sentence(placing: Placing) -> str:
    """What the state means here, and what is asked."""
    anchor = placing.anchor
    per_cent = tr("{share} % of the letters agree.").format(share=int(anchor.score * 100))
    match anchor.state:
        case AnchorState.EXACT:
            if placing.verbatim:
                return tr("These words stand at their place.")
            return tr(
                "Every letter and number is the same; quotation marks, dashes, hyphens or capitals differ."
            )
        case AnchorState.MOVED:
            return tr("The same words stand at another place than they did.")
        case AnchorState.APPROXIMATE:
            return per_cent if anchor.confirmed else tr("{share} Is this the passage?").format(share=per_cent)
        case AnchorState.SEVERAL:
            return tr("The text has these words more than once. Which place is meant?")
    if anchor.confirmed:
        return tr("You said that the text does not have it.")
    if placing.choices:
        return tr("Perhaps here: {share} Is this the passage?").format(share=per_cent)
    return tr("The text has nothing like it: “{words}”").format(
        words=clipped(placing.item.passage.selector.exact)
    )


def notes(placing: Placing) -> str:
    """What the reader wrote on the passage."""
    return "\n".join(tr("Note: {text}").format(text=note.text) for note in placing.item.notes)


def spoken(parts: Sequence[Part]) -> str:
    """A difference as a sentence to be read aloud."""
    patterns = {
        Fate.SAME: "{words}",
        Fate.MISSING: tr("[missing: {words}]"),
        Fate.ADDED: tr("[instead: {words}]"),
    }
    return " ".join(patterns[part.fate].format(words=part.words) for part in parts)


def clipped(words: str, length: int = 120) -> str:
    """The first words on one line."""
    words = " ".join(words.split())
    return words if len(words) <= length else words[: length - 1].rstrip() + "…"


def middle_out(words: str, length: int = 60) -> str:
    """The beginning and the end of what is the same everywhere."""
    if len(words) <= length:
        return words
    return f"{words[: length // 2].rstrip()} … {words[-length // 2 :].lstrip()}"
