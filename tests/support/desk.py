"""All view models on a library, as the app wires them."""

from pathlib import Path

from explorer.app.paths import Paths
from explorer.app.services import build_services
from explorer.app.wiring import build_models
from explorer.viewmodels.messages import Message
from explorer.viewmodels.settings import SettingsModel


class Desk:
    """All view models of a window, without the window, on any library."""

    def __init__(self, resources: Path, data: Path, bot) -> None:
        paths = Paths(resources, data)
        self.bot = bot
        self.said: list[Message] = []
        self.services = build_services(paths)
        self.models = build_models(self.services, SettingsModel(paths.settings))
        self.models.viewport.reduced_motion = True
        self.models.viewport.set_width(1000)
        self.models.messages.shown.connect(self.said.append)

    def open(self, library: Path) -> None:
        """Open a library."""
        self.models.library.open(library)
        self.settle()

    def settle(self) -> None:
        """Wait until nothing is asked for any more."""
        for _ in range(3):
            self.bot.waitUntil(lambda: self.models.courier.idle, timeout=10_000)
            self.bot.wait(5)

    def close(self) -> None:
        """Let go of the threads and the file."""
        self.models.place.keep()
        self.services.workers.close()
        self.models.library.close()
