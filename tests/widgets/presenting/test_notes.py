"""The speaker's notes on paper."""

from pathlib import Path

import pypdfium2
import pytest

from explorer.domain.errors import ReaderError
from explorer.widgets.presenting.notes import notes_document, save_notes
from tests.widgets.presenting.conftest import tour_of


def text_of(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(path)
    try:
        return [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()


def test_all_steps_are_printed_and_what_is_unchecked_says_so(app_look, tmp_path: Path) -> None:
    tour = tour_of("Ask who lost.", "<b>No</b> markup & no tags.", "")
    save_notes(notes_document(tour, app_look.theme, frozenset({2})), tmp_path / "notes.pdf", tour.title)
    text = " ".join("".join(text_of(tmp_path / "notes.pdf")).split())
    assert "3 steps · 20 minutes · students" in text
    assert "1. Title 1 Said. Ask who lost." in text
    assert "2. Title 2 · unchecked Said. <b>No</b> markup & no tags." in text
    assert "3. Title 3 Said." in text


def test_a_long_talk_goes_over_pages_with_nothing_lost(app_look, tmp_path: Path) -> None:
    tour = tour_of(*(f"Note {number}. " * 40 for number in range(1, 25)))
    save_notes(notes_document(tour, app_look.theme), tmp_path / "notes.pdf", tour.title)
    pages = text_of(tmp_path / "notes.pdf")
    assert len(pages) > 2
    for at, page in enumerate(pages, 1):
        lines = page.split("\n")
        assert lines[-1].strip() == f"{at} of {len(pages)}"
        # No title stands alone at the foot of a page.
        assert "Note" in lines[-2]
    found = " ".join(" ".join(pages).split())
    assert all(found.count(f"Note {number}. ") >= 39 for number in range(1, 25))


def test_a_folder_that_cannot_be_written_to_is_told(app_look, tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match="Choose a folder"):
        save_notes(notes_document(tour_of(""), app_look.theme), tmp_path / "no" / "notes.pdf", "A talk")
