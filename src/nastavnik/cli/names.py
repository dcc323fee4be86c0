"""`name`: one person's name in six cases, with what is not certain about it. No database."""

import argparse
import json
from typing import Any

from nastavnik.cli.terminal import OK, WELL, WRONG, Refusal, say

QUESTIONS = {
    "nominative": "кто?",
    "genitive": "кого?",
    "dative": "кому?",
    "accusative": "кого? (вин.)",
    "instrumental": "кем?",
    "prepositional": "о ком?",
}
GENDERS = {"male": "мужской", "female": "женский", None: "не ясен"}


def add_to(commands: Any) -> None:
    one = commands.add_parser("name", help="имя в шести падежах", description="Имя в шести падежах.")
    one.add_argument("words", nargs="*", metavar="ИМЯ", help="«Фамилия Имя Отчество», отчества может не быть")
    one.add_argument(
        "--gender", choices=("male", "female"), metavar="male|female", help="пол, если по имени он не ясен"
    )
    one.add_argument("--json", action="store_true", help="для программ")
    one.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Exit code 0 with six forms, certain or not; 2 where there is no name."""
    from nastavnik.domain.people import names

    try:
        name = names.read(" ".join(arguments.words), arguments.gender and names.Gender(arguments.gender))
    except ValueError:
        raise Refusal('Имени нет. Напишите так: nastavnik name "Фамилия Имя Отчество".') from None
    inflected = {case.value: names.inflect(name, case) for case in names.Case}
    doubts = list(dict.fromkeys(doubt for form in inflected.values() for doubt in form.doubts))
    forms = {case: form.text for case, form in inflected.items()}
    gender = names.gender_of(name)
    if arguments.json:
        say(json.dumps({"gender": gender, **forms, "certain": not doubts}, ensure_ascii=False))
    else:
        _tell(forms, gender, doubts)
    return OK


def _tell(forms: dict[str, str], gender: str | None, doubts: list[Any]) -> None:
    from nastavnik.domain.people.messages import DOUBTS

    width = max(map(len, QUESTIONS.values()))
    for case, question in QUESTIONS.items():
        say(f"{question:<{width}}  {forms[case]}")
    say(f"{'пол':<{width}}  {GENDERS[gender]}")
    for doubt in doubts:
        say(f"{WRONG} {DOUBTS[doubt]}.")
    if not doubts:
        say(f"{WELL} Сомнений нет.")
