"""What hands out views and tours, made of its parts when it is first asked for."""

from collections.abc import Mapping

from explorer.app.paths import Paths
from explorer.domain.handing_out import Form
from explorer.services.handing_out.order import Maker
from explorer.widgets.paper.making import PaperMaker
from explorer.widgets.theme import load_theme


def paper_maker(paths: Paths) -> PaperMaker:
    """What draws sheets; fonts are looked up here, so there must be an application."""
    return PaperMaker({name: load_theme(paths.themes, name) for name in ("paper", "dark")})


def makers(paths: Paths) -> Mapping[Form, Maker]:
    """What writes each form."""
    return dict.fromkeys((Form.PNG, Form.SVG, Form.PDF, Form.POSTER), paper_maker(paths))
