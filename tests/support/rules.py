"""The rules of the code that no linter knows. Each takes the project's folder and yields its breaches."""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

LONGEST = 400
NETWORK = {
    "socket",
    "ssl",
    "http",
    "urllib",
    "ftplib",
    "smtplib",
    "asyncio",
    "xmlrpc",
    "socketserver",
    "requests",
}
SET_UP = ("Makefile", "pyproject.toml", "requirements.lock", ".ci")
UNTRACKED = {".git", ".venv", "__pycache__", ".mypy_cache", ".ruff_cache", ".hypothesis", "build", "dist"}
TEXT = {".py", ".md", ".toml", ".lock", ".json", ".csv", ".qss", ".svg", ".html", ".txt", ".sh", ""}

Rule = Callable[[Path], Iterator[str]]


def modules_are_short(root: Path) -> Iterator[str]:
    """No module has more than 400 lines: a second job has crept in long before."""
    for path in _modules(root):
        lines = len(path.read_text(encoding="utf-8").splitlines())
        if lines > LONGEST:
            yield f"{_name(root, path)}: {lines} lines"


def packages_say_what_they_are(root: Path) -> Iterator[str]:
    """Every folder of code is a package whose docstring says what it is for."""
    for folder in sorted({path.parent for path in _modules(root) if path.name != "main.py"}):
        head = folder / "__init__.py"
        if not head.exists() or not ast.get_docstring(_tree(head)):
            yield f"{_name(root, folder)}: no __init__.py with a docstring"


def behaviour_is_tested(root: Path) -> Iterator[str]:
    """A module with a function has its test: ``a/b/test_c.py`` for ``a/b/c.py``, or one for all of ``b``."""
    for path in _modules(root):
        if path.name in {"main.py", "__main__.py"} or not _behaves(path):
            continue
        parts = list(path.relative_to(root / "explorer").with_suffix("").parts)
        parts = parts[:-1] if parts[-1] == "__init__" else parts
        candidates = [
            Path(*parts[:depth]).with_name(f"test_{parts[depth - 1]}.py")
            for depth in range(2, len(parts) + 1)
        ]
        inside = [Path(*parts[:depth], f"test_{parts[depth - 1]}.py") for depth in range(2, len(parts))]
        if not any((root / "tests" / candidate).exists() for candidate in candidates + inside):
            yield f"{_name(root, path)}: no tests/{candidates[-1].as_posix()}"


def nothing_knows_a_network(root: Path) -> Iterator[str]:
    """No module imports anything that can open a connection."""
    for path in _modules(root):
        for node in ast.walk(_tree(path)):
            for name in _imported(node):
                # urllib.parse takes texts apart and opens nothing.
                root_name = "" if name.startswith("urllib.parse") else name.partition(".")[0]
                if root_name in NETWORK or re.match(r"PySide6\.Qt(Network|Web)", name):
                    yield f"{_at(root, path, node)}: imports {name}"


def texts_for_people_can_be_translated(root: Path) -> Iterator[str]:
    """``tr`` is given a text as it stands in the code; what varies is put in afterwards with ``format``."""
    for path, call in _calls(root):
        made = (ast.JoinedStr, ast.BinOp, ast.Call)
        translates = _called(call) == "tr" or ast.unparse(call.func) == "QCoreApplication.translate"
        if translates and any(isinstance(argument, made) for argument in call.args[:2]):
            yield f"{_at(root, path, call)}: {_called(call)}() of a text that was put together"


def the_theme_alone_decides_the_look(root: Path) -> Iterator[str]:
    """Style sheets and colour values stand in the theme, not in widgets."""
    for path in _modules(root):
        if path.name == "theme.py":
            continue
        for node in ast.walk(_tree(path)):
            if isinstance(node, ast.Call) and _called(node) == "setStyleSheet":
                yield f"{_at(root, path, node)}: setStyleSheet"
            is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
            if is_text and "widgets" in path.parts and re.fullmatch(r"#[0-9a-fA-F]{6,8}", node.value):
                yield f"{_at(root, path, node)}: the colour {node.value}"


def signals_keep_nothing_alive(root: Path) -> Iterator[str]:
    """No lambda is connected to a signal: it would keep ``self`` alive as long as the sender."""
    for path, call in _calls(root):
        if _called(call) == "connect" and any(isinstance(argument, ast.Lambda) for argument in call.args):
            yield f"{_at(root, path, call)}: connect(lambda"


def painters_are_let_go(root: Path) -> Iterator[str]:
    """``with QPainter(...)``: where an error leaves a painter open, Qt brings the process down."""
    for path in _modules(root):
        tree = _tree(path)
        held = {
            id(item.context_expr)
            for node in ast.walk(tree)
            if isinstance(node, ast.With)
            for item in node.items
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and _called(node) == "QPainter" and id(node) not in held:
                yield f"{_at(root, path, node)}: QPainter outside with"


def signals_carry_one_value(root: Path) -> Iterator[str]:
    """``Signal(object)`` or ``Signal()``: Qt converts other types, and 2**40 as an int arrives as 0."""
    for path, call in _calls(root):
        if _called(call) == "Signal" and [getattr(argument, "id", "") for argument in call.args] not in (
            [],
            ["object"],
        ):
            yield f"{_at(root, path, call)}: a Signal of something other than one object"


def the_window_never_waits(root: Path) -> Iterator[str]:
    """No sleep, no nested event loop and no waiting for a future on the GUI thread."""
    for path, call in _calls(root):
        layer = path.relative_to(root).parts[1] if len(path.relative_to(root).parts) > 1 else ""
        # The courier asks a future that is done.
        if layer not in {"viewmodels", "widgets"} or path.name == "courier.py":
            continue
        waits = _called(call) in {"sleep", "processEvents"} or (
            _called(call) == "result" and not call.keywords
        )
        if waits and isinstance(call.func, ast.Attribute):
            yield f"{_at(root, path, call)}: {_called(call)}()"


def no_machine_is_named(root: Path) -> Iterator[str]:
    """No file holds an absolute path of somebody's machine."""
    path_of_machine = re.compile(
        r"""(?:^|["'`=\s(])(?:/(?:home|Users|root|mnt|tmp|work)/\w|[A-Z]:\\Users)""", re.MULTILINE
    )
    for path in _files(root):
        text = path.read_text(encoding="utf-8", errors="replace")
        for found in path_of_machine.finditer(text):
            yield f"{_name(root, path)}:{text.count(chr(10), 0, found.start()) + 1}: {found[0].strip()}"


def the_set_up_names_no_host(root: Path) -> Iterator[str]:
    """Where packages come from is the reader's own setting: no address stands in the set-up files."""
    for name in SET_UP:
        top = root / name
        for path in sorted(top.iterdir()) if top.is_dir() else [top]:
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                if re.search(r"\w+://|--(extra-)?index-url [^\\\s]|find-links", line):
                    yield f"{_name(root, path)}:{number}: {line.strip()}"


def nothing_is_put_off(root: Path) -> Iterator[str]:
    """Nothing says that it is not finished, and no test is left out."""
    unfinished = re.compile(r"#.*\b(TODO|FIXME|XXX)\b|\bNotImplementedError\b")
    left_out = re.compile(r"\b(xfail|skipif|skip|importorskip)\s*\(|mark\.(xfail|skip)\b")
    for path in [*_modules(root), *sorted((root / "tests").rglob("*.py"))]:
        if path == root / "tests" / "support" / "rules.py":
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            found = unfinished.search(line) or ("tests" in path.parts and left_out.search(line))
            if found:
                yield f"{_name(root, path)}:{number}: {found[0]}"


RULES: tuple[Rule, ...] = (
    modules_are_short,
    packages_say_what_they_are,
    behaviour_is_tested,
    nothing_knows_a_network,
    texts_for_people_can_be_translated,
    the_theme_alone_decides_the_look,
    signals_keep_nothing_alive,
    painters_are_let_go,
    signals_carry_one_value,
    the_window_never_waits,
    no_machine_is_named,
    the_set_up_names_no_host,
    nothing_is_put_off,
)


def _modules(root: Path) -> list[Path]:
    return [root / "main.py", *sorted((root / "explorer").rglob("*.py"))]


def _files(root: Path) -> Iterator[Path]:
    for path in sorted(root.iterdir()):
        if path.name in UNTRACKED:
            continue
        yield from (
            file
            for file in ([path] if path.is_file() else sorted(path.rglob("*")))
            if file.is_file() and file.suffix in TEXT and not UNTRACKED & set(file.relative_to(root).parts)
        )


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _calls(root: Path) -> Iterator[tuple[Path, ast.Call]]:
    for path in _modules(root):
        for node in ast.walk(_tree(path)):
            if isinstance(node, ast.Call):
                yield path, node


def _called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.module:
        return [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
    return []


def _behaves(path: Path) -> bool:
    return any(isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) for node in ast.walk(_tree(path)))


def _name(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix()


def _at(root: Path, path: Path, node: ast.AST) -> str:
    return f"{_name(root, path)}:{getattr(node, 'lineno', 0)}"
