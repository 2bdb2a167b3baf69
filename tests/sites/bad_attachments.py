"""Changes that break rules of attachments: bytes that are not what they should be, or say too much.

The bytes are made when the table is read; nothing dangerous is stored.
"""

from pypdf.generic import DictionaryObject, NameObject

from tests.attachments.files import (
    action,
    annotated,
    annotation,
    names,
    pdf,
    photo,
    png_header,
    saved,
    text,
)
from tests.sites.changes import Change
from tests.sites.folder import PICTURE
from tests.sites.paths import CASE, LIXI

_FOLDER = f"{LIXI}attachments/"
_PHOTO = saved(photo((60, 40)))
_MOVING = saved(photo((8, 8)), "WEBP", save_all=True, append_images=[photo((8, 8)).rotate(90)])
_NO_FILES = DictionaryObject({NameObject("/EmbeddedFiles"): names(A="/B")})
_HARD = "雨天走不了。"


def _bad(code: str, name: str, content: bytes) -> Change:
    path = f"{_FOLDER}{name}"
    named = f"{_HARD}\n\n[甲]({name})"
    return Change(code, name, CASE, _HARD, named, 1, at=path, raw={path: content})


def _near(code: str, name: str, content: bytes, *leaves: str) -> Change:
    path = f"{_FOLDER}{name}"
    named = f"{_HARD}\n\n[甲]({name})"
    return Change(code, name, CASE, _HARD, named, raw={path: content}, leaves=frozenset(leaves))


def _unused(code: str, name: str, content: bytes = PICTURE, line: int = 1) -> Change:
    path = f"{_FOLDER}{name}"
    return Change(code, name, path, raw={path: content}, line=line)


BAD = (
    _bad("A101", "a.jpg", b""),
    _bad("A101", "a.pdf", b""),
    _bad("A102", "large.jpg", _PHOTO + bytes(20_000_001)),
    _bad("A102", "large.pdf", b"%PDF-" + bytes(20_000_001)),
    _bad("A103", "png.jpg", PICTURE),
    _bad("A103", "page.pdf", b"<!doctype html><script>1</script>"),
    _bad("A103", "drawing.png", b'<?xml version="1.0"?><svg onload="1"/>'),
    _bad("A103", "phone.jpg", b"\0\0\0\x18ftypheic" + bytes(50)),
    _bad("A103", "words.pdf", "会议纪要".encode()),
    _bad("A104", "half.jpg", _PHOTO[: len(_PHOTO) // 2]),
    _bad("A104", "half.png", saved(photo(), "PNG")[:900]),
    _bad("A104", "half.webp", saved(photo(), "WEBP")[:300]),
    _bad("A104", "scans.jpg", _PHOTO[:-2] + b"\xff\xda\0\x02" * 200 + b"\xff\xd9"),
    _bad("A105", "bomb.png", png_header(60_000, 60_000)),
    _bad("A105", "long.png", png_header(2, 16_001)),
    _bad("A106", "moving.webp", _MOVING),
    _bad("A106", "moving.png", saved(photo((8, 8)), "PNG", save_all=True,
                                     append_images=[photo((8, 8)).rotate(90)])),
    _bad("A110", "half.pdf", pdf()[:300]),
    _bad("A110", "hollow.pdf", b"%PDF-1.7\n%%EOF\n"),
    _bad("A111", "locked.pdf", pdf(password="geheim")),
    _bad("A111", "locked-2.pdf", pdf("Plan", "Map", password="1")),
    _bad("A112", "script.pdf", pdf(root={"/OpenAction": action("JavaScript", JS=text("1"))})),
    _bad("A112", "opening.pdf", pdf(root={"/OpenAction": action("URI", URI=text("http://a/"))})),
    _bad("A112", "starting.pdf", annotated(annotation("Link", A=action("Launch")))),
    _bad("A112", "sending.pdf", annotated(annotation("Widget", A=action("SubmitForm")))),
    _bad("A112", "local.pdf", annotated(annotation("Link", A=action("URI", URI=text("file:///"))))),
    _bad("A112", "hex.pdf", pdf(root={"/OpenAction": action("JavaScript")}).replace(
        b"/JavaScript", b"/J#61vaScript")),
    _bad("A112", "named.pdf", pdf(root={"/Names": DictionaryObject({
        NameObject("/JavaScript"): action("JavaScript", JS=text("1"))})})),
    _bad("A112", "leaving.pdf", pdf(root={"/AA": names(WC="/X")})),
    _bad("A113", "carrying.pdf", pdf(root={"/Names": _NO_FILES})),
    _bad("A113", "form.pdf", pdf(root={"/AcroForm": names(XFA="/X")})),
    _bad("A113", "film.pdf", annotated(annotation("RichMedia"))),
    _bad("A114", "pages.pdf", pdf(*["Page"] * 301)),
    _bad("A114", "many.pdf", pdf(*[""] * 400)),
    _bad("A115", "scanned.pdf", pdf("")),
    _bad("A115", "half-scanned.pdf", pdf("Plan", "", "")),
    _bad("A116", "telephone.pdf", pdf("Plan", "13812345678")),
    _bad("A116", "note.pdf", annotated(annotation("Text", Contents=text("电话13812345678")))),
    _bad("A117", "name.pdf", annotated(annotation("Text", Contents=text("联系人：张三")))),
    _bad("A117", "name-2.pdf", annotated(annotation("Text", Contents=text("姓名：李四")))),
    _unused("A120", "b.png"),
    _unused("A120", "b.pdf", pdf()),
)  # fmt: skip

NEAR = (
    _near("A101", "small.png", PICTURE),
    _near("A102", "long.jpg", _PHOTO + bytes(3_000_000)),
    _near("A103", "a.JPEG", _PHOTO),
    _near("A104", "several.jpg", saved(photo(), progressive=True)),
    _near("A105", "wide.png", saved(photo((9000, 20)), "PNG")),
    _near("A106", "still.webp", saved(photo(), "WEBP")),
    _near("A110", "a.pdf", pdf()),
    _near("A111", "open.pdf", pdf("Password")),
    _near("A112", "link.pdf", annotated(annotation(
        "Link", A=action("URI", URI=text("https://www.example.org/"))))),
    _near("A113", "forms.pdf", pdf(root={"/AcroForm": names(NeedAppearances="/X")})),
    _near("A114", "book.pdf", pdf(*["Page"] * 40)),
    _near("A115", "words.pdf", pdf("Plan", "Map")),
    _near("A116", "masked.pdf", pdf("138****1234, 12345, 0837-1234567")),
    _near("A117", "role.pdf", annotated(annotation("Text", Contents=text("联系人：镇政府")))),
    _near("A120", "used.png", PICTURE),
)  # fmt: skip
