"""What is said of an event in class, in words."""

from PySide6.QtCore import QCoreApplication

from explorer.domain.detail import EventDetail
from explorer.domain.event import Status
from explorer.widgets.detail.wording import record


def source_line(detail: EventDetail) -> str:
    """From where an event is known, and whether that was checked."""
    event = detail.event
    text = event.citation or "; ".join(record(one) for one in detail.records)
    if not text:
        return _tr("No source is given.")
    checked = event.citation_status is Status.CHECKED
    pattern = _tr("Source: {source}") if checked else _tr("Source (unchecked): {source}")
    return pattern.format(source=text)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Classwork", text)
