"""Takes files of sales and site traffic into the store, tells what became of every row, and can undo it."""
