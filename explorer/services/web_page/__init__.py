"""What a library hands out to readers without the app: a web page of one file, and a story for TimelineJS."""
