from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("documents", "0004_books_of_former_papers")]

    operations = [
        migrations.AddConstraint(
            model_name='document',
            constraint=models.UniqueConstraint(condition=models.Q(models.Q(('normal_number', ''), _negated=True), models.Q(('state', 'discarded'), _negated=True), ('appendix_to__isnull', True)), fields=('organisation', 'book', 'year', 'normal_number', 'edition'), name='documents_number_once_in_a_book'),
        ),
    ]
