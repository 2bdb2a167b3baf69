"""Pictures: judged by their header, then decoded; published again from their pixels alone.

What a camera or an editor wrote beside the pixels (place, time, comments, thumbnails, whatever
follows the end) is not carried over, because nothing but pixels is.
"""

import struct
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from io import BytesIO
from warnings import catch_warnings, simplefilter

from PIL import ExifTags, Image, ImageCms, features
from PIL import __version__ as pillow_version

from site_gen.attachments import signatures
from site_gen.attachments.model import LARGEST_PICTURE, LONGEST_SIDE, Picture
from site_gen.findings import Finding, Where
from site_gen.findings import attachment_rules as rules

SUFFIX = "webp"
QUALITY, EFFORT = 80, 2
"""WebP: smaller than JPEG at the same look, and every browser since 2020 shows it. More effort than
2 takes twice the time and saves 4 in 100 bytes."""
RECIPE = f"1 {QUALITY} {EFFORT} {pillow_version} {features.version('webp')}"
"""What the bytes that are published depend on, besides the picture."""

# Most progressive JPEGs have about 10 scans; thousands would make a small one take hours.
_MOST_SCANS = 100
_FORMATS = {
    signatures.JPEG: ("JPEG", "MPO"),
    signatures.PNG: ("PNG",),
    signatures.WEBP: ("WEBP",),
}
# What decoders raise on broken input, tried with mutated files.
_BROKEN = (
    OSError, SyntaxError, ValueError, EOFError, struct.error, zlib.error, OverflowError,
    IndexError, KeyError, TypeError, AttributeError, MemoryError,
)  # fmt: skip
_Turn = Image.Transpose
_TURNS: Mapping[int, Image.Transpose] = {
    2: _Turn.FLIP_LEFT_RIGHT,
    3: _Turn.ROTATE_180,
    4: _Turn.FLIP_TOP_BOTTOM,
    5: _Turn.TRANSPOSE,
    6: _Turn.ROTATE_270,
    7: _Turn.TRANSVERSE,
    8: _Turn.ROTATE_90,
}
_ON_THEIR_SIDE = frozenset({5, 6, 7, 8})


def inspect_picture(
    where: Where, raw: bytes, kind: str
) -> tuple[Picture | None, tuple[Finding, ...]]:
    """What a picture of a kind is; None with the finding that says why it cannot be shown."""
    try:
        with _opened(raw, kind) as image:
            width, height = image.size
            if width * height > LARGEST_PICTURE or max(width, height) > LONGEST_SIDE:
                return None, (_too_large(where),)
            if kind == signatures.JPEG and raw.count(b"\xff\xda") > _MOST_SCANS:
                return None, (rules.PICTURE_BROKEN.at(where),)
            lies = _orientation(image) in _ON_THEIR_SIDE
            moves = kind != signatures.JPEG and getattr(image, "n_frames", 1) > 1
            image.draft(
                "RGB", (max(1, width // 8), max(1, height // 8))
            )  # as good a test in half the time
            image.load()
    except Image.DecompressionBombError:  # so large that Pillow does not even tell how large
        return None, (_too_large(where),)
    except _BROKEN:
        return None, (rules.PICTURE_BROKEN.at(where),)
    size = (height, width) if lies else (width, height)
    found = Picture(sha256(raw).hexdigest(), *size)
    return found, (rules.PICTURE_MOVES.at(where),) if moves else ()


def _too_large(where: Where) -> Finding:
    most = LARGEST_PICTURE // 10_000
    return rules.PICTURE_TOO_LARGE.at(where, pixels=most, side=LONGEST_SIDE)


@contextmanager
def _opened(raw: bytes, kind: str) -> Iterator[Image.Image]:
    """The picture with its header read; its size is judged by us, so no warning of that."""
    with catch_warnings():
        simplefilter("ignore")
        with Image.open(BytesIO(raw), formats=_FORMATS[kind]) as image:
            yield image


def _orientation(image: Image.Image) -> int:
    """How the camera was held, 1 for upright; a broken note of it is none."""
    try:
        value = image.getexif().get(ExifTags.Base.Orientation, 1)
    except _BROKEN:
        return 1
    return value if isinstance(value, int) else 1


def render_picture(raw: bytes, picture: Picture) -> dict[int, bytes]:
    """What is published of a sound picture: for each width a WebP of its pixels in sRGB."""
    pixels = _pixels(raw, picture)
    return {size[0]: _encoded(pixels, size) for size in picture.sizes}


def _pixels(raw: bytes, picture: Picture) -> Image.Image:
    """The picture upright in sRGB, on white, not much larger than the largest that is made."""
    with _opened(raw, signatures.what_is(raw)) as image:
        turn = _TURNS.get(_orientation(image))
        profile = image.info.get("icc_profile")
        largest = picture.sizes[-1]
        image.draft(None, largest if picture.width == image.width else largest[::-1])
        image.load()
        shown = _flat(image)
    shown = shown if turn is None else shown.transpose(turn)
    if shown.width > largest[0]:
        shown = shown.resize(largest, Image.Resampling.LANCZOS, reducing_gap=3)
    return _in_srgb(shown, profile)


def _flat(image: Image.Image) -> Image.Image:
    """Eight bits a channel, in grey, RGB or CMYK, without transparency."""
    if image.mode.startswith(("I", "F")):
        return image.convert("I").point(lambda value: value / 256).convert("L")
    if image.mode in ("L", "RGB", "CMYK"):
        without = "transparency" not in image.info
        return image.copy() if without else _on_white(image.convert("RGBA"))
    if image.mode in ("LAB", "YCbCr", "HSV"):
        return image.convert("RGB")
    return _on_white(image.convert("RGBA")) if image.has_transparency_data else image.convert("RGB")


def _on_white(image: Image.Image) -> Image.Image:
    paper = Image.new("RGBA", image.size, "white")
    return Image.alpha_composite(paper, image).convert("RGB")


def _in_srgb(image: Image.Image, profile: object) -> Image.Image:
    """The colours that the picture's profile means; one that does not fit it is passed over."""
    if isinstance(profile, bytes) and profile:
        try:
            meant = ImageCms.ImageCmsProfile(BytesIO(profile))
            srgb = ImageCms.createProfile("sRGB")
            converted = ImageCms.profileToProfile(image, meant, srgb, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            return image.convert("RGB")
        return converted or image.convert("RGB")
    return image.convert("RGB")


def _encoded(pixels: Image.Image, size: tuple[int, int]) -> bytes:
    """A WebP of pixels that a new picture holds, so that no note of the old one goes with them."""
    scaled = pixels if pixels.size == size else pixels.resize(size, Image.Resampling.LANCZOS)
    clean = Image.frombytes("RGB", scaled.size, scaled.tobytes())
    out = BytesIO()
    clean.save(out, "WEBP", quality=QUALITY, method=EFFORT)
    return out.getvalue()
