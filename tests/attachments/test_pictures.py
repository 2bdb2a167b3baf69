"""Pictures as a reader gets them: upright, in sizes for telephones, in the colours meant."""

from io import BytesIO

import pytest
from PIL import Image, ImageCms

from site_gen.attachments import Picture
from site_gen.attachments.inspect import inspect
from site_gen.attachments.pictures import render_picture
from tests.attachments.files import photo, saved

RED, BLUE = (220, 30, 30), (20, 60, 200)
SUFFIX = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp"}


def looked_at(raw: bytes, kind: str = "JPEG") -> Picture:
    """What a sound picture is."""
    content, findings = inspect(f"a.{SUFFIX[kind]}", raw)
    assert isinstance(content, Picture), findings
    return content


def shown(raw: bytes, kind: str = "JPEG") -> Image.Image:
    """The largest size that is published."""
    made = render_picture(raw, looked_at(raw, kind))
    image = Image.open(BytesIO(made[max(made)]))
    assert (image.format, image.mode, image.info.get("icc_profile")) == ("WEBP", "RGB", None)
    return image


def near(image: Image.Image, place: tuple[float, float], colour: tuple[int, int, int]) -> bool:
    """Whether the picture has about this colour at a place, in shares of width and height."""
    pixel = image.getpixel((int(place[0] * image.width), int(place[1] * image.height)))
    assert isinstance(pixel, tuple)
    return all(abs(is_ - meant) < 24 for is_, meant in zip(pixel, colour, strict=True))


@pytest.mark.parametrize(
    ("width", "height", "sizes"),
    [
        (4000, 3000, [(480, 360), (960, 720), (1600, 1200)]),
        (3000, 4000, [(480, 640), (960, 1280), (1600, 2133)]),
        (1000, 500, [(480, 240), (960, 480), (1000, 500)]),
        (480, 10, [(480, 10)]),
        (1, 1, [(1, 1)]),
        (16000, 3, [(480, 1), (960, 1), (1600, 1)]),
    ],
)
def test_sizes_are_for_telephones_and_never_larger_than_the_picture(
    width: int, height: int, sizes: list[tuple[int, int]]
) -> None:
    raw = saved(photo((width, height)))
    picture = looked_at(raw)
    assert list(picture.sizes) == sizes
    made = render_picture(raw, picture)
    assert [Image.open(BytesIO(content)).size for content in made.values()] == sizes


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_stands_upright(orientation: int, kind: str) -> None:
    turned = {
        1: photo(),
        2: photo().transpose(Image.Transpose.FLIP_LEFT_RIGHT),
        3: photo().rotate(180),
        4: photo().transpose(Image.Transpose.FLIP_TOP_BOTTOM),
        5: photo().transpose(Image.Transpose.TRANSPOSE),
        6: photo().transpose(Image.Transpose.ROTATE_90),
        7: photo().transpose(Image.Transpose.TRANSVERSE),
        8: photo().transpose(Image.Transpose.ROTATE_270),
    }[orientation]
    exif = Image.Exif()
    exif[0x0112] = orientation
    raw = saved(turned, kind, exif=exif.tobytes())
    picture = looked_at(raw, kind)
    assert (picture.width, picture.height) == photo().size
    image = shown(raw, kind)
    assert image.size == photo().size
    assert near(image, (0.2, 0.2), RED)
    assert near(image, (0.8, 0.2), BLUE)
    assert near(image, (0.2, 0.8), BLUE)


def test_a_broken_orientation_is_none() -> None:
    raw = saved(photo(), exif=b"Exif\0\0II*\0" + b"\xff" * 40)
    assert looked_at(raw).width == photo().width


@pytest.mark.parametrize(
    ("mode", "kind"),
    [("L", "JPEG"), ("CMYK", "JPEG"), ("P", "PNG"), ("1", "PNG"), ("LA", "PNG"), ("RGBA", "WEBP")],
)
def test_every_mode_is_shown(mode: str, kind: str) -> None:
    grey = mode in ("1", "L", "LA")
    image = shown(saved(photo(mode=mode), kind), kind)
    assert grey or near(image, (0.8, 0.8), BLUE)
    first, second = image.getpixel((100, 100)), image.getpixel((1100, 700))
    assert mode == "1" or first != second


def test_sixteen_bits_become_eight() -> None:
    image = Image.new("I;16", (40, 20), 0x8000)
    assert near(shown(saved(image, "PNG"), "PNG"), (0.5, 0.5), (128, 128, 128))


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_what_is_transparent_is_white(kind: str) -> None:
    image = photo(mode="RGBA")
    image.putalpha(0)
    assert near(shown(saved(image, kind, **({"exact": True} if kind == "WEBP" else {})), kind),
                (0.2, 0.2), (255, 255, 255))  # fmt: skip


def test_a_transparent_colour_of_a_palette_is_white() -> None:
    image = photo().quantize(4)
    red = image.getpixel((10, 10))
    assert near(shown(saved(image, "PNG", transparency=red), "PNG"), (0.2, 0.2), (255, 255, 255))


def test_colours_are_those_that_the_profile_means() -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    srgb = ImageCms.createProfile("sRGB")
    same = saved(photo(), icc_profile=ImageCms.ImageCmsProfile(srgb).tobytes())
    assert near(shown(same), (0.2, 0.2), RED)
    unfit = saved(photo(), icc_profile=lab.tobytes())
    assert near(shown(unfit), (0.2, 0.2), RED)
    assert near(shown(saved(photo(), icc_profile=b"no profile")), (0.2, 0.2), RED)


def test_colours_of_another_space_are_converted() -> None:
    swapped = _with_red_and_blue_swapped(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")))
    image = shown(saved(photo(), icc_profile=swapped))
    assert not near(image, (0.2, 0.2), RED)
    assert near(image, (0.2, 0.2), RED[::-1])


def _with_red_and_blue_swapped(profile: ImageCms.ImageCmsProfile) -> bytes:
    return profile.tobytes().replace(b"rXYZ", b"?XYZ").replace(b"bXYZ", b"rXYZ").replace(
        b"?XYZ", b"bXYZ")  # fmt: skip
