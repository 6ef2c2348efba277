"""What the detail pane calls things."""

import re

from PySide6.QtCore import QCoreApplication

from explorer.domain.detail import EventHeading, PassageCard, RelatedEvent
from explorer.domain.passage import AnchorState, Stance
from explorer.domain.relation import RelationKind
from explorer.domain.source import Source

TONES = {
    Stance.REPORTS: "good",
    Stance.SUPPORTS: "good",
    Stance.QUESTIONS: "warn",
    Stance.DISPUTES: "bad",
    Stance.MENTIONS: "muted",
}

PLAIN_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])(?:-\d\d)?(?:T.*|/.*)?$")


def _tr(text: str) -> str:
    return QCoreApplication.translate("DetailPane", text)


def stance(value: Stance) -> str:
    """The stance of a passage in a word."""
    return {
        Stance.REPORTS: _tr("reports"),
        Stance.SUPPORTS: _tr("supports"),
        Stance.DISPUTES: _tr("disputes"),
        Stance.QUESTIONS: _tr("questions"),
        Stance.MENTIONS: _tr("mentions"),
    }[value]


def standing(card: PassageCard) -> str:
    """The stance of a passage in a word, or that the event is only our example of what it says."""
    return _tr("our example") if card.example else stance(card.stance)


def place(card: PassageCard) -> str:
    """Where a passage stands in its document, and whether it was found there."""
    paragraph, of = card.passage.selector.paragraph, card.source.paragraphs
    if card.page:
        text = _tr("Page {page}").format(page=card.page)
    elif of:
        text = _tr("Paragraph {paragraph} of {count}").format(paragraph=paragraph, count=of)
    else:
        text = _tr("Paragraph {paragraph}").format(paragraph=paragraph)
    return text if card.anchor is None else f"{text} · {anchor(card.anchor.state)}"


def anchor(state: AnchorState) -> str:
    """How a passage was found again, in a word or two."""
    return {
        AnchorState.EXACT: _tr("found exactly"),
        AnchorState.MOVED: _tr("moved"),
        AnchorState.APPROXIMATE: _tr("found approximately"),
        AnchorState.SEVERAL: _tr("at several places"),
        AnchorState.LOST: _tr("not found"),
    }[state]


def anchor_sentence(state: AnchorState) -> str:
    """How a passage was found again, as a sentence."""
    return {
        AnchorState.EXACT: _tr("The attached text has these words at their place."),
        AnchorState.MOVED: _tr(
            "The attached text has these words at another place than when they were noted."
        ),
        AnchorState.APPROXIMATE: _tr(
            "The attached text has nearly these words. Open them in the source to compare."
        ),
        AnchorState.SEVERAL: _tr(
            "The attached text has these words at several places. Choose one in the source."
        ),
        AnchorState.LOST: _tr("The attached text does not have these words."),
    }[state]


def cause(related: RelatedEvent) -> str:
    """How what led here stands to the event in hand ("this")."""
    return {
        RelationKind.CAUSED: _tr("caused this"),
        RelationKind.LED_TO: _tr("led to this"),
        RelationKind.ENABLED: _tr("made this possible"),
        RelationKind.RESPONDED_TO: _tr("this responds to it"),
        RelationKind.REVERSED: _tr("this reverses it"),
        RelationKind.REPEATED: _tr("this repeats it"),
        RelationKind.PART_OF: _tr("this is part of it"),
    }[related.kind]


def effect(related: RelatedEvent) -> str:
    """How what followed stands to the event in hand ("this")."""
    return {
        RelationKind.CAUSED: _tr("caused by this"),
        RelationKind.LED_TO: _tr("this led to it"),
        RelationKind.ENABLED: _tr("made possible by this"),
        RelationKind.RESPONDED_TO: _tr("responds to this"),
        RelationKind.REVERSED: _tr("reverses this"),
        RelationKind.REPEATED: _tr("repeats this"),
        RelationKind.PART_OF: _tr("is part of this"),
    }[related.kind]


def concordance_relation(relation: str) -> str:
    """How the sources stand to each other, from the stored word ("conflict-of-reading")."""
    return {
        "agreement": _tr("They agree"),
        "agreement-imprecise": _tr("They agree, one of them loosely"),
        "agreement-different-emphasis": _tr("They agree and stress different things"),
        "different-emphasis": _tr("They stress different things"),
        "omission": _tr("One leaves out what the other tells"),
        "conflict-of-reading": _tr("They read it differently"),
        "conflict-of-judgement": _tr("They judge it differently"),
        "conflict-of-emphasis": _tr("Their emphasis conflicts"),
        "conflict-with-record": _tr("The record says otherwise"),
        "needs-context": _tr("It needs context"),
    }.get(relation, relation.replace("-", " ").capitalize())


def short_date(heading: EventHeading) -> str:
    """The beginning of an event for a narrow column: "Dec 2018", "1999", "about 2020"."""
    plain = PLAIN_MONTH.match(heading.start)
    if plain is None:
        from explorer.domain.words import in_words

        return in_words(heading.start)
    months = _tr("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec").split()
    return f"{months[int(plain[2]) - 1]} {plain[1]}"


def record(source: Source) -> str:
    """A document of public record in a line: authors or publisher, title, year unless the title names it."""
    by, year = source.authors or source.publisher, (source.date or "")[:4]
    return ", ".join(part for part in (by, source.title, "" if year in source.title else year) if part)
