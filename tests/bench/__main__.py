"""``python -m tests.bench frames --events 10000`` measures, and says on what machine; see ``--help``."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from explorer.app.qt import load_qt
from tests.bench.libraries import Shelf
from tests.bench.machine import machine, versions

Measure = Callable[[int, int | None, Shelf], tuple[int, dict[str, object]]]


@dataclass(frozen=True, slots=True)
class Bench:
    """A module with a ``measure``, how often it repeats unless told otherwise, and how often in ``all``."""

    module: str
    runs: int
    runs_in_all: int
    sized: bool = True
    """Whether it is measured on libraries of several sizes."""


BENCHES = {
    "startup": Bench("startup", 10, 3, sized=False),
    "open": Bench("opening", 5, 3),
    "frames": Bench("frames", 5, 5),
    "search": Bench("searching", 5, 2),
    "filter": Bench("filtering", 5, 3),
    "import": Bench("importing", 3, 1),
    "edit": Bench("editing", 5, 3),
    "memory": Bench("memory", 3, 1),
    "adding": Bench("adding", 3, 1, sized=False),
    "anchoring": Bench("anchoring", 3, 1, sized=False),
    "suggestions": Bench("suggesting", 3, 1, sized=False),
}
ALONE = {"soak": Bench("soak", 20, 1), "flights": Bench("flights", 3, 1, sized=False)}
"""Too long for ``all``: a run is half a minute."""
SIZES = (None, 10_000, 1_000_000)
"""Those that ``all`` goes through; None is the shipped story."""


def main() -> int:
    """Run benches and print their figures: for people, or one JSON object each with ``--json``."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("name", choices=[*sorted(BENCHES | ALONE), "all"])
    parser.add_argument("--runs", type=int, help="how often to measure (frames: 5, startup: 10)")
    parser.add_argument("--events", type=int, help="size of a made-up library (default: the shipped story)")
    parser.add_argument(
        "--json", metavar="FILE", help="write one JSON object a line there (-: standard output)"
    )
    parser.add_argument(
        "--libraries", metavar="FOLDER", type=Path, help="keep and reuse made-up libraries there"
    )
    wanted = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as temporary:
        shelf = Shelf(wanted.libraries or Path(temporary))
        shelf.folder.mkdir(parents=True, exist_ok=True)
        texts = []
        for answer in _answers(wanted, shelf):
            text = _for_people(answer) if wanted.json is None else json.dumps(answer) + "\n"
            if wanted.json in {None, "-"}:
                print(text, end="", flush=True)
            texts.append(text)
    if wanted.json not in {None, "-"}:
        Path(wanted.json).write_text("".join(texts), encoding="utf-8")
    return 0


def _answers(wanted: argparse.Namespace, shelf: Shelf) -> Iterator[dict[str, object]]:
    if wanted.name != "all":
        bench = (BENCHES | ALONE)[wanted.name]
        yield _measure(wanted.name, wanted.runs or bench.runs, wanted.events, shelf)
        return
    sizes = SIZES if wanted.events is None else (wanted.events,)
    for name, bench in BENCHES.items():
        for events in sizes if bench.sized else (None,):
            yield _in_a_child(name, wanted.runs or bench.runs_in_all, events, shelf)


def _measure(name: str, runs: int, events: int | None, shelf: Shelf) -> dict[str, object]:
    # As the app does before it imports its window.
    load_qt()
    measure: Measure = import_module(f"tests.bench.{(BENCHES | ALONE)[name].module}").measure
    size, figures = measure(runs, events, shelf)
    return {
        "name": name,
        "events": size,
        "figures": figures,
        "machine": machine(),
        "versions": versions(),
    }


def _in_a_child(name: str, runs: int, events: int | None, shelf: Shelf) -> dict[str, object]:
    """Measure in a process of its own: no bench inherits the memory and the caches of another."""
    command = [
        "-m",
        "tests.bench",
        name,
        "--runs",
        str(runs),
        "--json",
        "-",
        "--libraries",
        str(shelf.folder),
    ]
    size = [] if events is None else ["--events", str(events)]
    done = subprocess.run([sys.executable, *command, *size], stdout=subprocess.PIPE, text=True, check=True)
    answer: dict[str, object] = json.loads(done.stdout)
    return answer


def _for_people(answer: dict[str, object]) -> str:
    figures = answer["figures"]
    if not isinstance(figures, dict):
        raise TypeError("figures are a dict")
    lines = [f"{answer['name']}, {answer['events']:,} events"]
    lines += [f"  {name:24} {value}" for name, value in figures.items()]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
