"""Releases of made-up folders: swapped in one step, kept, pruned, taken back.

What a real build does with them is tested in :mod:`tests.publish.test_publish`.
"""

import subprocess
from pathlib import Path
from threading import Event, Thread

import pytest

from site_gen.publish import Busy, NothingEarlier, Output, locate, roll_back
from site_gen.publish import manifest as manifests
from site_gen.publish.lock import locked
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
    for leftover in (output.staging, output.indexes):
        leftover.mkdir()
        (leftover / "half.html").touch()
    (output.releases / ".next").symlink_to("nowhere")
    release(output, index_html="two")

    assert shown(output) == "two"
    assert not output.staging.exists()
    assert not output.indexes.exists()


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
