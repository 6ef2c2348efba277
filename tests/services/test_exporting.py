import json
from concurrent.futures import CancelledError

import numpy as np
import pytest

from explorer.domain.citation import CitationStyle, Exported, ExportForm
from explorer.domain.days import day_number
from explorer.domain.errors import ReaderError
from explorer.services.bibliography.reading import read_bibliography
from explorer.services.citations.citing import Citations
from explorer.services.exporting import Exports, InView, Order
from explorer.services.libraries import open_library
from explorer.services.workers import Errand, Workers
from explorer.timeline.mask import Sieve


@pytest.fixture
def exports():
    workers = Workers()
    yield Exports(workers, Citations(workers))
    workers.close()


@pytest.fixture
def library(story_library):
    library = open_library(story_library)
    yield library
    library.store.close()


def ignore(_share):
    """Nobody looks."""


EARLY = InView(day_number(1961), day_number(1965), None)


@pytest.mark.parametrize("form", [ExportForm.CSL, ExportForm.BIBTEX, ExportForm.RIS])
def test_all_works_go_into_a_file_of_records(exports, library, tmp_path, form):
    path = tmp_path / "works"
    done = exports.write(library, Order(form, path), Errand(), ignore).result()
    assert done == Exported(path, form, len(library.contents.sources))
    read = read_bibliography(path.read_bytes(), "works")
    assert read.form == form
    assert len(read.records) == done.count
    assert not any(record.problems for record in read.records)


def test_the_works_of_what_is_in_view_are_listed(exports, library, tmp_path):
    order = Order(ExportForm.TEXT, tmp_path / "works.txt", CitationStyle.MLA, EARLY)
    done = exports.write(library, order, Errand(), ignore).result()
    text = order.path.read_text(encoding="utf-8")
    assert done.count == len(text.splitlines()) == 1
    assert text.startswith("Single Convention on Narcotic Drugs, 1961. 520 UNTS 151, 30 Mar. 1961, ")


def test_what_the_filters_hide_is_not_in_view(exports, library, tmp_path):
    nothing = Sieve.build(library.index, np.zeros(library.index.size, np.bool_))
    view = InView(*library.index.extent(), nothing)
    for form in ExportForm:
        path = tmp_path / form
        assert exports.write(library, Order(form, path, view=view), Errand(), ignore).result().count == 0
    assert (tmp_path / "text").read_text() == ""


def test_passages_go_out_as_annotations(exports, library, tmp_path):
    path = tmp_path / "notes.jsonld"
    done = exports.write(library, Order(ExportForm.ANNOTATIONS, path), Errand(), ignore).result()
    assert done.count == len(json.loads(path.read_text(encoding="utf-8"))["items"]) == 96


def test_what_is_called_off_or_refused_writes_nothing(exports, library, tmp_path):
    errand = Errand()
    errand.call_off()
    for form in ExportForm:
        with pytest.raises(CancelledError):
            exports.write(library, Order(form, tmp_path / "works"), errand, ignore).result()
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(ReaderError, match="Choose another place"):
        exports.write(library, Order(ExportForm.RIS, tmp_path / "gone" / "x"), Errand(), ignore).result()
