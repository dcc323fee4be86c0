"""Addresses of the room."""

from django.urls import path

from nastavnik.web.organisations import partners, promotion, views

app_name = "organisations"
urlpatterns = [
    path("", views.edit, name="edit"),
    path("years/", views.years, name="years"),
    path("groups/", views.groups, name="groups"),
    path("groups/promotion/", promotion.promotion, name="promotion"),
    path("groups/promotion/<int:pk>/undo/", promotion.undo_promotion, name="undo_promotion"),
    path("holidays/", views.holidays, name="holidays"),
    path("holidays/<int:pk>/remove/", views.remove_holiday, name="remove_holiday"),
    path("staff/", views.staff, name="staff"),
    path("staff/<int:pk>/end/", views.end_role, name="end_role"),
    path("partners/", partners.partners, name="partners"),
    path("partners/<int:pk>/", partners.partner, name="partner"),
]
