"""Puts the web page together: one file with its style, its script and its data, sealed by a policy.

The policy lets run the one script and the one style whose hashes it names, and nothing else: no request, no
frame, no form, no plug-in. So even a text that slipped through as markup could not do anything.
"""

import base64
import hashlib
import html
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from explorer.domain.errors import ReaderError
from explorer.services.web_page.safety import script_json

SCRIPTS = (
    "time.js",
    "story.js",
    "marks.js",
    "ground.js",
    "drawing.js",
    "details.js",
    "lists.js",
    "tours.js",
    "view.js",
    "hands.js",
    "page.js",
)
"""In the order in which they build on each other; together they are one script."""
_SLOT = re.compile(r"\{\{([a-z]+)\}\}")


def whole_page(web: Path, data: Mapping[str, Any]) -> str:
    """The page as text. ``web`` is the folder of its template, style and scripts.

    Raises:
        ReaderError: one of these files cannot be read.
    """
    style = _read(web / "page.css")
    script = '"use strict";\n(() => {\n' + "\n".join(_read(web / name) for name in SCRIPTS) + "})();\n"
    policy = "; ".join(
        (
            "default-src 'none'",
            f"script-src {_hash(script)}",
            f"style-src {_hash(style)}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    filled = {
        "title": html.escape(str(data["title"])),
        "policy": html.escape(policy, quote=False),
        "style": style,
        "script": script,
        "data": script_json(data),
    }
    # In one pass over the template: what a slot is filled with is not looked into again.
    return _SLOT.sub(lambda slot: filled[slot[1]], _read(web / "page.html"))


def _hash(text: str) -> str:
    """What a policy calls the text of an element by."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise ReaderError(f"“{path}” cannot be read. Install Timeline Explorer anew.") from error
