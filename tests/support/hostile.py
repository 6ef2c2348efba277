"""A library as a stranger might send it: every text in it tries to become markup or script."""

import json
import shutil
from itertools import cycle
from pathlib import Path

from sqlalchemy import Connection, text

from explorer.store.library import Library

CALL = "hacked()"
"""What every one of them tries to call."""
HOSTILE = (
    f"</script><script>{CALL}</script>",
    f"<img src=x onerror={CALL}>",
    f"<!--<script>{CALL}//",
    f"\"'><svg onload={CALL}>",
    f"&lt;img src=x onerror={CALL}&gt;",
    f"&amp;lt;img src=x onerror={CALL}&amp;gt;",
    f"www.x.org'onmouseover='{CALL}",
    f'<a href="javascript:{CALL}">click</a>',
    f'<iframe srcdoc="<script>parent.{CALL}</script>"></iframe>',
    f"</style><style>@import 'x'</style>{{{{data}}}}\u2028]]>{CALL}",
    f"</title><body onload={CALL}>",
)
TEXTS = {
    "library": ("title", "subtitle"),
    "event": ("title", "label", "summary", "citation", "date_note"),
    "theme": ("name", "description"),
    "era": ("title", "band", "note"),
    "entity": ("name",),
    "source": ("label", "title", "authors", "publisher", "rights", "note"),
    "passage": ("exact", "paraphrase", "note"),
    "evidence": ("note",),
    "relation": ("note",),
    "series": ("title", "unit", "source", "note"),
    "observation": ("line", "remark", "source"),
    "claim": ("test", "verdict"),
    "concordance": ("topic", "note", "record"),
    "concordance_line": ("line",),
    "tour": ("title", "audience"),
    "step": ("title", "say"),
}
ADDRESSES = (
    f"javascript:{CALL}",
    f"JaVaScRiPt:{CALL}",
    f"data:text/html,<script>{CALL}</script>",
    f'https://example.org/" onclick="{CALL}',
    f"https://example.org/'onmouseover='{CALL}",
    f"\tjavascript:{CALL}",
    "file:///etc/passwd",
)


def hostile_story(story: Path, out: Path) -> Path:
    """A copy of the story in which every text, address and record of a work is hostile."""
    shutil.copy(story, out)
    library = Library.open(out)
    try:
        with library.writing() as connection:
            for table, columns in TEXTS.items():
                for column in columns:
                    _poison(connection, table, column, HOSTILE)
            _poison(connection, "event", "url", ADDRESSES)
            _poison(connection, "claim", "caveats", [json.dumps([one]) for one in HOSTILE])
            _poison(connection, "source", "csl", [_record(one) for one in HOSTILE])
            connection.execute(
                text("UPDATE step SET filters = :filters WHERE position = 1"),
                {"filters": json.dumps({"values": {"people": ["nixon"]}})},
            )
    finally:
        library.close()
    return out


def _record(words: str) -> str:
    return json.dumps({"type": "book", "title": words, "author": [{"family": words}], "publisher": words})


def _poison(connection: Connection, table: str, column: str, texts: tuple[str, ...] | list[str]) -> None:
    rows = connection.scalars(text(f"SELECT rowid FROM {table}")).all()
    for row, value in zip(rows, cycle(texts), strict=False):
        connection.execute(
            text(f"UPDATE {table} SET {column} = :value WHERE rowid = :row"), {"value": value, "row": row}
        )
