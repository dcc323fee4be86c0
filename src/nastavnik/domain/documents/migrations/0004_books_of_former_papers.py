"""Papers from before the books: orders and certificates stand in theirs, numbers are folded as new ones are."""

from django.db import migrations

BOOKS = {"appointment_order": "orders", "certificate": "certificates"}


def fill(apps, schema_editor):
    documents = apps.get_model("documents", "Document")
    for document in documents.objects.iterator():
        document.book = BOOKS.get(document.kind, "papers")
        document.normal_number = "".join(document.number.casefold().split())
        document.save(update_fields=["book", "normal_number"])


class Migration(migrations.Migration):

    dependencies = [("documents", "0003_register_of_papers_and_acts")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
