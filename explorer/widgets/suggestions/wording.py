"""Words about dates that were found in a document."""

from PySide6.QtCore import QCoreApplication

from explorer.domain.errors import DateError
from explorer.domain.suggestion import Reason, Rival
from explorer.domain.words import in_words
from explorer.viewmodels.accepting import why
from explorer.viewmodels.offers import Offer, OfferStatus


def tr(text: str, number: int = -1) -> str:
    """``text`` in the language of the app; ``%n`` becomes ``number``."""
    return QCoreApplication.translate("Suggestions", text, "", number)


def date(edtf: str) -> str:
    """A date in words."""
    try:
        return in_words(edtf)
    except DateError:
        return edtf


def sureness(reason: Reason) -> str:
    """How sure a date is, in a word or two."""
    return {
        Reason.STATED: tr("as stated"),
        Reason.BARE_YEAR: tr("a bare number"),
        Reason.YEAR_FROM_TEXT: tr("year from the text"),
        Reason.YEAR_FROM_PUBLICATION: tr("year from publication"),
        Reason.FROM_TEXT: tr("counted from the text"),
        Reason.FROM_PUBLICATION: tr("counted from publication"),
        Reason.DAY_OR_MONTH_FIRST: tr("day or month first?"),
        Reason.ERA: tr("dates of the era"),
        Reason.NAMED: tr("dates of the name"),
        Reason.VAGUE: tr("vague"),
        Reason.LIBRARY_EVENT: tr("event of the library"),
        Reason.DOCUMENT: tr("date of the document"),
    }[reason]


def chosen(offer: Offer) -> Rival:
    """The reading of a suggestion that would be taken."""
    return next((one for one in offer.readings if one.edtf == offer.edtf), offer.readings[0])


def reading(one: Rival) -> str:
    """A reading, for a list of them."""
    basis = one.basis if one.reason is Reason.LIBRARY_EVENT else ""
    return " · ".join(part for part in (date(one.edtf), basis, sureness(one.reason)) if part)


def title(offer: Offer) -> str:
    """The draft title; of an event of the library its own name."""
    return offer.title if offer.event is None else offer.event.title


def foot(offer: Offer) -> str:
    """How sure the date is and whom the sentence names, or what became of the suggestion."""
    if offer.status is OfferStatus.ON_TIMELINE:
        return tr("✓ on the timeline")
    sure = sureness(chosen(offer).reason)
    number = len(offer.readings)
    if number > 1:
        sure = tr("{sure} (%n readings)", number).format(sure=sure)
    longer = (tr("with what follows"),) if offer.end > offer.suggestion.end else ()
    return " · ".join((sure, *longer, *offer.names))


def reason(offer: Offer) -> str:
    """Why the date is what it is, in a sentence."""
    taken = chosen(offer)
    return why(taken.reason, taken.basis, " ".join(offer.words.split()))


def spoken(offer: Offer) -> str:
    """All of a suggestion, for a screen reader."""
    parts = (date(offer.edtf), title(offer), offer.sentence, foot(offer))
    return ". ".join(part for part in parts if part)
