"""One servicer a file. A method checks the request, reads the cube, computes, and answers."""
