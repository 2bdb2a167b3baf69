"""Attachments made by code: photos, drawings and documents, sound ones and others.

Nothing here is read from a file, and nothing dangerous lies in the repository.
"""

import struct
import zlib
from io import BytesIO

from PIL import Image, ImageDraw
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

SIZE = (1200, 800)


def photo(size: tuple[int, int] = SIZE, mode: str = "RGB") -> Image.Image:
    """A picture whose top left quarter is red, on a blue ground."""
    image = Image.new("RGB", size, (20, 60, 200))
    ImageDraw.Draw(image).rectangle((0, 0, size[0] // 2, size[1] // 2), (220, 30, 30))
    return image.convert(mode)


def saved(image: Image.Image, kind: str = "JPEG", **options: object) -> bytes:
    """The bytes of a picture."""
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def png_header(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it is this large."""
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        chunk(kind, content)
        for kind, content in ((b"IHDR", header), (b"IDAT", zlib.compress(b"\0")), (b"IEND", b""))
    )


def chunk(kind: bytes, content: bytes) -> bytes:
    """A chunk of a PNG."""
    check = struct.pack(">I", zlib.crc32(kind + content))
    return struct.pack(">I", len(content)) + kind + content + check


def pdf(*pages: str, root: dict[str, PdfObject] | None = None, password: str = "") -> bytes:
    """A document with a line of text on each page; ``root`` is added to its catalogue."""
    writer = PdfWriter()
    for text in pages or ("Draft plan for the road",):
        add_page(writer, text)
    for key, value in (root or {}).items():
        writer.root_object[NameObject(key)] = value
    if password:
        writer.encrypt("", password)
    return written(writer)


def add_page(writer: PdfWriter, text: str) -> None:
    """A page that says something in Latin letters and digits; nothing for an empty text."""
    page = writer.add_blank_page(595, 842)
    if not text:
        return
    font = names(Type="/Font", Subtype="/Type1", BaseFont="/Helvetica")
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
    )
    stream = DecodedStreamObject()
    stream.set_data(f"BT /F1 14 Tf 60 760 Td ({text}) Tj ET".encode("latin-1"))
    page[NameObject("/Contents")] = writer._add_object(stream)


def written(writer: PdfWriter) -> bytes:
    """The bytes of a document."""
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def names(**entries: str) -> DictionaryObject:
    """A dictionary of names: ``names(S="/Launch")``."""
    pairs = {NameObject(f"/{key}"): NameObject(value) for key, value in entries.items()}
    return DictionaryObject(pairs)


def action(kind: str, **more: PdfObject) -> DictionaryObject:
    """An action: what a reader's program is told to do."""
    made = names(Type="/Action", S=f"/{kind}")
    made.update({NameObject(f"/{key}"): value for key, value in more.items()})
    return made


def text(value: str) -> PdfObject:
    """A text in a document."""
    return TextStringObject(value)


def annotation(kind: str, **more: PdfObject) -> DictionaryObject:
    """Something on a page that is not of the page."""
    made = names(Type="/Annot", Subtype=f"/{kind}")
    made[NameObject("/Rect")] = ArrayObject([NumberObject(each) for each in (0, 0, 9, 9)])
    made.update({NameObject(f"/{key}"): value for key, value in more.items()})
    return made


def annotated(*annotations: DictionaryObject, says: str = "Minutes") -> bytes:
    """A document with annotations on its page."""
    writer = PdfWriter()
    add_page(writer, says)
    writer.pages[0][NameObject("/Annots")] = ArrayObject(annotations)
    return written(writer)
