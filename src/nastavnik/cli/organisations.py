"""`organisation create`: an institution with the coordinator who will run it."""

import argparse
from typing import Any

from nastavnik.cli.terminal import OK, WELL, Refusal, say, with_database

KINDS = ("school", "supplementary", "college", "technopark")


def add_to(commands: Any) -> None:
    group = commands.add_parser("organisation", help="завести организацию", description="Организации на этом сервере.")
    inner = group.add_subparsers(metavar="ДЕЙСТВИЕ", required=True)
    create = inner.add_parser("create", help="завести организацию и её куратора", description="Новая организация.")
    create.add_argument("--title", required=True, help="полное название, как на бланке")
    create.add_argument("--short", required=True, help="короткое название")
    create.add_argument("--kind", choices=KINDS, default="school", metavar="ТИП", help=f"{', '.join(KINDS)}")
    create.add_argument("--region", required=True, help="регион")
    create.add_argument("--municipality", required=True, help="муниципалитет")
    create.add_argument("--city", default="", help="населённый пункт для бумаг")
    create.add_argument("--time-zone", default="Europe/Moscow", metavar="ПОЯС", help="например Asia/Yekaterinburg")
    create.add_argument("--coordinator", required=True, metavar="ФИО", help="«Фамилия Имя Отчество» куратора")
    create.add_argument("--post", default="", metavar="ДОЛЖНОСТЬ", help="должность куратора")
    create.set_defaults(run=open_one)


@with_database
def open_one(arguments: argparse.Namespace) -> int:
    from zoneinfo import available_timezones

    from nastavnik.domain.people import actions
    from nastavnik.domain.people.actions.signing_in import issue_token
    from nastavnik.domain.people.enums import TokenKind

    if arguments.time_zone not in available_timezones():
        raise Refusal(f"Такого часового пояса нет: {arguments.time_zone}. Пример: Asia/Yekaterinburg.")
    surname, given_name, patronymic = [*arguments.coordinator.split(maxsplit=2), "", ""][:3]
    coordinator = actions.open_organisation(
        coordinator=actions.NewPerson(surname, given_name, patronymic, post=arguments.post),
        kind=arguments.kind,
        title=arguments.title,
        short_title=arguments.short,
        municipality=arguments.municipality,
        region=arguments.region,
        city=arguments.city,
        time_zone=arguments.time_zone,
    )
    code = issue_token(coordinator, kind=TokenKind.CODE, by=None)
    say(f"{WELL} Организация заведена, номер {coordinator.organisation_id}. Куратор – номер {coordinator.pk}.")
    say(f"  Код для первого входа (действует 7 дней, один раз): {code}")
    say("  Где ввести: страница входа, «Войти по коду».")
    return OK
