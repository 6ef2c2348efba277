"""What is set stays set; what cannot be read is as if it were not there."""

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
