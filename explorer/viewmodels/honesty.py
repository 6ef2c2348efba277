"""How far what a class is shown can be trusted, in words."""

from PySide6.QtCore import QCoreApplication

from explorer.domain.event import Status


def date_state(status: Status) -> str:
    """Whether a date was checked."""
    return {
        Status.CHECKED: _tr("date checked"),
        Status.UNCHECKED: _tr("date unchecked"),
        Status.PROVISIONAL: _tr("date provisional"),
        Status.APPROXIMATE: _tr("date approximate"),
    }[status]


def date_tone(status: Status) -> str:
    """The tone of a badge that says so: good, warn or bad."""
    return {Status.CHECKED: "good", Status.UNCHECKED: "bad"}.get(status, "warn")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Honesty", text)
