"""Citations of events, passages and sources in the styles of the humanities."""
