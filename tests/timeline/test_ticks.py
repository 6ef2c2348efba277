from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.days import civil, day_number
from explorer.domain.measure import width_em
from explorer.timeline.scale import Scale
from explorer.timeline.ticks import ticks, year_text
from explorer.timeline.viewport import Viewport

SCALE = Scale.of()


@given(
    middle=st.floats(-4_000_000, 4_000_000),
    log_days=st.floats(np.log(1 / 24), np.log(7_000_000)),
    width=st.integers(100, 3000),
)
def test_ticks_are_on_the_calendar_and_their_texts_have_room(
    middle: float, log_days: float, width: int
) -> None:
    days = float(np.exp(log_days))
    view = Viewport(middle - days / 2, middle + days / 2, width)
    found = ticks(view, SCALE)
    assert np.all(np.diff(found.x) > 0)
    assert len(found.x) == len(found.text) == len(found.major)
    assert len(found.x) < width / 10 + 3
    for x in found.x:
        day = view.day(float(x))
        slack = max(1.0 / view.pixels_per_day * 0.01, 1e-4)
        if found.unit in {"minutes", "hours"}:
            assert day * 1440 == pytest.approx(round(day * 1440), abs=slack * 1440)
        else:
            assert day == pytest.approx(round(day), abs=max(slack, days * 1e-6))
    taken = [
        (float(x) - width_em(text) * SCALE.em / 2, float(x) + width_em(text) * SCALE.em / 2)
        for x, text in zip(found.x, found.text, strict=True)
        if text
    ]
    assert all(left + right >= -0.1 and right <= width + 0.1 for left, right in taken)
    assert all(right < left for (_, right), (left, _) in pairwise(taken))


def shown(start: tuple[int, int, int], end: tuple[int, int, int], width: int = 1000) -> list[str]:
    view = Viewport(day_number(*start), day_number(*end), width)
    return [text for text in ticks(view, SCALE).text if text]


def test_decades_years_months_days() -> None:
    assert shown((1961, 1, 1), (2024, 12, 31))[:3] == ["1965", "1970", "1975"]
    assert shown((2018, 1, 1), (2024, 1, 1))[:4] == ["2018", "Jul 2018", "2019", "Jul 2019"]
    assert shown((1971, 1, 20), (1971, 12, 20))[:2] == ["Feb 1971", "Mar 1971"]
    november = shown((2023, 11, 1), (2023, 12, 1))
    assert november[0] == "1 Nov 2023"
    assert "15 Nov" in november


def test_a_tick_at_an_edge_has_its_text_or_is_left_out() -> None:
    view = Viewport(day_number(2018), day_number(2025) - 20, 1000)
    found = ticks(view, SCALE)
    assert found.x[0] == 0
    assert all(found.text)
    assert found.text[0] == "2018"
    assert found.x[-1] + width_em(found.text[-1]) * SCALE.em / 2 <= 1000


def test_hours_and_minutes() -> None:
    day = day_number(2023, 11, 15)
    texts = ticks(Viewport(day - 0.4, day + 1.4, 1000), SCALE).text
    assert "15 Nov 2023" not in texts
    assert {"15 Nov", "06:00", "12:00", "16 Nov"} <= set(texts)
    minutes = ticks(Viewport(day + 0.5, day + 0.5 + 1 / 24, 1000), SCALE)
    assert minutes.unit == "minutes"
    assert any(text.startswith("15 Nov 12:") for text in minutes.text)


def test_before_christ_there_is_no_year_0() -> None:
    view = Viewport(day_number(-299), day_number(302), 500)
    assert [text for text in ticks(view, SCALE).text if text] == [
        "300 BC", "200 BC", "100 BC", "AD 1", "100", "200",
    ]  # fmt: skip
    assert civil(view.day(float(ticks(view, SCALE).x[2])) + 0.5) == (-99, 1, 1)
    assert [year_text(year) for year in (0, -43, 1, 1970, -11_999)] == [
        "1 BC", "44 BC", "AD 1", "1970", "12,000 BC",
    ]  # fmt: skip


def test_units_name_the_step() -> None:
    spans = {
        0.05: "minutes",
        1: "hours",
        20: "days",
        400: "months",
        2000: "months",
        5000: "years",
        40_000: "decades",
    }
    assert {days: ticks(Viewport(10_000, 10_000 + days, 1000), SCALE).unit for days in spans} == spans
