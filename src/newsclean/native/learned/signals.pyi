from collections.abc import Sequence

from newsclean.label.learned.model import Model
from newsclean.label.learned.scene import Scene
from newsclean.native.learned.words import Words

def vectors(scene: Scene, wanted: Sequence[int], words: Words) -> list[list[float]]: ...
def odds(scene: Scene, wanted: Sequence[int], trained: Model) -> list[float]: ...
