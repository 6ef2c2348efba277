"""Files as they lie on the disk: read back by a reader of PDF, of XML, and of pictures."""

from ctypes import byref, c_float
from pathlib import Path
from xml.etree import ElementTree as ET

import pypdfium2
import pytest
from pypdfium2 import raw
from PySide6.QtGui import QImage

from explorer.domain.days import day_number
from explorer.domain.errors import ReaderError
from explorer.domain.handing_out import Form, Part
from explorer.services.handing_out.order import Order, View
from explorer.services.workers import CancelledError, Errand
from explorer.widgets.paper.making import out_of_step
from tests.support.hostile import CALL

DAYS = View(day_number(2023, 11, 10), day_number(2023, 11, 18))
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def write(maker, tmp_path):
    """Writes an order into the folder of the test, and says what was written."""

    def written(library, form, **wanted):
        suffix = "pdf" if form in {Form.PDF, Form.POSTER} else form.value
        order = Order(form, tmp_path / f"out.{suffix}", DAYS, **wanted)
        return maker(library, order, Errand(), lambda _share: None)

    return written


def texts_of(page):
    """The objects of a page that are texts."""
    count = raw.FPDFPage_CountObjects(page.raw)
    objects = (raw.FPDFPage_GetObject(page.raw, at) for at in range(count))
    return [one for one in objects if raw.FPDFPageObj_GetType(one) == raw.FPDF_PAGEOBJ_TEXT]


def bounds(thing):
    found = [c_float() for _ in range(4)]
    assert raw.FPDFPageObj_GetBounds(thing, *map(byref, found))
    return tuple(one.value for one in found)


def test_a_handout_has_real_text_in_embedded_fonts_within_numbered_pages(story, write):
    done = write(story, Form.PDF, paper="a4")
    with pypdfium2.PdfDocument(done.files[0]) as pdf:
        assert len(pdf) == done.pages > 3
        assert pdf.get_metadata_value("Title") == story.contents.title
        for number, page in enumerate(pdf, start=1):
            width, height = page.get_size()
            assert (width, height) == pytest.approx((595.3, 841.9), abs=1)
            text = page.get_textpage().get_text_range()
            assert f"Page {number} of {len(pdf)}" in text
            assert "not checked" in text
            things = texts_of(page)
            assert things
            for thing in things:
                assert raw.FPDFFont_GetIsEmbedded(raw.FPDFTextObj_GetFont(thing)) == 1
                left, bottom, right, top = bounds(thing)
                assert 0 <= left <= right <= width
                assert 0 <= bottom <= top <= height
        whole = "".join(page.get_textpage().get_text_range() for page in pdf)
    for words in ("Biden–Xi at Woodside", "Put these events into their order", "What the sources say"):
        assert words in whole


@pytest.mark.parametrize(
    ("paper", "landscape", "size"),
    [("a0", True, (3370.4, 2383.9)), ("arch-e", False, (2592, 3456)), ("letter", False, (612, 792))],
)
def test_a_poster_is_one_page_of_its_paper(paper, landscape, size, story, write):
    done = write(story, Form.POSTER, paper=paper, landscape=landscape)
    with pypdfium2.PdfDocument(done.files[0]) as pdf:
        (page,) = pdf
        assert page.get_size() == pytest.approx(size, abs=1)
        assert "Biden–Xi at Woodside" in page.get_textpage().get_text_range()


def test_a_picture_has_the_pixels_asked_for_and_ink_in_them(story, write):
    done = write(story, Form.PNG, width=1500, height=700, ratio=1.5)
    picture = QImage(done.files[0])
    assert (picture.width(), picture.height()) == (1500, 700)
    assert story.contents.title in picture.text("Title")
    colours = {picture.pixel(x, y) for x in range(0, 1500, 3) for y in range(0, 700, 3)}
    assert len(colours) > 50


def test_a_drawing_has_its_texts_as_texts(story, write):
    done = write(story, Form.SVG, width=1600, height=1000)
    root = ET.parse(done.files[0]).getroot()
    texts = [one.text for one in root.iter(f"{SVG}text")]
    assert "Biden–Xi at Woodside" in texts
    assert root.get("viewBox") == "0 0 1600 1000"
    assert root.findtext(f"{SVG}title").startswith(story.contents.title)


def test_nothing_written_in_a_library_becomes_markup_of_a_drawing(hostile, write):
    done = write(hostile, Form.SVG, width=1600, height=1000)
    root = ET.parse(done.files[0]).getroot()
    ours = {
        "svg",
        "title",
        "style",
        "defs",
        "rect",
        "path",
        "circle",
        "text",
        "g",
        "clipPath",
        "linearGradient",
    }
    assert {one.tag.removeprefix(SVG) for one in root.iter()} <= ours | {"stop"}
    names = {name for one in root.iter() for name in one.attrib}
    assert not any(name.startswith("on") or name.endswith("href") for name in names)
    assert any(CALL in (one.text or "") for one in root.iter(f"{SVG}text"))


def test_a_tour_makes_a_picture_a_step(story, write, tmp_path):
    tour = next(one for one in story.contents.tours if one.slug == "summit")
    done = write(story, Form.SVG, tour="summit", width=800, height=500)
    assert [Path(one).name for one in done.files] == [
        f"out-{number:02}.svg" for number in range(1, len(tour.steps) + 1)
    ]
    assert all(Path(one).is_file() for one in done.files)


def test_names_of_many_steps_sort_as_they_count():
    assert out_of_step(Path("a/talk.png"), 7, 120) == Path("a/talk-007.png")


def test_what_is_called_off_is_not_written(story, maker, tmp_path):
    errand = Errand()
    seen = []

    def watch(share):
        seen.append(share)
        if share >= 0.3:
            errand.call_off()

    out = tmp_path / "out.pdf"
    with pytest.raises(CancelledError):
        maker(story, Order(Form.PDF, out, DAYS, parts=(Part.EVENTS,)), errand, watch)
    assert list(tmp_path.iterdir()) == []
    assert seen == sorted(seen)


def test_a_tour_that_is_not_there_is_named_with_those_that_are(story, write):
    with pytest.raises(ReaderError, match=r"no tour named “talk”.*“summit”"):
        write(story, Form.SVG, tour="talk")
