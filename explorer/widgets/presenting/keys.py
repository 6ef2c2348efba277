"""The keys of the stage, as a teacher's hand or a clicker gives them."""

from enum import Enum

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent

Key = Qt.Key


class Wish(Enum):
    """What a key of the stage asks for."""

    NEXT = "next"
    BACK = "back"
    FIRST = "first"
    LAST = "last"
    RETURN = "return"
    OPEN = "open"
    BLACK = "black"
    WHITE = "white"
    SPOTLIGHT = "spotlight"
    DRAW = "draw"
    NOTES = "notes"
    KEYS = "keys"
    LEAVE = "leave"


PLAIN = {
    Key.Key_PageDown: Wish.NEXT,
    Key.Key_Right: Wish.NEXT,
    Key.Key_Down: Wish.NEXT,
    Key.Key_Space: Wish.NEXT,
    Key.Key_MediaNext: Wish.NEXT,
    Key.Key_Forward: Wish.NEXT,
    Key.Key_PageUp: Wish.BACK,
    Key.Key_Left: Wish.BACK,
    Key.Key_Up: Wish.BACK,
    Key.Key_MediaPrevious: Wish.BACK,
    Key.Key_Back: Wish.BACK,
    Key.Key_Home: Wish.FIRST,
    Key.Key_End: Wish.LAST,
    Key.Key_R: Wish.RETURN,
    Key.Key_Backspace: Wish.RETURN,
    Key.Key_Return: Wish.OPEN,
    Key.Key_Enter: Wish.OPEN,
    Key.Key_B: Wish.BLACK,
    Key.Key_W: Wish.WHITE,
    Key.Key_S: Wish.SPOTLIGHT,
    Key.Key_D: Wish.DRAW,
    Key.Key_N: Wish.NOTES,
    Key.Key_F1: Wish.KEYS,
    Key.Key_Question: Wish.KEYS,
    Key.Key_Escape: Wish.LEAVE,
}
TIMELINE = {Key.Key_Plus, Key.Key_Equal, Key.Key_Minus, Key.Key_Comma, Key.Key_Period}
"""Keys that the timeline knows, and that mean the same on the stage."""
SHIFTED = {Key.Key_Left, Key.Key_Right, Key.Key_Plus}
"""Those with Shift."""
DIGITS = range(Key.Key_0, Key.Key_9 + 1)


def wish_of(event: QKeyEvent) -> Wish | None:
    """What a key asks of the stage; None for any other key."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if modifiers == Qt.KeyboardModifier.ShiftModifier and event.key() == Key.Key_Space:
        return Wish.BACK
    if modifiers == Qt.KeyboardModifier.NoModifier or event.key() == Key.Key_Question:
        return PLAIN.get(Key(event.key()))
    return None


def is_for_timeline(event: QKeyEvent) -> bool:
    """Whether a key moves the view or goes from event to event."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if modifiers == Qt.KeyboardModifier.ShiftModifier:
        return event.key() in SHIFTED
    return modifiers == Qt.KeyboardModifier.NoModifier and event.key() in TIMELINE


def digit_of(event: QKeyEvent) -> int | None:
    """The digit that was typed."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    plain = modifiers == Qt.KeyboardModifier.NoModifier
    return event.key() - Key.Key_0 if plain and event.key() in DIGITS else None


def key_rows() -> tuple[tuple[str, str], ...]:
    """All keys of the stage in words, the most used first."""
    tr = QCoreApplication.translate
    return (
        (tr("Stage", "Page Down, →, Space"), tr("Stage", "next")),
        (tr("Stage", "Page Up, ←"), tr("Stage", "back")),
        (tr("Stage", "R, Backspace"), tr("Stage", "back to the step")),
        (tr("Stage", "Enter"), tr("Stage", "open the event, then its source")),
        (tr("Stage", "7, Enter"), tr("Stage", "step 7")),
        (tr("Stage", "Home, End"), tr("Stage", "first and last step")),
        (tr("Stage", "B, W"), tr("Stage", "black, white screen")),
        (tr("Stage", "S, or hold Shift"), tr("Stage", "spotlight")),
        (tr("Stage", "D"), tr("Stage", "draw on the screen")),
        (tr("Stage", "+, −, Shift+←, →"), tr("Stage", "zoom and move the time")),
        (tr("Stage", "Comma, full stop"), tr("Stage", "event before and after, in its lane")),
        (tr("Stage", "N"), tr("Stage", "notes for the speaker")),
        (tr("Stage", "Esc"), tr("Stage", "leave")),
    )
