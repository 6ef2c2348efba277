import subprocess
import sys
from pathlib import Path

import pytest

from explorer import __version__
from explorer.app.cli import FORMS, STYLES, Build, Check, Cite, Export, Render, Show, parse
from explorer.domain.citation import CitationStyle, ExportForm


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", Show()),
        ("my.tlx", Show(Path("my.tlx"))),
        ("./check", Show(Path("check"))),
        ("-- build", Show(Path("build"))),
        ("build out.tlx", Build(Path("out.tlx"))),
        ("check", Check()),
        ("check my.tlx --documents texts", Check(Path("my.tlx"), Path("texts"))),
        ("cite", Cite()),
        ("cite my.tlx --style MLA --format bibtex", Cite(Path("my.tlx"), "mla", "bibtex")),
        ("render a.png", Render(Path("a.png"))),
        ("export wall.PDF", Export(Path("wall.PDF"), "pdf")),
        (
            "export my.tlx wall.pdf --format POSTER --paper arch-e --orientation portrait",
            Export(Path("wall.pdf"), "poster", Path("my.tlx"), paper="arch-e"),
        ),
        ("export wall.pdf --format poster", Export(Path("wall.pdf"), "poster", paper="a2", landscape=True)),
        (
            "export a.png --tour summit --size 10000x4000 --pixel-ratio 3 --theme dark --from 2018",
            Export(
                Path("a.png"),
                "png",
                tour="summit",
                start="2018",
                theme="dark",
                width=10_000,
                height=4_000,
                ratio=3.0,
            ),
        ),
        ("render A.PNG --size 1280x800", Render(Path("A.PNG"), width=1280, height=800)),
        (
            "render a.png --library l.tlx --theme dark --from 2018 --to 2023 --event apec --text-scale 150",
            Render(
                Path("a.png"),
                Path("l.tlx"),
                theme="dark",
                start="2018",
                end="2023",
                event="apec",
                text_scale=150,
            ),
        ),
        (
            "render a.png --from=-0044-03-15 --text-scale 80%",
            Render(Path("a.png"), start="-0044-03-15", text_scale=80),
        ),
    ],
)
def test_what_is_typed_becomes_a_command(typed: str, meant: object) -> None:
    assert parse(typed.split()) == meant


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("--fullscreen", "There is no option --fullscreen."),
        ("check --verbose", "There is no option --verbose."),
        ("one.tlx two.tlx", 'One thing too many was typed: "two.tlx".'),
        ("render", "render needs the name of the picture to write: render talk.png."),
        ("render talk.jpg", 'The picture is written as PNG: give a name that ends in .png, not "talk.jpg".'),
        ("export", "export needs the name of the file to write: export handout.pdf."),
        (
            "export a.jpg",
            'The format does not follow from "a.jpg": end it in .png, .svg, .pdf, .html or .json, or say',
        ),
        ("export a.tlx b.pdf c", 'One thing too many was typed: "c".'),
        ("export a.pdf --paper a9", '"a9"'),
        ("export a.png --size 20000x20000", "--size 20000x20000 has more than 160 million pixels"),
        ("export a.png --pixel-ratio 9", '--pixel-ratio is a number from 0.5 to 8, not "9".'),
        ("render a.png --size", "--size needs a value after it."),
        ("render a.png --size big", '--size is width x height in pixels, such as 1600x1000, not "big".'),
        ("render a.png --size 10x10", "--size goes from 640x400 to 8192x8192; 10x10 is outside."),
        ("render a.png --theme blue", '--theme is light or dark, not "blue".'),
        ("render a.png --text-scale 300", '--text-scale is a percentage from 80 to 250, not "300".'),
        ("cite --style turabian", '--style is chicago, apa, mla or harvard, not "turabian".'),
        ("cite --format html", '--format is text, csl, bibtex, ris or annotations, not "html".'),
        ("build", "build needs the name of the file to write: build my-copy.tlx."),
    ],
)
def test_a_mistake_is_one_sentence_and_code_2(
    typed: str, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as leaving:
        parse(typed.split(), "timeline-explorer")
    assert leaving.value.code == 2
    said = capsys.readouterr().err
    assert sentence in said.splitlines()[0]
    assert said.startswith("timeline-explorer")
    assert "--help" in said.splitlines()[1]


@pytest.mark.parametrize("typed", ["--help", "render --help", "build -h", "check -h", "cite -h"])
def test_help_shows_an_example_for_every_command(typed: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as leaving:
        parse(typed.split(), "timeline-explorer")
    assert leaving.value.code == 0
    text = capsys.readouterr().out
    assert "example" in text
    assert text.startswith("usage: timeline-explorer")
    assert max(map(len, text.splitlines())) <= 80


def test_every_command_in_an_example_can_be_typed(capsys: pytest.CaptureFixture[str]) -> None:
    examples = []
    for command in ([], ["render"], ["build"], ["check"], ["cite"]):
        with pytest.raises(SystemExit):
            parse([*command, "--help"], "timeline-explorer")
        after = capsys.readouterr().out.partition("example")[2].splitlines()
        examples += [
            line.partition("(")[0].split()[1:] for line in after if line.startswith("  timeline-explorer")
        ]
    assert len(examples) > 8
    for typed in examples:
        parse(typed)


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as leaving:
        parse(["--version"])
    assert leaving.value.code == 0
    assert capsys.readouterr().out == f"Timeline Explorer {__version__}\n"


@pytest.mark.parametrize(
    ("started", "said"),
    [
        ("bin/timeline-explorer", "timeline-explorer: There"),
        ("main.py", "main.py: There"),
        ("explorer/__main__.py", "python -m explorer: There"),
    ],
)
def test_a_mistake_is_told_under_the_name_that_was_typed(
    started: str, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", [started])
    with pytest.raises(SystemExit):
        parse(["--odd"])
    assert capsys.readouterr().err.startswith(said)


def test_reading_the_command_line_loads_nothing_heavy(root: Path) -> None:
    code = (
        "import sys; from explorer.app.cli import parse; parse(['my.tlx']);"
        "print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True
    )
    assert not {"PySide6", "numpy", "sqlalchemy", "edtf", "pyqtgraph"} & set(loaded.stdout.split())


def test_the_words_of_the_command_line_are_those_of_the_citations() -> None:
    assert tuple(CitationStyle) == STYLES
    assert tuple(ExportForm) == FORMS
