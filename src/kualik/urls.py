"""Which page is at which address."""

from kualik.web.refusals import bad_request, not_found, not_permitted, server_error
from kualik.web.routes import patterns

urlpatterns = patterns()

handler400 = bad_request
handler403 = not_permitted
handler404 = not_found
handler500 = server_error
