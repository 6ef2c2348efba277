"""Reads documents of every kind into text with pages, each in a process of its own."""
