"""Reads documents of every kind into text with pages, each in a process of its own."""

READ_ONE_FILE = "--read-one-file"
"""With this alone on its command line the app is that process: a bundle has no Python beside it to start."""
