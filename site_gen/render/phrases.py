"""The phrases that scripts say, in the languages of a site: one more script, made by the build.

Scripts say words of their own, and those that come with the ledger's data: what its facets and
their values are called.
"""

import json
import re
from collections.abc import Iterable, Iterator

from site_gen.docket.facets import FACETS
from site_gen.docket.rows import own_labels
from site_gen.language import Message
from site_gen.language.catalogue import COUNTED, HOLE, catalogue_of
from site_gen.language.days import MONTH_NAMES
from site_gen.language.message import ORIGINAL
from site_gen.language.speaker import Speaker
from site_gen.records.table import KINDS

PHRASES = "js/phrases.js"
"""The script that has them; in the theme it is empty."""
SAID = re.compile(r"""\b(?:say|joined)\(\s*'((?:[^'\\\n]|\\.)*)'""")
"""A phrase in a script."""


def phrases_script(scripts: Iterable[bytes], languages: Iterable[str]) -> bytes | None:
    """The script with the phrases of these languages; None where nothing is to be translated."""
    spoken = sorted({*languages} - {ORIGINAL})
    if not spoken:
        return None
    said = sorted({msgid for each in scripts for msgid in SAID.findall(each.decode())})
    phrases = {language: dict(_phrases(language, said)) for language in spoken}
    written = json.dumps(phrases, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"export const phrases = {written};\n".encode()


def _phrases(language: str, said: Iterable[str]) -> Iterator[tuple[str, str | tuple[str, ...]]]:
    catalogue = catalogue_of(language)
    for msgid in said:
        forms = catalogue.phrases.get(msgid)
        if forms is not None:
            yield msgid, forms if COUNTED in HOLE.findall(msgid) else forms[0]
    for label in _labels():
        if isinstance(label, Message) and catalogue.phrase(label.msgid) is not None:
            yield str.__str__(label), Speaker(catalogue).text(label)


def _labels() -> Iterator[str]:
    """What the data of the ledger calls things by."""
    yield from MONTH_NAMES
    yield from (facet.label for facet in FACETS)
    yield from own_labels(KINDS)
