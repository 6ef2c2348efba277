"""Taking documents in: by menu, drop or paste, with a report on each."""
