import os
import stat
import sys
from pathlib import Path

import pytest

from explorer.app import display

ON_LINUX = sys.platform.startswith("linux")


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


def test_no_display_is_said_in_one_sentence_where_windows_need_one() -> None:
    sentence = display.display_problem()
    assert bool(sentence) == ON_LINUX
    if sentence:
        assert sentence == "There is no display: neither DISPLAY nor WAYLAND_DISPLAY is set."


@pytest.mark.parametrize("platform", ["offscreen", "minimal", "vnc:size=800x600"])
def test_qt_may_draw_elsewhere(platform: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    assert display.display_problem() is None


def test_a_display_that_nobody_serves_is_no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":4711")
    sentence = display.display_problem()
    assert sentence == ("The display :4711 does not answer." if ON_LINUX else None)


def test_a_wayland_display_is_one_whose_socket_is_there(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert display.display_problem() == "The display wayland-0 does not answer."
    os.mknod(tmp_path / "wayland-0", 0o600 | stat.S_IFSOCK)
    assert display.display_problem() is None


def test_a_platform_that_qt_does_not_know_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "crayon")
    assert "“crayon”" in (display.display_problem() or "")
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen:size=800x600")
    assert display.display_problem() is None


def test_a_missing_library_is_named_with_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(display.CORE, "libneverwas.so.9", "libneverwas9")
    sentence = display.missing_library()
    if ON_LINUX:
        assert sentence is not None
        assert "libneverwas.so.9" in sentence
        assert sentence.endswith("libneverwas9")
    else:
        assert sentence is None


def test_libraries_of_a_display_that_is_not_there_are_not_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(display.X11, "libneverwas.so.9", "libneverwas9")
    assert "libneverwas.so.9" not in display.missing_libraries()
    monkeypatch.setenv("DISPLAY", ":0")
    assert ("libneverwas.so.9" in display.missing_libraries()) == ON_LINUX


def test_one_display_of_two_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(display.X11, "libneverwas.so.9", "libneverwas9")
    monkeypatch.setattr(display, "WAYLAND", {})
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert "libneverwas.so.9" not in display.missing_libraries()


def test_the_list_covers_what_the_installed_qt_links_to() -> None:
    """Reads the names of needed libraries in Qt's own files, so that a new Qt cannot need more unnoticed."""
    import PySide6

    folder = Path(PySide6.__file__).parent / "Qt"
    files = [
        folder / "lib" / f"libQt6{name}.so.6" for name in ("Core", "Gui", "Widgets", "DBus", "XcbQpa", "Svg")
    ]
    files += [
        folder / "plugins" / "platforms" / name
        for name in ("libqxcb.so", "libqoffscreen.so", "libqwayland.so")
    ]
    shipped = {file.name for file in (folder / "lib").iterdir()}
    known = display.CORE | display.X11 | display.WAYLAND
    # Part of the smallest Debian, or of Python itself.
    base = {"libc", "libm", "libstdc++", "libgcc_s", "libz", "libzstd", "libpthread", "libdl", "librt"}
    needed = {name for file in files if file.exists() for name in needed_libraries(file)}
    unknown = {
        name
        for name in needed - shipped - set(known)
        if name.partition(".so")[0] not in base and not name.startswith(("ld-linux", "libgthread"))
    }
    assert not unknown
    assert bool(needed) == ON_LINUX


def needed_libraries(file: Path) -> set[str]:
    """DT_NEEDED of a 64-bit little-endian ELF file."""
    import struct

    data = file.read_bytes()
    (sections,) = struct.unpack_from("<Q", data, 0x28)
    size, count = struct.unpack_from("<HH", data, 0x3A)
    headers = [struct.unpack_from("<IIQQQQIIQQ", data, sections + size * i) for i in range(count)]
    found = set()
    for _, kind, _, _, offset, length, link, _, _, entry in headers:
        if kind == 6:
            names = headers[link][4]
            for at in range(offset, offset + length, entry or 16):
                tag, value = struct.unpack_from("<qQ", data, at)
                if tag == 1:
                    found.add(data[names + value : data.index(b"\0", names + value)].decode())
    return found
