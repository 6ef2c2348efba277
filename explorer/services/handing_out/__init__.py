"""What a handout says: gathered from a library, without a thought for how it is set on paper."""
