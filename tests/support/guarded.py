"""``python -m tests.support.guarded main.py ...`` runs the app as a child that may not open a connection.

Ends with code 97 if it tried to, or if Qt's network module was loaded.
"""

import runpy
import sys

from tests.support.network import NetworkGuard, network_modules

TRIED = 97


def main() -> int:
    """Run the script named on the command line under the guard."""
    guard = NetworkGuard()
    guard.install()
    sys.argv = sys.argv[1:]
    code = 0
    try:
        runpy.run_path(sys.argv[0], run_name="__main__")
    except SystemExit as leaving:
        code = leaving.code if isinstance(leaving.code, int) else int(leaving.code is not None)
    found = guard.tried + network_modules()
    if found:
        sys.stderr.write("The network was touched: " + ", ".join(found) + "\n")
    return TRIED if found else code


if __name__ == "__main__":
    sys.exit(main())
