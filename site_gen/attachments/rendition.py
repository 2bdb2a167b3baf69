"""What is published of an attachment: which files, of which bytes, made again only when needed.

The name of a file comes from the digest of what it was made of and of how, so it is known before
anything is made, and no name of a file that an author chose gets out.
"""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from site_gen.attachments import documents, pictures
from site_gen.attachments.inspect import bytes_of
from site_gen.attachments.model import Attachment, Document, Picture

_LETTERS = str.maketrans("0123456789", "ghijklmnop")


@dataclass(frozen=True, slots=True)
class Rendition:
    """An attachment to be made ready: from which file, and where each of :func:`parts_of` goes."""

    source: Path
    content: Picture | Document
    addresses: tuple[str, ...]


def parts_of(attachment: Attachment) -> tuple[str, ...]:
    """The names of the files that are published, smallest picture first: ``hfie…-480.webp``."""
    content = attachment.content
    if isinstance(content, Document):
        return (f"{_digest(content.digest, documents.RECIPE)}.{documents.SUFFIX}",)
    stem = _digest(content.digest, pictures.RECIPE)
    return tuple(f"{stem}-{width}.{pictures.SUFFIX}" for width, _ in content.sizes)


def _digest(content: str, recipe: str) -> str:
    """Sixteen letters: digits might look like a telephone's number to whoever looks for those."""
    digest = sha256(f"{recipe} {content}".encode()).hexdigest()[:16]
    return digest.translate(_LETTERS)


def make(rendition: Rendition) -> dict[str, bytes]:
    """Address → bytes of every part. Raises OSError when the file is not the one looked at."""
    raw = bytes_of(rendition.source)
    content = rendition.content
    if sha256(raw).hexdigest() != content.digest:
        raise OSError(f"{rendition.source} 在生成的时候变了，请再来一次")
    if isinstance(content, Document):
        made = [documents.render_document(raw)]
    else:
        made = list(pictures.render_picture(raw, content).values())
    return dict(zip(rendition.addresses, made, strict=True))
