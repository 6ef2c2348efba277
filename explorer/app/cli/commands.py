"""What can be typed after the program's name, each as one frozen command."""

from dataclasses import dataclass
from pathlib import Path

SMALLEST, LARGEST = (640, 400), (8_192, 8_192)
TEXT_SCALES = (80, 250)
STYLES = ("chicago", "apa", "mla", "harvard")
FORMS = ("text", "csl", "bibtex", "ris", "annotations")


@dataclass(frozen=True, slots=True)
class Show:
    """Open the window on ``library``; None: the shipped story, or what was open last."""

    library: Path | None = None


@dataclass(frozen=True, slots=True)
class Render:
    """Draw the window into the PNG file ``out`` without showing it.

    ``width`` and ``height`` are pixels. ``start`` and ``end`` are EDTF texts as typed; None: the whole range
    on that side. ``event`` is a slug. ``text_scale`` is in percent.
    """

    out: Path
    library: Path | None = None
    width: int = 1600
    height: int = 1000
    theme: str = "light"
    start: str | None = None
    end: str | None = None
    event: str | None = None
    text_scale: int = 100


@dataclass(frozen=True, slots=True)
class Build:
    """Write the shipped story as the library file ``out``."""

    out: Path


@dataclass(frozen=True, slots=True)
class Check:
    """Report on a library (None: the shipped story); with ``documents``, look up its quotations in them."""

    library: Path | None = None
    documents: Path | None = None


@dataclass(frozen=True, slots=True)
class Cite:
    """Print the bibliography of a library (None: the shipped story) in a style, or in a form of records."""

    library: Path | None = None
    style: str = "chicago"
    form: str = "text"


@dataclass(frozen=True, slots=True)
class Export:
    """Write a view or a tour of a library (None: the shipped story) into ``out``.

    ``form`` is one of :class:`explorer.domain.handing_out.Form`. ``start`` and ``end`` are EDTF texts as
    typed, ``tour`` is a slug or title, "" for none. ``width`` and ``height`` are pixels, ``ratio`` so many of
    them are one of the screen.
    """

    out: Path
    form: str
    library: Path | None = None
    tour: str = ""
    start: str | None = None
    end: str | None = None
    theme: str = "light"
    width: int = 1600
    height: int = 1000
    ratio: float = 1.0
    paper: str = "a4"
    landscape: bool = False


Command = Show | Render | Build | Check | Cite | Export
