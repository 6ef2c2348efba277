"""Reads and writes bibliographies: CSL-JSON, BibTeX and RIS."""
