"""Whether Qt can open a window here: asked before Qt starts, for Qt ends the process where it cannot."""

import ctypes
import os
import sys
from pathlib import Path

# What the PySide6 wheel links to and does not bring, with the Debian package that has it.
CORE = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
}
X11 = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
DRAWING_ELSEWHERE = {"offscreen", "minimal", "minimalegl", "eglfs", "linuxfb", "vnc"}
WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}


def display_problem() -> str | None:
    """One sentence if there is no display to show a window on; None if there is, or Qt draws elsewhere."""
    if not _on_linux():
        return None
    if _platform() not in {"", "xcb", "wayland"}:
        known = _platform() in DRAWING_ELSEWHERE
        return None if known else f"Qt has no platform called “{_platform()}” (QT_QPA_PLATFORM)."
    x11, wayland = os.environ.get("DISPLAY", ""), os.environ.get("WAYLAND_DISPLAY", "")
    if not x11 and not wayland:
        return "There is no display: neither DISPLAY nor WAYLAND_DISPLAY is set."
    if _compositor_answers(wayland) or _answers(x11):
        return None
    return f"The display {wayland or x11} does not answer."


def missing_library() -> str | None:
    """Two sentences naming the Debian packages of the system libraries that Qt needs and lacks; else None."""
    missing = missing_libraries()
    if not missing:
        return None
    names, packages = ", ".join(missing), " ".join(dict.fromkeys(missing.values()))
    subject = f"The system library {names} is" if len(missing) == 1 else f"The system libraries {names} are"
    return f"{subject} missing. On Debian or Ubuntu type: sudo apt install {packages}"


def missing_libraries() -> dict[str, str]:
    """The system libraries Qt needs for this display and cannot find, each with its Debian package."""
    if not _on_linux():
        return {}
    missing = absent(CORE)
    if _platform() in {"", "xcb", "wayland"}:
        x11 = absent(X11) if os.environ.get("DISPLAY") else {}
        wayland = absent(WAYLAND) if os.environ.get("WAYLAND_DISPLAY") else {}
        if os.environ.get("DISPLAY") and os.environ.get("WAYLAND_DISPLAY"):
            # Qt takes whichever of the two it can load.
            missing |= x11 if wayland else {}
        else:
            missing |= x11 | wayland
    return missing


def absent(libraries: dict[str, str]) -> dict[str, str]:
    """Those of ``libraries`` (file name to package) that the loader cannot open.

    A library that is found stays loaded, so that asking costs no more than Qt would spend on it anyway.
    """
    return {name: package for name, package in libraries.items() if not _loads(name)}


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def _compositor_answers(display: str) -> bool:
    """Whether the socket of the Wayland compositor is there."""
    return bool(display) and Path(os.environ.get("XDG_RUNTIME_DIR", ""), display).is_socket()


def _answers(display: str) -> bool:
    """Whether the X server of ``display`` takes a connection; without libxcb that is not ours to say."""
    if not display:
        return False
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(os.fsencode(display), None)
    failed: int = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not failed


def _platform() -> str:
    """Qt's platform plugin if the environment names one ("offscreen:option" counts as "offscreen")."""
    return os.environ.get("QT_QPA_PLATFORM", "").split(";")[0].split(":")[0].removesuffix("-egl")


def _on_linux() -> bool:
    return sys.platform.startswith("linux")
