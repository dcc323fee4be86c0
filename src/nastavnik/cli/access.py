"""`access`: a one-time code for somebody who cannot sign in, and the administrator's role."""

import argparse
from typing import Any

from nastavnik.cli.terminal import OK, WELL, Refusal, say, with_database


def add_to(commands: Any) -> None:
    group = commands.add_parser("access", help="помочь войти", description="Вход: одноразовые коды, администраторы.")
    inner = group.add_subparsers(metavar="ДЕЙСТВИЕ", required=True)
    code = inner.add_parser("code", help="выдать одноразовый код", description="Одноразовый код для входа на 7 дней.")
    code.add_argument("person", metavar="ЧЕЛОВЕК", help="номер или «Фамилия Имя Отчество»")
    code.set_defaults(run=give_code)
    administrator = inner.add_parser(
        "administrator", help="сделать администратором", description="Роль администратора."
    )
    administrator.add_argument("person", metavar="ЧЕЛОВЕК", help="номер или «Фамилия Имя Отчество»")
    administrator.set_defaults(run=make_administrator)


@with_database
def give_code(arguments: argparse.Namespace) -> int:
    from nastavnik.domain.people.actions.signing_in import issue_token
    from nastavnik.domain.people.enums import TokenKind

    person = the_person(arguments.person)
    say(f"{WELL} Код для человека № {person.pk}: {issue_token(person, kind=TokenKind.CODE, by=None)}")
    say("  Действует 7 дней, один раз. Прежние коды этого человека больше не действуют.")
    return OK


@with_database
def make_administrator(arguments: argparse.Namespace) -> int:
    from nastavnik.core import clock
    from nastavnik.domain.people import actions
    from nastavnik.domain.people.enums import RoleCode

    person = the_person(arguments.person)
    organisation = person.organisation
    today = clock.today(organisation.time_zone)
    actions.grant_role(
        actions.ensure_user(person), role=RoleCode.ADMINISTRATOR, organisation=organisation, starts_on=today, by=None
    )
    say(f"{WELL} Человек № {person.pk} – администратор: видит состояние сервера и копии, данных детей не видит.")
    return OK


def the_person(text: str) -> Any:
    """The one person with this number or name; none or several are refused."""
    from nastavnik.domain.operations import queries

    found = queries.people_called(text)
    if not found:
        raise Refusal(f"Такого человека нет: {text}.")
    if len(found) > 1:
        numbers = "; ".join(f"№ {person.pk}, {person.organisation.short_title}" for person in found[:20])
        raise Refusal(f"Таких людей несколько: {numbers}. Укажите номер.")
    return found[0]
