"""Papers from before the books: orders and certificates stand in theirs, numbers are folded as new ones are.

Of two that are the same from now on («14-а» in Latin letters and in Russian ones) the later one keeps a mark, so that
each stays in the register; its number is printed as it was.
"""

from django.db import migrations

BOOKS = {"appointment_order": "orders", "certificate": "certificates"}
FOLD = str.maketrans("ABCEHKMOPTXabcehkmoptx\u2010\u2011\u2013\u2014", "АВСЕНКМОРТХавсенкмортх----")
LONGEST = 30


def fill(apps, schema_editor):
    documents = apps.get_model("documents", "Document")
    taken = set()
    for document in documents.objects.order_by("id").iterator():
        document.book = BOOKS.get(document.kind, "papers")
        document.normal_number = folded(document.number)
        if document.state != "discarded" and document.normal_number:
            place = (document.organisation_id, document.book, document.year, document.normal_number)
            if place in taken:
                mark = f"#{document.pk}"
                document.normal_number = document.normal_number[: LONGEST - len(mark)] + mark
            taken.add(place)
        document.save(update_fields=["book", "normal_number"])


def folded(number):
    return "".join(number.translate(FOLD).casefold().split())


class Migration(migrations.Migration):

    dependencies = [("documents", "0003_register_of_papers_and_acts")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
