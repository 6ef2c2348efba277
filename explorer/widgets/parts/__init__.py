"""What several panels are made of: wrapping words and buttons, layouts that give way, the way of Tab."""
