"""What exiftool reads and writes beside the pixels: an eye that shares nothing with the program.

Without exiftool the tests fail and are not skipped: nobody else sees all the places for metadata.
"""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path

VILLAGE = "Geheimdorf"
GPS = ("-EXIF:GPSLatitude=31.5", "-EXIF:GPSLatitudeRef=N", "-EXIF:GPSLongitude=103.25",
       "-EXIF:GPSLongitudeRef=E", f"-EXIF:Artist={VILLAGE}")  # fmt: skip
XMP = ("-XMP-exif:GPSLatitude=31.5", "-XMP-exif:GPSLongitude=103.25", f"-XMP-dc:Creator={VILLAGE}")
IPTC = (f"-IPTC:City={VILLAGE}", f"-IPTC:By-line={VILLAGE}")
# What a file has because it is one: its place on the disk, its kind, and the size of its picture.
_OF_ANY_FILE = {"ExifTool", "System", "File", "Composite"}
_OF_ANY_WEBP = {"VP8Version", "ImageWidth", "HorizontalScale", "ImageHeight", "VerticalScale"}


def write(file: Path, *tags: str) -> None:
    """Writes tags into a picture."""
    done = _exiftool("-overwrite_original", *tags, str(file))
    assert done.returncode == 0, done.stderr


def told(files: Sequence[Path]) -> dict[str, dict[str, str]]:
    """What each file tells beside its pixels, by file name: group and tag → value."""
    done = _exiftool("-json", "-a", "-u", "-G1", "-ee3", "-n", *map(str, files))
    assert done.returncode == 0, done.stderr
    return {Path(one["SourceFile"]).name: _notes(one) for one in json.loads(done.stdout)}


def _notes(tags: dict[str, object]) -> dict[str, str]:
    found = {}
    for name, value in tags.items():
        group, _, tag = name.rpartition(":")
        ours = group in _OF_ANY_FILE and tag != "Comment" and not tag.startswith("GPS")
        if group and not ours and not (group == "RIFF" and tag in _OF_ANY_WEBP):
            found[name] = str(value)
    return found


def _exiftool(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["exiftool", "-config", "", *arguments], capture_output=True, text=True, check=False
    )
