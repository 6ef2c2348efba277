"""No value ever becomes part of an SQL statement."""

import ast
from pathlib import Path

import pytest
from sqlalchemy import event

from explorer.domain.source import Document
from explorer.store import reads, search
from explorer.store.library import Library
from explorer.store.matching import event_ids, listed_events, told_event_ids
from tests.support.attaching import attach

TAKES_SQL = {"execute", "executemany", "executescript", "exec_driver_sql", "text", "literal_column", "scalar"}


def unbound(tree: ast.AST) -> list[int]:
    """Lines where a statement is put together out of strings."""
    made = (ast.JoinedStr, ast.BinOp)
    found = []
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        statement = node.args[0]
        if name in TAKES_SQL and (isinstance(statement, made) or _formats(statement)):
            found.append(node.lineno)
    return found


def _formats(node: ast.AST) -> bool:
    """Whether it is a call of a method of a string."""
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Constant)
    )


def test_statements_are_never_put_together(root: Path):
    breaches = [
        f"{path.relative_to(root)}:{line}"
        for path in sorted((root / "explorer").rglob("*.py"))
        for line in unbound(ast.parse(path.read_text("utf-8")))
    ]
    assert not breaches


@pytest.mark.parametrize(
    "code",
    [
        'c.execute(f"SELECT {x}")',
        'c.exec_driver_sql("SELECT " + x)',
        'text("SELECT %s" % x)',
        'c.execute("SELECT {}".format(x))',
    ],
)
def test_the_guard_sees_it(code):
    assert unbound(ast.parse(code)) == [1]


def test_what_a_reader_types_or_attaches_is_bound(story_path):
    told = 'zq\' OR "1"=1 zqmarker'
    seen: list[str] = []
    library = Library.open(story_path)
    event.listen(library._engine, "before_cursor_execute", lambda *args: seen.append(args[2]))
    with library.reading() as connection:
        search.find(connection, told, 10)
        listed_events(connection, told)
        event_ids(connection, told)
        told_event_ids(connection, told)
        reads.event_id(connection, told)
        reads.headings(connection, [71355])
        reads.labels(connection, [71355])
    with library.writing() as connection:
        attach(connection, Document(1, told, told, told, told, told))
    library.close()
    assert len(seen) > 8
    assert not [each for each in seen if "zq" in each or "71355" in each]
