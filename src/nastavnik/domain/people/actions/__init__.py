"""What can be done with people, in the steps of their story."""

from nastavnik.domain.people.actions.clearance import (
    record_clearance,
    record_clearances,
    record_for_all,
    withdraw_clearance,
)
from nastavnik.domain.people.actions.guardians import add_guardian, add_guardians, end_guardianship, name_guardian
from nastavnik.domain.people.actions.opening import open_organisation
from nastavnik.domain.people.actions.persons import (
    NewPerson,
    add_people,
    add_person,
    edit_person,
    enrol_in_group,
    enrol_many,
    fill_people,
    move_to_group,
)
from nastavnik.domain.people.actions.promoting import promote, undo_promotion
from nastavnik.domain.people.actions.territories import open_territory_account
from nastavnik.domain.people.actions.users import end_role, ensure_user, ensure_users, grant_role, grant_roles

__all__ = [
    "NewPerson",
    "add_guardian",
    "add_guardians",
    "add_people",
    "add_person",
    "edit_person",
    "end_guardianship",
    "end_role",
    "enrol_in_group",
    "enrol_many",
    "ensure_user",
    "ensure_users",
    "fill_people",
    "grant_role",
    "grant_roles",
    "move_to_group",
    "name_guardian",
    "open_organisation",
    "open_territory_account",
    "promote",
    "record_clearance",
    "record_clearances",
    "record_for_all",
    "undo_promotion",
    "withdraw_clearance",
]
