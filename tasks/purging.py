"""Our own copies have a short life (domain brief I9): destroyed when it is over."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

from recordkeeping.disclosure.request import Stage
from recordkeeping.vocabulary.events import Event, EventKind, Fact
from recordkeeping.vocabulary.identifiers import ItemId
from register.database import scrub
from tasks.step import MACHINE, step
from wiring.services import open_services


@step
def purge(today: date) -> dict[str, int]:
    """Destroy the papers of requests released longer ago than the policy keeps them."""
    services = open_services()
    keep = timedelta(days=services.settings.policy.working_papers.keep_days_after_release)
    counts = {"requests": 0, "papers": 0}
    with services.work(today) as work:
        requests = work.register.requests
        for request in (*requests.in_stage(Stage.RELEASED), *requests.in_stage(Stage.CLOSED)):
            released = requests.release_of(request.id)
            if released is None or today <= released.on + keep:
                continue
            papers = services.papers.of_request(work.register.connection, request.id)
            for paper in papers:
                services.papers.destroy(work.register.connection, paper)
            if papers:
                counts["requests"] += 1
                counts["papers"] += len(papers)
                facts: dict[str, Fact] = {"request": request.id, "papers": len(papers)}
                item = ItemId(uuid4().hex)
                work.attest(Event(EventKind.PAPERS_PURGED, item, MACHINE, work.now, facts))
    scrub(services.engine)
    return counts
