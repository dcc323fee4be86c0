"""The handbook's table «кто что видит», made of the access matrix: `python scripts/who_sees_what.py` writes it."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "nastavnik.config.settings")

import django  # noqa: E402

django.setup()

from tests.access.matrix import PAGES, PUBLIC, ROLES, name_of  # noqa: E402

from nastavnik.domain.people.roles import ROLES as RIGHTS  # noqa: E402

PAGE = ROOT / "docs" / "handbook" / "who-sees-what.md"
SHORT = (
    "админ.",
    "куратор",
    "руковод.",
    "педагог",
    "психолог",
    "наставник",
    "наставл.",
    "родитель",
    "муницип.",
    "регион",
)
ROOMS = {
    "desk": "Первая страница",
    "shell": "Вход и настройки",
    "organisations": "Организация",
    "people": "Люди",
    "exchange": "Загрузка списков",
    "registers": "База наставляемых и база наставников",
    "intake": "Заявки и отбор",
    "programmes": "Программы",
    "consents": "Согласия",
    "privacy": "Личные данные",
    "questionnaires": "Анкеты и опросы",
    "events": "Встречи многих и обучение",
    "library": "Библиотека",
    "matching": "Подбор",
    "mentorships": "Пары и группы",
    "plans": "Планы пар",
    "achievements": "Достижения",
    "support": "Поддержка пар",
    "scheduling": "Календарь",
    "conversations": "Переписка и помощь",
    "notifications": "Уведомления",
    "documents": "Документы",
    "monitoring": "Отчёты",
    "operations": "Сервер",
    "public": "Открытые страницы",
}
SIGNS = {"y": "да", "-": "–", "?": "не своё"}
INTRODUCTION = """# Кто что видит

Эта страница сделана из таблицы, по которой проверяется каждая страница программы: `python scripts/who_sees_what.py`.

- **да** – страница открывается; строки на ней – только своей организации, а у наставника, наставляемого и родителя –
  только свои.
- **–** – страница этой роли не положена.
- **не своё** – страница положена, но эта запись чужая: её нельзя отличить от несуществующей.

Чужая организация не видна никому: её записи для всех не существуют. Кто не вошёл, видит только открытые страницы.
"""


def handbook() -> str:
    """The whole page."""
    parts = [INTRODUCTION, "## Роли\n", *_roles(), ""]
    for room, title in ROOMS.items():
        rows = [page for key, page in PAGES.items() if name_of(key).split(":")[0] == room]
        if rows:
            parts += [f"## {title}\n", *_table(rows), ""]
    return "\n".join(parts).rstrip() + "\n"


def _roles() -> list[str]:
    return [f"- **{RIGHTS[role].title}** – {RIGHTS[role].description}" for role in ROLES]


def _table(pages: list) -> list[str]:
    head = ["| страница | " + " | ".join(SHORT) + " |", "|---" * (len(SHORT) + 1) + "|"]
    return head + [f"| {page.title} | " + " | ".join(_signs(page.letters)) + " |" for page in pages]


def _signs(letters: str) -> list[str]:
    return ["всем"] * len(SHORT) if letters == PUBLIC else [SIGNS[letter] for letter in letters]


if __name__ == "__main__":
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(handbook(), encoding="utf-8")
