"""A real Chromium, started once for all tests here, and the pages that are handed out."""

import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from explorer.domain.handing_out import Form
from explorer.services.handing_out.order import Order, View
from explorer.services.libraries import open_library
from explorer.services.web_page.maker import WebPages
from explorer.services.workers import Errand
from explorer.viewmodels.series_choice import usual
from explorer.viewmodels.step_views import view_of_step
from tests.support.hostile import hostile_story

SWITCHES = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
DESKTOP = {"width": 1440, "height": 900}


@dataclass
class Opened:
    """A page with all that it asked for and said."""

    page: Page
    requests: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def settle(self) -> None:
        """Wait until what was changed is painted."""
        self.page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def press(self, *keys: str) -> None:
        """Press keys one after the other, as a hand does."""
        for key in keys:
            self.page.keyboard.press(key)
        self.settle()

    def text(self, selector: str) -> str:
        """What an element says."""
        return self.page.text_content(selector) or ""

    def focused(self, what: str) -> object:
        """A property of the element that has the focus."""
        return self.page.evaluate(f"document.activeElement.{what}")


@pytest.fixture(scope="module")
def browser(root: Path) -> Iterator[Browser]:
    """Chromium as the system has it, without a window and without anything of its own to fetch."""
    found = subprocess.run([root / ".ci" / "browser"], capture_output=True, text=True, check=False)
    program = found.stdout.strip()
    assert program, "Chromium is missing: type .ci/setup test"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=list(SWITCHES))
        yield started
        started.close()


@pytest.fixture(scope="module")
def visit(browser: Browser) -> Iterator[Callable[..., Opened]]:
    """Opens a file as by a double click, without motion; what is still open at the end is closed."""
    contexts = []

    def go(path: Path, ready: str = 'html[data-ready="yes"]', script: str = "") -> Opened:
        context = browser.new_context(viewport=DESKTOP, reduced_motion="reduce", color_scheme="light")
        contexts.append(context)
        page = context.new_page()
        opened = Opened(page)
        page.on("request", lambda request: opened.requests.append(request.url))
        page.on("console", lambda message: opened.said.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: opened.said.append(str(error)))
        if script:
            page.add_init_script(script)
        page.goto(path.as_uri())
        page.wait_for_selector(ready, state="attached")
        opened.settle()
        return opened

    yield go
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def write(resources: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Hands out a library as a page, or as a story for TimelineJS."""
    folder = tmp_path_factory.mktemp("handed out")
    pages = WebPages(resources / "web", usual, view_of_step, date(2023, 11, 23))

    def make(library: Path, name: str, tour: str = "", view: View | None = None) -> Path:
        out = folder / name
        form = Form.HTML if out.suffix == ".html" else Form.TIMELINEJS
        opened = open_library(library)
        try:
            maker = pages.page if form is Form.HTML else pages.timelinejs
            maker(opened, Order(form, out, view, tour), Errand(), lambda _share: None)
        finally:
            opened.store.close()
        return out

    return make


@pytest.fixture(scope="module")
def hostile_library(story_library: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The story with a hostile text in every place."""
    return hostile_story(story_library, tmp_path_factory.mktemp("hostile") / "hostile.tlx")


@pytest.fixture(scope="module")
def story(visit: Callable[..., Opened], write: Callable[..., Path], story_library: Path) -> Opened:
    """The page of the shipped story; a test leaves it as it finds it."""
    return visit(write(story_library, "story.html"))
