"""Starts Timeline Explorer from a checkout: ``python main.py --help`` says what can be typed."""

import sys

from explorer.app.main import main

if __name__ == "__main__":
    sys.exit(main())
