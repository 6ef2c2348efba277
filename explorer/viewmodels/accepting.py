"""Drafts of events from dates that were found in a document."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from explorer.domain.detail import SourceDetail
from explorer.domain.errors import DateError
from explorer.domain.passage import Stance
from explorer.domain.suggestion import Reason, Suggestion
from explorer.domain.words import in_words
from explorer.services.suggestions import start_and_end
from explorer.viewmodels.offers import Offer

if TYPE_CHECKING:
    from explorer.domain.draft import EventDraft, EvidenceDraft


def draft_of(offer: Offer, theme_id: int, detail: SourceDetail) -> "EventDraft":
    """The event that a suggestion proposes: its sentence as evidence, those it names as taking part.

    How the date was come by stands in the note on it.
    """
    from explorer.domain.draft import TITLE_LENGTH, EventDraft

    start, end = start_and_end(offer.edtf)
    title = offer.title
    return EventDraft(
        title=title if len(title) <= TITLE_LENGTH else title[: TITLE_LENGTH - 1].rstrip() + "…",
        start=start,
        end=end,
        theme_id=theme_id,
        actors=offer.suggestion.entity_ids,
        evidence=(evidence_of(offer, detail),),
        date_note=note_on(offer.suggestion, offer.edtf, detail),
    )


def evidence_of(offer: Offer, detail: SourceDetail) -> "EvidenceDraft":
    """The sentence of a suggestion as a passage that reports; one that stands there already is taken."""
    from explorer.domain.draft import EvidenceDraft, PassageDraft
    from explorer.services.anchoring.selecting import selector_at

    document = detail.document
    if document is None:
        raise ValueError("the document of a suggestion is attached")
    start = offer.suggestion.start
    for item in detail.passages:
        found = item.anchor
        if found is not None and (found.start, found.end) == (start, offer.end):
            return EvidenceDraft(item.passage.id, Stance.REPORTS)
    selector = selector_at(document.text, start, offer.end, detail.paragraphs)
    passage = PassageDraft(
        source_id=detail.source.id,
        selector=selector,
        date=offer.edtf,
        date_note=note_on(offer.suggestion, offer.edtf, detail),
    )
    return EvidenceDraft(passage, Stance.REPORTS)


def note_on(suggestion: Suggestion, edtf: str, detail: SourceDetail) -> str:
    """How the date was come by, in a sentence; for an exact reading of stated words nothing more is said."""
    words = detail.document.text[suggestion.date_start : suggestion.date_end] if detail.document else ""
    words = " ".join(words.split())
    reason, basis = suggestion.reason, suggestion.basis
    for rival in suggestion.rivals:
        if rival.edtf == edtf:
            reason, basis = rival.reason, rival.basis
    return why(reason, basis, words)


def why(reason: Reason, basis: str, words: str) -> str:
    """Why a date is what it is, in a sentence for people."""
    pattern = {
        Reason.STATED: _tr("The source says “{words}”."),
        Reason.BARE_YEAR: _tr("Read from the number “{words}” in the source."),
        Reason.YEAR_FROM_TEXT: _tr("The source says “{words}”; the year is that of {basis} in its text."),
        Reason.YEAR_FROM_PUBLICATION: _tr(
            "The source says “{words}”; the year is the one before its publication ({basis})."
        ),
        Reason.FROM_TEXT: _tr("The source says “{words}”, counted from {basis} in its text."),
        Reason.FROM_PUBLICATION: _tr(
            "The source says “{words}”, counted from the date of its publication ({basis})."
        ),
        Reason.DAY_OR_MONTH_FIRST: _tr("The source writes “{words}”: day or month may come first."),
        Reason.ERA: _tr("The source says “{words}”: the dates are those of the era “{basis}”."),
        Reason.NAMED: _tr("The source says “{words}”: the dates are those the name stands for."),
        Reason.VAGUE: _tr("The source says only “{words}”; the date is a guess."),
        Reason.LIBRARY_EVENT: _tr("The source names no date; the date is that of “{basis}” in this library."),
        Reason.DOCUMENT: _tr("The source names no date; this is the date of the source itself."),
    }[reason]
    return pattern.format(words=words, basis=_basis(reason, basis))


def _basis(reason: Reason, basis: str) -> str:
    dates = {Reason.YEAR_FROM_TEXT, Reason.YEAR_FROM_PUBLICATION, Reason.FROM_TEXT, Reason.FROM_PUBLICATION}
    try:
        return in_words(basis) if reason in dates and basis else basis
    except DateError:
        return basis


def _tr(text: str) -> str:
    return QCoreApplication.translate("Suggestions", text)
