"""Use cases. They run on worker threads and answer with frozen values; no Qt, no SQL."""
