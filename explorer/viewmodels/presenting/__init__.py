"""A tour before a class: where the talk is, what its steps put before the class, and the time it takes."""
