"""The Russian sentences about tables of counts."""

from nastavnik.core.spoken import marked as _
from nastavnik.core.spoken import spoken
from nastavnik.domain.exchange import messages as of_lists
from nastavnik.domain.exchange.errors import UnreadableFile
from nastavnik.domain.rollup.records import Flag

REFUSALS = {
    "no_counts": _(
        "В таблице не нашлось столбцов с числами, которые мы знаем; она начинается так: %(seen)s. "
        "Нужна строка с названиями: Наименование организации, Обучающиеся 10–19 лет, Из них наставляемые."
    ),
    "no_institutions": _("Под названиями столбцов нет ни одной организации. Проверьте, тот ли это файл и лист."),
    "no_numbers": _(
        "Это список людей, а не таблица с числами организаций. Список людей загружают в самой организации."
    ),
}
FLAGS = {
    "not_a_number": _("здесь не число: %(typed)s. В свод не вошло; исправьте ячейку."),
    "not_whole": _("число не целое: %(typed)s. Людей и пар бывает целое число; исправьте ячейку."),
    "negative": _("число меньше нуля: %(typed)s. В свод не вошло; исправьте ячейку."),
    "more_than_whole": _("часть больше целого: %(part)s из %(whole)s. В долю не вошло; проверьте оба числа."),
    "share_contradicts": _("напечатано %(typed)s, а по числам выходит %(true)s. В свод вошли числа."),
    "total_contradicts": _("в итоге напечатано %(typed)s, а строки дают %(true)s. В свод вошли строки."),
    "twice": _("«%(name)s» уже есть в строке %(before)s, посчитаны обе. Удалите лишнюю."),
}


def refusal(error: UnreadableFile) -> str:
    """Why a file is no table of counts, and what to send instead."""
    if error.code not in REFUSALS:
        return of_lists.refusal(error)
    return spoken(REFUSALS[error.code]) % error.params


def sentence(flag: Flag) -> str:
    """What contradicts, where, and what became of it."""
    params = dict(flag.params)
    if flag.code == "share_contradicts":
        params["true"] = f"{100 * params['true']:.1f}".replace(".", ",") + "\u00a0%"
    place = f"Строка {flag.row}" + (f", столбец {flag.column}" if flag.column else "")
    return f"{place}: {spoken(FLAGS[flag.code]) % params}"
