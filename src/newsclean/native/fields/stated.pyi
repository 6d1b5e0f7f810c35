from newsclean.fields.head import Structured
from newsclean.fields.title.forms import Form

def stated(
    head: Structured, keys: frozenset[str], document: int, spam: tuple[str, ...] = ()
) -> list[Form]: ...
def aligned(stated: list[Form], page: list[Form]) -> list[Form]: ...
