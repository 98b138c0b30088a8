"""Holds exports against the contract with tools that are not ours: python3-jsonschema, csv, zipfile.

    check_exports.py PROGRAM SCHEMA    PROGRAM FOLDER writes out.ndjson, out.csv, out.xlsx
"""
import copy
import csv
import datetime
import json
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
import zipfile
from pathlib import Path

import jsonschema

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def formats():
    """The checker's dates, and date-time, which it knows only with another package."""
    checker = jsonschema.FormatChecker()

    @checker.checks("date-time", raises=ValueError)
    def is_date_time(value):
        if isinstance(value, str):
            if not re.fullmatch(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)", value):
                raise ValueError(value)
            datetime.datetime.fromisoformat(value.upper().replace("Z", "+00:00"))
        return True

    return checker


def check_ndjson(path, schema):
    validator = jsonschema.Draft202012Validator(schema, format_checker=formats())
    documents = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert len(documents) == 3, len(documents)
    for document in documents:
        errors = [f"{'/'.join(map(str, e.absolute_path))}: {e.message}" for e in validator.iter_errors(document)]
        assert not errors, errors
    check_validator(validator, documents[-1] if documents[-1]["tasks"] else documents[0], schema)
    return documents


def check_validator(validator, document, schema):
    """The validator would have noticed: every required key missing, a key too many, impossible dates."""
    assert validator.is_valid(document)
    for key in schema["required"]:
        broken = {k: v for k, v in document.items() if k != key}
        assert not validator.is_valid(broken), f"{key} is not missed"
    for key, value in [("issued_on", "2024-02-30"), ("urgency", "Gấp"), ("number_seq", "7"), ("extra", 1)]:
        broken = copy.deepcopy(document)
        broken[key] = value
        assert not validator.is_valid(broken), f"{key}={value} is accepted"


def check_csv(path, documents):
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf"), "no byte order mark"
    rows = list(csv.reader(data.decode("utf-8-sig").splitlines(keepends=True), strict=True))
    tasks = [task for document in documents for task in document["tasks"]]
    assert len(rows) == 1 + len(tasks), len(rows)
    title = rows[0].index("Nội dung nhiệm vụ")
    assert all(len(row) == len(rows[0]) for row in rows)
    assert [row[title] for row in rows[1:]] == [task["content"] for task in tasks]


def sheet_rows(book, name):
    strings = ["".join(t.text or "" for t in item.iter(f"{SHEET}t"))
               for item in ElementTree.fromstring(book.read("xl/sharedStrings.xml"))]
    rows = []
    for row in ElementTree.fromstring(book.read(name)).iter(f"{SHEET}row"):
        cells = {}
        for cell in row:
            value = cell.find(f"{SHEET}v")
            if value is None:
                continue
            column = re.sub(r"\d", "", cell.get("r"))
            cells[column] = strings[int(value.text)] if cell.get("t") == "s" else float(value.text)
        rows.append(cells)
    return rows


def check_xlsx(path, documents):
    with zipfile.ZipFile(path) as book:
        assert book.testzip() is None
        names = [s.get("name") for s in ElementTree.fromstring(book.read("xl/workbook.xml")).iter(f"{SHEET}sheet")]
        assert names == ["Nhiệm vụ", "Văn bản"], names
        tasks, papers = (sheet_rows(book, f"xl/worksheets/sheet{n}.xml") for n in (1, 2))
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert "<autoFilter" in sheet and 'state="frozen"' in sheet and "<dataValidation" in sheet
    expected = [task for document in documents for task in document["tasks"]]
    content = next(column for column, title in tasks[0].items() if title == "Nội dung nhiệm vụ")
    assert [row[content] for row in tasks[1:]] == [task["content"] for task in expected]
    due = next(column for column, title in tasks[0].items() if title == "Thời hạn (chuẩn)")
    for row, task in zip(tasks[1:], expected):
        to = task["deadline"]["to"]
        days = (datetime.date.fromisoformat(to) - datetime.date(1899, 12, 30)).days if to else None
        assert row.get(due) == days, (row.get(due), days)
    assert len(papers) == 1 + len(documents)


def main():
    program, schema = sys.argv[1], json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([program, folder], check=True)
        documents = check_ndjson(Path(folder, "out.ndjson"), schema)
        check_csv(Path(folder, "out.csv"), documents)
        check_xlsx(Path(folder, "out.xlsx"), documents)
    print(f"{len(documents)} documents valid")


if __name__ == "__main__":
    main()
