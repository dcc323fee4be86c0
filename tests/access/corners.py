"""What rooms of their own add to the world of the matrix, in the order in which one needs another."""

from tests.access import achieving, applications, asking, consenting, gatherings, planning, talking, telling, ways


def add(side, school, coordinator):
    consenting.add(side, school, coordinator)
    gatherings.add(side, school, coordinator)
    asking.add(side, school, coordinator)
    talking.add(side, school, coordinator)
    planning.add(side, school, coordinator)
    achieving.add(side, coordinator)
    telling.add(side, coordinator)
    ways.add(side, school, coordinator)
    applications.add(side, school)
