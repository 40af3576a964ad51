"""Takes the clean rows of a file into the store, as a whole or not at all; what it does is undone as a whole."""
