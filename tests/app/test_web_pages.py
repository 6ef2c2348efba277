"""The web page and the story for TimelineJS, as the command line and the window have them made."""

import json
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from explorer.app import cli
from explorer.app.export import export
from explorer.app.paths import Paths
from explorer.app.session import Session
from explorer.app.web_pages import page_makers
from explorer.domain.errors import ReaderError
from explorer.domain.handing_out import Form, HandedOut
from explorer.viewmodels.handing_out import Choice


def _typed(*arguments: str | Path) -> cli.Export:
    wanted = cli.parse(["export", *map(str, arguments)])
    assert isinstance(wanted, cli.Export)
    return wanted


def test_a_page_of_a_tour_is_made_by_its_name(paths: Paths, story_library: Path, tmp_path: Path) -> None:
    out = tmp_path / "class.html"
    done = export(paths, _typed(story_library, out, "--tour", "How the summit came about"))
    assert done.files == (str(out),)
    text = out.read_text(encoding="utf-8")
    assert text.startswith("<!DOCTYPE html>")
    assert '"tour":0' in text
    with pytest.raises(ReaderError, match="There is no tour named “nope”"):
        export(paths, _typed(story_library, tmp_path / "nope.html", "--tour", "nope"))
    assert [path.name for path in tmp_path.glob("*.html")] == ["class.html"]


def test_a_month_is_made_for_timelinejs(paths: Paths, story_library: Path, tmp_path: Path) -> None:
    out = tmp_path / "november.json"
    export(paths, _typed(story_library, out, "--from", "2023-11", "--to", "2023-11"))
    slides = json.loads(out.read_text(encoding="utf-8"))["events"]
    assert 5 < len(slides) < 60
    assert all(slide["start_date"]["year"] <= 2023 for slide in slides)


def test_each_form_of_a_browser_has_a_maker(paths: Paths) -> None:
    assert set(page_makers(paths)) == {Form.HTML, Form.TIMELINEJS}


def test_the_window_tells_what_a_page_is_and_writes_one_of_what_is_in_view(
    open_session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    model, dialog = open_session.on_demand.handing_out.model, open_session.on_demand.handing_out.export_dialog
    dialog.open_with_last()
    for form, words in ((Form.HTML, "It begins with the tour"), (Form.TIMELINEJS, "One for each step")):
        dialog.options.show_choice(Choice(form=form, tour="summit"))
        assert words in dialog.options.told.text()
        assert not dialog.options.paper.isVisible()
    out = tmp_path / "view.html"
    with qtbot.waitSignal(model.written, timeout=20_000) as written:
        model.write(Choice(form=Form.HTML), out)
    assert written.args == [HandedOut((str(out),), 1)]
    assert "Biden and Xi agree to restart drug cooperation" in out.read_text(encoding="utf-8")
    assert not dialog.isVisible(), "it closes when the file is there"
