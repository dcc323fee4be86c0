from datetime import date
from decimal import Decimal

from nastavnik.domain.documents.kinds.mentor_portfolio import MentorPortfolioContext, Pair, Session, Shared
from tests.domain.documents.rendering.samples import MENTOR
from tests.domain.documents.samples.programmes import FRAME

SAMPLE = MentorPortfolioContext(
    FRAME,
    MENTOR,
    (
        Pair("Вместе к успеху", "индивидуальное", date(2024, 9, 16), date(2025, 5, 30), 1, 24, 3),
        Pair("Вместе к успеху", "групповое", date(2025, 9, 15), None, 4, 11, 2),
    ),
    sessions=(
        Session("Школа наставника", "Первая встреча: ролевая игра", date(2024, 9, 6), Decimal(2)),
        Session("Школа наставника", "Обратная связь", date(2024, 9, 13), Decimal("1.5")),
    ),
    shared=(Shared("Как мы начинали", "публикация", "региональный", date(2025, 3, 4), "сборник «Опыт»"),),
    reached=(("муниципальный", 3), ("региональный", 1)),
    thanks=("Благодарственное письмо, № 19-Б, 30.05.2025",),
    answers=5,
    friends=4,
    words="Учусь слушать раньше, чем советовать",
)
