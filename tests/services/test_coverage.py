"""What no passage supports, in the shipped story and after a change."""

from concurrent.futures import CancelledError

import pytest

from explorer.domain.coverage import Gap
from explorer.services.coverage import Coverages
from explorer.services.libraries import open_library
from explorer.services.workers import Errand, Workers


@pytest.fixture
def library(story_path):
    library = open_library(story_path)
    yield library
    library.store.close()


@pytest.fixture
def workers():
    workers = Workers()
    yield workers
    workers.close()


def test_each_event_is_supported_or_listed(library, workers):
    coverage = Coverages(workers).of(library, Errand()).result()
    bare = coverage.of(Gap.CITATION_ALONE) + coverage.of(Gap.NOTHING)
    assert coverage.events == 188
    assert coverage.supported + len(bare) == coverage.events
    assert coverage.of(Gap.INTERPRETATION)
    assert not coverage.of(Gap.NOTHING)
    listed = {each.event_id for each in coverage.of(Gap.NUMBER)}
    assert listed.isdisjoint(each.event_id for each in bare)


def test_looking_ends_when_it_is_called_off(library, workers):
    errand = Errand()
    errand.call_off()
    with pytest.raises(CancelledError):
        Coverages(workers).of(library, errand).result()
