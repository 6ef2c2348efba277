import shutil

import pytest

from explorer.domain.errors import ReaderError
from explorer.services.story_files import fingerprint


@pytest.fixture
def story(resources, tmp_path):
    return shutil.copytree(resources / "library", tmp_path / "library")


def test_the_fingerprint_changes_with_any_file_and_only_then(story, resources):
    before = fingerprint(story)
    assert before == fingerprint(resources / "library")
    figures = story / "series" / "us_heroin_deaths.csv"
    figures.write_text(figures.read_text("utf-8") + "\n", "utf-8")
    changed = fingerprint(story)
    assert changed != before
    (story / "themes.json").rename(story / "topics.json")
    assert fingerprint(story) != changed


def test_a_file_that_cannot_be_read_is_told(story):
    (story / "tours.json").unlink()
    (story / "tours.json").mkdir()
    with pytest.raises(ReaderError, match="Install the app again"):
        fingerprint(story)
