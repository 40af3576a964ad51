"""Keeps the business's rows and answers with sums of them."""
