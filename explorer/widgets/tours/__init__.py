"""The page of tours: making, changing and showing them."""
