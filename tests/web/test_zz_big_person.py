import time, pytest
from tests.cases.findings.large_cases import large_case
from tests.web.house import build, sign_in
from django.test import Client
pytestmark = pytest.mark.django_db
@pytest.mark.parametrize(("d","a"),[(500,8)])
def test_big(d,a):
    h=build(); p=large_case(documents=d,ages=a,relatives=40); c=sign_in(h.keeper); c.get("/people/K-000001/")
    def go(u):
        t=time.process_time(); r=c.get(u); return time.process_time()-t, len(r.content), r
    go(f"/people/{p}/")
    ts=[go(f"/people/{p}/") for _ in range(3)]
    bare=min(go("/help/none/")[0] for _ in range(3))
    print("RESULT",d,a,len(ts[0][2].context["case"].passages),[round(t[0],3) for t in ts],ts[0][1],"bare",bare)
