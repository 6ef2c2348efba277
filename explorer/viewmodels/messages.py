"""What the status line says."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence for the status line: a problem stays until the next, a notice fades after ``seconds``."""

    text: str
    problem: bool
    seconds: float


class Messages(QObject):
    """The one place to say something that needs no answer."""

    shown = Signal(object)

    def show_notice(self, text: str, seconds: float = 6.0) -> None:
        """Say that something went well."""
        self.shown.emit(Message(text, problem=False, seconds=seconds))

    def show_problem(self, text: str) -> None:
        """Say what is wrong and what to do; stays until something else is said."""
        self.shown.emit(Message(text, problem=True, seconds=0.0))
