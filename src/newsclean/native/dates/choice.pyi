import datetime as dt
from collections.abc import Sequence

from newsclean.fields.base import Found
from newsclean.fields.dates.sighting import Sighting

def choose(sightings: Sequence[Sighting]) -> Found[dt.datetime | dt.date | None]: ...
