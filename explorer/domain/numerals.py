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


def read_number(text: str) -> float | None:
    """The number that a text is, with or without thousands separated; None if it is none."""
    given = text.strip().replace(",", "").replace("\N{NO-BREAK SPACE}", "").replace("−", "-")
    try:
        value = float(given)
    except ValueError:
        return None
    return value if value - value == 0 else None
