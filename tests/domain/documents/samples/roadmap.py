from nastavnik.domain.documents.kinds.roadmap import PlannedRow, PlannedStage, RoadmapContext
from tests.domain.documents.samples.programmes import APPENDIX, PUPILS

SAMPLE = RoadmapContext(
    APPENDIX,
    PUPILS,
    (
        PlannedStage(
            "Подготовка условий",
            (
                PlannedRow(
                    "Собрать рабочую группу, назначить куратора",
                    "до 07.09.2026",
                    "распределить работу",
                    "директор",
                    "известно, кто за что отвечает",
                    "приказ о назначении куратора",
                    ("кадровые: заместитель директора, педагог-психолог",),
                ),
                PlannedRow("Утвердить положение и дорожную карту", "сентябрь 2026", document="приказ с приложениями"),
            ),
        ),
        PlannedStage("База наставляемых", ()),
        PlannedStage(
            "Работа пар",
            (
                PlannedRow(
                    "Встречаться раз в две недели и вести дневник",
                    "октябрь 2026 – май 2027",
                    responsible="наставники, Преображенская-Воздвиженская А.-В. С.",
                    result="умения растут, пары не распались",
                ),
                PlannedRow("Спросить педагогов, какая помощь нужна", "ежегодно, сентябрь", responsible="методист"),
            ),
        ),
    ),
)
