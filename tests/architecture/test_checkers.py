"""Files of foreign packages are kept only when they are what was written down."""

import hashlib
import io
import tarfile
from pathlib import Path

import pytest

from tests.browser import Serve
from tools.setup import Checker, SetupError, fetch, is_of, member_of

CONTENT = b"let axe"
MEMBER = "package/axe.min.js"


def checker(content: bytes = CONTENT) -> Checker:
    return Checker("axe-core", "1.0.0", MEMBER, hashlib.sha256(content).hexdigest())


def package(name: str, content: bytes) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w:gz") as archive:
        entry = tarfile.TarInfo(name)
        entry.size = len(content)
        archive.addfile(entry, io.BytesIO(content))
    return buffer.getvalue()


def test_the_file_of_a_package_is_found_at_the_registry(
    tmp_path: Path, static_server: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NPM_CONFIG_REGISTRY", static_server(tmp_path))
    file = tmp_path / "axe-core" / "-" / "axe-core-1.0.0.tgz"
    file.parent.mkdir(parents=True)
    file.write_bytes(package(MEMBER, CONTENT))
    assert is_of(checker(), member_of(checker(), fetch(checker().url)))


def test_another_content_is_not_taken_for_it() -> None:
    assert not is_of(checker(), member_of(checker(), package(MEMBER, b"let evil")))


@pytest.mark.parametrize("content", [package("package/b.js", CONTENT), b"<html>502</html>", b""])
def test_a_package_without_the_file_is_said_to_be_broken(content: bytes) -> None:
    with pytest.raises(SetupError, match="打不开"):
        member_of(checker(), content)


def test_a_server_that_has_nothing_is_named(tmp_path: Path, static_server: Serve) -> None:
    with pytest.raises(SetupError, match="没有取到"):
        fetch(static_server(tmp_path) + "nothing.tgz")
