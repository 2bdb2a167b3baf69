"""What the tests of prose share: a text at a known place, and a small world of link targets."""

from site_gen.findings import Where
from site_gen.prose import Prose, Targets, render_prose
from site_gen.records.text import Text

RECORDS = {"sessions/lixian/2023/0512-shiqiao": "lixian/sessions/2023/0512-shiqiao/"}
FILES = {
    "jungong.jpg": "attachments/lixian/jungong.jpg",
    "jiyao.pdf": "attachments/lixian/jiyao.pdf",
}
PAGES = {"privacy": "privacy/"}
TARGETS = Targets(record=RECORDS.get, attachment=FILES.get, page=PAGES.get, anchor={"s1": "s1"}.get)
FIRST_LINE = 20


def read(text: str, base: str = "../") -> Prose:
    """The prose that a text makes on a page with this way up to the root."""
    return render_prose(Text(text, Where("a.md", FIRST_LINE)), TARGETS, base)


def html(text: str) -> str:
    """Its HTML on one line; problems are a mistake of the test."""
    prose = read(text)
    assert prose.problems == ()
    return prose.html.replace("\n", "")


def codes(text: str) -> list[str]:
    """The codes of its problems."""
    return [problem.code for problem in read(text).problems]
