"""A folder on one day: what lies where, what a unit is called now, which terms hold."""

from dataclasses import dataclass
from datetime import date

from tests.statistics.again.days import TERMS
from tests.statistics.again.files import Folder, Item, Record, listed


@dataclass(frozen=True)
class Found:
    """A metric counts a thing; where and when it is."""

    metric: str
    id: str
    regions: tuple[str, ...]
    when: str
    themes: tuple[str, ...] = ()

    @property
    def year(self) -> str:
        """The year it counts in."""
        return self.when[:4]


@dataclass(frozen=True)
class Reader:
    """A folder on one day."""

    folder: Folder
    today: date

    def parent(self, region: str) -> str:
        """The region above: by the codes of those that have a folder, else as written."""
        codes = {one["代码"]: name for name, one in self.folder.regions.items() if "代码" in one}
        code = self.folder.regions[region].get("代码", "")
        above = [f"{code[:4]}00", f"{code[:2]}0000"] if code else []
        near = [codes[one] for one in above if one in codes and one != code]
        return near[0] if near else str(self.folder.regions[region].get("上级", ""))

    def upwards(self, region: str) -> list[str]:
        """A region and all it lies in."""
        found: list[str] = []
        while region in self.folder.regions and region not in found:
            found.append(region)
            region = self.parent(region)
        return found

    def regions(self, record: Record) -> tuple[str, ...]:
        """Own region and 跨区域, by folder or by name."""
        names = {one.get("名称"): key for key, one in self.folder.regions.items()
                 if isinstance(one.get("名称"), str)}  # fmt: skip
        further = listed(record.head.get("跨区域", "")) if record.kind == "sessions" else []
        folders = [one if one in self.folder.regions else names[one] for one in further]
        return tuple(dict.fromkeys([record.region, *folders]))

    def present(self, record: Record, unit: str) -> str:
        """The present name of a unit: in the own regions, then upwards."""
        own = self.regions(record)
        near = [*own, *(above for one in own for above in self.upwards(one))]
        for region in near:
            for entry in self.folder.lists.get((region, "units"), []):
                if unit in (entry["名称"], *listed(entry.get("曾用名", ""))):
                    return str(entry["名称"])
        return unit

    def themes(self, record: Record) -> tuple[str, ...]:
        """The keys of the themes of a record."""
        table = self.folder.vocabulary.get("领域", [])
        keys = {one["名称"]: one.get("编号", one["名称"]) for one in table}
        return tuple(keys.get(name, name) for name in listed(record.head.get("领域", "")))

    def limit(self, item: Item, rule: str) -> str:
        """The term of a rule; of the nearest region that has it, else that for proposals."""
        for region in self.upwards(item.record.region):
            terms = self.folder.regions[region].get("办理时限", {})
            if rule in terms:
                return str(terms[rule])
        return TERMS.get(rule, "") if item.kind == "proposals" else ""


def compiled(record: Record) -> bool:
    """From public reports, which is what a source means unless it says otherwise."""
    source = record.head.get("来源")
    if source is None:
        return False
    return not isinstance(source, dict) or source.get("性质", "公开报道") == "公开报道"


def of(reader: Reader, record: Record, metric: str, mark: str = "", when: str = "") -> Found:
    """A metric counts a record, or the part of it that ``mark`` names."""
    regions, themes = reader.regions(record), reader.themes(record)
    return Found(metric, f"{record.id}{mark}", regions, when[:10], themes)
