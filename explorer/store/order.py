"""Orders of all events that only the file knows."""

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, select

from explorer.store import schema


def by_title(connection: Connection) -> NDArray[np.int32]:
    """The ids of all events by title, as a reader of English would look them up."""
    event = schema.event
    titled = connection.execute(select(event.c.id, event.c.title)).all()
    ordered = sorted(titled, key=lambda row: (row.title.casefold(), row.id))
    return np.fromiter((row.id for row in ordered), np.int32, len(ordered))
