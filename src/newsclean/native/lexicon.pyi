class Lexicon:
    count: int
    longest: int
    def __init__(self, texts: list[str]) -> None: ...
