from newsclean.label.learned.names import NameTable

class Words:
    count: int
    def __init__(self, table: NameTable) -> None: ...
