"""Mutated bytes: a finding or a sound attachment, never an exception; what is sound is shown."""

from random import Random

import pytest

from site_gen.attachments import Document, Picture
from site_gen.attachments.documents import render_document
from site_gen.attachments.inspect import inspect
from site_gen.attachments.pictures import render_picture
from tests.attachments.files import pdf, photo, saved

_SMALL = photo((90, 60))
_EXIF = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0"
SEEDS = {
    "a.jpg": saved(_SMALL, exif=_EXIF),
    "progressive.jpg": saved(_SMALL, progressive=True, quality=40),
    "cmyk.jpg": saved(_SMALL.convert("CMYK")),
    "a.png": saved(_SMALL, "PNG"),
    "palette.png": saved(_SMALL.quantize(8), "PNG", transparency=1),
    "moving.png": saved(_SMALL, "PNG", save_all=True, append_images=[_SMALL.rotate(90)]),
    "a.webp": saved(_SMALL, "WEBP", exif=_EXIF),
    "moving.webp": saved(_SMALL, "WEBP", save_all=True, append_images=[_SMALL.rotate(90)]),
}


def mutated(raw: bytes, random: Random) -> bytes:
    """Some bytes changed, left out, or put in twice."""
    content = bytearray(raw)
    for _ in range(random.randint(1, 6)):
        at = random.randrange(len(content))
        length = random.choice((1, 1, 1, 2, 4, 40))
        change = random.randrange(4)
        if change == 0:
            content[at : at + length] = random.randbytes(length)
        elif change == 1:
            del content[at : at + length]
        elif change == 2:
            content[at:at] = content[at : at + length]
        else:
            content[at] = random.choice((0, 1, 0x7F, 0x80, 0xFF))
    return bytes(content)


@pytest.mark.parametrize("name", SEEDS)
def test_a_mutated_picture_is_refused_or_shown(name: str) -> None:
    random = Random(name)
    refused = 0
    for _ in range(250):
        raw = mutated(SEEDS[name], random)
        content, findings = inspect(name, raw)
        refused += content is None
        assert (content is None) == any(one.code != "A106" for one in findings)
        if isinstance(content, Picture):
            assert all(made.startswith(b"RIFF") for made in render_picture(raw, content).values())
    assert 0 < refused < 250


def test_a_mutated_document_is_refused_or_shown() -> None:
    random, seed = Random("pdf"), pdf("Plan", "Map")
    sound = 0
    for _ in range(60):
        raw = mutated(seed, random)
        content, findings = inspect("a.pdf", raw)
        assert content is not None or findings
        if isinstance(content, Document):
            sound += 1
            assert render_document(raw).startswith(b"%PDF-")
    assert 0 < sound < 60
