from newsclean.fields.dates.stamp import Stamp
from newsclean.fields.dates.visible import Locale

def parse(text: str, locale: Locale = ...) -> list[Stamp]: ...
