"""The Claims page: what the sources say that can be counted, and what the counts say."""
