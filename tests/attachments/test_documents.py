"""Documents as a reader gets them: written anew, so that only what was looked through is there."""

import re
import zlib
from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    StreamObject,
)

from site_gen.attachments import Document
from site_gen.attachments.documents import render_document
from site_gen.attachments.inspect import inspect
from site_gen.attachments.jpeg import without_notes
from tests.attachments.files import (
    add_page,
    annotated,
    annotation,
    names,
    pdf,
    photo,
    saved,
    text,
    written,
)

SECRET = b"Geheimdorf"


def looked_at(raw: bytes) -> Document:
    """What a sound document is."""
    content, findings = inspect("a.pdf", raw)
    assert isinstance(content, Document), findings
    return content


def codes(raw: bytes) -> list[str]:
    """The codes of what is said about a document."""
    return [finding.code for finding in inspect("a.pdf", raw)[1]]


def _unpacked(raw: bytes) -> bytes:
    """The bytes of a document with all that is compressed in it."""
    streams = [
        each.get_data()
        for each in (PdfReader(BytesIO(raw)).get_object(n) for n in range(1, 99) if n < 60)
        if isinstance(each, StreamObject)
    ]
    return raw + b"".join(streams)


def _with_notes() -> bytes:
    writer = PdfWriter()
    add_page(writer, "Plan")
    writer.add_metadata({"/Author": "Geheimdorf", "/Title": "Geheimdorf"})
    xmp = DecodedStreamObject()
    xmp.set_data(b"<x:xmpmeta>Geheimdorf</x:xmpmeta>")
    xmp[NameObject("/Type")] = NameObject("/Metadata")
    reference = writer._add_object(xmp)
    writer.root_object[NameObject("/Metadata")] = reference
    writer.pages[0][NameObject("/Metadata")] = reference
    writer.pages[0][NameObject("/PieceInfo")] = DictionaryObject(
        {NameObject("/A"): text("Geheimdorf")}
    )
    return written(writer)


def _with_unused_object() -> bytes:
    writer = PdfWriter()
    add_page(writer, "Plan")
    left = DecodedStreamObject()
    left.set_data(SECRET)
    writer._add_object(left)
    return written(writer)


def _with_photo() -> bytes:
    exif = photo().getexif()
    exif[0x013B] = "Geheimdorf"
    writer = PdfWriter()
    add_page(writer, "Plan")
    image = StreamObject()
    image._data = saved(photo((60, 40)), exif=exif, comment=SECRET)
    image.update(names(Type="/XObject", Subtype="/Image", Filter="/DCTDecode"))
    image[NameObject("/ColorSpace")] = NameObject("/DeviceRGB")
    size = {"/Width": 60, "/Height": 40, "/BitsPerComponent": 8}
    image.update({NameObject(key): NumberObject(value) for key, value in size.items()})
    resources = writer.pages[0]["/Resources"]
    assert isinstance(resources, DictionaryObject)
    drawn = DictionaryObject({NameObject("/P"): writer._add_object(image)})
    resources[NameObject("/XObject")] = drawn
    return written(writer)


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(_with_notes(), id="author and notes"),
        pytest.param(_with_unused_object(), id="what no page shows"),
        pytest.param(_with_photo(), id="notes of a photo in it"),
        pytest.param(pdf("Plan") + SECRET, id="what follows its end"),
    ],
)
def test_what_is_not_of_the_pages_is_not_published(raw: bytes) -> None:
    assert SECRET in _unpacked(raw)
    looked_at(raw)
    made = render_document(raw)
    assert SECRET not in _unpacked(made)
    reader = PdfReader(BytesIO(made))
    assert reader.pages[0].extract_text() == "Plan"
    assert not reader.metadata


def test_the_same_document_gives_the_same_bytes() -> None:
    assert render_document(_with_notes()) == render_document(_with_notes())


def test_the_picture_in_a_document_keeps_its_pixels() -> None:
    assert _pixels(render_document(_with_photo())) == _pixels(_with_photo())


def _pixels(raw: bytes) -> bytes:
    image = PdfReader(BytesIO(raw)).pages[0].images[0].image
    assert image is not None
    return image.tobytes()


@pytest.mark.parametrize(
    "raw", [b"", b"\xff\xd8", b"\xff\xd8\xff\xe1\0\x08", b"GIF89a", b"\xff\xd8\xff\xff\xff"]
)
def test_what_is_no_jpeg_is_not_passed_on(raw: bytes) -> None:
    with pytest.raises(ValueError, match="JPEG"):
        without_notes(raw)


def test_pages_and_size_are_told() -> None:
    raw = pdf("Plan", "Map", "List")
    document = looked_at(raw)
    assert (document.pages, document.size) == (3, len(raw))


def test_where_something_personal_stands() -> None:
    _, findings = inspect("a.pdf", pdf("Plan", "tel 13812345678"))
    assert [finding.code for finding in findings] == ["A116"]
    assert "第 2 页" in findings[0].message
    assert "13812345678" not in str(findings[0])


def test_characters_that_a_font_gives_as_radicals_are_read() -> None:
    raw = annotated(annotation("Text", Contents=text("联系\u2f08：张三")))
    assert codes(raw) == ["A117"]


def test_what_may_be_public_may_stand_in_a_document() -> None:
    assert inspect("a.pdf", pdf("tel 13812345678"), frozenset({"13812345678"}))[1] == ()


def test_pages_without_words_are_named() -> None:
    _, findings = inspect("a.pdf", pdf("Plan", "", ""))
    assert [finding.code for finding in findings] == ["A115"]
    assert "第 2、3 页" in findings[0].message


def test_a_page_that_unpacks_without_end_is_refused() -> None:
    packer = zlib.compressobj(9)
    parts = [packer.compress(b"0 0 m " * 1_000_000) for _ in range(60)]
    writer = PdfWriter()
    add_page(writer, "Plan")
    bomb = StreamObject()
    bomb._data = b"".join([*parts, packer.flush()])
    bomb[NameObject("/Filter")] = NameObject("/FlateDecode")
    writer.pages[0][NameObject("/Contents")] = writer._add_object(bomb)
    raw = written(writer)
    assert len(raw) < 2_000_000
    assert codes(raw) == ["A114"]


def test_pages_that_contain_themselves_are_refused() -> None:
    raw = pdf("Plan")
    pages, own = re.search(rb"/Pages (\d+) 0 R", raw), re.search(rb"/Kids \[ (\d+) 0 R \]", raw)
    assert pages is not None
    assert own is not None
    circle = raw[: own.start(1)] + pages[1] + raw[own.end(1) :]
    assert codes(circle) in (["A110"], ["A114"])
