"""Which processes a test has started."""

import os
from pathlib import Path


def children() -> list[str]:
    """Return the workers that this process has not waited for, the dead included."""
    threads = Path(f"/proc/{os.getpid()}/task").iterdir()
    names = [name for one in threads for name in (_read(one / "children") or b"").split()]
    return [name.decode() for name in names if _is_worker(name.decode())]


def _is_worker(name: str) -> bool:
    """Tell whether a process is a worker, or dead."""
    command = _read(Path(f"/proc/{name}/cmdline"))
    return command is not None and (not command or b"newsclean.many" in command)


def _read(path: Path) -> bytes | None:
    """Return what a file says; None where its thread or process has gone since it was listed."""
    try:
        return path.read_bytes()
    except (FileNotFoundError, ProcessLookupError):
        return None
