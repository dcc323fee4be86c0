"""What people ask for and offer: topics of a school, hours after lessons. Drawn by chance with a fixed seed."""

from dataclasses import replace
from random import Random
from typing import Any

from nastavnik.domain.programmes.enums import Mode, Openness
from nastavnik.domain.programmes.records import Interval, ProfileValues

NEEDS = (
    "математика", "русский язык", "английский язык", "биология", "подготовка к олимпиаде", "проектная работа",
    "освоиться в новом классе", "публичные выступления", "программирование", "история",
)  # fmt: skip
INTERESTS = ("шахматы", "настольные игры", "рисование", "футбол", "волейбол", "музыка", "кино", "робототехника",
             "фотография", "туризм", "чтение")  # fmt: skip
VALUES = ("честность", "дружба", "труд", "уважение", "творчество", "успех команды")
WAYS = ("на примере", "по шагам", "через вопросы", "через дело", "через игру")
FIRST_HOUR, LAST_HOUR = 14 * 60, 17 * 60


class Profiles:
    """One after another, so that the same story is told every time."""

    def __init__(self, seed: int) -> None:
        self._chance = Random(seed)  # noqa: S311 – a story, no secret
        self._character = Random(seed + 1)  # noqa: S311

    def mentee(self) -> ProfileValues:
        main, second = self._chance.sample(NEEDS, 2)
        return ProfileValues(
            main_need=main,
            needs=(second,) if self._chance.random() < 0.5 else (),
            interests=self._some(INTERESTS, 1, 3),
            free_time=self._hours(3),
            modes=frozenset({Mode.IN_PERSON}),
            **self._said(level=(0, 2)),
        )

    def adult(self) -> ProfileValues:
        """A grown-up with two places, who helps with whatever is asked."""
        return replace(self.mentor(), competences=NEEDS, places=2)

    def mentor(self) -> ProfileValues:
        return ProfileValues(
            competences=self._some(NEEDS, 2, 4),
            interests=self._some(INTERESTS, 1, 4),
            free_time=self._hours(4),
            modes=frozenset({Mode.IN_PERSON, Mode.ONLINE}),
            places=1,
            achievements=self._chance.choice(("", "", "призёр школьной олимпиады", "ведёт разговорный клуб")),
            **self._said(level=(3, 5)),
        )

    def _said(self, *, level: tuple[int, int]) -> dict[str, Any]:
        """Values, ways of working, openness, standing: one in four says nothing about them."""
        chance = self._character
        if chance.random() < 0.25:
            return {}
        return {
            "values": tuple(chance.sample(VALUES, 2)),
            "ways": tuple(chance.sample(WAYS, chance.randint(1, 2))),
            "openness": chance.choice(list(Openness)),
            "level": chance.randint(*level),
        }

    def _some(self, titles: tuple[str, ...], least: int, most: int) -> tuple[str, ...]:
        return tuple(self._chance.sample(titles, self._chance.randint(least, most)))

    def _hours(self, days: int) -> tuple[Interval, ...]:
        chosen = sorted(self._chance.sample(range(1, 6), days))
        return tuple((day, FIRST_HOUR, LAST_HOUR) for day in chosen)
