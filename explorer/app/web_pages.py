"""What writes the web page and the story for TimelineJS. No part of it needs a window, nor what windows need."""

from collections.abc import Mapping

from explorer.app.paths import Paths
from explorer.domain.handing_out import Form
from explorer.services.handing_out.order import Maker
from explorer.services.web_page.maker import WebPages
from explorer.viewmodels.series_choice import usual


def page_makers(paths: Paths) -> Mapping[Form, Maker]:
    """What writes each form that a browser shows."""
    pages = WebPages(paths.web, usual)
    return {Form.HTML: pages.page, Form.TIMELINEJS: pages.timelinejs}
