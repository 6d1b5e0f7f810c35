from newsclean.fields.title.place import Evidence
from newsclean.fields.title.rank import Scored

def ranked(evidence: Evidence) -> list[Scored]: ...
