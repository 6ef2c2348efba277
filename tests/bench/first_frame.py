"""A child of the benches: the app as ``main.py`` runs it, until the first frame is painted.

Takes the arguments of ``main.py``. Prints the monotonic clock at that moment, then leaves the way a reader
would, by closing the window.
"""

import gc
import sys
import time

from explorer.app import main

# As ``main`` does before it imports the rest: the services first, then Qt and the window.
gc.disable()

from explorer.app import qt, services  # noqa: E402, F401

qt.load_qt()

from explorer.app import window  # noqa: E402
from explorer.app.session import Session  # noqa: E402


class TimedSession(Session):
    """The app's own session, which notes when its window has painted."""

    def open(self, *library: object) -> None:
        """Open as the app does, and listen for the first frame before it can come."""
        super().open(*library)
        self.window.first_painted.connect(self._note)

    def _note(self, _value: object) -> None:
        print(time.monotonic(), flush=True)
        self.window.close()


if __name__ == "__main__":
    window.Session = TimedSession
    sys.exit(main.main(sys.argv[1:]))
