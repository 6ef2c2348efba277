"""What a figure was measured on."""

import importlib.metadata
import os
import platform
from pathlib import Path

PACKAGES = ("PySide6_Essentials", "numpy", "pyqtgraph", "SQLAlchemy")


def machine() -> dict[str, object]:
    """Processor, cores, memory and system; nothing that names the machine or its user."""
    return {
        "system": platform.platform(),
        "processor": _processor(),
        "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count(),
        "qt_platform": os.environ.get("QT_QPA_PLATFORM", ""),
    }


def versions() -> dict[str, str]:
    """Versions of Python, the app and the packages that weigh."""
    from explorer import __version__

    found = {"python": platform.python_version(), "timeline-explorer": __version__}
    for name in PACKAGES:
        found[name] = importlib.metadata.version(name)
    return found


def _processor() -> str:
    information = Path("/proc/cpuinfo")
    if information.exists():
        for line in information.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor()
