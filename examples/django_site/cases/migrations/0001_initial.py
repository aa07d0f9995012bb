"""The tables as they are first made."""

import django.db.models.deletion
from django.db import migrations, models

from cases.models import processes


class Migration(migrations.Migration):
    initial = True

    dependencies = ()

    operations = (
        migrations.CreateModel(
            name="Case",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ident", models.TextField(unique=True)),
                ("title", models.TextField(verbose_name="titel")),
                ("version", models.PositiveIntegerField()),
                ("process", models.TextField(choices=processes, verbose_name="proces")),
                ("phase", models.TextField(verbose_name="fase")),
                ("due", models.DateField(db_index=True, null=True, verbose_name="iets te doen vanaf")),
                ("deadline", models.DateField(db_index=True, null=True, verbose_name="uiterlijk")),
            ],
            options={
                "verbose_name": "samenwerking",
                "verbose_name_plural": "samenwerkingen",
                "permissions": (("waive_rule", "Can waive a rule"),),
            },
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("document", models.TextField()),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entries",
                        to="cases.case",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("case", "number"), name="one_entry_of_a_number")
                ],
            },
        ),
    )
