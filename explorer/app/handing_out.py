"""What hands out views and tours, made of its parts when it is first asked for."""

from collections.abc import Mapping

from explorer.app.paths import Paths
from explorer.domain.handing_out import Form
from explorer.services.handing_out.order import Maker
from explorer.services.web_page.maker import WebPages
from explorer.viewmodels.series_choice import usual


def makers(paths: Paths) -> Mapping[Form, Maker]:
    """What writes each form."""
    pages = WebPages(paths.web, usual)
    return {Form.HTML: pages.page, Form.TIMELINEJS: pages.timelinejs}
