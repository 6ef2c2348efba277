"""What is handed out, in a real Chromium: by keyboard, at three sizes, on paper, and abused by a stranger."""

import base64
import json
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from axe_playwright_python.sync_playwright import Axe

from explorer.services.handing_out.order import View
from tests.browser.conftest import DESKTOP, Opened
from tests.support.hostile import CALL, HOSTILE

pytestmark = pytest.mark.browser

SIZES = {"phone": (390, 844), "tablet": (820, 1180), "desktop": (1440, 900)}
PAINTED = """() => {
  const canvas = document.getElementById("canvas");
  const copy = document.createElement("canvas");
  [copy.width, copy.height] = [canvas.width, canvas.height];
  const context = copy.getContext("2d", { willReadFrequently: true });
  context.drawImage(canvas, 0, 0);
  const { data } = context.getImageData(0, 0, copy.width, copy.height);
  const colours = new Set();
  for (let at = 0; at < data.length; at += 4) colours.add(data[at] << 16 | data[at + 1] << 8 | data[at + 2]);
  return colours.size;
}"""
WATCH = f"window.{CALL.replace('()', '')} = () => {{ window.wasHacked = true; }};"
FOREIGN = """() => [...document.querySelectorAll("*")].filter((one) =>
  one.matches("img, svg, iframe, object, embed, base, form") && !one.matches("#search, dialog form")
  || [...one.attributes].some(({ name, value }) => name.startsWith("on") && value.includes("hacked"))
  || one.nodeName === "A" && !/^(https?:|#)/.test(one.getAttribute("href") || "")
).map((one) => one.outerHTML.slice(0, 120))"""
ROWS = "[...document.querySelectorAll('#lanes .row')]"


@pytest.fixture(autouse=True)
def _as_it_was(request: pytest.FixtureRequest) -> None:
    """Nothing chosen, nothing searched, everything in view, before each test on the page of the story."""
    if "story" in request.fixturenames:
        story: Opened = request.getfixturevalue("story")
        story.page.set_viewport_size(DESKTOP)
        story.page.focus("#canvas")
        story.press("Escape", "Escape", "Escape", "Home")


def test_it_is_one_small_file_that_asks_for_nothing_and_complains_of_nothing(story: Opened) -> None:
    path = story.page.url
    size = len(story.page.content().encode())
    assert size < 1_000_000
    assert story.requests == [path]
    assert path.startswith("file:")
    assert story.said == []


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_it_fits_a_phone_a_tablet_and_a_desktop(story: Opened, size: str) -> None:
    width, height = SIZES[size]
    story.page.set_viewport_size({"width": width, "height": height})
    story.settle()
    assert story.page.evaluate("document.scrollingElement.scrollWidth") <= width
    assert story.page.evaluate(PAINTED) > 100
    for part in ("#words", "#canvas", "#lanes .row", "#view"):
        box = story.page.locator(part).first.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
    on_one_screen = story.page.evaluate("document.scrollingElement.scrollHeight") <= height
    assert on_one_screen is (size != "phone"), "only a phone scrolls as a whole"


def test_zoom_and_a_passage_by_keyboard_alone(story: Opened) -> None:
    story.page.focus("#canvas")
    everything = story.text("#view")
    assert everything.startswith("188 of 188 events in view")
    story.press("+", "+", "+")
    zoomed = story.text("#view")
    assert int(zoomed.split(" ")[0]) < 188
    assert story.page.evaluate(PAINTED) > 100
    story.press("/")
    story.page.keyboard.type("woodside")
    story.press("Enter")
    assert story.focused("textContent") == "Biden and Xi agree to restart drug cooperation"
    story.press("Tab")
    while story.focused("tagName") != "SUMMARY":
        story.press("Tab")
    card = story.page.locator("#event .passage").first
    assert "“President Joe Biden met with Chinese President Xi Jinping" in (card.text_content() or "")
    assert not card.locator(".cited").is_visible()
    story.press("Enter")
    assert card.locator(".cited").is_visible()
    assert "How the Opioid Crisis Intersects with Foreign Relations" in (card.text_content() or "")
    story.press("Escape")
    assert story.focused("id") == "words"
    story.press("Escape")
    assert story.focused("id") == "canvas"
    story.press("Home")
    assert story.text("#view") == everything


def test_the_arrow_keys_go_through_events_and_lanes_and_say_where(story: Opened) -> None:
    story.press("ArrowRight")
    first = story.text("#event .title")
    assert first == "UN treaty merges the world’s drug-control rules"
    assert "30 March 1961" in story.text("#said")
    assert "Diplomacy: the world, 1 of 17" in story.text("#said")
    story.press("ArrowUp")
    assert "Diplomacy: Mexico" in story.text("#event .lane")
    story.press("ArrowDown")
    story.press("ArrowRight")
    assert story.text("#event .title") != first
    assert story.page.evaluate(f"{ROWS}.filter(row => row.ariaCurrent === 'true').length") == 1


def test_the_list_has_one_stop_and_leads_into_the_event_and_back(story: Opened) -> None:
    assert story.page.evaluate(f"{ROWS}.filter(row => row.tabIndex === 0).length") == 1
    story.page.focus("#lanes .row[tabindex='0']")
    story.press("ArrowDown", "ArrowDown")
    chosen = story.page.evaluate("document.activeElement.querySelector('.what').textContent")
    story.press("Enter")
    assert story.focused("className") == "title"
    assert chosen == "Nixon’s 1971 drug message"
    story.press("Escape")
    assert story.focused("className") == "row"


def test_a_lane_can_be_hidden_and_comes_back(story: Opened) -> None:
    tick = story.page.locator("#lanes input").first
    tick.uncheck()
    story.settle()
    assert story.text("#view").startswith("154 of 188")
    assert "1 of 8 lanes hidden" in story.text("#narrowed")
    story.page.click("#narrowed button")
    story.settle()
    assert story.text("#view").startswith("188 of 188")
    assert tick.is_checked()


def test_a_search_that_finds_nothing_says_so_and_clears(story: Opened) -> None:
    story.press("/")
    story.page.keyboard.type("zzzz")
    story.page.locator("#hits", has_text="0 events").wait_for()
    story.settle()
    assert story.text("#nothing") == "Nothing has all of these words."
    story.press("Escape")
    assert not story.page.is_visible("#nothing")
    assert story.page.input_value("#words") == ""


def test_what_was_not_checked_says_so_where_it_stands(story: Opened) -> None:
    unsure = story.page.locator("#lanes .row .unsure")
    assert unsure.count() == 4
    unsure.first.click()
    assert "Citation not checked" in story.text("#event .date")
    assert "look the document up before you cite it" in story.text("#event")
    assert "Not checked, of 188 events: 2 dates, 4 citations." in story.text("#foot")
    assert story.page.is_visible("#sign")


def test_a_tour_goes_by_page_keys_and_gives_everything_back(story: Opened) -> None:
    story.page.click("#tour-list button")
    story.settle()
    assert "step 1 of 14" in story.text("#tour .where")
    narrowed = story.text("#view")
    assert not narrowed.startswith("188 of 188 events in view · 1959")
    story.press("PageDown", "PageDown")
    assert "step 3 of 14" in story.text("#tour .where")
    step = story.text("#view")
    story.page.focus("#canvas")
    story.press("Home")
    assert story.text("#view") != step
    story.press("t")
    assert story.text("#view") == step
    story.press("PageUp")
    assert "step 2 of 14" in story.text("#tour .where")
    story.press(*["PageDown"] * 14)
    assert "step 14 of 14" in story.text("#tour .where")
    assert story.focused("innerText").startswith("Two readings"), "what is new has the focus"
    assert story.text("#tour .main") == "End the tour"
    story.page.focus("#canvas")
    story.press("Escape")
    assert not story.page.is_visible("#tour")
    assert story.page.locator("#lanes input:checked").count() == 8


def test_nothing_serious_stands_in_the_way_of_anybody(story: Opened) -> None:
    story.page.click("#tour-list button")
    found = []
    for look in ("light", "dark"):
        story.page.emulate_media(color_scheme=look)
        story.settle()
        for violation in Axe().run(story.page).response["violations"]:
            if violation["impact"] in {"serious", "critical"}:
                found.append((look, violation["id"], violation["nodes"][0]["html"][:100]))
    story.page.emulate_media(color_scheme="light")
    assert found == []


def test_the_keys_are_told_and_the_look_can_be_switched(story: Opened) -> None:
    story.press("?")
    assert story.page.is_visible("#keys")
    assert "Page Down" in story.text("#keys")
    assert "date or citation not checked" in story.text("#keys")
    story.press("Escape")
    assert not story.page.is_visible("#keys")
    ground = "getComputedStyle(document.body).backgroundColor"
    light = story.page.evaluate(ground)
    story.page.click("#look")
    assert story.page.evaluate(ground) == light
    story.page.click("#look")
    assert story.page.evaluate(ground) != light
    story.page.click("#look")
    assert story.page.evaluate(ground) == light


def test_a_click_chooses_a_drag_moves_and_the_wheel_zooms_about_the_pointer(story: Opened) -> None:
    page = story.page
    box = page.locator("#canvas").bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] * 0.6, box["y"] + 200
    before = story.text("#view")
    page.mouse.move(x, y)
    page.mouse.wheel(0, -400)
    story.settle()
    zoomed = story.text("#view")
    assert int(zoomed.split(" ")[0]) < int(before.split(" ")[0])
    page.mouse.down()
    page.mouse.move(x + 120, y, steps=3)
    page.mouse.up()
    story.settle()
    assert story.text("#view") != zoomed
    assert story.page.is_visible("#event .hint"), "a drag chooses nothing"


def _printed(story: Opened) -> tuple[int, str]:
    """How many pages go to a printer, and all their words."""
    paper = pypdfium2.PdfDocument(story.page.pdf(format="A4", prefer_css_page_size=True))
    try:
        text = " ".join(page.get_textpage().get_text_range() for page in paper)
        return len(paper), " ".join(text.split())
    finally:
        paper.close()


def test_paper_shows_what_is_in_view_and_says_how_much_is_not(story: Opened) -> None:
    story.page.click("#tour-list button")
    story.press("PageDown", "PageDown", "PageDown", "PageDown")
    shown = int(story.text("#view").split(" ")[0])
    pages, text = _printed(story)
    assert 2 < pages < 20
    assert f"{shown} of 188 events" in text
    assert f"{188 - shown} events of the page are not here" in text
    assert f"1 / {pages}" in text


def test_paper_shows_everything_that_is_known(story: Opened) -> None:
    _, text = _printed(story)
    assert "188 of 188 events" in text
    assert len(text) > 20_000
    for words in (
        "Fentanyl and foreign relations",
        "UN treaty merges the world’s drug-control rules",
        "Biden and Xi agree to restart drug cooperation",
        "President Joe Biden met with Chinese President Xi Jinping",
        "Paragraph 3 of 17",
        "Citation not checked",
        "73,838",
    ):
        assert words in text, words
    assert story.page.locator("#paper > *").count() == 0, "it is taken away again"


@pytest.fixture(scope="module")
def hostile(visit: Callable[..., Opened], write: Callable[..., Path], hostile_library: Path) -> Opened:
    """The page of the hostile library, which begins with a tour."""
    return visit(write(hostile_library, "hostile.html", tour="summit"), script=WATCH)


def test_the_page_of_a_tour_begins_with_it(hostile: Opened) -> None:
    assert hostile.page.is_visible("#tour")
    assert "step 1 of 14" in hostile.text("#tour .where")
    hostile.press("PageDown")
    assert "step 2 of 14" in hostile.text("#tour .where")


def test_a_filter_of_a_step_is_named_and_can_be_left(hostile: Opened) -> None:
    hostile.page.click("#tour-list button")
    hostile.press("PageDown")
    few = hostile.page.locator("#lanes .row:visible").count()
    assert 0 < few < 20
    assert any(f"Only: {name}. " in hostile.text("#narrowed") for name in HOSTILE), "a name of the library"
    hostile.page.click("#narrowed button")
    assert hostile.page.locator("#lanes .row:visible").count() == 188
    hostile.press("t")
    assert hostile.page.locator("#lanes .row:visible").count() == few
    hostile.press("PageDown")
    assert "Only" not in hostile.text("#narrowed")


def test_nothing_written_in_a_library_can_run_in_the_page(hostile: Opened) -> None:
    shown = hostile.page.evaluate(
        f"""() => {{
          const titles = new Set();
          for (const row of {ROWS}) {{
            row.click();
            titles.add(document.querySelector("#event .title").textContent);
            document.querySelectorAll("#event details").forEach((one) => {{ one.open = true; }});
          }}
          for (const tour of document.querySelectorAll("#tour-list button")) {{
            tour.click();
            for (let step = 0; step < 14; step++) document.querySelector("#tour .main").click();
          }}
          document.querySelectorAll("details").forEach((one) => {{ one.open = true; }});
          return [...titles];
        }}"""
    )
    assert set(HOSTILE) <= set(shown), "they are shown as they were written"
    hostile.page.click("#everything")
    hostile.settle()
    assert hostile.page.evaluate(FOREIGN) == []
    hostile.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert hostile.page.locator("#paper article").count() > 100
    (picture,) = hostile.page.evaluate(FOREIGN)
    assert 'alt="The timeline as it was on the screen"' in picture
    assert hostile.page.evaluate("window.wasHacked") is None
    assert hostile.said == []
    assert hostile.requests == [hostile.page.url]


# TimelineJS, as it is published


@pytest.fixture(scope="module")
def timelinejs(root: Path) -> Path:
    """The folder of the package that ``.ci/setup test`` fetches."""
    folder = root / ".venv" / "timelinejs" / "package" / "dist"
    assert folder.is_dir(), "TimelineJS is missing: type .ci/setup test"
    return folder


def _host_page(folder: Path, package: Path, data: Path) -> Path:
    """A page as TimelineJS's own guide has it; its own web fonts are left out, as there is no network."""
    path = folder / f"{data.stem}-timelinejs.html"
    given = base64.b64encode(data.read_bytes()).decode()
    path.write_text(
        f"""<!DOCTYPE html><html><head><meta charset="utf-8"><link rel="icon" href="data:,">
<link rel="stylesheet" href="{(package / "css" / "timeline.css").as_uri()}"></head>
<body><div id="embed" style="height: 700px"></div>
<script src="{(package / "js" / "timeline.js").as_uri()}"></script>
<script>
const bytes = Uint8Array.from(atob("{given}"), (one) => one.charCodeAt(0));
const story = JSON.parse(new TextDecoder().decode(bytes));
const scripts = {json.dumps((package / "js").as_uri())};
window.timeline = new TL.Timeline("embed", story, {{ font: "", script_path: scripts }});
timeline.on("ready", () => document.documentElement.classList.add("is-ready"));
</script></body></html>""",
        encoding="utf-8",
    )
    return path


@pytest.mark.timelinejs
def test_the_story_opens_in_timelinejs(
    visit: Callable[..., Opened],
    write: Callable[..., Path],
    story_library: Path,
    timelinejs: Path,
    tmp_path: Path,
) -> None:
    data = write(story_library, "story.json")
    opened = visit(_host_page(tmp_path, timelinejs, data), ready="html.is-ready")
    counted = [
        opened.page.locator(f".tl-{name}").count() for name in ("slide", "timemarker", "timegroup", "timeera")
    ]
    assert counted == [189, 188, 8, 10], "a title and 188 events, in 8 lanes below 10 eras"
    assert opened.page.evaluate("timeline.config.getErrors()") == []
    opened.page.evaluate("timeline.goToId('event-1')")
    assert opened.text("#event-1 .tl-headline-date") == "30 March 1961"
    assert "Citation:" in opened.text("#event-1 .tl-text-content")
    assert opened.said == []


@pytest.mark.timelinejs
def test_nothing_written_in_a_library_can_run_in_timelinejs(
    visit: Callable[..., Opened],
    write: Callable[..., Path],
    hostile_library: Path,
    timelinejs: Path,
    tmp_path: Path,
) -> None:
    # As many events as there are ways to be hostile, several times over; all of them would take seconds.
    data = write(hostile_library, "hostile.json", view=View(0.0, 8_000.0))
    opened = visit(_host_page(tmp_path, timelinejs, data), ready="html.is-ready", script=WATCH)
    opened.page.evaluate(
        """() => {
          for (let slide = 0; slide < 11; slide++) timeline.goTo(slide);
          for (const one of document.querySelectorAll("#embed *")) {
            for (const kind of ["mouseover", "mouseenter", "focus"]) one.dispatchEvent(new MouseEvent(kind));
          }
        }"""
    )
    opened.settle()
    assert opened.page.locator(".tl-slide").count() > 3 * len(HOSTILE)
    headlines = opened.page.evaluate(
        "[...document.querySelectorAll('.tl-slide .tl-headline')].map((one) => one.textContent)"
    )
    assert {one.replace("'", "’") for one in HOSTILE} <= set(headlines), "they are shown as they were written"
    assert (
        opened.page.evaluate(FOREIGN.replace("document.query", "document.getElementById('embed').query"))
        == []
    )
    assert opened.page.evaluate("window.wasHacked") is None
    assert opened.said == []
