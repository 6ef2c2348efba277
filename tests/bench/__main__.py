"""``python -m tests.bench startup``: measures, and says on what machine. ``--help`` says the rest."""

import argparse
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

from tests.bench import startup
from tests.bench.machine import machine, versions

Measure = Callable[[int, int | None], tuple[int, dict[str, object]]]

BENCHES: dict[str, Measure] = {"startup": startup.measure}


def main() -> int:
    """Run one bench and print its figures: for people, or one JSON object with ``--json``."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("name", choices=sorted(BENCHES))
    parser.add_argument("--runs", type=int, default=10, help="fresh starts of each kind (default: 10)")
    parser.add_argument("--events", type=int, help="size of the library, where a bench makes its own")
    parser.add_argument("--json", metavar="FILE", help="write one JSON object there (-: to standard output)")
    wanted = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    events, figures = BENCHES[wanted.name](wanted.runs, wanted.events)
    if wanted.json is None:
        print(f"{wanted.name}, {events} events")
        for name, value in figures.items():
            print(f"  {name:20} {value}")
        return 0
    answer = {
        "name": wanted.name,
        "events": events,
        "figures": figures,
        "machine": machine(),
        "versions": versions(),
    }
    text = json.dumps(answer, indent=1) + "\n"
    if wanted.json == "-":
        sys.stdout.write(text)
    else:
        Path(wanted.json).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
