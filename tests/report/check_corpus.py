"""Reads the corpus with recorded answers of the engine and holds what comes out against the contract.

    check_corpus.py PROGRAM SOURCE_FOLDER

Every export line is valid; reextract changes nothing; what a task says of its pages and tables fits its document.
"""
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import jsonschema

from check_exports import formats


def main():
    program, source = sys.argv[1], Path(sys.argv[2])
    recordings = sorted((source / "tests/recorded").glob("*.rec"))
    assert recordings, "no recordings; make them with tools/record"
    schema = json.loads((source / "src/report/export.schema.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema, format_checker=formats())
    environment = dict(os.environ, TRICHLUC_RULES=str(source / "rules"))

    def run(*arguments):
        return subprocess.run([program, *arguments], check=True, env=environment, stdout=subprocess.PIPE).stdout

    with tempfile.TemporaryDirectory() as folder:
        database = ["--db", str(Path(folder, "corpus.db"))]
        for recording in recordings:
            scan = source / "corpus" / recording.stem / "usual200.pdf"
            run("ingest", *database, "--recording", str(recording), str(scan))
        exported = run("export", *database)
        run("reextract", *database)
        assert run("export", *database) == exported, "reextract gives other documents than ingest"
    documents = [json.loads(line) for line in exported.decode().splitlines()]
    assert len(documents) >= len(recordings), len(documents)
    for document in documents:
        name = f"{document['file']['path']} page {document['page_from']}"
        errors = [f"{name}: {'/'.join(map(str, e.absolute_path))}: {e.message}" for e in validator.iter_errors(document)]
        assert not errors, errors
        assert document["page_from"] <= document["page_to"] <= document["file"]["pages"], name
        for part in document["tables"] + document["tasks"]:
            assert document["page_from"] <= part["page_from"] <= part["page_to"] <= document["page_to"], (name, part)
        for table in document["tables"]:
            assert all(len(row) == len(table["columns"]) for row in table["rows"]), name
    print(f"{len(documents)} documents valid")


if __name__ == "__main__":
    main()
