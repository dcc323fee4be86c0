"""Addresses of the room."""

from django.urls import path

from nastavnik.web.documents.views import (
    certificates,
    choosing,
    deciding,
    document,
    editing,
    grounds,
    index,
    order,
    preparing,
    section,
)

app_name = "documents"
urlpatterns = [
    path("", index.index, name="index"),
    path("new/", choosing.new, name="new"),
    path("new/<int:programme_pk>/<slug:code>/", preparing.prepare, name="prepare"),
    path("order/<int:module_pk>/", order.order, name="order"),
    path("certificates/", certificates.certificates, name="certificates"),
    path("grounds/", grounds.grounds, name="grounds"),
    path("grounds/seed/", grounds.seed_grounds, name="seed_grounds"),
    path("grounds/<int:pk>/", grounds.ground, name="ground"),
    path("grounds/<int:pk>/remove/", grounds.remove_ground, name="remove_ground"),
    path("<int:pk>/", document.document, name="document"),
    path("<int:pk>/docx/", document.docx, name="docx"),
    path("<int:pk>/pdf/", document.pdf, name="pdf"),
    path("<int:pk>/edit/", editing.edit, name="edit"),
    path("<int:pk>/names/", editing.names, name="names"),
    path("<int:pk>/section/<slug:code>/", section.section, name="section"),
    path("<int:pk>/section/<slug:code>/restore/", section.restore_section, name="restore_section"),
    path("<int:pk>/add-appendix/", deciding.add_appendix, name="add_appendix"),
    path("<int:pk>/refresh/", deciding.refresh, name="refresh"),
    path("<int:pk>/submit/", deciding.submit, name="submit"),
    path("<int:pk>/issue/", deciding.issue, name="issue"),
    path("<int:pk>/discard/", deciding.discard, name="discard"),
    path("<int:pk>/approve/", deciding.approve, name="approve"),
    path("<int:pk>/send-back/", deciding.send_back, name="send_back"),
    path("<int:pk>/revoke/", deciding.revoke, name="revoke"),
    path("<int:pk>/new-edition/", deciding.new_edition, name="new_edition"),
]
