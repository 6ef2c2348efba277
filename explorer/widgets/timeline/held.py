"""Keys that move the view for as long as they are held: A and D, W and S."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from explorer.viewmodels.viewport import ViewportModel

PANS = {int(Qt.Key.Key_D): 1, int(Qt.Key.Key_A): -1}
ZOOMS = {int(Qt.Key.Key_W): 1, int(Qt.Key.Key_S): -1}


class HeldKeys:
    """Drives the view by the keys that are down; two that pull against each other cancel out."""

    def __init__(self, viewport: ViewportModel) -> None:
        self._viewport = viewport
        self._held: set[int] = set()
        self._share = 0.5

    def point(self, share: float | None) -> None:
        """The pointer is this far across the plot (0 to 1), or not over it: where a zoom keeps its day."""
        self._share = 0.5 if share is None else share
        if self._held and not self._viewport.reduced_motion:
            self._drive(self._held)

    def press(self, event: QKeyEvent) -> bool:
        """Take a key that went down; False if it is another one, or one that asks something else."""
        key = event.key()
        if key not in {*PANS, *ZOOMS} or event.modifiers() != Qt.KeyboardModifier.NoModifier:
            return False
        if self._viewport.reduced_motion:
            self._drive({key})
        elif not event.isAutoRepeat():
            self._held.add(key)
            self._drive(self._held)
        return True

    def release(self, event: QKeyEvent) -> bool:
        """Let go of a key; False if it was not held."""
        if event.key() not in self._held:
            return False
        if not event.isAutoRepeat():
            self._held.discard(event.key())
            self._drive(self._held)
        return True

    def let_go(self) -> None:
        """The keyboard has gone elsewhere: what happens to the keys there is not told here."""
        if self._held:
            self._held.clear()
            self._drive(self._held)

    def _drive(self, keys: set[int]) -> None:
        pan = sum(PANS.get(key, 0) for key in keys)
        zoom = sum(ZOOMS.get(key, 0) for key in keys)
        self._viewport.drive(pan, zoom, self._share)
