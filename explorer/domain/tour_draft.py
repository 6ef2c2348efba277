"""Tours and their steps as somebody writes them, before they are in a library."""

from collections.abc import Mapping
from dataclasses import dataclass

from explorer.domain.errors import DateError, ReaderError
from explorer.domain.tour import Show, Step

TITLE_LENGTH = 60
"""Characters of the longest title of a tour or step: it has to stand on one line of a projector."""
AUDIENCE_LENGTH = 100
SAY_LENGTH = 1_000
NOTE_LENGTH = 20_000
"""Characters of the longest text that is shown, and of the longest that only the speaker sees."""
MOST_MINUTES = 600
MOST_STEPS = 300
"""Steps of the longest tour."""
SENTENCES = 3
"""Sentences that can be read from the last row while somebody speaks; more are warned of, not refused."""


@dataclass(frozen=True, slots=True)
class TourDraft:
    """A tour but for its steps."""

    title: str
    audience: str = ""
    minutes: int = 15


@dataclass(frozen=True, slots=True)
class StepDraft:
    """A step as it is written; its fields are those of :class:`explorer.domain.tour.Step`."""

    title: str
    view_start: str
    view_end: str
    lanes: tuple[int, ...] = ()
    filters: str = ""
    series: tuple[str, ...] = ()
    event_id: int | None = None
    passage_id: int | None = None
    claim_id: int | None = None
    show: Show = Show.VIEW
    say: str = ""
    speaker_note: str = ""


def draft_of(step: Step) -> StepDraft:
    """A step that is there, to be written on."""
    return StepDraft(
        step.title,
        step.view_start,
        step.view_end,
        step.lanes,
        step.filters,
        step.series,
        step.event_id,
        step.passage_id,
        step.claim_id,
        step.show,
        step.say,
        step.speaker_note,
    )


def tour_problems(draft: TourDraft) -> Mapping[str, str]:
    """What is wrong with a tour, as one sentence a field; empty if nothing is."""
    found = dict(_title_problems(draft.title, "Give the tour a title."))
    if len(draft.audience.strip()) > AUDIENCE_LENGTH:
        found["audience"] = f"This is {len(draft.audience.strip()) - AUDIENCE_LENGTH} characters too long."
    if not 1 <= draft.minutes <= MOST_MINUTES:
        found["minutes"] = f"A tour takes from 1 to {MOST_MINUTES} minutes."
    return found


def step_problems(draft: StepDraft) -> Mapping[str, str]:
    """What is wrong with a step, as one sentence a field; empty if nothing is."""
    from explorer.domain.edtf import event_date

    found = dict(_title_problems(draft.title, "Give the step a title."))
    for name, text in (("view_start", draft.view_start), ("view_end", draft.view_end)):
        if not text:
            found[name] = "Say where the view begins." if name == "view_start" else "Say where it ends."
    if not found.keys() & {"view_start", "view_end"}:
        try:
            event_date(draft.view_start, draft.view_end)
        except DateError as error:
            found["view_end"] = str(error)
    for name, text, most in (
        ("say", draft.say, SAY_LENGTH),
        ("speaker_note", draft.speaker_note, NOTE_LENGTH),
    ):
        if len(text.strip()) > most:
            found[name] = f"This is {len(text.strip()) - most:,} characters too long."
    if draft.show is Show.QUOTATION and draft.passage_id is None:
        found["show"] = "Choose the passage whose words are set large."
    if draft.show is Show.CLAIM and draft.claim_id is None:
        found["show"] = "Choose the claim that is drawn."
    return found


def refuse(problems: Mapping[str, str]) -> None:
    """Refuse what has problems.

    Raises:
        ReaderError: the first of them.
    """
    for sentence in problems.values():
        raise ReaderError(sentence)


def _title_problems(title: str, missing: str) -> Mapping[str, str]:
    words = title.strip()
    if not words:
        return {"title": missing}
    if len(words) > TITLE_LENGTH:
        return {"title": f"The title is {len(words) - TITLE_LENGTH} characters too long."}
    return {}
