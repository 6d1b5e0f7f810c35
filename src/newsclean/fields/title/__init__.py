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
    claims = _claims(best.form, ranked)
    c = tuple(Candidate(s.form.value, s.form.origin, i == 0, f"{s.score:.2f}") for i, s in enumerate(ranked[:12]))
    return Found(shape(best.form, ranked).value, c, claims)


def _claims(best, ranked):
    blocks = [one for one in ranked if one.form.block >= 0]
    if best.block >= 0:
        return ((best.block, "field.title"),)
    if blocks and (blocks[0].score >= 1.5 or rank.likeness(blocks[0].form, best) >= 0.3):
        return ((blocks[0].form.block, "field.title"),)
    return ()
