from newsclean.model import Candidate

def candidate(
    value: str, origin: str, chosen: bool = False, why: str = "", raw: str | None = None
) -> Candidate: ...
