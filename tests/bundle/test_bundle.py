"""The folder that ``make bundle`` makes, started as on a machine that has nothing of ours."""

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import packages_distributions
from pathlib import Path

import numpy as np
import pytest
from packaging.utils import canonicalize_name
from PyInstaller.archive.readers import CArchiveReader
from PySide6.QtGui import QImage

from explorer import __version__
from explorer.services.new_library import make_library
from explorer.services.reading import READ_ONE_FILE
from explorer.services.reading.process import read_apart
from explorer.services.reading.wire import unpacked
from explorer.services.workers import Errand
from explorer.viewmodels.settings import LOOK, SettingsModel
from tests.support import papers
from tests.support.bundle import NAME, Bundle, carried
from tests.support.child import App, child_app, picture_size
from tests.support.screen import PATIENCE, Screen

MOST_BYTES = 300_000_000


@pytest.fixture(scope="module")
def built(root: Path) -> Path:
    """The folder, which must have been built before."""
    folder = root / "dist" / NAME
    assert (folder / NAME).is_file(), "there is no bundle: make bundle"
    return folder


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with nothing in it."""
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """A folder to start from that has nothing to do with the bundle."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    return folder


@pytest.fixture
def bundle(built: Path, home: Path) -> Bundle:
    """The bundle where it was built, in a bare environment."""
    return Bundle(built, home)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A folder that stands for a USB stick."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def source(root: Path, elsewhere: Path) -> App:
    """The app from its source, to compare with."""
    return child_app(root, elsewhere)


@contextmanager
def on_screen(
    bundle: Bundle, screen: Screen, cwd: Path, *arguments: str
) -> Iterator[subprocess.Popen[bytes]]:
    """The bundle with its window on a display; ended at the end."""
    environment = bundle.environment(DISPLAY=screen.name)
    child = subprocess.Popen(
        bundle.command(*arguments), cwd=cwd, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    try:
        yield child
    finally:
        if child.poll() is None:
            child.terminate()
        sys.stderr.write(child.communicate(timeout=PATIENCE)[1].decode())


def painted(screen: Screen, path: Path) -> np.ndarray:
    """The pixels of the display once something colourful stands there, as numbers from 0 to 255."""

    def look() -> str:
        image = QImage(str(screen.photograph(path))).convertToFormat(QImage.Format.Format_Grayscale8)
        line = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
        return "yes" if len(np.unique(line)) > 50 else ""

    screen.until(look)
    image = QImage(str(path)).convertToFormat(QImage.Format.Format_Grayscale8)
    return np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine()).copy()


def modules(built: Path) -> set[str]:
    """Names of all modules in the bundle that are no part of Python itself, as they are imported."""
    archive = CArchiveReader(str(built / NAME))
    pure = archive.open_embedded_archive(next(name for name in archive.toc if name.endswith(".pyz"))).toc
    compiled = {re.sub(r"(\.[\w-]+)?\.so$", "", name) for name in files(built / "_internal") if ".so" in name}
    return {name for name in pure if isinstance(name, str)} | {name.replace("/", ".") for name in compiled}


def imports(source: Path) -> set[str]:
    """Names of the modules that a file imports, at its top or when it comes to it."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(source.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            names.add(node.module)
    return names


def files(folder: Path) -> set[str]:
    """Names of all files in a folder, from there."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


# What is in it


def test_it_is_small_enough_for_any_stick_and_any_file_system(built: Path) -> None:
    everything = list(built.rglob("*"))
    assert sum(path.stat().st_size for path in everything if path.is_file()) < MOST_BYTES
    assert not [path for path in everything if path.is_symlink()]


def test_it_can_open_no_connection_and_holds_nothing_of_the_tests(built: Path) -> None:
    held = files(built)
    assert any("libQt6Widgets" in name or "QtWidgets" in name for name in held)
    assert not [name for name in held if re.search(r"Qt6?(Network|Web)|/_ssl\.|lib(ssl|gnutls|cups)\.", name)]
    assert not [name for name in held if re.search(r"pytest|hypothesis|playwright|reportlab|/tests/", name)]
    assert not [name for name in held if re.search(r"libreadline|libgtk|Qt6?(Qml|Quick)", name)]


def test_it_brings_the_story_the_styles_and_the_plugins(built: Path, root: Path) -> None:
    held = files(built)
    shipped = {f"_internal/resources/{name}" for name in files(root / "resources")}
    assert shipped <= held
    platforms = [f"platforms/libq{name}" for name in ("xcb", "wayland", "offscreen")]
    for part in (*platforms, "iconengines/libqsvgicon", "imageformats/libqsvg"):
        assert any(f"plugins/{part}" in name for name in held), part
    assert any(name.endswith("styles/apa.csl") for name in held)
    assert any("locales-en-GB" in name for name in held)


def test_it_holds_every_module_of_ours_and_what_they_import_late(built: Path, root: Path) -> None:
    sources = list((root / "explorer").rglob("*.py"))
    ours = {
        ".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__") for path in sources
    }
    wanted = ours.union(*map(imports, sources))
    assert {"explorer.services.reading.child", "PySide6.QtSvg", "trafilatura", "pypdfium2.raw"} <= wanted
    wanted = {name for name in wanted if name.partition(".")[0] not in sys.stdlib_module_names}
    assert not wanted - modules(built)


def test_the_licence_of_everything_in_it_lies_beside_it(built: Path, root: Path) -> None:
    assert (built / "LICENSE.txt").read_text("utf-8") == (root / "LICENSE").read_text("utf-8")
    texts = built / "licences"
    tops = {re.split("[./]", name)[0] for name in files(built / "_internal") | modules(built)}
    owners = packages_distributions()
    parts = {part for top in tops for part in owners.get(top, ())}
    assert {"numpy", "SQLAlchemy", "pypdfium2", "lxml", "platformdirs"} <= parts
    of_qt = {part for part in parts if part.lower().startswith(("pyside6", "shiboken6"))}
    assert of_qt
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in (texts / "LGPL-3.0.txt").read_text("utf-8")
    assert not [part for part in parts - of_qt if not files(texts / part)]
    listed = re.findall(r"(?m)^\| (\S+)", (texts / "licences.md").read_text("utf-8"))
    assert set(map(canonicalize_name, parts)) <= set(map(canonicalize_name, listed))
    assert files(texts / "Python")
    libraries = {name for name in files(built / "_internal") if re.match(r"lib(xcb|X11|dbus)[^/]*$", name)}
    assert not libraries or {"libx11-6.txt", "libdbus-1-3.txt"} <= files(texts / "system")


# The command line


@pytest.mark.parametrize("home_is", ["empty", "no name", "not there"])
def test_it_starts_where_nothing_is_set(home_is: str, built: Path, elsewhere: Path, home: Path) -> None:
    given = {"empty": {"HOME": str(home)}, "no name": {"HOME": ""}, "not there": {}}[home_is]
    done = subprocess.run(
        [built / NAME, "--version"], cwd=elsewhere, env=given, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, f"Timeline Explorer {__version__}\n", "")


def test_it_builds_and_checks_the_story(bundle: Bundle, elsewhere: Path, source: App) -> None:
    assert bundle.run("build", "mine.tlx", cwd=elsewhere).returncode == 0
    done = bundle.run("check", "mine.tlx", cwd=elsewhere)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode() == source("check", "mine.tlx").stdout


@pytest.mark.parametrize(
    "typed",
    [
        *(f"--style {style}" for style in ("chicago", "apa", "mla", "harvard")),
        *(f"--format {form}" for form in ("csl", "bibtex", "ris", "annotations")),
    ],
)
def test_it_cites_as_the_source_does(typed: str, bundle: Bundle, elsewhere: Path, source: App) -> None:
    done = bundle.run("cite", *typed.split(), cwd=elsewhere)
    assert (done.returncode, done.stderr) == (0, b"")
    theirs = source("cite", *typed.split()).stdout
    assert len(theirs) > 1000
    # Annotations carry the moment at which they were written.
    moment = re.compile(r"\d{4}-\d\d-\d\dT[\d:]+(\+00:00|Z)?")
    assert moment.sub("", done.stdout.decode()) == moment.sub("", theirs)


def test_it_draws_what_the_source_draws(bundle: Bundle, elsewhere: Path, source: App) -> None:
    done = bundle.run("render", "ours.png", cwd=elsewhere, LANG="C.UTF-8")
    assert (done.returncode, done.stderr) == (0, b"")
    assert picture_size(elsewhere / "ours.png") == (1600, 1000)
    assert source("render", "theirs.png").returncode == 0
    assert QImage(str(elsewhere / "ours.png")) == QImage(str(elsewhere / "theirs.png"))


# Documents


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.pdf", papers.pdf()),
        ("a.docx", papers.word()),
        ("a.html", papers.page()),
        ("a.epub", papers.book()),
        ("a.txt", papers.PARAGRAPHS[0].encode()),
        ("a.ris", b"TY  - BOOK\nTI  - The Harbour\nAU  - Lindqvist, Ada\nPY  - 1971\nER  - \n"),
    ],
)
def test_its_reader_reads_what_ours_does(name: str, data: bytes, bundle: Bundle, elsewhere: Path) -> None:
    order = json.dumps({"name": name}).encode() + b"\n" + data
    done = bundle.run(READ_ONE_FILE, cwd=elsewhere, data=order)
    said, answer = done.stdout, b""
    while said:
        size = int.from_bytes(said[:4], "big")
        answer, said = said[4 : 5 + size], said[5 + size :]
    assert answer[:1] == b"a", done.stderr
    assert unpacked(answer[1:]) == read_apart(data, name, Errand())
    assert not files(bundle.home), "the reader leaves nothing behind"


def test_copies_of_the_articles_are_read_by_a_process_of_their_own(
    bundle: Bundle, elsewhere: Path, source: App, resources: Path
) -> None:
    quoted = json.loads((resources / "library" / "seed_claims.json").read_text("utf-8"))
    seeds = sorted({claim["seed"] for claim in quoted})
    folder = elsewhere / "articles"
    folder.mkdir()
    for seed, name, made in zip(seeds, ("a.pdf", "b.docx"), (papers.pdf, papers.word), strict=True):
        (folder / name).write_bytes(made([claim["quote"] for claim in quoted if claim["seed"] == seed]))
    typed = ("check", "--documents", "articles")
    done = bundle.run(*typed, cwd=elsewhere)
    said = done.stdout.decode()
    assert re.search(r"a\.pdf, another copy .*b\.docx, another copy ", said, re.DOTALL)
    assert int(re.search(r"(\d+) of \d+ quotations found exactly", said)[1]) > 80
    theirs = source(*typed).stdout
    story = re.compile(r"/\S+/story\.tlx")
    assert story.sub("", said) == story.sub("", theirs)


# On a stick


def test_without_the_mark_it_writes_into_the_home_of_the_reader(
    built: Path, stick: Path, home: Path, elsewhere: Path
) -> None:
    folder = carried(built, stick)
    before = files(stick)
    done = Bundle(folder, home, read_only=stick).run("check", cwd=elsewhere)
    assert (done.returncode, done.stderr) == (0, b"")
    assert files(stick) == before
    assert [Path(name).name for name in files(home)] == ["story.tlx"]


@pytest.mark.parametrize("mark", ["portable", "portable.txt"])
def test_a_portable_one_keeps_everything_beside_itself(
    mark: str, built: Path, stick: Path, home: Path, elsewhere: Path
) -> None:
    folder = carried(built, stick, [mark])
    done = Bundle(folder, home).run("check", cwd=elsewhere)
    assert (done.returncode, done.stderr) == (0, b"")
    assert files(folder / "data") == {"story.tlx"}
    assert not files(home)


def test_a_portable_one_that_cannot_write_says_where_it_does(
    built: Path, stick: Path, home: Path, elsewhere: Path
) -> None:
    folder = carried(built, stick, ["portable"])
    done = Bundle(folder, home, read_only=stick).run("check", cwd=elsewhere)
    assert done.returncode == 0
    said = done.stderr.decode()
    assert said.startswith(f"The folder {folder / 'data'} cannot be written to.")
    (story,) = home.rglob("story.tlx")
    assert f"kept on this computer, in {story.parent}." in said


def test_where_nothing_can_be_written_it_works_in_a_passing_folder(
    built: Path, stick: Path, elsewhere: Path, tmp_path: Path
) -> None:
    folder = carried(built, stick, ["portable"])
    passing = tmp_path / "passing"
    passing.mkdir()
    bundle = Bundle(folder, stick / "home", read_only=stick)
    done = bundle.run("check", cwd=elsewhere, TMPDIR=str(passing))
    assert done.returncode == 0, done.stderr
    (story,) = passing.rglob("story.tlx")
    assert f"What is new lies in {story.parent}" in done.stderr.decode()


# A window


@pytest.fixture
def lesson(built: Path, stick: Path) -> Path:
    """A portable bundle that was left in its dark look with a library of its own open, both on the stick."""
    folder = carried(built, stick, ["portable"])
    (folder / "data").mkdir()
    library = make_library(stick / "lesson.tlx", "Lesson from a stick", "Harbour")
    settings = SettingsModel(folder / "data" / "settings.ini", base=folder)
    settings.set_value(LOOK, "dark")
    settings.remember("last", {"library": settings.named(library)})
    settings.flush()
    return folder


def test_its_window_opens_on_the_story(
    bundle: Bundle, screen: Screen, elsewhere: Path, tmp_path: Path
) -> None:
    with on_screen(bundle, screen, elsewhere) as child:
        window = screen.window("Fentanyl and foreign relations")
        shown = painted(screen, tmp_path / "shown.png")
        assert shown.mean() > 60
        screen.place(window, 1280, 800)
        # What it has loaded by now is its own, or the system's: nothing of the Python that built it.
        mapped = set(re.findall(r"(?m) (/.*\.so\S*)$", Path(f"/proc/{child.pid}/maps").read_text("utf-8")))
        parts = {path for path in mapped if re.search(r"python|Qt6|PySide6|-packages", path)}
        assert len(parts) > 10
        assert not [path for path in parts if not Path(path).is_relative_to(bundle.folder)]
        screen.key("ctrl+q")
        assert child.wait(PATIENCE) == 0


def test_from_a_read_only_stick_it_opens_as_it_was_left(
    lesson: Path, screen: Screen, stick: Path, home: Path, elsewhere: Path, tmp_path: Path
) -> None:
    """Not under the name the stick had when it was written: the next computer finds it elsewhere."""
    moved = stick.rename(tmp_path / "other-place")
    before = files(moved)
    bundle = Bundle(moved / NAME, home, read_only=moved)
    with on_screen(bundle, screen, elsewhere) as child:
        window = screen.window("Lesson from a stick")
        screen.place(window, 1600, 1000)
        shown = painted(screen, tmp_path / "shown.png")
        assert shown.mean() < 60, "it was left dark"
        # A new event, which a library that is only read refuses: nothing is lost, nothing is half written.
        screen.key("ctrl+n")
        screen.key("Escape")
        screen.key("ctrl+q")
        assert child.wait(PATIENCE) == 0
    assert files(moved) == before
    (settings,) = home.rglob("settings.ini")
    assert "lesson.tlx" in settings.read_text("utf-8")


def test_what_is_set_on_a_stick_is_found_on_the_next_computer(
    lesson: Path, screen: Screen, stick: Path, home: Path, elsewhere: Path, tmp_path: Path
) -> None:
    moved = stick.rename(tmp_path / "other-place")
    with on_screen(Bundle(moved / NAME, home), screen, elsewhere) as child:
        window = screen.window("Lesson from a stick")
        screen.place(window, 1280, 800)
        painted(screen, tmp_path / "shown.png")
        screen.key("ctrl+q")
        assert child.wait(PATIENCE) == 0
    said = (moved / NAME / "data" / "settings.ini").read_text("utf-8")
    assert "library/../lesson.tlx" in said.replace("\\\\", "/").replace("%20", " ").replace("\\", "/")
    assert not [name for name in files(home) if "timeline-explorer" in name]
