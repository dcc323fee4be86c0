"""What keeps the repository readable and clean."""

import re
import subprocess
from pathlib import Path

import pytest
from django.urls import get_resolver

from tests import prepared

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src"
LIMIT = 300


def tracked(*patterns):
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", *patterns],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return [ROOT / name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]


def test_python_files_over_the_limit_have_a_reason_in_the_map():
    reasons = (ROOT / "docs" / "map.md").read_text()
    long = [
        str(file.relative_to(ROOT))
        for file in tracked("*.py")
        if "/migrations/" not in str(file) and len(file.read_text().splitlines()) > LIMIT
    ]

    assert [name for name in long if name not in reasons] == []


def test_migrations_are_linear():
    for folder in sorted(SOURCE.rglob("migrations")):
        numbers = sorted(file.name[:4] for file in folder.glob("[0-9]*.py"))
        assert numbers == [f"{n:04d}" for n in range(1, len(numbers) + 1)], folder


def test_tables_that_tests_copy_are_made_anew_when_something_changes_that_migrations_read():
    read = {
        name.replace(".", "/")
        for path in SOURCE.rglob("migrations/*.py")
        for name in re.findall(r"^(?:from|import) (nastavnik[.\w]+)", path.read_text(), re.MULTILINE)
    }
    counted = {str(path.relative_to(SOURCE)) for path in prepared.sources()}

    assert read
    assert [name for name in sorted(read) if not {f"{name}.py", f"{name}/__init__.py"} & counted] == []


def test_what_drives_the_browser_stands_where_make_test_looks_for_it():
    others = [file for file in tracked("tests/*.py", "tests/**/*.py") if file != Path(__file__)]
    marked = [file for file in others if "pytest.mark.browser" in file.read_text()]

    assert {file.relative_to(ROOT).parts[:2] for file in marked} == {("tests", "journeys")}


def test_every_template_is_used():
    texts = "\n".join(
        file.read_text()
        for file in tracked("src/*.py", "src/**/*.py", "src/**/*.html")
        if file.suffix in (".py", ".html")
    )
    templates = SOURCE / "nastavnik" / "web" / "templates"
    named = set(re.findall(r"<c-[\w.-]+|[\w/]+\.html", texts))  # most of them; looked for one by one it takes seconds
    unused = []
    for file in templates.rglob("*.html"):
        name = str(file.relative_to(templates))
        component = name.removeprefix("components/").removesuffix(".html").replace("/", ".").replace("_", "-")
        wanted = f"<c-{component}" if name.startswith("components/") else name
        if wanted not in named and wanted not in texts and not name.startswith("django/"):
            unused.append(name)

    assert unused == []


@pytest.mark.parametrize(
    ("pattern", "meaning"),
    [
        (r"p[y]pi\.org|p[y]thonhosted|registry\.n[p]mjs|deb\.d[e]bian\.org", "the host of a package registry"),
        (r"(?<![\w.])/(?:w[o]rk|f[a]rm|r[o]ot)/", "a path of one machine"),
        (r"cdn\.|g[o]ogleapis|jsd[e]livr|unp[k]g\.com", "a foreign host in a page"),
    ],
)
def test_the_repository_names_nothing_it_should_not(pattern, meaning):
    wanted = re.compile(pattern, re.IGNORECASE)
    suffixes = {".py", ".html", ".css", ".js", ".md", ".toml", ".txt", ".sh", ".json", ".typ", ".yml", ""}
    found = [
        str(file.relative_to(ROOT))
        for file in tracked()
        if file.suffix in suffixes
        and file.name != "package-lock.json"
        and wanted.search(file.read_text(errors="ignore"))
    ]

    assert found == [], meaning


def test_templates_hold_no_inline_style_or_script():
    inline = re.compile(r"\sstyle=|\son[a-z]+=|<style|<script(?![^>]*\ssrc=)", re.IGNORECASE)
    standalone = "documents/templates/html"  # a file of its own, opened from a folder, not a page of the server
    found = [
        f"{file.relative_to(ROOT)}:{number}"
        for file in tracked("src/**/*.html", "src/*.html")
        if standalone not in str(file)
        for number, line in enumerate(file.read_text().splitlines(), 1)
        if inline.search(line)
    ]

    assert found == []


def test_the_pages_of_the_map_are_there():
    main_line = (ROOT / "docs/map.md").read_text().partition("## The main line")[2].partition("\n## ")[0]
    rooms = set(get_resolver().namespace_dict)
    named = re.findall(r"`([a-z]+):([a-z_]+)`", main_line)

    views = {room: get_resolver().namespace_dict[room][1].reverse_dict for room in rooms}
    missing = [f"{room}:{view}" for room, view in named if view not in views.get(room, {})]

    assert len(named) >= 9
    assert missing == []


def test_names_of_the_glossary_are_names_of_the_code():
    rows = [line.split("|")[2] for line in (ROOT / "docs/glossary.md").read_text().splitlines() if "`" in line]
    words = {word for file in tracked("src/**/*.py") for word in re.findall(r"\w+", file.read_text())}
    named = [name.rpartition(".")[2] for row in rows for name in re.findall(r"`([\w.]+)`", row)]

    assert [name for name in named if name not in words] == []
