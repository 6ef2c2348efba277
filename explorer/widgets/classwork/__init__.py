"""What a class works with: the reveal on the timeline, and the games in windows of their own."""
