from typing import NamedTuple, Any
class Fields(NamedTuple):
    title: Any = None; source: Any = None; date: Any = None; modified: Any = None; authors: tuple = (); description: Any = None
    language: Any = None; url: Any = None; site_name: Any = None; section: Any = None; tags: tuple = (); image: Any = None
    title_block: Any = None; evidence: dict = {}; claims: dict = {}
def resolve(head, segments, ledger, url):
    h=next((b for b in segments.blocks if b.kind=="heading" and b.level==1),None)
    return Fields(title=h and h.text, title_block=h and h.index, claims={h.index:"field.title"} if h else {}, url=url)
