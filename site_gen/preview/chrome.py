"""What pages of the preview are drawn with, and the files that go with every page.

The frame tells little of the content; so that a page can be drawn before everything was read, it is
found from the few records that it depends on.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from pathlib import Path
from tempfile import gettempdir

from site_gen.corpus import Corpus, index
from site_gen.pages.compose import frame_of
from site_gen.pages.model import SECTIONS
from site_gen.parcels.plan import WHOLE
from site_gen.preview.held import Held
from site_gen.preview.watch import stamps_of
from site_gen.render.assets import build_assets
from site_gen.render.policy import headers_file
from site_gen.render.shells import load_host, theme_of
from site_gen.render.studio import Studio, likely_keys, studio_of

_COUNTED = ("proposal", "opinion")
"""The kinds of records of which the frame shows whether there is any."""
_REPORTED = "statistic"
"""The kind of record in which there may be reported totals of these."""


@dataclass(frozen=True)
class Chrome:
    """A studio, and what it was made of."""

    studio: Studio
    seen: tuple[object, ...] = field(repr=False)

    @cached_property
    def files(self) -> Mapping[str, bytes]:
        """The files of the site that depend on no record, by address."""
        assets = self.studio.assets
        headers = headers_file(assets.addresses, self.studio.frame.base_url)
        return {one.address: one.content for one in (*assets.artifacts, headers)}


def chrome_for(held: Held, config_file: Path, before: Chrome | None = None) -> Chrome:
    """What pages are drawn with now; ``before`` where nothing about it has changed.

    Raises HostError.
    """
    config = load_host(config_file, Path(gettempdir()) / "site-gen-unused")
    theme, frame = theme_of(config), frame_of(_signs(held), held.today)
    seen = frame, theme, sorted(stamps_of(theme).items())
    if before is not None and before.seen == seen:
        return before
    assets = build_assets(theme, [Path(folder) for folder in config.theme.dirs], frame.languages)
    keys = likely_keys(frame, set(SECTIONS))
    return Chrome(studio_of(frame, theme, config_file, assets, keys), seen)


def _signs(held: Held) -> Corpus:
    """As much of the whole corpus as the frame of the site is made of."""
    content = held.content
    files = [file for file in content.files.values() if file.kind.key == _REPORTED]
    for kind in _COUNTED:
        files += [file for file in content.files.values() if file.kind.key == kind][:1]
    told = chain.from_iterable(held.read(file).records for file in files)
    places = (place.record for place in content.places.values())
    return index([*held.opened(WHOLE).records, *places, *told], {})
