"""Takes a picture of a report: ``python tests/browser/picture.py PAGE PICTURE.png [--dark]``.

The pictures of the documentation are made with it.
"""

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from browser.chromium import Chromium
from newsclean import pipeline
from newsclean.explain.report import report


def main(page: str, target: str, mode: str = "--light") -> None:
    """Write the picture."""
    with tempfile.TemporaryDirectory() as folder, Chromium(Path(folder)) as browser:
        file = Path(folder) / "report.html"
        file.write_text(report(pipeline.trace(Path(page))), encoding="utf-8")
        browser.show(file, 1100, 900, dark=mode == "--dark")
        browser.picture(Path(target))


if __name__ == "__main__":
    main(*sys.argv[1:])
