"""Releases of made-up folders: swapped in one step, kept, pruned, taken back.

What a real build does with them is tested in :mod:`tests.publish.test_publish`.
"""

import os
import subprocess
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_gen.publish import Busy, NothingEarlier, Output, UnsuitablePlace, locate, roll_back
from site_gen.publish import manifest as manifests
from site_gen.publish.lock import locked
from site_gen.publish.output import MARKER
from site_gen.publish.releases import KEPT, show, sweep


@pytest.fixture
def output(tmp_path: Path) -> Output:
    """An output where nothing was published yet."""
    return Output(tmp_path / "site")


def release(output: Output, **files: str) -> str:
    """Publishes a site with these files (``__`` stands for a slash, ``_`` for a dot)."""
    with locked(output):
        sweep(output)
        for name, text in files.items():
            path = output.staging / name.replace("__", "/").replace("_", ".")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        sums = manifests.manifest_of(output.staging)
        (output.staging / manifests.NAME).write_bytes(sums)
        name = show(output, sums)
        sweep(output)
    return name


def shown(output: Output) -> str:
    return (output.link / "index.html").read_text(encoding="utf-8")


def kept(output: Output) -> set[str]:
    return {path.name for path in output.releases.iterdir() if not path.name.startswith(".")}


def test_the_output_is_a_relative_link_to_a_release(output: Output) -> None:
    name = release(output, index_html="one")

    assert output.link.readlink() == Path("site.releases") / name
    assert shown(output) == "one"
    assert locate(output.link) == output


def test_an_empty_folder_gives_way_to_the_link(output: Output) -> None:
    output.link.mkdir()
    release(output, index_html="one")

    assert output.link.is_symlink()


def test_the_manifest_is_what_sha256sum_reads(output: Output) -> None:
    release(output, index_html="one", attachments__竣工_jpg="x")
    checked = subprocess.run(["sha256sum", "--check", "SHA256SUMS"], cwd=output.link)

    assert checked.returncode == 0


def test_the_same_site_is_the_same_release(output: Output, tmp_path: Path) -> None:
    elsewhere = Output(tmp_path / "elsewhere")

    assert release(output, index_html="one") == release(elsewhere, index_html="one")
    assert release(output, index_html="one") == release(elsewhere, index_html="one")
    assert release(output, index_html="two") != release(output, index_html="one")


def test_the_release_before_is_kept_and_older_ones_are_not(output: Output) -> None:
    names = [release(output, index_html=str(number)) for number in range(5)]

    assert kept(output) == {*names[-KEPT:], "history"}


def test_a_damaged_release_is_not_used_again(output: Output) -> None:
    release(output, index_html="one")
    (output.link / "index.html").write_text("damaged", encoding="utf-8")
    release(output, index_html="one")

    assert shown(output) == "one"


def test_style_sheets_of_the_release_before_can_still_be_fetched(output: Output) -> None:
    release(output, index_html="one", assets__a_1_css="a", assets__search__a_js="a", p_js="p")
    release(output, index_html="two", assets__a_2_css="b")

    assert (output.link / "assets/a.1.css").read_text(encoding="utf-8") == "a"
    assert not (output.link / "assets/search").exists()
    assert not (output.link / "p.js").exists()
    assert "assets/a.1.css" not in manifests.listed(output.link)
    release(output, index_html="three", assets__a_3_css="c")

    assert sorted(path.name for path in (output.link / "assets").iterdir()) == [
        "a.2.css",
        "a.3.css",
    ]


def test_rolling_back_shows_the_release_before(output: Output) -> None:
    first = release(output, index_html="one")
    release(output, index_html="two")

    assert roll_back(output) == first
    assert shown(output) == "one"
    with pytest.raises(NothingEarlier):
        roll_back(output)


def test_after_rolling_back_publishing_goes_on(output: Output) -> None:
    release(output, index_html="one")
    release(output, index_html="two")
    roll_back(output)
    release(output, index_html="three")

    assert shown(output) == "three"
    roll_back(output)

    assert shown(output) == "one"


def test_there_is_nothing_to_roll_back_to_at_first(output: Output) -> None:
    with pytest.raises(NothingEarlier):
        roll_back(output)
    assert not output.releases.exists()
    release(output, index_html="one")
    with pytest.raises(NothingEarlier):
        roll_back(output)


def test_a_run_killed_between_the_swap_and_the_note_of_it_can_be_taken_back(
    output: Output,
) -> None:
    release(output, index_html="one")
    history = (output.releases / "history").read_text(encoding="utf-8")
    release(output, index_html="two")
    (output.releases / "history").write_text(history, encoding="utf-8")
    roll_back(output)

    assert shown(output) == "one"


def test_what_an_interrupted_run_has_left_is_removed(output: Output) -> None:
    release(output, index_html="one")
    kept_for_later = (output.indexes, output.attachments)
    for leftover in (output.staging, *kept_for_later):
        leftover.mkdir()
        (leftover / "half.html").touch()
    (output.releases / ".next").symlink_to("nowhere")
    release(output, index_html="two")

    assert shown(output) == "two"
    assert not output.staging.exists()
    assert not any(path.exists() for path in kept_for_later)


def test_a_release_that_was_not_shown_before_the_run_was_killed_is_removed(output: Output) -> None:
    names = [release(output, index_html=text) for text in ("one", "two")]
    half = output.releases / "0123456789abcdef"
    half.mkdir()
    (half / "index.html").touch()
    with locked(output):
        sweep(output)

    assert kept(output) == {*names, "history"}


def test_what_others_put_beside_the_releases_stays(output: Output) -> None:
    release(output, index_html="one")
    (output.releases / "backup").mkdir()
    for text in ("two", "three"):
        release(output, index_html=text)

    assert (output.releases / "backup").is_dir()


@pytest.mark.parametrize(
    "damage",
    [
        lambda site: (site / "index.html").write_text("other"),
        lambda site: (site / "index.html").unlink(),
        lambda site: (site / "more.html").touch(),
        lambda site: (site / manifests.NAME).unlink(),
        lambda site: (site / manifests.NAME).write_bytes(b"\xff\n\n"),
    ],
    ids=["changed", "missing", "added", "without manifest", "with another manifest"],
)
def test_nobody_goes_back_to_a_damaged_release(
    output: Output, damage: Callable[[Path], object]
) -> None:
    first = release(output, index_html="one")
    release(output, index_html="two")
    damage(output.releases / first)
    with pytest.raises(NothingEarlier, match="不完整"):
        roll_back(output)

    assert shown(output) == "two"
    assert release(output, index_html="one").startswith(first)
    assert shown(output) == "one"


@pytest.mark.parametrize("file", ["assets/a.css", manifests.NAME, "index.html"])
@pytest.mark.parametrize("content", [None, b"\xff \n"])
def test_a_damaged_release_is_no_obstacle_to_the_next(
    output: Output, file: str, content: bytes | None
) -> None:
    release(output, index_html="one", assets__a_css="a")
    (output.link / file).unlink()
    if content is not None:
        (output.link / file).write_bytes(content)
    release(output, index_html="two", assets__b_css="b")

    assert shown(output) == "two"
    assert set(manifests.unlisted(output.link)) <= {"assets/a.css"}


@pytest.mark.parametrize("umask", [0o077, 0o027, 0o022, 0o002])
def test_readers_may_read_whatever_the_umask(output: Output, umask: int) -> None:
    before = os.umask(umask)
    try:
        release(output, index_html="one", a__b__c_html="c", assets__a_css="a")
        release(output, index_html="two", a__b__c_html="c")
    finally:
        os.umask(before)
    site = output.link.resolve()
    modes = {path: path.stat().st_mode & 0o777 for path in (site.parent, site, *site.rglob("*"))}

    assert modes == {path: 0o755 if path.is_dir() else 0o644 for path in modes}
    assert (site / "assets/a.css").is_file()


def test_a_place_that_became_somebody_elses_meanwhile_is_left_alone(output: Output) -> None:
    release(output, index_html="one")
    with locked(output):
        output.staging.mkdir()
        sums = manifests.manifest_of(output.staging)
        (output.staging / manifests.NAME).write_bytes(sums)
        output.link.unlink()
        output.link.mkdir()
        (output.link / "mine.txt").touch()
        with pytest.raises(UnsuitablePlace):
            show(output, sums)

    assert [path.name for path in output.link.iterdir()] == ["mine.txt"]


def test_a_release_cannot_be_taken_back_while_somebody_builds(output: Output) -> None:
    for text in ("one", "two"):
        release(output, index_html=text)
    with locked(output), pytest.raises(Busy):
        roll_back(output)

    assert shown(output) == "two"


def test_a_lock_that_nobody_holds_any_more_is_no_lock(output: Output) -> None:
    with locked(output):
        pass
    with (output.releases / MARKER).open("a+") as left, locked(output):
        assert left.tell() > 0


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(["one", "two", "three", "back", "lost", "spoilt"]), max_size=12))
def test_what_is_shown_is_there_whatever_happened(actions: list[str]) -> None:
    with TemporaryDirectory() as folder:
        output = Output(Path(folder) / "site")
        earlier = ""
        for action in actions:
            before = shown(output) if output.current else ""
            if action == "lost":
                (output.releases / "history").unlink(missing_ok=True)
            elif action == "spoilt" and output.releases.is_dir():
                (output.releases / "history").write_bytes(b"\xff ../x\n")
            elif action == "back":
                with suppress(NothingEarlier):
                    roll_back(output)
                    assert shown(output) == earlier
            elif action != "spoilt":
                release(output, index_html=action)
                assert shown(output) == action
                earlier = before if before != action else earlier
            assert not before or (output.link / manifests.NAME).is_file()
            assert len(kept(output)) <= KEPT + 2 if output.releases.is_dir() else True


NAMES = (
    "竣工 图.jpg",
    "*a.txt",
    "a  b.txt",
    " a",
    "-n",
    "%0a",
    "$(x)",
    "'\"",
    "\u2028",
    "文/档/一",
)


def test_odd_names_are_no_riddle_to_sha256sum(output: Output) -> None:
    with locked(output):
        for name in NAMES:
            path = output.staging / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(name, encoding="utf-8")
        sums = manifests.manifest_of(output.staging)
        (output.staging / manifests.NAME).write_bytes(sums)
        show(output, sums)
    checked = subprocess.run(["sha256sum", "--check", "--strict", manifests.NAME], cwd=output.link)

    assert checked.returncode == 0
    assert manifests.is_intact(output.link, sums)
    assert set(manifests.listed(output.link)) == set(NAMES)


def test_two_runs_at_once_are_told_apart(output: Output) -> None:
    with locked(output), pytest.raises(Busy, match="另一个 site-gen"), locked(output):
        pytest.fail("locked twice")


def test_a_reader_sees_one_whole_release_at_any_moment(output: Output) -> None:
    files = {f"f{number}_txt": "" for number in range(20)}
    release(output, **dict.fromkeys(files, "0"), index_html="0")
    over, torn = Event(), list[set[str]]()

    def read() -> None:
        while not over.is_set():
            root = output.link.resolve(strict=True)
            texts = {path.read_text(encoding="utf-8") for path in root.glob("*.txt")}
            if len(texts) != 1:
                torn.append(texts)

    reader = Thread(target=read)
    reader.start()
    # Both of the last two releases stay, so a reader that is in one can finish.
    for number in range(1, 21):
        release(output, **dict.fromkeys(files, str(number)), index_html=str(number))
    over.set()
    reader.join()

    assert torn == []
