"""Write docs/schema and .vscode/settings.json: the JSON Schema of every kind, and who uses it.

Both are what ``site-gen schema --out`` writes, kept in the project so that an editor that opens it
helps at once; a test compares them with what would be written now.
"""

import sys
from pathlib import Path

from site_gen.outputs.schema import editor_settings, schema_files

ROOT = Path(__file__).resolve().parent.parent
FOLDER = Path("docs") / "schema"
SETTINGS = Path(".vscode") / "settings.json"


def main() -> int:
    """Write the files of this checkout; schemas of kinds that are no more go."""
    for old in (ROOT / FOLDER).glob("*.json"):
        old.unlink()
    for path, text in files().items():
        (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / path).write_text(text, encoding="utf-8")
    return 0


def files() -> dict[Path, str]:
    """Path within the project → text."""
    schemas = {FOLDER / name: text for name, text in schema_files().items()}
    return {**schemas, SETTINGS: editor_settings(f"./{FOLDER.as_posix()}")}


if __name__ == "__main__":
    sys.exit(main())
