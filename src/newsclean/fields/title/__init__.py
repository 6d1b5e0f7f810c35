from newsclean.fields import site as sites
from newsclean.fields.base import Found, View
from newsclean.fields.title import gather, rank
from newsclean.fields.title.shape import shape
from newsclean.model import Candidate


def find(view: View) -> Found[str | None]:
    site = sites.describe(view.head, view.url)
    stated = gather.stated(view.head, site)
    page = gather.headings(view)
    long = gather.long_texts(view)
    stated = gather.aligned(stated, page)
    if not any(f.origin in ('h1','h2') for f in page):
        page += gather.lines(view, stated, long)
    ranked = rank.rank(view, stated, page, long, site)
    if not ranked:
        return Found(None)
    best = ranked[0]
    claims = ((best.form.block, "field.title"),) if best.form.block >= 0 else ()
    c = tuple(Candidate(s.form.value, s.form.origin, i == 0, f"{s.score:.2f}") for i, s in enumerate(ranked[:12]))
    return Found(shape(best.form, ranked).value, c, claims)
