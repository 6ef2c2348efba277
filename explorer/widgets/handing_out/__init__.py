"""The windows in which the reader hands out: Export and Print."""
