import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.claim import Comparator, Operation, Working
from explorer.domain.workings import from_text, to_text

numbers = st.floats(allow_nan=False, allow_infinity=False)
tests = st.builds(
    Working,
    operation=st.sampled_from(Operation),
    series=st.text(),
    line=st.text(),
    periods=st.lists(st.text(), max_size=3).map(tuple),
    other_series=st.none() | st.text(),
    other_line=st.none() | st.text(),
    rate=st.none() | numbers,
    comparator=st.none() | st.sampled_from(Comparator),
    claimed=st.none() | numbers,
    tolerance=numbers,
)


@given(st.lists(tests, max_size=3).map(tuple))
def test_tests_are_read_as_they_were_written(workings: tuple[Working, ...]) -> None:
    assert from_text(to_text(workings)) == workings


GOOD = to_text((Working(Operation.VALUE, "deaths", "", ("2022",)),))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}x",
        '["value"]',
        '[{"operation": "value"}]',
        GOOD.replace('"value"', '"eval"'),
        GOOD.replace('"deaths"', "7"),
        GOOD.replace('"tolerance": 0.0', '"tolerance": NaN'),
        GOOD.replace('"rate": null', '"rate": true'),
        "[" * 100_000,
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        from_text(text)
