"""The only place that speaks SQL: opens, reads, searches and writes a library file."""
