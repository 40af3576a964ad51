"""A screen as pages (PDF): what a board is handed. Drawn by ReportLab; no browser takes part."""

from bi_server.reports.pages.screen import Screen

__all__ = ["CONTENT_TYPE", "Screen", "pdf_of"]

CONTENT_TYPE = "application/pdf"


def pdf_of(screen: Screen) -> bytes:
    """The file. Equal screens make equal bytes."""
    from bi_server.reports.pages.document import drawn  # a fifth of a second, for who draws; see workers.breeding

    return drawn(screen)
