"""All lengths of the timeline, in device pixels."""

from dataclasses import dataclass
from typing import Self

LABEL_PIXELS = 12
BOLD = 1.07
LINE = 1.1
"""Height of a line of large labels beside their font."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Lengths in device pixels for a text scale and a device pixel ratio.

    What belongs to text grows with the text; marks grow half as much; hair lines and gaps follow the pixel
    ratio only.
    """

    ratio: float
    """Device pixels a logical pixel."""
    em: float
    """Width of an em of the estimated texts in the label font."""
    bold: float
    """How much wider bold text is."""
    label_height: int
    label_slack: float
    """Added to the estimated width of a label."""
    label_max: float
    """A longer title is cut with an ellipsis."""
    label_lead: float
    """A label starts so far left of its mark."""
    label_gap: float
    """Free room after a label."""
    leader_gap: float
    """Free room on either side of a leader line."""
    radii: tuple[float, ...]
    """Disc radius by importance; index 0 is not used."""
    bar_height: float
    """A span; also the height of the band of marks."""
    row_pitch: int
    """From one row of spans that overlap to the next."""
    thin_bar: float
    """Month, year or day within which an event happened."""
    bar_min: float
    """An extent longer than this is drawn as a bar, a shorter one as a solid disc."""
    head: float
    """Width of the solid head of a span."""
    fade: float
    """Length over which an open end fades out."""
    mark_gap: float
    """Marks nearer than this become a cluster."""
    join: float
    """Columns nearer than this belong to one run."""
    cell: int
    """Width of the cells into which a long run is cut, and of the widest lone cluster."""
    cluster_radius: float
    digit: float
    """Half the width of a digit in a cluster."""
    dot_radius: float
    dot_drop: float
    """The evidence dots' distance below the baseline."""
    lane_pad: float

    @property
    def has_room_in_bars(self) -> bool:
        """Whether a bar is so high that a title can stand in it."""
        return 2 * self.bar_height > self.label_height

    @classmethod
    def of(
        cls,
        text_scale: float = 1.0,
        device_pixel_ratio: float = 1.0,
        breadth: float = 1.0,
        bold: float = BOLD,
        least: float = 6,
    ) -> Self:
        """The scale for a text scale (1.0 is 100 %), device pixels a logical pixel and a font.

        Args:
            text_scale: Of all text.
            device_pixel_ratio: Device pixels a logical pixel.
            breadth: Width of texts in the font beside that of :func:`explorer.domain.measure.width_em`.
            bold: How much wider the font is in bold.
            least: Logical pixels of the smallest font. Where that is larger than labels would be, the room
                for marks is kept low: it belongs to the text.
        """
        ratio = device_pixel_ratio
        text = text_scale * ratio
        mark = (0.5 + 0.5 * text_scale) * ratio
        if least > LABEL_PIXELS * text_scale:
            return cls._set_large(least * ratio, ratio, breadth, bold)
        return cls(
            ratio=ratio,
            em=max(round(LABEL_PIXELS * text_scale), 6) * ratio * breadth,
            bold=bold,
            label_height=round(16 * text),
            label_slack=2 * ratio,
            label_max=42 * LABEL_PIXELS * text,
            label_lead=3 * ratio,
            label_gap=10 * ratio,
            leader_gap=3 * ratio,
            radii=tuple(radius * mark for radius in (3.0, 3.5, 4.0, 5.0, 6.0, 7.0)),
            bar_height=14 * max(mark, text),
            row_pitch=max(round(14 * max(mark, text) + 2 * ratio), round(16 * text)),
            thin_bar=6 * mark,
            bar_min=15 * mark,
            head=6 * mark,
            fade=48 * ratio,
            mark_gap=4 * ratio,
            join=10 * mark,
            cell=round(20 * mark),
            cluster_radius=8 * mark,
            digit=2.5 * text,
            dot_radius=1.6 * mark,
            dot_drop=12 * mark,
            lane_pad=3 * ratio,
        )

    @classmethod
    def _set_large(cls, letters: float, ratio: float, breadth: float, bold: float) -> Self:
        """The scale for a room full of people: ``letters`` is the size of the label font in device pixels.

        What is not text is as large as the eye needs beside such text, and no larger.
        """
        radii = tuple(letters * share for share in (0.11, 0.12, 0.13, 0.14, 0.155, 0.17))
        return cls(
            ratio=ratio,
            em=letters * breadth,
            bold=bold,
            label_height=round(letters * LINE),
            label_slack=2 * ratio,
            label_max=14 * letters,
            label_lead=letters * 0.02,
            label_gap=letters * 0.5,
            leader_gap=letters * 0.05,
            radii=radii,
            bar_height=letters * 0.34,
            row_pitch=round(letters * LINE),
            thin_bar=letters * 0.14,
            bar_min=letters * 0.4,
            head=letters * 0.14,
            fade=letters * 1.5,
            mark_gap=letters * 0.08,
            join=letters * 0.4,
            cell=round(letters * 1.3),
            cluster_radius=letters * 0.42,
            digit=letters * 0.3,
            dot_radius=letters * 0.03,
            dot_drop=letters * 0.22,
            lane_pad=letters * 0.03,
        )
