"""A hair line between two parts."""

from PySide6.QtWidgets import QFrame, QWidget


def rule(parent: QWidget) -> QFrame:
    """A line across, in the colour of borders."""
    made = QFrame(parent)
    made.setProperty("role", "rule")
    return made
