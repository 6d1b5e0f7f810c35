"""The quality gate: ``python tests/gate.py BENCH`` runs a benchmark and compares it with the floors.

BENCH is a folder with run.py, which writes its scores as JSON (see tests/gate.toml for the floors).
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

FLOORS = Path(__file__).with_name("gate.toml")


def main(arguments: list[str]) -> int:
    """Run the benchmark; return 1 when a figure is below its floor."""
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        scores = Path(folder) / "scores.json"
        run = [sys.executable, str(Path(arguments[0]) / "run.py"), "--page-type", "article"]
        run += ["--json", str(scores), "--predictions", str(Path(folder) / "predictions.jsonl")]
        subprocess.run(run, check=True)
        found = json.loads(scores.read_text("utf-8"))
    below = []
    for row, floors in tomllib.loads(FLOORS.read_text("utf-8")).items():
        for name, floor in floors.items():
            value = found[row][name]["value"]
            if value is None or value < floor:
                below.append(f"{row} {name}: {value} is below {floor}")
    print("\n".join(below) or "every figure is above its floor")
    return int(bool(below))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
