"""The panel of dates that were found in a document."""
