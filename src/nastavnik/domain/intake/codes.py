"""Codes that people say aloud and copy from a poster: words and digits. Pure, but for the key and the source of chance.

A poster's code is word and four digits («КЛЁН-4821»): it leads to a page that anybody may see. The code of a draft has
a second word («КЛЁН-4821-РОСА»): 67 · 10⁷ of them, and guessing is limited by the page.
"""

import re
import secrets
from collections.abc import Callable

from django.utils.crypto import salted_hmac

from nastavnik.domain.people.normal import DASHES, LATIN_TWINS, tidy

# Four to six letters, one way to hear and to write each, nothing frightening; ё counts as е when typed.
LIST = """
    АГАТ АЛЫЧА АРБУЗ АРФА АСТРА АТЛАС БАЛЕТ БАНАН БАШНЯ БЕЛКА БЕРЕГ БЕРЁЗА БИЛЕТ БИСЕР БОБЁР БОТИК БУКВА БУКЕТ БУФЕТ
    ВАГОН ВАЛЬС ВЕНИК ВЕСЛО ВЕСНА ВЕТЕР ВЕТКА ВЕЧЕР ВИШНЯ ВОЛАН ВОЛНА ВОЛЧОК ВОРОТА ВЫДРА ГАЗОН ГАЛКА ГЕРБ ГИТАРА
    ГЛИНА ГЛОБУС ГНОМ ГОЛУБЬ ГОРКА ГОРОД ГРИБ ГРУША ГУДОК ДАЧА ДВОР ДЕЛЬТА ДЖАЗ ДИВАН ДОМИК ДОРОГА ДРОЗД ДУБОК ДЫНЯ
    ЕНОТ ЖАСМИН ЖЕЛУДЬ ЖИРАФ ЖУРНАЛ ЗАБОР ЗАКАТ ЗАМОК ЗАРЯ ЗЕБРА ЗЕРНО ЗИМА ЗНАК ЗОНТ ИВОЛГА ИЗБА ИГРА ИКРА ИРИС
    ИСКРА КАБАН КАКТУС КАЛИНА КАМЕНЬ КАНОЭ КАРТА КАТЕР КАША КЕДР КИНО КИСТЬ КЛЁН КЛЕВЕР КЛУБ КЛЮЧ КНИГА КОВЁР КОМЕТА
    КОМПАС КОНЬКИ КОРА КОРЖ КОСТЁР КОТИК КРАБ КРАН КРУГ КУБИК КУПОЛ ЛАВКА ЛАГУНА ЛАМПА ЛАСТА ЛЕБЕДЬ ЛЕПКА ЛЕТО ЛИМОН
    ЛИПА ЛИСТ ЛОДКА ЛОСЬ ЛОТОС ЛУНА ЛЫЖИ МАЛИНА МАРКА МАЯК МЕЛОДИЯ МЁД МЕЧТА МИМОЗА МОРЕ МОСТ МОТОР МУЗЕЙ МЫС МЯТА
    НАРТА НЕБО НЕРПА НИТКА НОТА ОАЗИС ОБЛАКО ОВЁС ОЗЕРО ОКНО ОКУНЬ ОЛЕНЬ ОПУШКА ОРЕХ ОСЕНЬ ОСИНА ОСТРОВ ПАЛИТРА
    ПАНДА ПАРОМ ПАРУС ПЕНАЛ ПЕРО ПЕСНЯ ПЕСОК ПИОН ПЛОТ ПОЕЗД ПОЛЁТ ПОЛЯНА ПРИЗ ПРУД ПТИЦА ПЧЕЛА РАДИО РАДУГА РАКЕТА
    РЕКА РЕПКА РИТМ РОБОТ РОМАН РОСА РОЩА РУБИН РУЛЬ РУЧЕЙ РЯБИНА САД САЛЮТ САМБО САПФИР СВЕТ СЕВЕР СИРЕНЬ СКАЗКА
    СКРИПКА СЛИВА СЛОВО СНЕГ СНЕГИРЬ СОБОР СОКОЛ СОЛНЦЕ СОМ СОСНА СОЮЗ СПЕКТР СПОРТ СТАРТ СТЕПЬ СТИХ ТАЙГА ТАНГО ТЕАТР
    ТЕПЛО ТЕРЕМ ТИГР ТОПОЛЬ ТРАВА ТРОПА ТУЧА ТЫКВА УЗОР УЛИЦА УРОК УТЁС УТРО ФАКЕЛ ФЕЯ ФИАЛКА ФЛАГ ФЛЕЙТА ФОНАРЬ ФОРТ
    ХЛЕБ ХОББИ ХОЛМ ЦВЕТОК ЦИРК ЦИФРА ЧАЙКА ЧАЙНИК ЧЕРДАК ЧИЖИК ШАР ШАРФ ШАХМАТЫ ШКОЛА ШЛЮП ШТУРВАЛ ЩЕГОЛ ЭКРАН ЭСКИЗ
    ЭТАЖ ЭХО ЮГ ЮЛА ЮНГА ЯБЛОКО ЯКОРЬ ЯЛИК ЯНТАРЬ ЯРКИЙ ЯСЕНЬ ЯХТА
"""
WORDS = tuple(LIST.split())
YO = {word.replace("Ё", "Е"): word for word in WORDS if "Ё" in word}
LONGEST = 60
Chance = Callable[[int], int]


def poster_code(chance: Chance = secrets.randbelow) -> str:
    """«КЛЁН-4821»."""
    return f"{_word(chance)}-{_digits(chance)}"


def draft_code(chance: Chance = secrets.randbelow) -> str:
    """«КЛЁН-4821-РОСА»."""
    return f"{_word(chance)}-{_digits(chance)}-{_word(chance)}"


def canonical(typed: str) -> str:
    """The one form of a code, whatever the case, ё, Latin twins, spaces, dashes or none: words and digits."""
    text = DASHES.sub("-", tidy(typed[: 4 * LONGEST])).upper().replace("Ё", "Е")
    parts = re.findall(r"[^\W\d_]+|\d+", text)
    return "-".join(parts).translate(LATIN_TWINS)[:LONGEST]


def with_yo(canonical_code: str) -> str:
    """The spelling of our own words, for comparing with what is printed: «КЛЕН-4821» is «КЛЁН-4821»."""
    return "-".join(YO.get(part, part) for part in canonical_code.split("-"))


def digest(code: str) -> str:
    """What is kept of a code: keyed, so that who reads the table cannot try all codes."""
    return salted_hmac("nastavnik.intake.code", canonical(code), algorithm="sha256").hexdigest()


def _word(chance: Chance) -> str:
    return WORDS[chance(len(WORDS))]


def _digits(chance: Chance) -> str:
    return f"{chance(10_000):04d}"
