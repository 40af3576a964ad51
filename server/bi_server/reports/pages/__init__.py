"""A screen as pages (PDF): what a board is handed. Drawn by ReportLab; no browser takes part."""

from bi_server.reports.pages.document import pdf_of
from bi_server.reports.pages.screen import Screen

__all__ = ["Screen", "pdf_of"]
