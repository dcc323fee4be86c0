"""Writes our DOCX templates anew: this script is their source. Run it after a change and commit both."""

import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(PROJECT), str(PROJECT / "src")]

from scripts.docx_paper import CENTRE, RIGHT, Paper, add_row, write  # noqa: E402

TARGET = PROJECT / "src/nastavnik/domain/documents/templates/docx"


def appointment_order(folder: Path) -> None:
    paper = Paper(13)
    paper.letterhead()
    paper.line("ПРИКАЗ", CENTRE, bold=True, size=15, after=8)
    head = paper.table([60, 45, 60], borders=False)
    row = add_row(head, ["{{ date }}", "{{ city }}", "{{ number }}"])
    row.cells[1].paragraphs[0].alignment, row.cells[2].paragraphs[0].alignment = CENTRE, RIGHT
    paper.line("{{ title }}", bold=True, before=12, after=12)
    paper.body("{{ preamble }}")
    paper.tag("{%p for ground in grounds %}")
    paper.body("– {{ ground }}")
    paper.tag("{%p endfor %}")
    paper.line("ПРИКАЗЫВАЮ:", bold=True, before=8, after=6, keep=True)
    point(paper, "first")
    pairs_table(paper)
    paper.line("", size=6)
    paper.tag("{%p for point in points %}")
    point(paper, "point", keep=True)
    paper.tag("{%p endfor %}")
    paper.tag("{%p if basis %}")
    paper.body("Основание:", before=6, keep=True)
    paper.tag("{%p for item in basis %}")
    paper.body("– {{ item }}", keep=True)
    paper.tag("{%p endfor %}")
    paper.tag("{%p endif %}")
    paper.line("", size=10, keep=True)
    paper.signatures()
    acknowledged(paper)
    paper.save("appointment_order.docx", folder)


def point(paper: Paper, name: str, keep: bool = False) -> None:
    """A point and its parts; kept ones never leave the signature alone on a page."""
    paper.body(f"{{{{ {name}.number }}}} {{{{ {name}.text }}}}", after=3, keep=keep)
    paper.tag(f"{{%p for part in {name}.parts %}}")
    paper.body("{{ part.number }} {{ part.text }}", after=3, keep=keep)
    paper.tag("{%p endfor %}")


def pairs_table(paper: Paper) -> None:
    table = paper.table([9, 38, 38, 22, 33, 25])
    heads = ["№", "Наставник", "Наставляемый", "Форма", "Вид", "Срок"]
    add_row(table, heads, size=10, bold=True, head=True, align=CENTRE)
    add_row(table, ["{%tr for pair in pairs %}", "", "", "", "", ""])
    fields = ["position", "mentor", "mentee", "form", "kind", "term"]
    row = add_row(table, [f"{{{{ pair.{field} }}}}" for field in fields], size=10)
    row.cells[0].paragraphs[0].alignment = CENTRE
    for cell, field in ((row.cells[1], "pair.mentor_note"), (row.cells[2], "pair.mentee_note")):
        write(cell.add_paragraph(), f"{{%p if {field} %}}")
        write(cell.add_paragraph(), f"{{{{ {field} }}}}", size=9, italic=True, after=1.5)
        write(cell.add_paragraph(), "{%p endif %}")
    add_row(table, ["{%tr endfor %}", "", "", "", "", ""])


def acknowledged(paper: Paper) -> None:
    paper.tag("{%p if acknowledged %}")
    paper.line("С приказом ознакомлены:", before=16, after=4, keep=True)
    paper.tag("{%p endif %}")
    table = paper.table([60, 50, 55], borders=False)
    add_row(table, ["{%tr for person in acknowledged %}", "", ""])
    add_row(table, ["{{ person.name }}", "______________", "«___» _________ 20___ г."], size=12, space=3)
    add_row(table, ["{%tr endfor %}", "", ""])


def programme_report(folder: Path) -> None:
    paper = Paper(12)
    paper.letterhead()
    paper.line("ОТЧЁТ", CENTRE, bold=True, size=15)
    paper.line("о программе наставничества «{{ programme }}»", CENTRE, bold=True)
    paper.line("{{ period }}", CENTRE)
    paper.line("Данные на {{ as_of }}", CENTRE, after=8)
    paper.tag("{%p for section in sections %}")
    paper.line("{{ section.title }}", bold=True, before=8, after=4, keep=True)
    paper.tag("{%p if section.figures %}")
    figures_table(paper)
    paper.tag("{%p else %}")
    paper.body("Нет данных.")
    paper.tag("{%p endif %}")
    paper.tag("{%p endfor %}")
    modules_table(paper)
    paper.body(
        "Доля считается от числа n. «Нет данных» означает, что сведений не внесено; это не ноль.",
        size=10.5,
        before=8,
        keep=True,
    )
    paper.tag("{%p for remark in remarks %}")
    paper.body("{{ remark }}", before=4, keep=True)
    paper.tag("{%p endfor %}")
    paper.line("", size=10, keep=True)
    paper.signatures("signatures", "who")
    paper.save("programme_report.docx", folder)


def figures_table(paper: Paper) -> None:
    table = paper.table([42, 36, 16, 23, 48])
    heads = ["Показатель", "Значение", "n", "На дату", "Как считается"]
    add_row(table, heads, size=10, bold=True, head=True, align=CENTRE)
    add_row(table, ["{%tr for figure in section.figures %}", "", "", "", ""])
    fields = ["title", "value", "n", "as_of", "definition"]
    add_row(table, [f"{{{{ figure.{field} }}}}" for field in fields], size=10)
    add_row(table, ["{%tr endfor %}", "", "", "", ""])


def modules_table(paper: Paper) -> None:
    paper.tag("{%p if modules %}")
    paper.line("4. По модулям", bold=True, before=10, after=4, keep=True)
    table = paper.table([42, 48, 36, 16, 23])
    heads = ["Модуль", "Показатель", "Значение", "n", "На дату"]
    add_row(table, heads, size=10, bold=True, head=True, align=CENTRE)
    add_row(table, ["{%tr for line in modules %}", "", "", "", ""])
    fields = ["module", "title", "value", "n", "as_of"]
    add_row(table, [f"{{{{ line.{field} }}}}" for field in fields], size=10)
    add_row(table, ["{%tr endfor %}", "", "", "", ""])
    paper.tag("{%p endif %}")


def write_all(folder: Path) -> None:
    appointment_order(folder)
    programme_report(folder)


if __name__ == "__main__":
    write_all(TARGET)
    print(f"written to {TARGET.relative_to(PROJECT)}")
