"""bi: the analytics backend of a business dashboard."""
