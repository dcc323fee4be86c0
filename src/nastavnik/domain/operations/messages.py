"""What the doctor says: a sentence when it is well; otherwise what is wrong and what to do."""

from collections.abc import Mapping
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.operations.records import Finding


class Words(NamedTuple):
    well: str | Promise
    wrong: str | Promise
    mend: str | Promise


WORDS: Mapping[str, Words] = {
    "migrations_applied": Words(
        _("Таблицы базы соответствуют программе"),
        _("Таблицы базы старше программы, не хватает обновлений: %(waiting)s"),
        _("Сделайте копию и выполните nastavnik setup."),
    ),
    "durable": Words(
        _("База сохраняет подтверждённое и при отключении питания"),
        _("Настройки базы не берегут подтверждённое при отключении питания %(off)s"),
        _("SQLite: папка данных должна лежать на своём диске, не на сетевом. PostgreSQL: включите эти настройки."),
    ),
    "worker_awake": Words(
        _("Фоновая работа идёт"),
        _("Фоновая работа стоит: заданий ждёт дольше 10 минут – %(late)s"),
        _("Запустите nastavnik worker или весь сервер: nastavnik serve."),
    ),
    "jobs_succeed": Words(
        _("За неделю все задания выполнены"),
        _("За неделю не выполнено заданий: %(failed)s"),
        _("Посмотрите журнал сервера: там названо задание и место ошибки."),
    ),
    "letters_leave": Words(
        _("Письма уходят"),
        _("Не ушло писем: %(waiting)s"),
        _("Проверьте NASTAVNIK_MAIL_HOST и доступ к почтовому серверу."),
    ),
    "recent_backup": Words(
        _("Последняя копия сделана не раньше чем 36 часов назад"),
        _("Свежей копии нет"),
        _("Сделайте её: nastavnik backup. Ночью копию делает сам сервер, если он работает."),
    ),
    "room_left": Words(
        _("Место на диске есть: свободно %(free)s МБ"),
        _("На диске мало места: свободно %(free)s МБ"),
        _("Освободите место или перенесите копии: NASTAVNIK_BACKUP_DIR."),
    ),
    "data_private": Words(
        _("Папка данных закрыта от других пользователей компьютера"),
        _("Папку данных читают другие пользователи компьютера: %(folder)s"),
        _("Выполните chmod 700 для этой папки."),
    ),
    "secret_key_private": Words(
        _("Ключ сервера закрыт"),
        _("Ключ сервера читают другие пользователи компьютера: %(path)s"),
        _("Выполните chmod 600 для этого файла."),
    ),
    "no_demo_with_people": Words(
        _("Вход одним нажатием выключен или людей здесь нет"),
        _("Включён демонстрационный вход, а в базе есть настоящая организация"),
        _("Запустите с NASTAVNIK_DEMO=0."),
    ),
    "static_collected": Words(
        _("Оформление страниц на месте"),
        _("Нет файлов оформления: страницы будут без стилей"),
        _("Выполните nastavnik setup."),
    ),
    "fonts_present": Words(
        _("Шрифты для бумаг на месте"),
        _("Нет шрифтов: приказ и сертификат в PDF не получатся"),
        _("Выполните make setup или возьмите полный архив выпуска."),
    ),
    "database_whole": Words(
        _("База цела"),
        _("База повреждена"),
        _("Остановите сервер и восстановите последнюю копию: nastavnik restore."),
    ),
    "database_checksums": Words(
        _("PostgreSQL следит за целостью страниц"),
        _("PostgreSQL не ведёт контрольных сумм страниц"),
        _("Включите их: pg_checksums --enable при остановленном сервере базы."),
    ),
    "audit_whole": Words(
        _("Журнал действий цел"),
        _("Журнал действий нарушен: цепочек – %(broken)s"),
        _("Сохраните копию как есть и выясните, кто менял базу в обход программы."),
    ),
    "files_whole": Words(
        _("Все файлы на месте"),
        _("Не хватает файлов: %(missing)s"),
        _("Верните их из копии: nastavnik restore в отдельную папку, затем перенесите."),
    ),
    "no_stray_files": Words(
        _("Лишних файлов почти нет: %(stray)s"),
        _("Файлов без записи в базе: %(stray)s"),
        _("Сервер убирает их ночью. Если число растёт, посмотрите журнал."),
    ),
}


def sentence(finding: Finding) -> str:
    """What was found."""
    words = WORDS[finding.code]
    return (str(words.well if finding.is_well else words.wrong) % finding.params).strip()


def mend(finding: Finding) -> str:
    """What to do about it; nothing where it is well."""
    return "" if finding.is_well else str(WORDS[finding.code].mend) % finding.params
