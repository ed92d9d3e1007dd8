"""Speed and memory of the extractor, printed beside what they may cost.

    python benchmarks/speed.py [--corpus DIR] [--runs N]

Cold times are of whole processes, the median of several runs behind one that is not counted; bytecode is kept between
them, as it is for an installed program, whatever the environment says. Throughput is CPU time of one core, over the
corpus (the benchmark's documents if they lie beside the repository, else the samples). The memory is the peak of the
process.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT.parent / "shared" / "benchmark" / "dev"
SAMPLES = ROOT / "samples"
SPACY_BLANK = [sys.executable, "-c", "import spacy; spacy.blank('en')"]
MINUTES = [sys.executable, "-m", "minutes_cli"]


def documents(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.suffix in (".md", ".txt"))


def wall(command: Sequence[str], runs: int, environment: Mapping[str, str]) -> float:
    """The median of the seconds that a whole process takes."""
    taken = []
    for _ in range(runs + 1):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True, env=environment)
        taken.append(time.perf_counter() - start)
    return statistics.median(taken[1:])


def cold(seed: Path, runs: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        kept["PYTHONPYCACHEPREFIX"] = folder
        blank = wall(SPACY_BLANK, runs, kept)
        extract = wall([*MINUTES, "extract", "--no-save", str(seed)], runs, kept)
        help_ = wall([*MINUTES, "--help"], runs, kept)
    print(f"cold: spacy.blank('en')          {blank:6.2f} s")
    print(f"cold: extract {seed.name[:24]:<24} {extract:6.2f} s   {extract / blank:.2f} of it (goal 1.35)")
    print(f"cold: --help                     {help_:6.2f} s   (goal 0.25 s)")


def warm(paths: Sequence[Path]) -> None:
    from minutes_cli.extract import extract
    from minutes_cli.source import read_path

    sources = [read_path(path) for path in paths]
    size = sum(len(source.text) for source in sources)
    for source in sources:  # compiled rules and spaCy's vocabulary are warm after this
        extract(source)
    taken = min(cpu(extract, sources) for _ in range(3))
    print(f"warm: {len(paths)} documents, {size / 1e6:.2f} MB  {size / taken / 1e6:6.2f} MB/s   (goal 0.5 MB/s)")
    tokens = min(cpu(tokenizer(), [source.text for source in sources]) for _ in range(3))
    print(f"warm: spaCy's blank tokenizer alone  {size / tokens / 1e6:6.2f} MB/s   (machines differ: compare with it)")
    some = [source.text for source in sources[::2]]
    other = sum(map(len, some)) / cpu(statistical_pipeline(), some)
    times = size / taken / other
    print(f"warm: a statistical pipeline         {other / 1e6:6.2f} MB/s   {times:.1f} times as fast is this (goal 15)")


def cpu(work: Callable[[Any], Any], items: Sequence[Any]) -> float:
    """The CPU seconds that some work on all items takes."""
    start = time.process_time()
    for item in items:
        work(item)
    return time.process_time() - start


def tokenizer() -> Callable[[str], Any]:
    import spacy

    return spacy.blank("en").make_doc


def statistical_pipeline() -> Callable[[str], Any]:
    """What a statistical pipeline of spaCy does: tags, parse, entities.

    Random weights cost what trained ones do, if they tell as many labels apart: as many as spaCy's small pipeline for
    English. That one also makes lemmas, which needs tables, so it is a little slower than what is measured here.
    """
    import spacy

    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec")
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "tok2vec"}
    for name, labels in (("tagger", 50), ("parser", 45), ("ner", 18)):
        own = name == "ner"  # as in the pipelines that spaCy gives out
        pipe: Any = nlp.add_pipe(name, config={} if own else {"model": {"tok2vec": listener}})
        for number in range(labels):
            pipe.add_label(f"LABEL{number}")
    nlp.initialize()
    nlp("The first call is slower.")
    return nlp


def linear(paths: Sequence[Path]) -> None:
    from minutes_cli.extract import extract

    text = "\n\n".join(path.read_text(encoding="utf-8", errors="replace") for path in paths)
    while len(text) < 10_000_000:
        text += text
    for size in (10_000, 100_000, 1_000_000, 10_000_000):
        start = time.process_time()
        extract(text[:size])
        taken = time.process_time() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"one document of {size / 1e3:>6.0f} kB  {taken:7.2f} s {size / taken / 1e6:5.2f} MB/s  peak {peak:5.0f} MB"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=CORPUS if CORPUS.is_dir() else SAMPLES)
    parser.add_argument("--runs", type=int, default=5)
    args = parser.parse_args()
    paths = documents(args.corpus)
    cold(next((path for path in paths if "scrutiny" in path.name), paths[0]), args.runs)
    warm(paths)
    linear(paths)


if __name__ == "__main__":
    main()
