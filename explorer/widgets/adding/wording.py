"""Sentences about files on their way into the library."""

from collections import Counter

from PySide6.QtCore import QCoreApplication

from explorer.domain.adding import Outcome
from explorer.viewmodels.adding import AddingState, Addition


def tr(text: str, number: int = -1) -> str:
    """``text`` in the language of the app; ``%n`` becomes ``number``."""
    return QCoreApplication.translate("Adding", text, "", number)


def heading(state: AddingState) -> str:
    """How far all of it is, or how it ended."""
    total = len(state.additions)
    ended = sum(each.outcome is not None for each in state.additions)
    if state.is_busy:
        return tr("Adding documents: {ended} of {total}").format(ended=ended, total=total)
    counts = Counter(each.outcome for each in state.additions)
    parts = [tr("{number} of {total} added").format(number=counts[Outcome.ADDED], total=total)]
    asked = counts[Outcome.ALIKE] + counts[Outcome.COPY]
    parts += [tr("%n in the library already", counts[Outcome.DUPLICATE])] if counts[Outcome.DUPLICATE] else []
    parts += [tr("%n for you to decide", asked)] if asked else []
    parts += [tr("%n without text", counts[Outcome.NO_TEXT])] if counts[Outcome.NO_TEXT] else []
    parts += [tr("%n refused", counts[Outcome.REFUSED])] if counts[Outcome.REFUSED] else []
    parts += [tr("%n called off", counts[Outcome.CANCELLED])] if counts[Outcome.CANCELLED] else []
    return " · ".join(parts)


def state_of(addition: Addition) -> str:
    """What became of a file, in a few words."""
    match addition.outcome:
        case None:
            if not addition.share:
                return tr("waiting")
            share = round(addition.share * 100)
            return tr("reading, {share} %").format(share=share) if share else tr("reading")
        case Outcome.ADDED:
            return _added(addition)
        case Outcome.DUPLICATE:
            return tr("in the library already")
        case Outcome.ALIKE:
            return tr("nearly the same as another one")
        case Outcome.COPY:
            return tr("a copy of a source?")
        case Outcome.NO_TEXT:
            return tr("no text layer")
        case Outcome.REFUSED:
            return tr("refused")
        case Outcome.CANCELLED:
            return tr("called off")


def role_of(addition: Addition) -> str:
    """The colour of these words: a role of the theme."""
    match addition.outcome:
        case Outcome.ADDED:
            return "warn" if addition.sentences else "good"
        case Outcome.REFUSED | Outcome.NO_TEXT:
            return "bad"
        case Outcome.ALIKE | Outcome.COPY:
            return "warn"
        case _:
            return "muted"


def explanation(addition: Addition) -> str:
    """What there is to know of a file, in whole sentences."""
    match addition.outcome:
        case Outcome.DUPLICATE if addition.twin is not None:
            text = (
                tr("It is the same file as that of “{title}”, so it was not added.")
                if addition.twin.same_file
                else tr("It has the same text as “{title}”, so it was not added.")
            )
            return text.format(title=addition.twin.title)
        case Outcome.DUPLICATE:
            return tr("All of its records are in the library already.")
        case Outcome.ALIKE if addition.twin is not None:
            text = tr(
                "Its text is nearly that of “{title}”: {share} % of the letters agree. It was not added yet."
            )
            return text.format(title=addition.twin.title, share=min(int(addition.twin.share * 100), 99))
        case Outcome.COPY if addition.copy is not None and not addition.copy.tried:
            text = tr(
                "Its title is that of “{title}”, a source without text. It can be the text of that source."
            )
            return text.format(title=addition.copy.title)
        case Outcome.COPY if addition.copy is not None:
            text = tr(
                "{found} of {tried} quotations of “{title}” stand in it. It can be the text of that source."
            )
            copy = addition.copy
            return text.format(title=copy.title, found=copy.found, tried=copy.tried)
        case Outcome.ADDED if addition.passages is not None and addition.passages[1]:
            found, total = addition.passages
            said = tr("{found} of {total} passages were found in it.").format(found=found, total=total)
            return " ".join((said, *addition.sentences))
        case Outcome.ADDED if addition.source_id is not None:
            said = tr("Title, authors and date were found in the file: look whether they are right.")
            return " ".join((*addition.sentences, said))
        case Outcome.CANCELLED:
            return tr("It was called off before it entered the library.")
        case _:
            return " ".join(addition.sentences)


def _added(addition: Addition) -> str:
    if addition.passages is not None:
        return tr("added as a text")
    if addition.source_id is None:
        new = tr("1 record added") if addition.new == 1 else tr("%n records added", addition.new)
        return f"{new}, {tr('%n there already', addition.doubles)}" if addition.doubles else new
    return tr("added, with a remark") if addition.sentences else tr("added")
