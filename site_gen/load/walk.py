"""The content folder, gone through in a fixed order: which file is what.

Everything that lies there is either found or a finding; nothing is skipped
silently, links are never followed.
"""

import os
import stat
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from site_gen.findings import Finding, Rule, Where, file_rules
from site_gen.findings import path_rules as rules
from site_gen.load import names
from site_gen.load.routes import Route, allowed, below
from site_gen.records.kinds import Kind


@dataclass(frozen=True, slots=True)
class RecordFile:
    """A file to read; ``language`` for translated prose beside the record of that name."""

    kind: Kind
    region: str
    name: str
    path: str
    language: str = ""


@dataclass(slots=True)
class Found:
    """What lies in a content folder."""

    records: list[RecordFile] = field(default_factory=list)
    attachments: dict[tuple[str, str], str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def walk(root: Path, routes: Sequence[Route]) -> Found:
    """Everything below ``root`` that a route leads to."""
    found = Found()
    if root.is_dir():
        _Folder(root, "", routes, found).read()
    else:
        found.findings.append(rules.FOLDER_MISSING.at(Where(names.shown(root.as_posix()))))
    return found


class _Folder:
    """One folder; ``at`` is its path within the content folder, with a slash at the end."""

    def __init__(self, folder: Path, at: str, routes: Sequence[Route], found: Found) -> None:
        self._folder, self._at, self._routes, self._found = folder, at, routes, found

    def read(self) -> None:
        """Go through it and what is below."""
        try:
            with os.scandir(self._folder) as entries:
                inside = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            self._refuse("", file_rules.FILE_UNREADABLE, reason=error.strerror)
            return
        self._missing({entry.name for entry in inside})
        seen: dict[str, str] = {}
        for entry in inside:
            twin = seen.setdefault(names.twin_key(entry.name), entry.name)
            if twin != entry.name:
                self._refuse(entry.name, rules.NAME_TWINS, other=names.shown(twin))
            self._entry(entry)

    def _refuse(self, name: str, rule: Rule, **details: object) -> None:
        shown = names.shown(name)
        where = Where(self._at + shown if shown else self._at.rstrip("/") or ".")
        self._found.findings.append(rule.at(where, name=shown, **details))

    def _missing(self, present: set[str]) -> None:
        for route in self._routes:
            needed = route.ends and route.kind is not None and route.kind.required
            if needed and route.next not in present:
                where = Where(self._at + route.next)
                rule = rules.REGION_WITHOUT_FILE if route.region else rules.SITE_FILE_MISSING
                finding = rule.at(where, name=route.region or route.next)
                self._found.findings.append(finding)

    def _entry(self, entry: os.DirEntry[str]) -> None:
        name = entry.name
        mode = entry.stat(follow_symlinks=False).st_mode
        if name in names.SYSTEM_FILES and stat.S_ISREG(mode):
            self._refuse(name, rules.SYSTEM_FILE)
        elif stat.S_ISLNK(mode):
            self._refuse(name, rules.NOT_A_FILE, what="链接")
        elif not unicodedata.is_normalized("NFC", name):
            self._refuse(name, rules.NAME_NOT_NFC)
        elif stat.S_ISDIR(mode):
            self._enter(name)
        elif stat.S_ISREG(mode):
            self._file(name)
        else:
            self._refuse(name, rules.NOT_A_FILE, what="设备或管道")

    def _enter(self, name: str) -> None:
        routes = below(self._routes, name)
        free = {route.next for route in self._routes if not route.ends and not route.is_named}
        if not routes:
            self._refuse(name, rules.FOLDER_UNKNOWN, allowed=allowed(self._routes))
        elif "<year>" in free and not names.is_year(name):
            self._refuse(name, rules.YEAR_NOT_ALLOWED)
        elif "<region>" not in free or self._is_allowed(name, name):
            _Folder(self._folder / name, f"{self._at}{name}/", routes, self._found).read()

    def _is_allowed(self, own: str, name: str) -> bool:
        """Whether ``own`` may be part of an address; ``name`` is what it stands in."""
        if not names.is_id(own):
            self._refuse(name, rules.NAME_NOT_ALLOWED)
        elif names.is_reserved(own):
            self._refuse(name, rules.NAME_RESERVED)
        else:
            return True
        return False

    def _file(self, name: str) -> None:
        ending = [route for route in self._routes if route.ends]
        for route in ending:
            if route.kind is None:
                return self._attachment(name, route)
            if route.next == name:
                return self._record(route, route.kind, name, "")
        for route in ending:
            if route.kind and not route.is_named and name.endswith(route.suffix):
                return self._named(route, route.kind, name)
        suffixes = [route.suffix for route in ending if not route.is_named]
        if suffixes:
            return self._refuse(name, rules.SUFFIX_WRONG, suffix="、".join(suffixes))
        return self._refuse(name, rules.FILE_UNKNOWN, allowed=allowed(self._routes))

    def _named(self, route: Route, kind: Kind, name: str) -> None:
        stem = name.removesuffix(route.suffix)
        translated = names.translation_of(stem) if route.takes_translations else None
        own, language = translated or (stem, "")
        if route.next.startswith("<year>") and not names.is_year(own):
            self._refuse(name, rules.YEAR_NOT_ALLOWED)
        elif language in names.OWN_LANGUAGE:
            self._refuse(name, rules.TRANSLATION_INTO_OWN_LANGUAGE, language=language)
        elif self._is_allowed(own, name):
            self._record(route, kind, own, language)

    def _record(self, route: Route, kind: Kind, name: str, language: str) -> None:
        own = "" if route.is_named else name
        full = f"{route.year}/{own}" if route.year else own
        file = (
            name if route.is_named else name + ("." + language if language else "") + route.suffix
        )
        path = self._at + file
        self._found.records.append(RecordFile(kind, route.region, full, path, language))

    def _attachment(self, name: str, route: Route) -> None:
        why = names.objection(name)
        if why:
            self._refuse(name, rules.FILE_NAME_UNSAFE, why=why)
        elif not names.is_attachment(name):
            allowed_kinds = "、".join(names.ATTACHMENTS)
            self._refuse(name, rules.ATTACHMENT_NOT_ALLOWED, allowed=allowed_kinds)
        elif not os.access(self._folder / name, os.R_OK):
            self._refuse(name, file_rules.FILE_UNREADABLE, reason="没有读取权限")
        else:
            self._found.attachments[route.region, name] = self._at + name
