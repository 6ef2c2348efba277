"""What to draw for a viewport, computed from arrays. numpy only: no Qt, no SQL, no object per event."""
