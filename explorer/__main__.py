"""``python -m explorer``: the same as ``timeline-explorer``, where scripts are not on the path (Windows)."""

import sys

from explorer.app.main import main

if __name__ == "__main__":
    sys.exit(main())
