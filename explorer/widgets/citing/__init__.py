"""Citations onto the clipboard, works and passages into files, annotations out of them."""
