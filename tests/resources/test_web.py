"""The parts of the web page fit the rest of the product."""

import re
import tomllib
from pathlib import Path

import pytest

from explorer.services.web_page.writing import SCRIPTS

LONGEST = 400


@pytest.mark.parametrize(
    ("look", "block"),
    [
        ("light", r":root, #paper \{(.*?)\n\}"),
        ("dark", r':root:not\(\[data-look="light"\]\) \{(.*?)\n  \}'),
        ("dark", r':root\[data-look="dark"\] \{(.*?)\n\}'),
    ],
)
def test_its_colours_are_those_of_the_window(resources: Path, look: str, block: str) -> None:
    colours = tomllib.loads((resources / "themes" / f"{look}.toml").read_text(encoding="utf-8"))["colour"]
    style = (resources / "web" / "page.css").read_text(encoding="utf-8")
    (found,) = re.findall(block, style, re.DOTALL)
    tokens = {
        name.replace("-", "_"): value for name, value in re.findall(r"--([a-z0-9-]+): (#[0-9A-F]{6})", found)
    }
    assert tokens == {name: colours[name] for name in tokens}
    assert {"canvas", "ink", "muted", "accent", "warn_ground", "series_4"} <= set(tokens)


def test_no_script_has_a_second_job(resources: Path) -> None:
    for name in SCRIPTS:
        text = (resources / "web" / name).read_text(encoding="utf-8")
        assert len(text.splitlines()) <= LONGEST, name
        assert text.startswith("// "), f"{name} says what it is for"
