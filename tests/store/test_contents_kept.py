"""Long texts and files under their hash."""

import zlib

import pytest
from sqlalchemy import func, select

from explorer.domain.errors import ReaderError
from explorer.store import contents_kept, schema
from explorer.store.faults import UnfitError
from explorer.store.library import Library

TEXT = ("Ünïcode and more of it. " * 500).encode()


@pytest.fixture
def library(story_path):
    library = Library.open(story_path)
    yield library
    library.close()


def test_what_is_kept_is_kept_once_and_comes_back(library):
    with library.writing() as connection:
        contents_kept.keep(connection, [TEXT, b"", TEXT])
    sha256 = contents_kept.sha256_of(TEXT)
    with library.reading() as connection:
        assert contents_kept.content_of(connection, sha256) == TEXT
        assert contents_kept.content_of(connection, contents_kept.sha256_of(b"")) == b""
        sizes = connection.scalars(select(func.length(schema.content.c.data))).all()
    assert len(sizes) == 2
    assert max(sizes) < len(TEXT) / 10


def test_what_nothing_names_goes(library):
    with library.writing() as connection:
        contents_kept.keep(connection, [TEXT])
        assert contents_kept.forget_unnamed(connection) == 1
        assert contents_kept.forget_unnamed(connection) == 0


def test_what_is_too_large_is_refused(library, monkeypatch):
    monkeypatch.setattr(contents_kept, "LONGEST_VALUE", 10)
    with pytest.raises(ReaderError, match="larger than 64 MB"), library.writing() as connection:
        contents_kept.keep(connection, [b"x" * 11])


@pytest.mark.parametrize(
    "row",
    [
        {"size": len(TEXT) - 1, "data": zlib.compress(TEXT)},
        {"size": len(TEXT) + 1, "data": zlib.compress(TEXT)},
        {"size": len(TEXT), "data": zlib.compress(TEXT[:-1] + b"!")},
        {"size": len(TEXT), "data": b"no zlib"},
        {"size": -1, "data": zlib.compress(TEXT)},
        {"size": 1 << 40, "data": zlib.compress(TEXT)},
    ],
)
def test_what_is_not_what_was_kept_is_damage(library, row):
    sha256 = contents_kept.sha256_of(TEXT)
    with library.writing() as connection:
        connection.execute(schema.content.insert(), {"sha256": sha256, **row})
    with pytest.raises(UnfitError), library.reading() as connection:
        contents_kept.content_of(connection, sha256)


def test_what_is_not_there_is_damage(library):
    with pytest.raises(UnfitError), library.reading() as connection:
        contents_kept.content_of(connection, "0" * 64)
