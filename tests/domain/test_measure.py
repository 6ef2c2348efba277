from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.measure import width_em


@given(st.text(), st.text())
def test_a_longer_text_is_as_wide_as_its_parts(first: str, second: str) -> None:
    assert abs(width_em(first + second) - width_em(first) - width_em(second)) < 1e-6


@given(st.text(min_size=1))
def test_width_is_never_negative_nor_wider_than_a_square_each(text: str) -> None:
    assert 0 <= width_em(text) <= len(text)


def test_accents_do_not_widen() -> None:
    assert width_em("López Obrador") == width_em("Lopez Obrador")
    assert width_em("Calderon\u0301") == width_em("Calderon")


def test_agrees_with_inter() -> None:
    """Widths taken once from QFontMetricsF with Inter Regular, in em."""
    for text, measured in (
        ("Biden and Xi agree to restart drug cooperation", 21.94),
        ("UN treaty merges the world’s drug-control rules", 22.52),
        ("Nixon asks for 155 million dollars against drug abuse", 24.73),
        ("López Obrador writes to Xi about fentanyl", 19.72),
    ):
        assert abs(width_em(text) / measured - 1) < 0.03


def test_east_asian_text_fills_squares() -> None:
    assert width_em("中文") == 2.0


def test_nothing_is_nothing_wide() -> None:
    assert width_em("") == 0.0
