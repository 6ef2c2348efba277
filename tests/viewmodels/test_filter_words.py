"""Remembered filters are said in words."""

import pytest

from explorer.services.libraries import open_library
from explorer.viewmodels.filter_words import FilterWords


@pytest.fixture(scope="module")
def contents(story_library):
    library = open_library(story_library)
    yield library.contents
    library.store.close()


def test_filters_in_words(qapp, contents):
    theme = contents.themes[1]
    kept = {
        "values": {"theme": [theme.slug, "gone"]},
        "importance": 4,
        "dates": {"start": "2019", "end": "2021", "certain": False},
    }
    said = FilterWords().of(kept, contents)
    assert said == (theme.name, "Importance 4 and above", "Possibly from 2019 to 2021")


@pytest.mark.parametrize("kept", [{}, {"values": 5}, {"importance": "high"}, {"importance": 9, "dates": []}])
def test_what_narrows_nothing_is_not_said(qapp, contents, kept):
    assert FilterWords().of(kept, contents) == ()
