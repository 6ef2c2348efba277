"""Numbers as a reader sees them."""


def plain(value: float, decimals: int = 4) -> str:
    """A number with thousands separated, a true minus sign, and no more decimals than it has."""
    text = f"{value:,.{decimals}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return ("0" if text == "-0" else text).replace("-", "−")


def with_unit(value: float, unit: str) -> str:
    """A number with the sign of its unit, if that has one: "89 %", "26,700 lb"."""
    if unit.startswith("percent"):
        return f"{plain(value)} %"
    if unit.startswith("pounds"):
        return f"{plain(value)} lb"
    return plain(value)


def times(ratio: float) -> str:
    """A ratio: "×2.03"."""
    return f"×{ratio:,.2f}".replace("-", "−")


def signed_percent(change: float) -> str:
    """A change in per cent with its sign; one decimal where a whole number would hide it."""
    sign = "+" if change > 0 else "−" if change < 0 else "±"
    size = abs(change)
    return f"{sign}{size:,.0f} %" if size >= 20 else f"{sign}{size:.1f} %"


def read_number(text: str) -> float | None:
    """The number that a text is, with or without thousands separated; None if it is none."""
    given = text.strip().replace(",", "").replace("\N{NO-BREAK SPACE}", "").replace("−", "-")
    try:
        value = float(given)
    except ValueError:
        return None
    return value if value - value == 0 else None
