import base64
import hashlib
import json
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest

from explorer.domain.errors import ReaderError
from explorer.services.web_page.writing import SCRIPTS, whole_page


class Elements(HTMLParser):
    """What a browser would see: elements, and the text in scripts and styles."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.inside: dict[str, str] = {}
        self._last = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._last = "data" if tag == "script" and dict(attrs).get("type") else tag

    def handle_data(self, data: str) -> None:
        if self._last in {"script", "style", "data", "title"}:
            self.inside.setdefault(self._last, data)
            self._last = ""


@pytest.fixture(scope="module")
def page(resources: Path) -> Elements:
    return Elements(whole_page(resources / "web", {"title": "</title><script>x</script>{{data}}"}))


def test_the_policy_lets_run_this_script_and_this_style_and_nothing_else(page: Elements) -> None:
    (policy,) = [one["content"] or "" for tag, one in page.tags if one.get("http-equiv")]
    parts = dict(part.split(" ", 1) for part in policy.split("; "))
    assert parts.pop("default-src") == parts.pop("base-uri") == parts.pop("form-action") == "'none'"
    assert parts.pop("img-src") == "data:"
    for name, element in (("script-src", "script"), ("style-src", "style")):
        digest = hashlib.sha256(page.inside[element].encode()).digest()
        assert parts.pop(name) == f"'sha256-{base64.b64encode(digest).decode()}'"
    assert not parts


def test_it_asks_for_nothing_and_holds_no_handler(page: Elements) -> None:
    for tag, given in page.tags:
        assert not {"src", "srcdoc", "style", "action"} & set(given), tag
        assert not [name for name in given if name.startswith("on")], tag
        assert (given.get("href") or "#").startswith(("#", "data:,"))
    assert not re.search(r"@import|url\(|https?://", page.inside["style"])
    acts = r"fetch\(|XMLHttpRequest|import\(|eval\(|innerHTML|outerHTML|insertAdjacent|document\.write"
    assert not re.search(acts, page.inside["script"])


def test_the_title_is_text_and_a_slot_in_it_stays(page: Elements) -> None:
    assert [tag for tag, _ in page.tags].count("script") == 2
    assert page.inside["title"] == "</title><script>x</script>{{data}}"
    assert json.loads(page.inside["data"]) == {"title": "</title><script>x</script>{{data}}"}


def test_every_script_in_the_folder_is_part_of_it(resources: Path) -> None:
    assert {path.name for path in (resources / "web").glob("*.js")} == set(SCRIPTS)


def test_a_missing_part_is_said(resources: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(resources / "web", tmp_path / "web"))
    (folder / "marks.js").unlink()
    with pytest.raises(ReaderError, match=r"cannot be read\. Install Timeline Explorer anew\."):
        whole_page(folder, {"title": ""})
