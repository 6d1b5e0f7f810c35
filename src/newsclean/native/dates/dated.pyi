from newsclean.fields.base import View
from newsclean.fields.dates.lines import Line
from newsclean.fields.dates.visible import Locale

def dated_lines(view: View, locale: Locale, near: bool = False) -> list[Line]: ...
