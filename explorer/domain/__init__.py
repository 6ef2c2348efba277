"""What the app is about: events, dates, passages, claims. Plain Python, no Qt, no SQL, no numpy."""
