"""What cameras write beside the pixels: seen in what goes in, nowhere in what comes out."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin

from site_gen.attachments import Picture
from site_gen.attachments.inspect import inspect
from site_gen.attachments.pictures import render_picture
from tests.attachments.files import chunk, photo, saved
from tests.attachments.metadata import GPS, IPTC, VILLAGE, XMP, told, write

_END = b"\0\0\0\0IEND"
_TRAILING = b"PK\x03\x04" + VILLAGE.encode()


def _tagged(kind: str, *tags: str) -> Callable[[Path], None]:
    def make(file: Path) -> None:
        file.write_bytes(saved(photo(), kind))
        write(file, *tags)

    return make


def _thumbnail(file: Path) -> None:
    small = file.with_name("small.jpg")
    _tagged("JPEG", *GPS)(small)
    _tagged("JPEG", f"-ThumbnailImage<={small}")(file)


def _several(file: Path) -> None:
    small = file.with_name("small.jpg")
    _tagged("JPEG", *GPS)(small)
    with Image.open(small) as second:
        exif = second.getexif()
        file.write_bytes(saved(photo(), "MPO", save_all=True, append_images=[second], exif=exif))


def _png_text(file: Path) -> None:
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", VILLAGE)
    info.add_text("Description", VILLAGE, zip=True)
    info.add_itxt("Location", VILLAGE, "de", "Ort")
    file.write_bytes(saved(photo(), "PNG", pnginfo=info))


def _png_late_text(file: Path) -> None:
    text = chunk(b"tEXt", b"Author\0" + VILLAGE.encode())
    file.write_bytes(saved(photo(), "PNG").replace(_END, text + _END))


CONTAINERS: dict[str, Callable[[Path], None]] = {
    "exif.jpg": _tagged("JPEG", *GPS),
    "xmp.jpg": _tagged("JPEG", *XMP),
    "iptc.jpg": _tagged("JPEG", *IPTC),
    "comment.jpg": _tagged("JPEG", f"-Comment={VILLAGE}"),
    "thumbnail.jpg": _thumbnail,
    "several.jpg": _several,
    "exif.png": _tagged("PNG", *GPS),
    "xmp.png": _tagged("PNG", *XMP),
    "text.png": _png_text,
    "late-text.png": _png_late_text,
    "exif.webp": _tagged("WEBP", *GPS),
    "xmp.webp": _tagged("WEBP", *XMP),
}


def _published(file: Path) -> dict[int, bytes]:
    raw = file.read_bytes()
    content, findings = inspect(file.name, raw)
    assert isinstance(content, Picture), findings
    return render_picture(raw, content)


def test_nothing_that_a_camera_wrote_is_published(tmp_path: Path) -> None:
    before, after = tmp_path / "before", tmp_path / "after"
    before.mkdir()
    after.mkdir()
    for name, make in CONTAINERS.items():
        make(before / name)
        for width, content in _published(before / name).items():
            (after / f"{name}-{width}.webp").write_bytes(content)
            assert VILLAGE.encode() not in content
    seen = told([before / name for name in CONTAINERS])
    assert [name for name, notes in seen.items() if not _tells(notes)] == []
    assert {notes for each in told(sorted(after.iterdir())).values() for notes in each} == set()


def _tells(notes: dict[str, str]) -> bool:
    """Whether the place is told: that the eye sees what must not come out."""
    return any("GPSLatitude" in tag or VILLAGE in value or "Thumbnail" in tag or "MPImage" in tag
               for tag, value in notes.items())  # fmt: skip


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_what_follows_the_end_of_a_picture_is_left_behind(kind: str, tmp_path: Path) -> None:
    name = {"JPEG": "a.jpg", "PNG": "a.png", "WEBP": "a.webp"}[kind]
    (tmp_path / name).write_bytes(saved(photo(), kind) + _TRAILING)
    for content in _published(tmp_path / name).values():
        assert VILLAGE.encode() not in content
        assert int.from_bytes(content[4:8], "little") + 8 == len(content)


@pytest.mark.parametrize("name", ["exif.jpg", "text.png", "xmp.webp"])
def test_the_same_picture_gives_the_same_bytes(name: str, tmp_path: Path) -> None:
    CONTAINERS[name](tmp_path / name)
    first, second = _published(tmp_path / name), _published(tmp_path / name)
    assert [sha256(each).digest() for each in first.values()] == [
        sha256(each).digest() for each in second.values()
    ]
