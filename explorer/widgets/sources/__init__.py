"""The Sources view: the documents, the reader, and what a document gives the timeline."""
