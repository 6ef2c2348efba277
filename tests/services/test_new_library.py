"""A library to begin with."""

import pytest

from explorer.domain.errors import ReaderError
from explorer.services.libraries import open_library
from explorer.services.new_library import make_library
from explorer.store import checking


def test_it_has_a_title_a_lane_and_nothing_else(tmp_path):
    path = make_library(tmp_path / "Our town", "  Our   town ", "People")
    assert path.name == "Our town.tlx"
    library = open_library(path)
    contents = library.contents
    assert contents.title == "Our town"
    assert [theme.name for theme in contents.themes] == ["People"]
    assert library.index.size == 0
    assert library.kept
    with library.store.reading() as connection:
        assert checking.troubles(connection) == ()
    library.store.close()


@pytest.mark.parametrize(("title", "lane"), [("", "x"), ("x", " "), ("x" * 121, "x")])
def test_names_must_be_there(tmp_path, title, lane):
    with pytest.raises(ReaderError):
        make_library(tmp_path / "x.tlx", title, lane)
    assert list(tmp_path.iterdir()) == []


def test_what_is_there_is_left_as_it_is(tmp_path):
    path = tmp_path / "x.tlx"
    path.write_bytes(b"mine")
    with pytest.raises(ReaderError, match="was left as it is"):
        make_library(path, "x", "x")
    assert path.read_bytes() == b"mine"
