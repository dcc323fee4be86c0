"""The house keeps its floors: imports, foreign keys and rows go down, pages say who may open them."""

import ast
import subprocess
import sys
from pathlib import Path

from django.apps import apps

from nastavnik.domain.organisations.models import Organisation

SOURCE = Path(__file__).resolve().parents[2] / "src"
ROOMS = [
    "core", "organisations", "people", "files", "notifications", "consents", "questionnaires", "programmes", "library",
    "events", "intake", "mentorships", "achievements", "conversations", "scheduling", "plans", "support", "exchange",
    "matching", "monitoring", "documents", "rollup", "operations", "privacy", "desk",
]  # fmt: skip
UPSTAIRS = ("web", "cli")


def our_models():
    return [model for model in apps.get_models() if model.__module__.startswith("nastavnik.")]


def python_files(*folders):
    for folder in folders:
        yield from sorted((SOURCE / "nastavnik" / folder).rglob("*.py"))


def test_import_contracts_hold():
    checked = subprocess.run(
        [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"],
        cwd=SOURCE.parent, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert checked.returncode == 0, checked.stdout


def test_foreign_keys_point_down():
    upward = [
        f"{model.__name__}.{field.name} → {field.related_model.__name__}"
        for model in our_models()
        for field in model._meta.get_fields()
        if field.is_relation
        and field.concrete
        and field.related_model.__module__.startswith("nastavnik.")
        and ROOMS.index(field.related_model._meta.app_label) > ROOMS.index(model._meta.app_label)
    ]

    assert upward == []


def test_every_row_of_a_tenant_can_be_keyed_by_its_organisation():
    keyless = [
        model.__name__
        for model in our_models()
        if any(field.name == "organisation" and not field.null for field in model._meta.fields)
        and not any(
            tuple(getattr(constraint, "fields", ())) == ("organisation", "id") for constraint in model._meta.constraints
        )
    ]

    assert keyless == []


def test_tenants_rows_belong_to_an_organisation():
    # Shared by several organisations, or about the installation itself: named here one by one.
    shared = {
        "AuditEntry", "Job", "Submission", "Territory", "Organisation", "User", "RoleAssignment", "SignInAttempt",
        "MentoringFormat", "RoleModel",
    }  # fmt: skip
    homeless = [
        model.__name__
        for model in our_models()
        if model.__name__ not in shared
        and not model.__name__.endswith("StateChange")
        and not any(field.related_model is Organisation and not field.null for field in model._meta.fields)
    ]

    assert homeless == []


def test_pages_and_commands_never_reach_for_rows_past_visible_to():
    reaching = []
    for file in python_files(*UPSTAIRS):
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Attribute) and node.attr in ("objects", "_default_manager"):
                reaching.append(f"{file.relative_to(SOURCE)}:{node.lineno}")

    assert reaching == []


def test_pages_and_commands_import_no_models_and_no_tasks():
    importing = []
    for file in python_files(*UPSTAIRS):
        for node in ast.walk(ast.parse(file.read_text())):
            module = node.module or "" if isinstance(node, ast.ImportFrom) else ""
            if module.startswith("nastavnik.domain") and module.split(".")[-1] in ("models", "tasks"):
                importing.append(f"{file.relative_to(SOURCE)}:{node.lineno} {module}")

    assert importing == []


def test_time_comes_from_the_clock():
    asking = []
    for file in python_files("core", "access", "domain", *UPSTAIRS):
        if file.name == "clock.py":
            continue
        for node in ast.walk(ast.parse(file.read_text())):
            called = node.func if isinstance(node, ast.Call) else None
            if (
                isinstance(called, ast.Attribute)
                and called.attr in ("now", "today", "utcnow")
                and isinstance(called.value, ast.Name)
                and called.value.id in ("datetime", "date", "timezone")
            ):
                asking.append(f"{file.relative_to(SOURCE)}:{node.lineno}")

    assert asking == []
