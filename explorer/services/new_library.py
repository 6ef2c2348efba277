"""Makes a library with nothing in it but a title and a lane."""

from pathlib import Path
from uuid import uuid4

from explorer.domain.contents import Contents, Web
from explorer.domain.errors import ReaderError
from explorer.domain.event import Theme
from explorer.domain.whole import WholeLibrary
from explorer.services.drafts import slug_of
from explorer.services.loading import keep_in_new
from explorer.store import content

ENDING = ".tlx"
TITLE_LENGTH = 120
FIRST_COLOUR = "#0072B2"


def make_library(path: Path, title: str, lane: str) -> Path:
    """Write an empty library to a new file; answers its path, which ends in ``.tlx``.

    Raises:
        ReaderError: there is such a file already, it cannot be written, or a name is missing.
    """
    name, first = " ".join(title.split()), " ".join(lane.split())
    if not name or len(name) > TITLE_LENGTH:
        raise ReaderError(f"Give the library a title of no more than {TITLE_LENGTH} characters.")
    if not first:
        raise ReaderError("Give the first lane a name.")
    if path.suffix != ENDING:
        path = path.with_name(path.name + ENDING)
    if path.exists():
        raise ReaderError(f"“{path.name}” is there already and was left as it is. Choose another name.")
    theme = Theme(1, slug_of(first) or "lane", first, FIRST_COLOUR, 1, "")
    contents = Contents(
        title=name,
        subtitle="",
        version="1",
        start_event_id=None,
        themes=(theme,),
        eras=(),
        entities=(),
        sources=(),
        series=(),
    )
    whole = WholeLibrary(
        uuid=uuid4(),
        fingerprint="",
        contents=contents,
        web=Web((), (), ()),
        events=(),
        participations=(),
        passages=(),
        evidence=(),
        citations=(),
        mentions=(),
    )
    content.write(path, whole, keep_in_new)
    return path
