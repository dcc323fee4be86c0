"""A list of ten thousand children through the pages: file, columns, check, accept, undo. `make bench-import`."""

import io
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import django

ROOT = Path(__file__).resolve().parent.parent
ROWS = int(os.environ.get("ROWS", "10000"))
SURNAMES = "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЭЮЯ"
NAMES = ("Вера", "Анна", "Ольга", "Мария", "Полина", "Дарья", "Яна", "Злата", "Ева", "Нина")
MIDDLE = ("Ивановна", "Петровна", "Олеговна", "Игоревна", "Романовна", "Львовна", "Юрьевна", "Марковна")
NEEDS = ("алгебра", "русский язык", "физика", "проект", "английский язык", "химия", "выступления", "рисование")
HEADINGS = ("ФИО", "Дата рождения", "Класс", "Телефон", "ФИО родителя", "Телефон родителя", "Основной запрос",
            "Интересы", "Удобное время", "Согласие родителя")  # fmt: skip


def main() -> int:
    sys.path.insert(0, str(ROOT))  # the invented school is that of the tests
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(NASTAVNIK_DATA_DIR=folder, DJANGO_SETTINGS_MODULE="nastavnik.config.settings")
        os.environ.pop("NASTAVNIK_DATABASE_URL", None)
        django.setup()
        measure()
    return 0


def measure() -> None:
    """The rows of the table of docs/benchmarks.md: wall time, processor time of this process and its children, load."""
    from django.conf import settings
    from django.core.management import call_command
    from django.test import Client
    from tests import factories as make

    from nastavnik.domain.people.enums import RoleCode
    from nastavnik.domain.people.models import Person

    settings.ALLOWED_HOSTS = ["testserver"]
    settings.SECURE_SSL_REDIRECT = False
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}  # no collected files are needed
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}
    call_command("migrate", interactive=False, verbosity=0)
    user = make.staff(RoleCode.COORDINATOR)
    module = make.ModuleFactory(programme__organisation=user.person.organisation)
    client = Client()
    client.force_login(user)
    content = workbook()
    print(f"{ROWS:,} rows, {len(content) / 1024:,.0f} kB; {os.cpu_count()} cores")
    spent = walk(client, module, content)
    print(f"| file, columns, check and accept together | {spent:.2f} s | | ≤ 10 s | {os.getloadavg()[0]:.1f} |")
    if Person.objects.count() != 2 * ROWS + 1:
        raise SystemExit(f"{Person.objects.count()} people instead of {2 * ROWS + 1}")
    undo(client)
    if Person.objects.count() != 1:
        raise SystemExit(f"{Person.objects.count()} people are left")


def walk(client: Any, module: Any, content: bytes) -> float:
    """From the file to the people; the seconds of all steps."""
    from django.core.files.uploadedfile import SimpleUploadedFile

    from nastavnik.domain.exchange import queries
    from nastavnik.domain.exchange.models import PeopleImport

    begun = time.perf_counter()
    sent = {"module": module.pk, "role": "mentee", "file": SimpleUploadedFile("Список.xlsx", content)}
    columns = row("the file is sent", lambda: client.post("/import/", sent), 303).url
    row("page of columns", lambda: client.get(columns), 200)
    people_import = PeopleImport.objects.get()
    chosen = queries.reading_of(people_import, {}).mapping | {"version": people_import.version}
    check = row("columns are confirmed", lambda: client.post(columns, chosen), 303).url
    row("page of the check", lambda: client.get(check), 200)
    row("page of the check again", lambda: client.get(check), 200)
    people_import.refresh_from_db()
    taken = {"version": people_import.version, "admit": "on"}
    row("accepted", lambda: client.post(check.replace("check", "accept"), taken), 303)
    row("page of what was done", lambda: client.get(check.replace("check", "done")), 200)
    return time.perf_counter() - begun


def undo(client: Any) -> None:
    from nastavnik.domain.exchange.models import PeopleImport

    people_import = PeopleImport.objects.get()
    where = f"/import/{people_import.pk}/undo/"
    row("page before undoing", lambda: client.get(where), 200)
    row("undone", lambda: client.post(where, {"version": people_import.version}), 303)


def row(title: str, work: Callable[[], Any], expected: int) -> Any:
    """One line: wall and processor time of one step."""
    wall, before = time.perf_counter(), os.times()
    answer = work()
    wall, after = time.perf_counter() - wall, os.times()
    processor = sum(after[:4]) - sum(before[:4])
    print(f"| {title} | {wall:.2f} s | {processor:.2f} s | | {os.getloadavg()[0]:.1f} |", flush=True)
    if answer.status_code != expected:
        raise SystemExit(f"{title}: {answer.status_code} {answer.content.decode()[:2000]}")
    return answer


def workbook() -> bytes:
    """Invented children, each with a parent of their own."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Наставляемые")
    sheet.append(HEADINGS)
    for number in range(ROWS):
        sheet.append(child(number))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def child(number: int) -> tuple[Any, ...]:
    one, rest = number % len(SURNAMES), number // len(SURNAMES)
    two, three = rest % len(SURNAMES), rest // len(SURNAMES)
    surname = f"{SURNAMES[one]}{SURNAMES[two].lower()}{SURNAMES[three % len(SURNAMES)].lower()}ова"
    name, middle = NAMES[number % len(NAMES)], MIDDLE[number % len(MIDDLE)]
    year, day = 2009 + number % 9, 1 + number % 28
    return (
        f"{surname} {name} {middle}",
        f"{day:02}.{1 + number % 12:02}.{year}",
        f"{2026 - year - 6 or 1}{'АБВГ'[number % 4]}",
        f"+7 999 {number:07}",
        f"{surname} Ирина {middle}",
        f"8 (998) {number:07}",
        NEEDS[number % len(NEEDS)],
        f"{NEEDS[(number + 3) % len(NEEDS)]}, чтение",
        "пн 15:00-17:00, ср 14:00-16:00",
        "да" if number % 10 else "нет",
    )


if __name__ == "__main__":
    sys.exit(main())
