"""What is found in files that changed since a revision, and in all that may look at these.

Whatever all content has to say of them is told, word for word, and of names of files everything:
an error that was not there in the revision is among it. Nothing else is told.
"""

from collections.abc import Iterable, Sequence, Set
from contextlib import ExitStack
from dataclasses import replace
from datetime import date
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from site_gen.load.load import of_folder
from site_gen.load.routes import routes_of
from site_gen.load.walk import Found, walk
from site_gen.parcels.plan import WHOLE, parcels_of
from site_gen.parcels.surroundings import Sketch, surroundings_of
from site_gen.pipeline import in_order
from site_gen.privacy import masked
from site_gen.processes.crew import Lost
from site_gen.records.table import KINDS
from site_gen.revision import Revision
from site_gen.verdict.certain import DOUBTFUL, OF_OFFICES, codes_of
from site_gen.verdict.examine import Examination, Verdict, at_once, examine, ground_of, together
from site_gen.verdict.kept import Keeping
from site_gen.verdict.member import Examiner, Ground, Looked
from site_gen.verdict.team import Effort
from site_gen.verdict.touched import Touched, concerned, paths_of, touched

_ELSEWHERE = "elsewhere"
"""In place of all parcels that are not read."""


def examine_since(
    revision: Revision, today: date, effort: Effort, keeping: Keeping | None = None
) -> Verdict:
    """What is wrong since a revision of a content folder; of a clean one, all that is wrong.

    When a process dies everything is told. Raises NoGit, OSError.
    """
    content = revision.folder
    if keeping is not None:
        keeping.state(today)  # as it is before anything is read
    found = walk(content, routes_of(KINDS))
    changed = _changed(revision, found)
    if changed.concerns_all:
        return examine(content, today, effort, keeping)
    if not changed.paths:
        return _only(found, (), frozenset())
    ground = ground_of(content, today, found)
    if keeping is None and changed.concerns_none_else:
        alone = _alone(changed, found, ground)
        if alone is not None:
            return alone
    with ExitStack() as stack:
        examination = Examination(ground, found, effort, keeping, stack)
        try:
            return _since(changed, found, examination)
        except Lost:
            return at_once(content, today)


def _changed(revision: Revision, found: Found) -> Touched:
    present = [*(file.path for file in found.records), *found.attachments.values()]
    paths = revision.differing(present)
    with TemporaryDirectory(prefix="site-gen-former-") as former:
        revision.put(paths, Path(former))
        changed = touched(paths, Path(former), revision.folder, found)
    return replace(changed, strange=changed.strange or bool(revision.others))


def _alone(changed: Touched, found: Found, ground: Ground) -> Verdict | None:
    """What is found where nobody else need be asked; None when somebody has to be.

    Only the parcels that hold what changed are read, and what is above them. What lies elsewhere
    is missing then: whatever is said to be missing is looked for everywhere, by others.
    """
    paths = paths_of(changed, changed.records, found)
    parcels = {one.key: one for one in parcels_of(found, ground.places)}
    own = [key for key, one in parcels.items() if not paths.isdisjoint(one.paths)]
    if 2 * sum(len(parcels[key].files) for key in own) > len(found.records):
        return None
    member = Examiner(ground, [parcels[key] for key in dict.fromkeys([WHOLE, *own])])
    sketches = member.sketches()
    read = {record for sketch in sketches for record in sketch.records}
    regions = (place.record for place in ground.places.values() if place.record.id not in read)
    others = Sketch(_ELSEWHERE, tuple(regions), (), (), frozenset())
    around = surroundings_of([*sketches, others], ground.places)
    looked = member.look({key: around[key] for key in own}, frozenset())
    parts = [_within(one, paths) for one in looked]
    if any(one.approved or codes_of(one) & (DOUBTFUL | OF_OFFICES) for one in parts):
        return None
    return _only(found, parts, paths)


def _since(changed: Touched, found: Found, examination: Examination) -> Verdict:
    """What is found where something may be other than before. Raises Lost."""
    ground = examination.ground
    paths = concerned(changed, found, examination.sketches, ground.places)
    parcels = {key for key, one in examination.parcels.items() if not paths.isdisjoint(one.paths)}
    parts = [_within(one, paths) for one in examination.look(parcels)]
    examination.close()
    if any(codes_of(one) & DOUBTFUL for one in parts):
        everything = together(found, examination.look()) or at_once(ground.root, ground.today)
        return _part_of(everything, found, paths)
    return _only(found, parts, paths)


def _within(one: Looked, paths: Set[str]) -> Looked:
    """What was found in some files of a parcel."""
    return replace(
        one,
        findings=tuple(each for each in one.findings if each.where.path in paths),
        approved=tuple(each for each in one.approved if each.where.path in paths),
    )


def _only(found: Found, parts: Sequence[Looked], paths: Set[str]) -> Verdict:
    """What was found in some files, and in names."""
    findings = in_order([*of_folder(found), *chain.from_iterable(one.findings for one in parts)])
    approved = chain.from_iterable(one.approved for one in parts)
    read = {file.path for file in found.records if file.path in paths}
    read -= {path for one in parts for path in one.empty}
    files = len(read | {finding.where.path for finding in findings})
    return Verdict(findings, tuple(sorted(approved, key=lambda one: one.where)), files)


def _part_of(everything: Verdict, found: Found, paths: Iterable[str]) -> Verdict:
    """Of what was found in all content what was found in some files, and in names."""
    named = (finding.where.path for finding in of_folder(found))
    shown = {masked(path) for path in chain(paths, named)}
    findings = tuple(one for one in everything.findings if one.where.path in shown)
    approved = tuple(one for one in everything.approved if masked(one.where.path) in shown)
    read = {file.path for file in found.records if file.path in set(paths)}
    return Verdict(findings, approved, len(read | {one.where.path for one in findings}))
