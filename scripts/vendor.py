"""Copies front-end assets and the fonts of papers out of their npm packages into git-ignored folders.

Run after `npm ci --ignore-scripts`. Each package's licence lies beside its files under the package's name.
"""

import json
import re
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
PACKAGES = PROJECT / "node_modules"
STATIC = PROJECT / "src/nastavnik/web/static/vendor"
FONTS = PROJECT / "src/nastavnik/domain/documents/fonts"
# Source maps are not shipped; their mention would be looked up by the hashed static files and not be found.
SOURCE_MAP = re.compile(rb"\n?(/\*|//)# sourceMappingURL=\S+?(\s*\*/)?\s*$")


@dataclass(frozen=True)
class Package:
    """Which files of a package go where, and which files are its licence."""

    name: str
    target: Path
    files: tuple[str, ...]
    licences: tuple[str, ...]


BUNDLED = (
    Package("bootstrap", STATIC, ("dist/css/bootstrap.min.css", "dist/js/bootstrap.bundle.min.js"), ("LICENSE",)),
    Package("@popperjs/core", STATIC, (), ("LICENSE.md",)),  # inside bootstrap.bundle
    Package(
        "@expo-google-fonts/pt-serif",
        FONTS,
        (
            "400Regular/PTSerif_400Regular.ttf",
            "400Regular_Italic/PTSerif_400Regular_Italic.ttf",
            "700Bold/PTSerif_700Bold.ttf",
        ),
        ("LICENSE", "LICENSE_FONT"),
    ),
    Package(
        "@expo-google-fonts/pt-sans",
        FONTS,
        ("400Regular/PTSans_400Regular.ttf", "700Bold/PTSans_700Bold.ttf"),
        ("LICENSE", "LICENSE_FONT"),
    ),
)


def vendor() -> list[Path]:
    """Copies everything anew and returns the files written; raises FileNotFoundError for what is not installed."""
    for folder in (STATIC, FONTS):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
    return [written for package in BUNDLED for written in _copied(package)]


def _copied(package: Package) -> list[Path]:
    source = PACKAGES / package.name
    version = json.loads((source / "package.json").read_text(encoding="utf-8"))["version"]
    plain_name = package.name.lstrip("@").replace("/", "-")
    written = []
    for name in package.files:
        target = package.target / Path(name).name
        content = (source / name).read_bytes()
        target.write_bytes(SOURCE_MAP.sub(b"\n", content) if target.suffix in {".css", ".js"} else content)
        written.append(target)
    for name in package.licences:
        target = package.target / f"{plain_name}-{version}.{Path(name).stem}.txt"
        shutil.copyfile(source / name, target)
        written.append(target)
    return written


if __name__ == "__main__":
    try:
        files = vendor()
    except FileNotFoundError as error:
        sys.exit(f"not installed: {error.filename}; run `npm ci --ignore-scripts` first")
    size = sum(file.stat().st_size for file in files) // 1024
    print(f"{len(files)} files, {size} KB")
