"""What somebody wants to stand on the timeline, before it is there."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from explorer.domain.edtf import event_date
from explorer.domain.entity import EntityKind
from explorer.domain.errors import DateError, ReaderError
from explorer.domain.event import Status
from explorer.domain.passage import Selector, Stance

TITLE_LENGTH = 70
"""Characters of the longest title."""
LABEL_LENGTH = 26
"""Characters of the longest short name."""
TEXT_LENGTH = 20_000
"""Characters of the longest summary or citation."""
MOST_TAGS = 50
LEAST, MOST = 1, 5
"""The bounds of importance."""


@dataclass(frozen=True, slots=True)
class NewEntity:
    """A person, body or place that the library may not know yet: known by its name, else added."""

    kind: EntityKind
    name: str


@dataclass(frozen=True, slots=True)
class PassageDraft:
    """A passage to be made of a source: its place and words, ours about them, and its date as EDTF if any.

    ``kind`` is that of :class:`explorer.domain.passage.Passage`. ``anchored`` tells that the selector was
    taken from the text that is attached, so that the passage stands there exactly.
    """

    source_id: int
    selector: Selector
    paraphrase: str = ""
    kind: str = "event"
    date: str | None = None
    date_note: str = ""
    note: str = ""
    anchored: bool = True


@dataclass(frozen=True, slots=True)
class EvidenceDraft:
    """A passage that an event shall rest on: the id of one that is there, or one to be made with it."""

    passage: int | PassageDraft
    stance: Stance = Stance.REPORTS
    note: str = ""
    example: bool = False


@dataclass(frozen=True, slots=True)
class EventDraft:
    """An event as it is typed or proposed.

    ``start`` and ``end`` are EDTF; no ``end`` for what does not last. ``label`` may be empty: the title then
    stands on the timeline. ``actors`` (people and bodies) and ``places`` are ids of entities, or new ones.
    ``evidence`` and ``sources`` (ids of records that the event cites) come on top of what an event has.
    """

    title: str
    start: str
    theme_id: int
    end: str | None = None
    summary: str = ""
    label: str = ""
    importance: int = 3
    actors: tuple[int | NewEntity, ...] = ()
    places: tuple[int | NewEntity, ...] = ()
    tags: tuple[str, ...] = ()
    citation: str = ""
    url: str | None = None
    date_status: Status = Status.UNCHECKED
    citation_status: Status = Status.UNCHECKED
    date_note: str = ""
    evidence: tuple[EvidenceDraft, ...] = ()
    sources: tuple[int, ...] = ()


def problems(draft: EventDraft) -> Mapping[str, str]:
    """What is wrong with a draft, as one sentence a field; empty if it can become an event."""
    found = {}
    title = draft.title.strip()
    if not title:
        found["title"] = "Give the event a title."
    elif len(title) > TITLE_LENGTH:
        found["title"] = f"The title is {len(title) - TITLE_LENGTH} characters too long."
    if len(draft.label.strip()) > LABEL_LENGTH:
        found["label"] = f"The short name is {len(draft.label.strip()) - LABEL_LENGTH} characters too long."
    if not draft.start:
        found["start"] = "Give a date, as exact as it is known and no more."
    else:
        try:
            event_date(draft.start, draft.end)
        except DateError as error:
            found["start" if draft.end is None else "end"] = str(error)
    if not LEAST <= draft.importance <= MOST:
        found["importance"] = f"Importance runs from {LEAST} to {MOST}."
    if draft.url is not None and not is_web_address(draft.url):
        found["url"] = "An address begins with https:// or http:// and names a site."
    for field, text in (
        ("summary", draft.summary),
        ("citation", draft.citation),
        ("date_note", draft.date_note),
    ):
        if len(text) > TEXT_LENGTH:
            found[field] = f"This is {len(text) - TEXT_LENGTH:,} characters too long."
    if len(draft.tags) > MOST_TAGS:
        found["tags"] = f"No more than {MOST_TAGS} tags."
    return found


def is_web_address(text: str) -> bool:
    """Whether a text is the address of a page: no other kind of address is ever kept or shown as a link."""
    try:
        parts = urlsplit(text)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and not any(map(str.isspace, text))
    except ValueError:
        return False


def refuse_unfit(draft: EventDraft) -> None:
    """Refuse a draft that cannot become an event.

    Raises:
        ReaderError: the first sentence of :func:`problems`.
    """
    for sentence in problems(draft).values():
        raise ReaderError(sentence)
