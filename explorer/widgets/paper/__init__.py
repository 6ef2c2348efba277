"""Sheets: what is printed, exported as a picture or handed out, drawn as vectors with real text."""
