import re
import tomllib
from importlib.metadata import PackageNotFoundError, metadata, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from PySide6.QtGui import QTextDocument

ROOT = Path(__file__).resolve().parents[2]
HELP = ROOT / "resources" / "help"


def project_dependencies() -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return [canonicalize_name(Requirement(text).name) for text in project["dependencies"]]


def needed(name: str, extras: frozenset[str]) -> set[tuple[str, frozenset[str]]]:
    """What an installed package with some of its extras asks for in turn, and with which extras."""
    try:
        asked = [Requirement(text) for text in requires(name) or ()]
    except PackageNotFoundError:
        return set()
    return {
        (canonicalize_name(each.name), frozenset(each.extras))
        for each in asked
        if each.marker is None or any(each.marker.evaluate({"extra": extra}) for extra in {"", *extras})
    }


def run_time_parts() -> set[str]:
    parts: set[tuple[str, frozenset[str]]] = set()
    waiting = {(name, frozenset[str]()) for name in project_dependencies()}
    while waiting:
        part = waiting.pop()
        parts.add(part)
        waiting |= needed(*part) - parts
    return {name for name, _ in parts}


def licence_rows() -> dict[str, str]:
    """Package name to licence, as the page says."""
    rows = re.findall(
        r"^\| ([^|]+) \| [^|]+ \| ([^|]+) \|$", (HELP / "licences.md").read_text("utf-8"), re.MULTILINE
    )
    return {canonicalize_name(part.removesuffix(" and Qt")): licence for part, licence in rows}


def test_every_part_that_runs_is_locked_and_listed() -> None:
    locked = {
        canonicalize_name(name)
        for name in re.findall(
            r"^([A-Za-z0-9._-]+)==", (ROOT / "requirements.lock").read_text("utf-8"), re.MULTILINE
        )
    }
    parts = run_time_parts()
    assert {"numpy", "pyparsing", "tzdata", "shiboken6"} <= parts
    assert parts <= locked
    assert parts <= set(licence_rows())
    assert set(licence_rows()) - parts - {"part", "-", "python", "sqlite"} == set()


@pytest.mark.parametrize("part", sorted(run_time_parts()))
def test_licences_agree_with_what_the_packages_say(part: str) -> None:
    about = metadata(part)
    declared = " ".join(
        [about.get("License-Expression", ""), about.get("License", "")]
        + [text for text in about.get_all("Classifier", []) if text.startswith("License")]
    )
    family = re.match(r"(LGPL-3.0|BSD|MIT|PSF-2.0|Apache|MPL-\d\.\d)", licence_rows()[part])
    assert family is not None
    assert family[0].replace("MPL-", "MPL ") in declared.replace("MPL-", "MPL ")


@pytest.mark.parametrize("name", ["help", "licences"])
def test_pages_are_markdown_that_qt_shows_whole(qapp: object, name: str) -> None:
    text = (HELP / f"{name}.md").read_text("utf-8")
    document = QTextDocument()
    document.setMarkdown(text, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
    plain = document.toPlainText()
    assert text.startswith("# ")
    assert "**" not in plain
    assert "|" not in plain
    for heading in re.findall(r"^#+ (.+)$", text, re.MULTILINE):
        assert heading in plain


def test_help_explains_what_the_app_must_not_hide() -> None:
    text = (HELP / "help.md").read_text("utf-8")
    for word in ("Checked", "Unchecked", "Our reading", "Attach your copy", "certainly", "possibly"):
        assert word in text
