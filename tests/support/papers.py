"""Documents of every kind, made on the fly with the ordinary tools."""

import io
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

_TEXT = """
The harbour board met on 17 June 1971 and voted to dredge the eastern channel, which had silted up
since the war and could take no ship of more than four metres.

Its chairman, Ada Lindqvist, called the vote a “late but honest” one; the fishermen of Sandvik, who
had asked for it in 1958 and again in 1964, called it late.

Between 1972 and 1975 the contractors moved 1.4 million cubic metres of mud. Nobody had counted on
the mines, of which they found eleven.

By October 1976 the channel was nine metres deep, the board was out of money, and the first timber
carrier from Riga lay at the new quay.
"""
PARAGRAPHS = tuple(" ".join(paragraph.split()) for paragraph in _TEXT.split("\n\n"))
"""Words of our own."""

BOARD = "The Harbour Board of Sandvik"


def pdf(
    paragraphs: Sequence[str] = PARAGRAPHS,
    *,
    columns: int = 1,
    title: str = BOARD,
    author: str = "Ada Lindqvist",
    head: str = "Annals of the Coast",
) -> bytes:
    """A PDF with a running head and page numbers, set in one column or two."""
    from reportlab.lib.pagesizes import A5
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

    def decorate(canvas, document):
        canvas.drawString(40, A5[1] - 25, head)
        canvas.drawCentredString(A5[0] / 2, 18, str(document.page))

    out = io.BytesIO()
    width = (A5[0] - 60 - 20 * (columns - 1)) / columns
    frames = [Frame(30 + at * (width + 20), 40, width, A5[1] - 80) for at in range(columns)]
    document = BaseDocTemplate(out, pagesize=A5, title=title, author=author, invariant=1)
    document.addPageTemplates(PageTemplate(frames=frames, onPage=decorate))
    style = getSampleStyleSheet()["BodyText"]
    document.build([Paragraph(escape(words), style) for words in paragraphs])
    return out.getvalue()


def across(left: Sequence[str], right: Sequence[str]) -> bytes:
    """A PDF of one page in two columns that was written line by line over both."""
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(500, 700), invariant=1)
    for at, (one, other) in enumerate(zip(left, right, strict=True)):
        canvas.drawString(40, 650 - 14 * at, one)
        canvas.drawString(270, 650 - 14 * at, other)
    canvas.save()
    return out.getvalue()


def tome(pages: int) -> bytes:
    """A PDF of so many pages of forty lines, whose words no two pages share."""
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(420, 595), invariant=1, pageCompression=1)
    for page in range(1, pages + 1):
        text = canvas.beginText(40, 550)
        text.setFont("Helvetica", 9)
        for line in range(40):
            text.textLine(
                f"Line {line} of page {page} tells what the harbour board did on day {page * 40 + line}"
            )
        canvas.drawText(text)
        canvas.drawCentredString(210, 20, str(page))
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def scan(pages: int = 2) -> bytes:
    """A PDF with pictures of pages only."""
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    for _ in range(pages):
        canvas.rect(50, 50, 300, 500, fill=1)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def locked_pdf() -> bytes:
    """A PDF that asks for a password."""
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, encrypt=StandardEncryption("secret"), invariant=1)
    canvas.drawString(100, 100, "hidden words")
    canvas.save()
    return out.getvalue()


def pdf_bomb(megabytes: int) -> bytes:
    """A PDF of a few thousand bytes whose page unpacks to so many megabytes of commands."""
    words = b"BT /F 9 Tf " + b"(harm) Tj " * (megabytes * 100_000) + b"ET"
    stream = zlib.compress(zlib.compress(words, 9), 9)
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d/Filter[/FlateDecode/FlateDecode]>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = len(out)
    out += b"xref\n0 6\n0000000000 65535 f \n" + table
    out += b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % end
    return bytes(out)


def page(paragraphs: Sequence[str] = PARAGRAPHS, *, title: str = BOARD) -> bytes:
    """A saved web page with navigation, an advertisement, scripts and comments around the article."""
    body = "".join(f"<p>{escape(words)}</p>\n" for words in paragraphs)
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{escape(title)} | Coast Weekly</title>
<meta name="author" content="Ada Lindqvist"><meta property="og:site_name" content="Coast Weekly">
<meta property="og:title" content="{escape(title)}">
<meta property="article:published_time" content="1976-11-03T08:00:00Z">
<script>document.title = "taken over"</script><link rel="stylesheet" href="http://example.org/a.css"></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/boats">Boats</a></li></ul></nav>
<img src="http://example.org/counter.png" alt="">
<main><article><h1>{escape(title)}</h1>
{body}</article></main>
<aside><p>Subscribe to the Coast Weekly today and read more of it.</p></aside>
<section id="comments" class="comments"><h2>Comments</h2><ol><li class="comment"><p>I was there and remember
it quite differently, as everybody in Sandvik does.</p></li></ol></section>
<footer><p>All rights reserved.</p></footer></body></html>""".encode()


def word(paragraphs: Sequence[str] = PARAGRAPHS, *, title: str = BOARD) -> bytes:
    """A Word document with a heading, paragraphs, a table in the middle and a last line."""
    from docx import Document

    document = Document()
    document.core_properties.title = title
    document.core_properties.author = "Ada Lindqvist; Bo Ek"
    document.add_heading(title, 1)
    for words in paragraphs:
        document.add_paragraph(words)
    table = document.add_table(2, 2)
    for at, words in enumerate(("Year", "Depth", "1976", "nine metres")):
        table.cell(at // 2, at % 2).text = words
    document.add_paragraph("So ends the account.")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def with_part(archive: bytes, part: str, body: bytes) -> bytes:
    """A copy of an archive in which one part holds something else."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(archive)) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for name in source.namelist():
            if name != part:
                made.writestr(name, source.read(name))
        made.writestr(part, body)
    return out.getvalue()


def book(paragraphs: Sequence[str] = PARAGRAPHS, *, title: str = BOARD) -> bytes:
    """An e-book of two chapters that tells two pages of the printed book."""
    half = len(paragraphs) // 2
    parts = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": (
            '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
        ),
        "OEBPS/book.opf": (
            '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
            f"<dc:title>{escape(title)}</dc:title><dc:creator>Ada Lindqvist</dc:creator>"
            "<dc:date>1977-05</dc:date>"
            "<dc:publisher>Coast Press</dc:publisher><dc:language>en</dc:language></metadata><manifest>"
            '<item id="n" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
            '<item id="b" href="text/b.xhtml" media-type="application/xhtml+xml"/>'
            '<item id="a" href="text/a.xhtml" media-type="application/xhtml+xml"/></manifest><spine>'
            '<itemref idref="n"/><itemref idref="a"/><itemref idref="b"/></spine></package>'
        ),
        "OEBPS/nav.xhtml": _chapter("<p>Contents of the book</p>"),
        "OEBPS/text/a.xhtml": _chapter(
            '<span epub:type="pagebreak" title="12"/>' + _paragraphs(paragraphs[:half])
        ),
        "OEBPS/text/b.xhtml": _chapter(
            '<p epub:type="pagebreak" title="13"/>' + _paragraphs(paragraphs[half:])
        ),
    }
    return packed(parts)


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, body in parts.items():
            made.writestr(name, body)
    return out.getvalue()


def _chapter(body: str) -> str:
    return (
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">'
        f"<head><title>Chapter</title></head><body>{body}</body></html>"
    )


def _paragraphs(paragraphs: Sequence[str]) -> str:
    return "".join(f"<p>{escape(words)}</p>" for words in paragraphs)
