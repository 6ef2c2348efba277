"""What writes the web page and the story for TimelineJS, with a window and without."""

from collections.abc import Mapping

from explorer.app.paths import Paths
from explorer.domain.handing_out import Form
from explorer.services.handing_out.order import Maker
from explorer.services.web_page.maker import WebPages
from explorer.viewmodels.series_choice import usual
from explorer.viewmodels.step_views import view_of_step


def page_makers(paths: Paths) -> Mapping[Form, Maker]:
    """What writes each form that a browser shows."""
    pages = WebPages(paths.web, usual, view_of_step)
    return {Form.HTML: pages.page, Form.TIMELINEJS: pages.timelinejs}
