"""Sentences about sources, for the list, the reader and the pane beside it."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from explorer.domain.errors import DateError
from explorer.domain.passage import AnchorState
from explorer.domain.source import Source, SourceRole, SourceSummary
from explorer.domain.words import in_words


def tr(text: str, number: int = -1) -> str:
    """``text`` in the language of the app; ``%n`` becomes ``number``."""
    return QCoreApplication.translate("Sources", text, "", number)


def counted(number: int, one: str, many: str) -> str:
    """``one`` for 1 and ``many``, with its ``%n``, for any other number."""
    return tr(one) if number == 1 else tr(many, number)


def passages(number: int) -> str:
    """How many passages."""
    return counted(number, "1 passage", "%n passages")


def events(number: int) -> str:
    """How many events."""
    return counted(number, "1 event", "%n events")


def example(title: str) -> str:
    """The title of an event that a passage does not speak of."""
    return tr("Our example: {title}").format(title=title)


def perhaps(title: str) -> str:
    """What stands beside a place that may be that of a passage."""
    return tr("Perhaps here: {title}").format(title=title) if title else tr("Perhaps here")


def name_of(source: Source) -> str:
    """The title, or the short name of a source that has none."""
    return source.title or source.label or tr("Untitled source")


def short_name(source: Source) -> str:
    """The title as far as its first colon, for a narrow list."""
    return name_of(source).split(": ", 1)[0]


def date_of(source: Source) -> str:
    """The date of a source in words, and whether it is inferred."""
    if not source.date:
        return ""
    try:
        words = in_words(source.date)
    except DateError:
        words = source.date
    return tr("{date} (inferred)").format(date=words) if _names(source.inferred, "date") else words


def byline(source: Source) -> str:
    """Who and when, with what is not known said as such."""
    who = source.authors or (tr("author not known") if _names(source.unknown, "author") else "")
    where = source.publisher or (tr("publisher not known") if _names(source.unknown, "publisher") else "")
    line = " · ".join(part for part in (who, where, date_of(source)) if part)
    return line[:1].upper() + line[1:]


def short_byline(source: Source) -> str:
    """Who and when, for a narrow list."""
    who = (
        source.authors
        or source.publisher
        or (tr("author not known") if _names(source.unknown, "author") else "")
    )
    line = ", ".join(part for part in (who, date_of(source)) if part)
    return line[:1].upper() + line[1:]


def missing(source: Source) -> str:
    """What is not known of a source, as a sentence; "" where nothing is said to be missing."""
    labels = [_field(name) for name in source.unknown]
    if not labels:
        return ""
    if len(labels) == 1:
        return tr("{field} is not known.").format(field=_capital(labels[0]))
    together = tr("{fields} and {last}").format(fields=", ".join(labels[:-1]), last=labels[-1])
    return tr("{fields} are not known.").format(fields=_capital(together))


def inferred(source: Source) -> str:
    """What is known by inference only, as a sentence; "" where nothing is."""
    labels = [_field(name) for name in source.inferred]
    if not labels:
        return ""
    if len(labels) == 1:
        return tr("{field} is inferred, and to be confirmed.").format(field=_capital(labels[0]))
    together = tr("{fields} and {last}").format(fields=", ".join(labels[:-1]), last=labels[-1])
    return tr("{fields} are inferred, and to be confirmed.").format(fields=_capital(together))


def facts(source: Source) -> list[tuple[str, str]]:
    """What the record of a source says: (field, value), with unknown fields said to be so."""
    rows = [
        (tr("Title"), source.title, "title"),
        (tr("Author"), source.authors, "author"),
        (tr("Publisher"), source.publisher, "publisher"),
        (tr("Date"), date_of(source), "date"),
        (tr("Kind"), source.kind, "kind"),
        (tr("Language"), source.language, "language"),
        (tr("Rights"), source.rights, "rights"),
    ]
    return [
        (label, value or tr("not known"))
        for label, value, field in rows
        if value or _names(source.unknown, field)
    ]


def citation(source: Source) -> str:
    """The source in one line, made of what is known of it."""
    parts = [
        source.authors,
        f"“{source.title}”" if source.title else tr("[untitled: {label}]").format(label=source.label),
        source.label if source.role is SourceRole.RECORD and source.label != source.title else "",
        source.publisher,
        date_of(source) or tr("undated"),
    ]
    return ", ".join(part for part in parts if part) + "."


def resting(summary: SourceSummary) -> str:
    """What rests on a source: passages and events."""
    if not summary.passages:
        return tr("no passages yet") if summary.attached else events(summary.events)
    return f"{passages(summary.passages)} · {events(summary.events)}"


def found(states: Sequence[AnchorState]) -> str:
    """How the passages were found, in one line."""
    counts = Counter(states)
    if counts[AnchorState.EXACT] == len(states):
        return tr("{all} of {all} passages found exactly").format(all=len(states))
    words = {
        AnchorState.EXACT: tr("%n found exactly", counts[AnchorState.EXACT]),
        AnchorState.MOVED: tr("%n moved", counts[AnchorState.MOVED]),
        AnchorState.APPROXIMATE: tr("%n approximately", counts[AnchorState.APPROXIMATE]),
        AnchorState.SEVERAL: tr("%n at several places", counts[AnchorState.SEVERAL]),
        AnchorState.LOST: tr("%n not found", counts[AnchorState.LOST]),
    }
    parts = [text for state, text in words.items() if counts[state] or state is AnchorState.EXACT]
    return tr("{passages}: {states}").format(passages=passages(len(states)), states=", ".join(parts))


def _names(fields: tuple[str, ...], field: str) -> bool:
    """Whether a field of the record is named; the records of CSL say "author" and "issued"."""
    aliases = {"author": ("author", "authors"), "date": ("date", "issued")}.get(field, (field,))
    return any(alias in fields for alias in aliases)


def _field(name: str) -> str:
    known = {
        "author": tr("author"),
        "authors": tr("author"),
        "publisher": tr("publisher"),
        "title": tr("title"),
        "date": tr("date"),
        "issued": tr("date"),
    }
    return known.get(name, name)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
