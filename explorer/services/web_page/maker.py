"""Writes the web page and the story for TimelineJS, each as one file."""

import json
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from explorer.domain.handing_out import HandedOut
from explorer.domain.series import Series
from explorer.services.handing_out.order import Order
from explorer.services.libraries import OpenLibrary
from explorer.services.saving import save_text
from explorer.services.web_page import timelinejs, wording
from explorer.services.web_page.gathering import MOST_EVENTS, gather
from explorer.services.web_page.page_data import page_data
from explorer.services.web_page.writing import whole_page
from explorer.services.workers import Errand, Progress

GATHERED = 0.9
"""Of the work, what reading and citing takes."""


class WebPages:
    """Makes what is read in a browser. ``made`` dates it; without, it is the day on which it is written."""

    def __init__(
        self, web: Path, usual: Callable[[Sequence[Series]], Sequence[Series]], made: date | None = None
    ) -> None:
        """``web`` is the folder of the page's own files, ``usual`` the figures drawn where none are asked for."""
        self._web = web
        self._usual = usual
        self._made = made

    def page(self, library: OpenLibrary, order: Order, errand: Errand, progress: Progress) -> HandedOut:
        """Write the page: see :class:`explorer.services.handing_out.order.Maker`."""
        handed = gather(library, order, errand, lambda share: progress(share * GATHERED), MOST_EVENTS)
        usual = [one.slug for one in self._usual(handed.contents.series)]
        text = whole_page(self._web, page_data(handed, self._day, usual))
        errand.go_on()
        save_text(order.out, text)
        progress(1.0)
        sentence = wording.left_out(len(handed.events), handed.matching)
        return HandedOut((str(order.out),), 1, (sentence,) if sentence else ())

    def timelinejs(self, library: OpenLibrary, order: Order, errand: Errand, progress: Progress) -> HandedOut:
        """Write the story for TimelineJS: see :class:`explorer.services.handing_out.order.Maker`."""
        most = timelinejs.MOST_SLIDES
        handed = gather(library, order, errand, lambda share: progress(share * GATHERED), most)
        data = timelinejs.story_data(handed, self._day)
        errand.go_on()
        save_text(order.out, json.dumps(data, ensure_ascii=False, indent=1) + "\n")
        progress(1.0)
        return HandedOut((str(order.out),), 1, timelinejs.left_out(handed))

    @property
    def _day(self) -> date:
        return self._made or date.today()
