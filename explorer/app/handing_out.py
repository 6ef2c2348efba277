"""What hands out views and tours, made of its parts when it is first asked for."""

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from explorer.app.paths import Paths
from explorer.domain.handing_out import Form
from explorer.services.handing_out.handing import HandingOut
from explorer.services.handing_out.order import Maker
from explorer.services.workers import Workers
from explorer.viewmodels.handing_out import HandingOutModel
from explorer.viewmodels.models import Models
from explorer.widgets.paper.making import PaperMaker
from explorer.widgets.theme import ThemeHolder, load_theme

if TYPE_CHECKING:
    from explorer.widgets.handing_out.export import ExportDialog
    from explorer.widgets.handing_out.printing import PrintWindow


def paper_maker(paths: Paths) -> PaperMaker:
    """What draws sheets; fonts are looked up here, so there must be an application."""
    return PaperMaker({name: load_theme(paths.themes, name) for name in ("paper", "dark")})


def makers(paths: Paths, paper: PaperMaker | None = None) -> Mapping[Form, Maker]:
    """What writes each form."""
    return dict.fromkeys((Form.PNG, Form.SVG, Form.PDF, Form.POSTER), paper or paper_maker(paths))


class HandingOutParts:
    """The model and the windows of one session; a window is made with its first use."""

    def __init__(
        self, models: Models, look: ThemeHolder, paths: Paths, workers: Workers, window: QWidget
    ) -> None:
        self._look = look
        self._paths = paths
        self._window = window
        paper = paper_maker(paths)
        self.model = HandingOutModel(
            models.library,
            models.timeline,
            models.viewport,
            models.facets,
            HandingOut(workers, makers(paths, paper), paper.sheets),
            models.settings,
            models.courier,
            models.messages,
            window,
        )

    @cached_property
    def export_dialog(self) -> "ExportDialog":
        """The window of Export."""
        from explorer.widgets.handing_out.export import ExportDialog

        return ExportDialog(self.model, self._look, self._window)

    @cached_property
    def print_window(self) -> "PrintWindow":
        """The window of Print; what talks to printers is loaded with it."""
        from explorer.widgets.handing_out.printing import PrintWindow
        from explorer.widgets.icons import Icons

        return PrintWindow(self.model, self._look, Icons(self._paths.icons), self._window)
