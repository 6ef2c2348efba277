"""What is set stays set; what cannot be read is as if it were not there."""

from pathlib import Path

import pytest

from explorer.viewmodels.settings import DECLARED, LOOK, TEXT_SCALE, SettingsModel


def test_settings_survive_a_restart(tmp_path):
    first = SettingsModel(tmp_path / "settings.ini")
    first.set_value(LOOK, "dark")
    first.change_text_scale(+3)
    first.remember("window", {"sizes": [1, 2, 3]})
    first.flush()
    again = SettingsModel(tmp_path / "settings.ini")
    assert again.value(LOOK) == "dark"
    assert again.text_scale == 130
    assert again.state("window") == {"sizes": [1, 2, 3]}


def test_with_a_base_files_on_its_disk_are_found_again_wherever_it_lies(tmp_path):
    stick = tmp_path / "stick"
    (stick / "app").mkdir(parents=True)
    settings = SettingsModel(stick / "app" / "s.ini", base=stick / "app")
    name = settings.named(stick / "lesson.tlx")
    assert str(tmp_path) not in name
    moved = SettingsModel(tmp_path / "s.ini", base=tmp_path / "other" / "app")
    assert moved.found(name) == tmp_path / "other" / "lesson.tlx"


def test_with_a_base_files_on_other_disks_and_lost_ones_keep_their_path(tmp_path):
    settings = SettingsModel(tmp_path / "s.ini", base=tmp_path)
    for path in (Path("/proc/lesson.tlx"), tmp_path / "gone" / "lesson.tlx"):
        assert settings.found(settings.named(path)) == path
        assert settings.named(path) == str(path)


def test_without_a_base_files_are_called_by_their_path(tmp_path):
    settings = SettingsModel(tmp_path / "s.ini")
    assert settings.named(tmp_path / "a.tlx") == str(tmp_path / "a.tlx")
    assert settings.found(str(tmp_path / "a.tlx")) == tmp_path / "a.tlx"


def test_a_change_is_told_once(tmp_path):
    settings, seen = SettingsModel(tmp_path / "s.ini"), []
    settings.changed.connect(seen.append)
    settings.set_value(LOOK, "light")
    settings.set_value(LOOK, "light")
    assert seen == [LOOK]


def test_text_stays_between_its_bounds(tmp_path):
    settings = SettingsModel(tmp_path / "s.ini")
    settings.change_text_scale(+99)
    assert settings.text_scale == 250
    settings.change_text_scale(-99)
    assert settings.text_scale == 80
    settings.change_text_scale(0)
    assert settings.text_scale == 100


@pytest.mark.parametrize(
    "broken", ["look/text_scale=x", "[look]\ntext_scale=x\n", "[state]\nwindow=[\n", "\x00\xff"]
)
def test_a_broken_file_gives_the_defaults(tmp_path, broken):
    path = tmp_path / "s.ini"
    path.write_text(broken, encoding="utf-8")
    settings = SettingsModel(path)
    assert settings.text_scale == TEXT_SCALE.default
    assert settings.state("window") == {}


def test_every_setting_is_declared_once_with_a_default_of_its_kind():
    assert len({setting.key for setting in DECLARED}) == len(DECLARED)
    for setting in DECLARED:
        assert isinstance(setting.default, setting.kind)
        assert setting.title
