"""The pages, put together."""

import io

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from bi_server.reports.pages import parts, style
from bi_server.reports.pages.fonts import REGULAR, load, runs
from bi_server.reports.pages.screen import Screen

FOOT = 7.5


def drawn(screen: Screen) -> bytes:
    """The file. Equal screens make equal bytes."""
    load()
    about = screen.about
    story: list[Flowable] = [
        *parts.cover(screen),
        *parts.kpis(screen),
        *parts.over_time(screen),
        *parts.drivers(screen),
        *parts.insights(screen),
        *parts.incomplete(screen),
        *parts.definitions(screen),
    ]
    file = io.BytesIO()
    foot = " · ".join(filter(None, (about.business, about.range, f"version {about.data_version} of the data")))

    def finish(canvas: Canvas, document: BaseDocTemplate) -> None:
        canvas.setFillColor(style.QUIET)
        x = style.MARGIN
        for font, text in runs(foot):
            canvas.setFont(font or REGULAR, FOOT)
            canvas.drawString(x, style.MARGIN - 16, text)
            x += canvas.stringWidth(text, font or REGULAR, FOOT)
        canvas.setFont(REGULAR, FOOT)
        canvas.drawRightString(style.PAGE[0] - style.MARGIN, style.MARGIN - 16, f"Page {document.page}")

    pages = BaseDocTemplate(
        file,
        pagesize=style.PAGE,
        title=f"{about.business or 'Business report'}, {about.range}",
        author=about.business or "bi",
        subject=about.scope or "all of the business",
        lang="en",
        invariant=1,  # no moment of its making in it
    )
    height = style.PAGE[1] - 2 * style.MARGIN
    frame = Frame(style.MARGIN, style.MARGIN, style.WIDTH, height, 0, 0, 0, 0)
    pages.addPageTemplates(PageTemplate(frames=[frame], onPage=finish))
    pages.build(story)
    return file.getvalue()
