"""Addresses of the room."""

from django.urls import path

from nastavnik.web.documents.views import certificates, document, draft, grounds, index, order

app_name = "documents"
urlpatterns = [
    path("", index.index, name="index"),
    path("order/<int:module_pk>/", order.order, name="order"),
    path("certificates/", certificates.certificates, name="certificates"),
    path("grounds/", grounds.grounds, name="grounds"),
    path("grounds/seed/", grounds.seed_grounds, name="seed_grounds"),
    path("grounds/<int:pk>/", grounds.ground, name="ground"),
    path("grounds/<int:pk>/remove/", grounds.remove_ground, name="remove_ground"),
    path("<int:pk>/", document.document, name="document"),
    path("<int:pk>/docx/", document.docx, name="docx"),
    path("<int:pk>/pdf/", document.pdf, name="pdf"),
    path("<int:pk>/edit/", draft.edit, name="edit"),
    path("<int:pk>/names/", draft.names, name="names"),
    path("<int:pk>/refresh/", draft.refresh, name="refresh"),
    path("<int:pk>/submit/", draft.submit, name="submit"),
    path("<int:pk>/discard/", draft.discard, name="discard"),
    path("<int:pk>/approve/", document.approve, name="approve"),
    path("<int:pk>/send-back/", document.send_back, name="send_back"),
    path("<int:pk>/revoke/", document.revoke, name="revoke"),
]
