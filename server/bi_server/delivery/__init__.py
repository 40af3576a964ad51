"""Ways out: what is told to people and programs that did not ask just now."""
