"""Papers from before the blocks: what each kind kept in its own way becomes sections of blocks, word for word.

Their files stay as they are. Going back leaves them: the former words are all there.
"""

from django.db import migrations

PAIR_COLUMNS = (("№", 9, "centre"), ("Наставник", 36), ("Наставляемый", 36), ("Форма", 24), ("Вид", 31), ("Срок", 29))
FIGURE_COLUMNS = (("Показатель", 40), ("Значение", 36), ("n", 18), ("На дату", 23), ("Как считается", 48))
MODULE_COLUMNS = (("Модуль", 40), ("Показатель", 46), ("Значение", 36), ("n", 20), ("На дату", 23))
EXPLAINED = "Доля считается от числа n. «Нет данных» означает, что сведений не внесено; это не ноль."


def paper(heading, said, sections, **more):
    named = more.pop("named", {})
    return {
        "is": "Paper",
        "heading": heading,
        "title": said.get("title", ""),
        "sections": [section(*one) for one in sections if one[2]],
        "letterhead": said["letterhead"],
        "stamp": None,
        "number": said.get("number", ""),
        "date": said.get("date", ""),
        "city": said.get("city", ""),
        "properties": said["properties"],
        "named": named,
        "landscape": False,
        "is_order": False,
        "decorated": False,
        "square": "",
        "footnote": "",
        **more,
    }


def section(code, title, blocks):
    return {"is": "Section", "code": code, "title": title, "blocks": blocks, "is_editable": False}


def paragraph(text, align="justify", *, bold=False, indent=True, small=False):
    return {"is": "Paragraph", "text": text, "align": align, "bold": bold, "indent": indent, "small": small}


def heading(text):
    return {"is": "Heading", "text": text, "level": 1}


def points(items):
    return {"is": "Points", "items": [point(one) for one in items]}


def point(one):
    parts = [point(part) for part in one.get("parts", ())]
    return {"is": "Point", "number": one["number"], "text": one["text"], "parts": parts}


def bullets(items):
    return [{"is": "Bullets", "items": list(items)}] if items else []


def table(columns, rows):
    drawn = [{"is": "Column", "title": title, "width": width, "align": (*align, "left")[0]}
             for title, width, *align in columns]  # fmt: skip
    return {"is": "Table", "columns": drawn, "rows": rows, "caption": ""}


def cell(text, note):
    return {"is": "Cell", "text": text, "note": note}


def signatures(signed, title="", *, dated=False):
    rows = [[one.get("post", ""), one["name"]] for one in signed]
    return {"is": "Signatures", "rows": rows, "title": title, "dated": dated}


def order(said):
    rows = [
        [
            str(pair["position"]),
            cell(pair["mentor"], pair["mentor_note"]),
            cell(pair["mentee"], pair["mentee_note"]),
            pair["form"],
            pair["kind"],
            pair["term"],
        ]
        for pair in said["pairs"]
    ]
    first = [paragraph("ПРИКАЗЫВАЮ:", bold=True, indent=False), points([said["first"]]), table(PAIR_COLUMNS, rows)]
    closing = [paragraph("Основание:"), *bullets(said["basis"])] if said["basis"] else []
    closing.append(signatures([said["signature"]]))
    if said["acknowledged"]:
        closing.append(signatures(said["acknowledged"], "С приказом ознакомлены:", dated=True))
    sections = (
        ("preamble", "Вступление", [paragraph(said["preamble"]), *bullets(said["grounds"])]),
        ("first", "Первый пункт", first),
        ("points", "Остальные пункты", [points(said["points"])] if said["points"] else []),
        ("signatures", "Подписи", closing),
    )
    return paper("ПРИКАЗ", said, sections, is_order=True)


def certificate(said):
    text = [paragraph(said["lead"], "centre"), heading(said["name"])]
    text += [paragraph(said["note"], "centre", small=True)] if said["note"] else []
    text += [paragraph(said["deed"], "centre"), paragraph(said["period"], "centre")]
    facts = "  ·  ".join(filter(None, (said["form"], said["work"])))
    text += [paragraph(facts, "centre", small=True)] if facts else []
    return paper(
        "СЕРТИФИКАТ",
        said,
        (("text", "Текст", text), ("signatures", "Подпись", [signatures([said["signature"]])])),
        decorated=True,
        square=said["check_square"],
        footnote=f"Проверить сертификат:\n{said['check_address']}\n{said['check_code']}",
        named={name: said[name] for name in ("name", "note", "deed", "period", "check_code", "check_address")},
    )


def report(said):
    told = [paragraph(said["period"], "centre"), paragraph(f"Данные на {said['as_of']}", "centre")]
    codes = ("coverage", "meetings", "endings")
    sections = [("period", "Срок", told)]
    sections += [(code, one["title"], figures(one)) for code, one in zip(codes, said["sections"], strict=False)]
    fields = ("module", "title", "value", "n", "as_of")
    modules = [[line[field] for field in fields] for line in said["modules"]]
    shown = [heading("4. По модулям"), table(MODULE_COLUMNS, modules)] if modules else []
    remarks = [paragraph(EXPLAINED, small=True), *(paragraph(one) for one in said["remarks"])]
    sections += [("modules", "4. По модулям", shown), ("remarks", "Пояснения", remarks)]
    sections.append(("signatures", "Подписи", [signatures(said["signatures"])]))
    title = f"о программе наставничества «{said['programme']}»"
    return paper("ОТЧЁТ", {**said, "title": title}, sections, named={"programme": said["programme"]})


def figures(one):
    fields = ("title", "value", "n", "as_of", "definition")
    rows = [[figure[field] for field in fields] for figure in one["figures"]]
    return [heading(one["title"]), table(FIGURE_COLUMNS, rows) if rows else paragraph("Нет данных.")]


KINDS = {"appointment_order": order, "certificate": certificate, "programme_report": report}


def convert(apps, schema_editor):
    documents = apps.get_model("documents", "Document")
    for document in documents.objects.filter(kind__in=KINDS).iterator():
        said = document.context.get("paper")
        if said and "is" not in said:
            document.context = {**document.context, "paper": KINDS[document.kind](said)}
            document.save(update_fields=["context"])


class Migration(migrations.Migration):
    dependencies = [("documents", "0005_number_once_in_a_book")]

    operations = [migrations.RunPython(convert, migrations.RunPython.noop)]
