"""What the Edit menu says of Undo and Redo."""

from PySide6.QtCore import QCoreApplication

from explorer.domain.change import History
from explorer.widgets.actions import Actions

TR = "Undo"


def show_history(actions: Actions, history: History) -> None:
    """Have Undo and Redo say what they would do; without anything to do they cannot be asked for."""
    for name, title, alone, naming in (
        ("undo", history.undo, "Undo", "Undo: {title}"),
        ("redo", history.redo, "Redo", "Redo: {title}"),
    ):
        action = actions[name]
        action.setEnabled(title is not None)
        text = QCoreApplication.translate(TR, alone if title is None else naming)
        action.setText(text.format(title=(title or "").replace("&", "&&")))
