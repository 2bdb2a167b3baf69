"""Files of every kind, right and wrong, and the sound site they are put into.

``<kind>/valid`` and ``<kind>/invalid`` hold one file for each behaviour; it is put where the kind
has its place and read by the command line. What must be found stands beside it, in a file of the
same name that ends in ``.expected``, ``line:column CODE`` by line: for a wrong file all that is
wrong with it, for a right one what is worth a remark. Nothing else may be found.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from site_gen.records.kinds import Kind
from site_gen.records.table import KINDS
from tests.sites.folder import PICTURE

FOLDER = Path(__file__).parent
TODAY = "2026-11-22"
REGION, YEAR = "lixi", "2023"
KIND: Mapping[str, Kind] = {kind.key: kind for kind in KINDS}

SURROUNDINGS: Mapping[str, str] = {
    "site.yaml": "名称: 协商公示\n",
    "vocabulary.yaml": (
        "领域:\n"
        "  - {编号: transport, 名称: 交通出行}\n"
        "  - {编号: water, 名称: 供水排水}\n"
        "品牌:\n"
        "  - {名称: 有事来协商}\n"
    ),
    "regions/yunzhou/region.yaml": (
        "名称: 云埠州\n"
        "办理时限: {建议: 2个月}\n"
        "办理结果分类: {A: [已解决], B: [正在解决, 列入计划], C: [暂难解决, 不可行]}\n"
    ),
    "regions/yunzhou/units.yaml": (
        "- {名称: 县交通运输局, 曾用名: [县交通局]}\n- {名称: 县财政局}\n- {名称: 县水务局}\n"
    ),
    "regions/yunzhou/platforms.yaml": "- {名称: 石埂村议事厅, 层级: 村, 类型: 议事厅}\n",
    "regions/yunzhou/methods/san-bu.md": "---\n名称: 三步工作法\n步骤: 待补充\n---\n",
    "regions/yunzhou/plans/2023.yaml": "议题:\n  - {编号: tingche, 议题: 停车}\n",
    "regions/yunzhou/sessions/2023/0401-hequ.md": (
        "---\n议题: 河渠清淤\n时间: 2023-04-01\n---\n\n## 建议1 清一次淤\n"
    ),
    "regions/yunzhou/proposals/2023/0127-yinshui.md": (
        "---\n案由: 修分水口\n---\n\n## 办理\n\n- 2023-01-20 提出\n"
    ),
    "regions/lixi/cases/hequ.md": (
        "---\n标题: 一条河的一年\n---\n\n![清好的河渠](jungong.png)\n\n![路面](路面.png)\n"
    ),
    "regions/lixi/region.yaml": "名称: 砾溪县\n上级: yunzhou\n方格: [0, 0]\n",
    "regions/moping/region.yaml": "名称: 墨坪县\n上级: yunzhou\n方格: [0, 1]\n",
}
"""What records name lies with the prefecture: a file of the county replaces nothing they need."""

PICTURES = ("regions/lixi/attachments/jungong.png", "regions/lixi/attachments/路面.png")


@dataclass(frozen=True)
class Case:
    """One file of the corpus."""

    file: Path

    def __str__(self) -> str:
        return self.file.relative_to(FOLDER).as_posix()

    @property
    def kind(self) -> Kind:
        """What it is a record of."""
        return KIND[self.file.parent.parent.name]

    @property
    def is_valid(self) -> bool:
        """Whether it may be published."""
        return self.file.parent.name == "valid"

    @property
    def place(self) -> str:
        """Where it is put in the content folder."""
        place = self.kind.pattern.replace("<region>", REGION).replace("<year>", YEAR)
        return place.replace("<name>", self.file.stem)

    @property
    def expected(self) -> Sequence[str]:
        """What must be found: ``line:column CODE``."""
        beside = self.file.with_suffix(".expected")
        return beside.read_text(encoding="utf-8").splitlines() if beside.exists() else []

    @property
    def codes(self) -> frozenset[str]:
        """The codes of what must be found."""
        return frozenset(line.split()[1] for line in self.expected)

    def write(self, root: Path) -> Path:
        """The sound site below ``root`` with this file in it."""
        for path, text in SURROUNDINGS.items():
            _write(root / path, text.encode())
        for path in PICTURES:
            _write(root / path, PICTURE)
        _write(root / self.place, self.file.read_bytes())
        return root


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


CASES: Sequence[Case] = tuple(
    Case(file) for file in sorted(FOLDER.glob("*/*valid/*")) if file.suffix in (".md", ".yaml")
)
