"""Dimensions with thousands of names: their sums are made of the rows, held in memory as columns."""
