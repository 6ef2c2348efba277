"""What several sources say of one event, side by side."""
