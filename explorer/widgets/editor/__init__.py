"""Where events and lanes are written."""
