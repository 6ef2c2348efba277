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
from explorer.services.web_page.gathering import MOST_EVENTS, Handed, ViewOf, gather
from explorer.services.web_page.page_data import page_data
from explorer.services.web_page.writing import whole_page
from explorer.services.workers import Errand, Progress

GATHERED = 0.9
"""Of the work, what reading and citing takes."""


class WebPages:
    """Makes what is read in a browser."""

    def __init__(
        self,
        web: Path,
        usual: Callable[[Sequence[Series]], Sequence[Series]],
        view_of: ViewOf,
        made: date | None = None,
    ) -> None:
        """What it stands on.

        Args:
            web: the folder of the page's own files.
            usual: chooses the figures that are drawn where none are asked for.
            view_of: tells what a step of a tour shows.
            made: dates what is made; without, it is the day on which it is written.
        """
        self._web = web
        self._usual = usual
        self._view_of = view_of
        self._made = made

    def page(self, library: OpenLibrary, order: Order, errand: Errand, progress: Progress) -> HandedOut:
        """Write the page: see :class:`explorer.services.handing_out.order.Maker`."""
        handed = self._gathered(library, order, errand, progress, MOST_EVENTS)
        usual = [one.slug for one in self._usual(handed.contents.series)]
        text = whole_page(self._web, page_data(handed, self._day, usual))
        errand.go_on()
        save_text(order.out, text)
        progress(1.0)
        sentence = wording.left_out(len(handed.events), handed.matching)
        return HandedOut((str(order.out),), 1, (sentence,) if sentence else ())

    def timelinejs(self, library: OpenLibrary, order: Order, errand: Errand, progress: Progress) -> HandedOut:
        """Write the story for TimelineJS: see :class:`explorer.services.handing_out.order.Maker`."""
        handed = self._gathered(library, order, errand, progress, timelinejs.MOST_SLIDES)
        data = timelinejs.story_data(handed, self._day)
        errand.go_on()
        save_text(order.out, json.dumps(data, ensure_ascii=False, indent=1) + "\n")
        progress(1.0)
        return HandedOut((str(order.out),), 1, timelinejs.left_out(handed))

    def _gathered(
        self, library: OpenLibrary, order: Order, errand: Errand, progress: Progress, most: int
    ) -> Handed:
        def gathering(share: float) -> None:
            progress(share * GATHERED)

        return gather(library, order, self._view_of, errand, gathering, most)

    @property
    def _day(self) -> date:
        return self._made or date.today()
