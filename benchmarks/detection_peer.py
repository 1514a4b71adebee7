"""What Presidio finds in texts, timed: run by the peer environment's own Python, never imported.

    python benchmarks/detection_peer.py MODEL TEXTS.jsonl FOUND.jsonl

MODEL is the folder of the spaCy model. TEXTS has one JSON string a line; FOUND gets a list of
[start, end, entity, score] for each. Prints one JSON object. It needs nothing of ours.
"""

import json
import resource
import sys
import time
from importlib.metadata import version
from pathlib import Path

import tldextract
from presidio_analyzer import AnalyzerEngine
from presidio_analyzer.nlp_engine import NlpEngineProvider

# The recogniser of e-mails would fetch a list of domains with the first one that it meets.
tldextract.extract = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)


def engine(model: str) -> AnalyzerEngine:
    """Return Presidio as it is made by default, but for the model, which is given."""
    models = [{"lang_code": "en", "model_name": model}]
    provider = NlpEngineProvider(nlp_configuration={"nlp_engine_name": "spacy", "models": models})
    return AnalyzerEngine(nlp_engine=provider.create_engine(), supported_languages=["en"])


def main(model: str, texts: str, found: str) -> dict[str, object]:
    """Analyse every text, and tell what it took."""
    every = [json.loads(line) for line in Path(texts).read_text().splitlines()]
    analyser = engine(model)
    analyser.analyze("Ms Ola Nowak rang ola@example.org.", language="en")
    begun = time.process_time()
    answers = [analyser.analyze(text, language="en") for text in every]
    spent = time.process_time() - begun
    with Path(found).open("w") as out:
        for answer in answers:
            rows = [[r.start, r.end, r.entity_type, round(r.score, 3)] for r in answer]
            out.write(json.dumps(rows) + "\n")
    return {
        "letters": sum(map(len, every)),
        "cpu": spent,
        "peak_kb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss,
        "version": version("presidio-analyzer"),
        "spacy": version("spacy"),
    }


if __name__ == "__main__":
    json.dump(main(*sys.argv[1:]), sys.stdout)
