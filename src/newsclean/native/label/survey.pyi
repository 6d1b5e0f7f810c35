from newsclean.label.rules import Ground
from newsclean.verdicts import Verdict

def judged(ground: Ground, decided: dict[int, Verdict], closed: set[int]) -> dict[int, Verdict]: ...
