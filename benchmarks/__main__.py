"""All figures of the program, one after another: speed and memory, readers, register, and accuracy where a corpus is.

python -m benchmarks
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
CORPUS = HERE.parents[1] / "shared" / "benchmark"
DOCUMENTS = HERE.parents[1] / "shared" / "documents"


def main() -> int:
    commands = [["speed.py"], ["readers.py", "--hostile"], ["register.py"]]
    if DOCUMENTS.is_dir():
        files = sorted(str(path) for path in DOCUMENTS.iterdir() if path.suffix in (".pdf", ".docx", ".html"))
        commands.insert(1, ["readers.py", *files])
    runs = [[sys.executable, str(HERE / command[0]), *command[1:]] for command in commands]
    if (CORPUS / "score.py").is_file():
        extract = f"{sys.executable} -m minutes_cli extract --no-save --format json"
        runs.append([sys.executable, str(CORPUS / "score.py"), str(CORPUS / "dev"), "--command", extract])
    codes = []
    for run in runs:
        print(f"\n== {Path(run[1]).name}", flush=True)
        codes.append(subprocess.run(run, check=False).returncode)
    return max(codes)


if __name__ == "__main__":
    sys.exit(main())
