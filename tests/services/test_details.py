from collections.abc import Iterator
from pathlib import Path

import pytest

from explorer.domain.errors import ReaderError
from explorer.services.details import Details
from explorer.services.libraries import OpenLibrary, open_library
from explorer.services.workers import Workers
from explorer.store import reads


@pytest.fixture
def workers() -> Iterator[Workers]:
    made = Workers()
    yield made
    made.close()


@pytest.fixture
def library(story_path: Path) -> Iterator[OpenLibrary]:
    opened = open_library(story_path)
    yield opened
    opened.store.close()


def find(library: OpenLibrary, slug: str) -> int:
    with library.store.reading() as connection:
        found = reads.event_id(connection, slug)
    assert found is not None
    return found


def test_the_sums_of_an_event_are_worked(workers: Workers, library: OpenLibrary) -> None:
    detail = Details(workers).event(library, find(library, "us-overdose-deaths-2022")).result()
    sums = {claim.claim.slug: claim.sum for claim in detail.claims}
    assert sums["deaths-doubled-2019-2022"] == "36,359 → 73,838  ×2.03"
    assert sums["leading-cause-18-45"] == ""
    assert all(claim.mismatch == "" for claim in detail.claims)


def test_an_event_comes_with_passages_of_both_articles(workers: Workers, library: OpenLibrary) -> None:
    detail = Details(workers).event(library, find(library, "woodside-summit-2023")).result()
    assert len({card.source.id for card in detail.passages}) == 2
    assert len(detail.passages) == 14
    assert detail.claims == ()
    assert detail.previous is not None


def test_an_event_that_is_gone_is_said(workers: Workers, library: OpenLibrary) -> None:
    with pytest.raises(ReaderError, match="no longer"):
        Details(workers).event(library, 10**6).result()
