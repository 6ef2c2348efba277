import json
from datetime import date
from pathlib import Path

import pytest

from explorer.domain.errors import ReaderError
from explorer.domain.handing_out import Form
from explorer.services.handing_out.order import Order, View
from explorer.services.libraries import OpenLibrary
from explorer.services.web_page.maker import WebPages
from explorer.services.workers import Errand
from explorer.viewmodels.series_choice import usual
from explorer.viewmodels.step_views import view_of_step


@pytest.fixture
def pages(resources: Path) -> WebPages:
    return WebPages(resources / "web", usual, view_of_step, date(2023, 11, 23))


def test_the_page_is_one_file_below_a_megabyte(pages: WebPages, library: OpenLibrary, tmp_path: Path) -> None:
    out, shares = tmp_path / "story.html", []
    made = pages.page(library, Order(Form.HTML, out), Errand(), shares.append)
    assert made.files == (str(out),)
    assert made.left_out == ()
    assert [path.name for path in tmp_path.iterdir()] == ["story.html"]
    assert out.stat().st_size < 1_000_000
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    again = tmp_path / "again.html"
    pages.page(library, Order(Form.HTML, again), Errand(), shares.append)
    assert again.read_bytes() == out.read_bytes(), "the same library makes the same file"


def test_the_story_for_timelinejs_is_json(pages: WebPages, library: OpenLibrary, tmp_path: Path) -> None:
    out = tmp_path / "story.json"
    made = pages.timelinejs(library, Order(Form.TIMELINEJS, out), Errand(), lambda _share: None)
    assert len(json.loads(out.read_text(encoding="utf-8"))["events"]) == 188
    assert len(made.left_out) == 2


def test_what_cannot_be_made_leaves_no_file(pages: WebPages, library: OpenLibrary, tmp_path: Path) -> None:
    for make, form in ((pages.page, Form.HTML), (pages.timelinejs, Form.TIMELINEJS)):
        with pytest.raises(ReaderError):
            make(library, Order(form, tmp_path / "out", View(-9e5, -8e5)), Errand(), lambda _share: None)
    with pytest.raises(ReaderError, match="Choose another place for it"):
        pages.page(library, Order(Form.HTML, tmp_path / "gone" / "x.html"), Errand(), lambda _share: None)
    assert list(tmp_path.iterdir()) == []
