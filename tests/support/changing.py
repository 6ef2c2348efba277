"""What a library holds, to be compared before and after changes, and change sets of every kind."""

from contextlib import closing
from pathlib import Path
from sqlite3 import connect

from hypothesis import strategies as st
from sqlalchemy import Connection, select, text

from explorer.domain.change import Change, ChangeSet, added, removed, updated
from explorer.store import schema
from explorer.store.records import fields_of, key_columns, keys_where, next_id

NOT_COMPARED = {"change_log", "kept_state", "kept_array", "kept_part"}
SEARCHED = ("event", "passage", "source", "entity")


def rows_of(connection: Connection) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table but the log and the arrays."""
    return {
        name: sorted(map(tuple, connection.execute(select(*table.c))), key=repr)
        for name, table in schema.metadata.tables.items()
        if name not in NOT_COMPARED
    }


def index_of(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Everything that the full-text index knows: which word stands in which column of which row."""
    found = {}
    with closing(connect(path)) as raw:
        for name in SEARCHED:
            raw.execute(
                f"CREATE VIRTUAL TABLE temp.words_{name} USING fts5vocab(main, search_{name}, instance)"
            )
            words = raw.execute(f"SELECT term, doc, col FROM temp.words_{name}").fetchall()
            rows = raw.execute(f"SELECT rowid FROM search_{name}").fetchall()
            raw.execute(f"INSERT INTO search_{name}(search_{name}) VALUES ('integrity-check')")
            found[name] = sorted(set(words)) + sorted(rows)
    return found


def going(connection: Connection, record: str, **key: int) -> Change:
    """A record that goes as it is."""
    fields = fields_of(connection, record, key)
    assert fields is not None
    return removed(record, key, fields)


def changing(
    connection: Connection, record: str, key: dict[str, int], **values: object
) -> tuple[Change, ...]:
    """An update of a record as it is."""
    fields = fields_of(connection, record, key)
    assert fields is not None
    return updated(record, key, fields, values)


def event_going(connection: Connection, event_id: int) -> tuple[Change, ...]:
    """An event with all rows that belong to it and to nothing else."""
    belonging = []
    for record in ("event_tag", "participation", "event_source", "evidence", "concordance_event"):
        belonging += [
            going(connection, record, **key) for key in keys_where(connection, record, event_id=event_id)
        ]
    for side in ("from_id", "to_id"):
        belonging += [
            going(connection, "relation", **key)
            for key in keys_where(connection, "relation", **{side: event_id})
        ]
    return (*belonging, going(connection, "event", id=event_id))


def copy_of(connection: Connection, record: str, key: dict[str, int], word: str) -> Change:
    """A new record like another one, with a word of its own in its name."""
    fields = fields_of(connection, record, key)
    assert fields is not None
    new = {"id": next_id(connection, record)}
    named = {"event": "title", "entity": "name", "source": "title", "passage": "paraphrase"}[record]
    fields |= {
        "uuid": f"{record}-{new['id']}",
        "slug": f"{record}-{new['id']}",
        named: f"{fields[named]} {word}",
    }
    return added(record, new, fields)


WORDED = [
    ("event", "title"),
    ("event", "summary"),
    ("event", "label"),
    ("event", "start_edtf"),
    ("passage", "paraphrase"),
    ("source", "authors"),
    ("entity", "name"),
]
WORDS = st.text("abcdeéßøЖ漢 -", max_size=12)


@st.composite
def change_sets(draw: st.DrawFn, connection: Connection) -> ChangeSet:
    """A change set that can be made now."""

    def one(record: str) -> dict[str, int]:
        return draw(st.sampled_from(keys_where(connection, record)))

    kind = draw(
        st.sampled_from(["words", "weight", "new", "gone", "evidence", "unlink", "part", "role", "cite"])
    )
    match kind:
        case "words":
            record, column = draw(st.sampled_from(WORDED))
            changes = changing(connection, record, one(record), **{column: draw(WORDS)})
        case "weight":
            changes = changing(connection, "event", one("event"), importance=draw(st.integers(1, 5)))
        case "new":
            record = draw(st.sampled_from(SEARCHED))
            changes = (copy_of(connection, record, one(record), draw(WORDS)),)
        case "gone":
            free = {key["id"] for key in keys_where(connection, "event")} - {
                *connection.scalars(text("SELECT event_id FROM step WHERE event_id IS NOT NULL")),
                *connection.scalars(text("SELECT start_event_id FROM library")),
            }
            changes = event_going(connection, draw(st.sampled_from(sorted(free))))
        case "evidence":
            key = {"passage_id": one("passage")["id"], "event_id": one("event")["id"]}
            fields = {"stance": "reports", "note": "", "example": draw(st.integers(0, 1))}
            there = fields_of(connection, "evidence", key)
            changes = (
                (added("evidence", key, fields),)
                if there is None
                else updated("evidence", key, there, fields)
            )
        case "unlink":
            changes = (going(connection, "evidence", **one("evidence")),)
        case "part":
            changes = (going(connection, "participation", **one("participation")),)
        case "role":
            changes = changing(
                connection, "source", one("source"), role=draw(st.sampled_from(["article", "record"]))
            )
        case _:
            key = {"event_id": one("event")["id"], "source_id": one("source")["id"]}
            there = fields_of(connection, "event_source", key)
            change = (
                added("event_source", key, {"position": 0})
                if there is None
                else removed("event_source", key, there)
            )
            changes = (change,)
    assert all(set(each.key) == set(key_columns(each.record)) for each in changes)
    return ChangeSet(kind, changes)
