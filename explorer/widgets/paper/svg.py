"""Writes a sheet as SVG with real text; every text of a library is escaped."""

from collections.abc import Iterator
from html import escape

from PySide6.QtGui import QColor

from explorer.widgets.paper.faces import Faces, plain
from explorer.widgets.paper.items import Boxes, Cut, Disc, Fade, HalfDisc, Item, Path, Rounded, Sheet, Words

SANS, SERIF = "sans-serif", "serif"
"""What stands in where the family is not installed."""


def svg_of(sheet: Sheet, faces: Faces, pixels: float = 1.0) -> str:
    """The sheet as an SVG document, ``pixels`` of CSS a point."""
    writer = _Writer(faces)
    body = "".join(writer.written(sheet.items))
    width, height = _number(sheet.width), _number(sheet.height)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_number(sheet.width * pixels)}"'
        f' height="{_number(sheet.height * pixels)}" viewBox="0 0 {width} {height}" role="img">\n'
        f"<title>{_text(sheet.title)}</title>\n"
        f"<style>text{{white-space:pre}}</style>\n"
        f"<defs>{''.join(writer.definitions)}</defs>\n"
        f'<rect width="{width}" height="{height}" fill="{sheet.ground.name()}"/>\n'
        f"{body}</svg>\n"
    )


class _Writer:
    """Writes items; what they need beside them gathers in ``definitions``."""

    def __init__(self, faces: Faces) -> None:
        self._faces = faces
        self.definitions: list[str] = []
        self._fades: dict[tuple[str, str, bool], str] = {}

    def written(self, items: tuple[Item, ...]) -> Iterator[str]:
        for item in items:
            match item:
                case Words():
                    yield self._words(item)
                case Boxes():
                    shapes = "".join(
                        f"M{_number(x)} {_number(y)}h{_number(w)}v{_number(h)}h{_number(-w)}z"
                        for x, y, w, h in item.boxes.tolist()
                    )
                    yield f'<path d="{shapes}"{_paint(item.fill)}/>\n'
                case Rounded():
                    corner = f' rx="{_number(item.radius)}"' if item.radius else ""
                    yield (
                        f"<rect{_place(item)}{corner}"
                        f"{_paint(item.fill, item.stroke, item.pen, item.dash)}/>\n"
                    )
                case Disc():
                    yield (
                        f'<circle cx="{_number(item.x)}" cy="{_number(item.y)}" r="{_number(item.radius)}"'
                        f"{_paint(item.fill, item.stroke, item.pen)}/>\n"
                    )
                case HalfDisc():
                    x, top, foot = item.x, item.y - item.radius, item.y + item.radius
                    arc = f"A{_number(item.radius)} {_number(item.radius)} 0 0 0"
                    yield (
                        f'<path d="M{_number(x)} {_number(top)}{arc} {_number(x)} {_number(foot)}z"'
                        f"{_paint(item.fill)}/>\n"
                    )
                case Path():
                    yield self._path(item)
                case Fade():
                    yield f'<rect{_place(item)} fill="url(#{self._fade(item)})"/>\n'
                case Cut():
                    name = f"cut{len(self.definitions)}"
                    self.definitions.append(f'<clipPath id="{name}"><rect{_place(item)}/></clipPath>')
                    yield f'<g clip-path="url(#{name})">\n'
                    yield from self.written(item.items)
                    yield "</g>\n"

    def _words(self, item: Words) -> str:
        face = item.face
        family = f"'{self._faces.family(face)}', {SERIF if face.serif else SANS}"
        style = (
            f' font-family="{escape(family)}" font-size="{_number(face.size)}"'
            + (' font-weight="600"' if face.bold else "")
            + (' font-style="italic"' if face.italic else "")
        )
        # The room it was given holds in any face that stands in.
        fitted = f' textLength="{_number(item.width)}" lengthAdjust="spacingAndGlyphs"' if item.text else ""
        return (
            f'<text x="{_number(item.left)}" y="{_number(item.y)}"{style}{_paint(item.colour)}{fitted}>'
            f"{_text(item.text)}</text>\n"
        )

    @staticmethod
    def _path(item: Path) -> str:
        first, *rest = (f"{_number(x)} {_number(y)}" for x, y in item.points.tolist())
        way = f"M{first}" + "".join(f"L{point}" for point in rest) + ("z" if item.closed else "")
        fill = item.fill if item.closed else None
        return f'<path d="{way}"{_paint(fill, item.stroke, item.pen, item.dash)}/>\n'

    def _fade(self, item: Fade) -> str:
        key = (item.fill.name(), item.ground.name(), item.to_left)
        name = self._fades.get(key)
        if name is None:
            name = self._fades[key] = f"fade{len(self._fades)}"
            first, last = (key[1], key[0]) if item.to_left else (key[0], key[1])
            self.definitions.append(
                f'<linearGradient id="{name}"><stop offset="0" stop-color="{first}"/>'
                f'<stop offset="1" stop-color="{last}"/></linearGradient>'
            )
        return name


def _place(item: Rounded | Fade | Cut) -> str:
    return (
        f' x="{_number(item.x)}" y="{_number(item.y)}" width="{_number(item.width)}"'
        f' height="{_number(item.height)}"'
    )


def _paint(
    fill: QColor | None, stroke: QColor | None = None, pen: float = 0.0, dash: tuple[float, ...] = ()
) -> str:
    said = ' fill="none"' if fill is None else f' fill="{fill.name()}"'
    if fill is not None and fill.alpha() < 255:
        said += f' fill-opacity="{_number(fill.alphaF())}"'
    if stroke is not None:
        said += f' stroke="{stroke.name()}" stroke-width="{_number(pen)}"'
        if dash:
            said += f' stroke-dasharray="{" ".join(map(_number, dash))}"'
    return said


def _text(text: str) -> str:
    return escape(plain(text), quote=True)


def _number(value: float) -> str:
    """As short as a hundredth of a point allows."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
