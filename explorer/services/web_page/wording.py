"""What a page calls things: the same words as the window has, for readers without the app."""

from collections.abc import Iterable

from explorer.domain.claim import Verdict
from explorer.domain.event import Event, Status
from explorer.domain.passage import Passage, Stance
from explorer.domain.relation import RelationKind
from explorer.domain.source import Source

UNCHECKED = "not checked"

STANCES = {
    Stance.REPORTS: ("reports", "good"),
    Stance.SUPPORTS: ("supports", "good"),
    Stance.DISPUTES: ("disputes", "bad"),
    Stance.QUESTIONS: ("questions", "warn"),
    Stance.MENTIONS: ("mentions", "plain"),
}
"""A stance in a word, and its tone."""
EXAMPLE = ("our example", "plain")
"""Of an event of which the passage does not speak."""

CAUSES = {
    RelationKind.CAUSED: "caused this",
    RelationKind.LED_TO: "led to this",
    RelationKind.ENABLED: "made this possible",
    RelationKind.RESPONDED_TO: "this responds to it",
    RelationKind.REVERSED: "this reverses it",
    RelationKind.REPEATED: "this repeats it",
    RelationKind.PART_OF: "this is part of it",
}
"""How what led here stands to the event in hand."""
EFFECTS = {
    RelationKind.CAUSED: "caused by this",
    RelationKind.LED_TO: "this led to it",
    RelationKind.ENABLED: "made possible by this",
    RelationKind.RESPONDED_TO: "responds to this",
    RelationKind.REVERSED: "reverses this",
    RelationKind.REPEATED: "repeats this",
    RelationKind.PART_OF: "is part of this",
}
"""How what followed stands to the event in hand."""
LOOKS_BACK = frozenset(
    {RelationKind.RESPONDED_TO, RelationKind.REVERSED, RelationKind.REPEATED, RelationKind.PART_OF}
)
"""Kinds whose "from" is the later event: what it names led to it."""


def tone_of(verdict: Verdict) -> str:
    """The tone in which a verdict is said: good, bad, warn or plain."""
    if verdict is Verdict.HOLDS:
        return "good"
    if verdict is Verdict.FAILS:
        return "bad"
    return "plain" if verdict in {Verdict.SUM_ONLY, Verdict.UNWORKABLE} else "warn"


def place_of(passage: Passage, source: Source) -> str:
    """Where a passage stands in its document."""
    paragraph = passage.selector.paragraph
    if source.paragraphs:
        return f"Paragraph {paragraph} of {source.paragraphs}"
    return f"Paragraph {paragraph}"


def doubts_of(event: Event) -> list[str]:
    """What of an event was not compared with a document, each as a few words."""
    said = {
        Status.UNCHECKED: "Date not checked",
        Status.PROVISIONAL: "Date provisional",
        Status.APPROXIMATE: "Date approximate",
    }
    doubts = [said[event.date_status]] if event.date_status in said else []
    if event.citation_status is not Status.CHECKED:
        doubts.append("Citation not checked")
    return doubts


def doubts_of_source(source: Source) -> list[str]:
    """What of a source is not known, or known by inference only, as sentences."""
    said = []
    if source.unknown:
        said.append(f"Not known: {_listed(source.unknown)}.")
    if source.inferred:
        said.append(f"Inferred: {_listed(source.inferred)}.")
    return said


def relation_of_sources(relation: str) -> str:
    """How sources stand to each other on a topic, from the stored word ("conflict-of-reading")."""
    return {
        "agreement": "They agree",
        "agreement-imprecise": "They agree, one of them loosely",
        "agreement-different-emphasis": "They agree and stress different things",
        "different-emphasis": "They stress different things",
        "omission": "One leaves out what the other tells",
        "conflict-of-reading": "They read it differently",
        "conflict-of-judgement": "They judge it differently",
        "conflict-of-emphasis": "Their emphasis conflicts",
        "conflict-with-record": "The record says otherwise",
        "needs-context": "It needs context",
    }.get(relation, relation.replace("-", " ").capitalize())


def band_title(band: str) -> str:
    """The name of a row of eras: "US presidency" for "us-presidency"."""
    words = band.replace("-", " ").replace("_", " ").split()
    upper = {"us", "uk", "un", "eu", "prc", "ussr"}
    said = " ".join(word.upper() if word.lower() in upper else word for word in words)
    return said[:1].upper() + said[1:]


def left_out(shown: int, matching: int) -> str:
    """A sentence on events that were asked for and are not here; "" where all are."""
    if shown >= matching:
        return ""
    return (
        f"Shown are the {shown:,} most important of {matching:,} events. "
        f"The other {matching - shown:,} are in the library: a page of a shorter time has room for them."
    )


def state_of(events: Iterable[Event]) -> str:
    """How much of what is shown was compared with a document, in a sentence."""
    given = list(events)
    dates = sum(event.date_status is not Status.CHECKED for event in given)
    citations = sum(event.citation_status is not Status.CHECKED for event in given)
    if not given:
        return ""
    if not dates and not citations:
        return f"The dates and citations of all {len(given):,} events were checked."
    return (
        f"Not checked, of {len(given):,} events: {_count(dates, 'date')}, {_count(citations, 'citation')}. "
        "They say so where they stand."
    )


def _count(number: int, one: str) -> str:
    return f"{number:,} {one if number == 1 else one + 's'}"


def _listed(names: Iterable[str]) -> str:
    said = {"issued": "date", "container-title": "publication"}
    return ", ".join(said.get(name, name.replace("-", " ")) for name in names)
