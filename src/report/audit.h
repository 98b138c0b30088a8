// How right the extraction is: stored documents against truth.
//
// Truth is a folder of folders (or one of these): <truth>/<id>/truth.json – objects with keys of the export
// contract –, truth.txt – pages separated by form feeds – and the scans <quality>.pdf, which are looked up in
// the database by their SHA-256.
//
// What is compared. Strings are equal when they are after Normalise() and MakeKey(): both placements of a
// tone mark are one, and so are "…" and "...", which no page tells apart; everything else must be exact, letter case
// included. A key that truth does not have is
// not scored; null in truth is right when nothing was found and wrong when something was. A truth document
// that was not found has everything wrong; a document that truth does not have adds what it holds to the
// lists found.
//
// What belongs together.
//   documents   by number and first page, else number, else first page, else overlapping pages; matched: same
//   pages. signers     by name, else by place in the list. references  by number (of several the one with the
//   same date); without one by type and date, and by agency where
//               there is no date or both name one.
//   tasks       one-to-one where the edit distance of the contents (FoldKey) is at most 0.2 of the longer.
//   The pairs in
//               document order that agree most are taken first (rows of equal content are told apart by
//               number, section and deadline), then the best of those that are left, so that a table read out
//               of order still counts.
//   table rows  in the same way over the rows of all tables together, by the text of the row, distance at
//   most 0.5; a row
//               is right when all its cells are. A table that falls apart costs table_count, not its rows.
//   agencies    (task, role, name), counted over aligned tasks, missing and extra ones.
//   pages       truth page n against page n. CER and WER are Levenshtein over the page, blanks collapsed,
//   without MakeKey;
//               word_recall does not mind the order.
//   lines under stamps   of <quality>.stamps.json beside a scan, a list of {page, line}; each against the
//   stretch of its
//               page that is nearest to it.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "store/database.h"

namespace trichluc {

// right of all, for a value that is scored once
struct Share {
  int right = 0, all = 0;
  double Value() const { return all == 0 ? 1 : static_cast<double>(right) / all; }
};

// one-to-one matched lists
struct Retrieval {
  int matched = 0, found = 0, expected = 0;
  double Precision() const {
    return found == 0 ? (expected == 0 ? 1 : 0) : static_cast<double>(matched) / found;
  }
  double Recall() const { return expected == 0 ? 1 : static_cast<double>(matched) / expected; }
  double F1() const {
    return found + expected == 0 ? 1 : 2.0 * matched / static_cast<double>(found + expected);
  }
};

// characters or words: edit distance over length of truth
struct ErrorRate {
  long errors = 0, length = 0;
  double Value() const { return length == 0 ? 0 : static_cast<double>(errors) / static_cast<double>(length); }
};

// Values that came with a confidence in [0,.5) [.5,.8) [.8,.9) [.9,.95) [.95,1]: how many are right.
constexpr std::array<double, 5> kBinStarts = {0, 0.5, 0.8, 0.9, 0.95};
using Reliability = std::array<Share, kBinStarts.size()>;

// Counts by key (Figures()); scores of several scans add up.
struct Score {
  std::map<std::string, Share> shares;
  std::map<std::string, Retrieval> lists;
  std::map<std::string, ErrorRate> rates;
  Reliability header_reliability, task_reliability;
  Reliability task_value_reliability;  // values of tasks, by the confidence of the task

  void Add(const Score& other);
};

// What is measured, in the order of print.
//   kShare   right of all                               floor by its key: "cells"
//   kList    a list                                     floors by its key and _p, _r, _f1: "task_f1"
//   kRate    errors over length, smaller is better      floor (the most it may be) by its key: "page_cer"
enum class FigureKind { kShare, kList, kRate };
struct Figure {
  FigureKind kind;
  const char* key;
  const char* label;
  bool part;  // of the figure above it
};
const std::vector<Figure>& Figures();

// The value of "cells", "task_f1" …; nothing when there was nothing to score. UsageError for an unknown name,
// with the known ones.
std::optional<double> FigureValue(const Score& score, const std::string& name);

// A difference. `field` is a path that a person can follow: "issued_on", "task 4.1 lead", "table 1 row 12
// column 3".
struct Miss {
  std::string scan, quality, document, field;
  std::optional<std::string> expected, found;
};

struct ScanScore {
  std::string id, quality, path;
  Score score;
};

// A scan of truth that the database does not have, or has as failed.
struct UnreadScan {
  std::string id, quality, path, reason;
};

struct AuditOptions {
  std::string truth;     // folder
  std::string quality;   // file stem of the scans; empty: all
  std::string database;  // as the user named it, for advice
};

struct AuditReport {
  std::vector<ScanScore> scans;  // by quality, then id
  std::map<std::string, Score> qualities;
  Score total;
  std::vector<UnreadScan> unread;
  std::vector<Miss> misses;  // by scan and document: header, references, tasks, tables, pages
};

// UsageError: no truth, damaged truth, no scan of that quality, none of the scans in the database.
AuditReport Audit(const Database& database, const AuditOptions& options);

// One line for each quality with unread scans: which, and what to type. Empty when there are none.
std::string AdviseOnUnread(const AuditReport& report, const AuditOptions& options);

// The figures that are below their floors (error rates: above), one line each. `floors` is the path of a JSON
// file
// {"usual200": {"task_f1": 0.97, "page_cer": 0.01}, "usual200/t-*": {"table_row_f1": 0.9}, "total": {…}}; a
// name with an id, or with the beginning of ids and *, holds each of these scans for itself. A figure that
// nothing was scored for, and a quality with unread scans, are below. Qualities other than `quality` are left
// out when it is given. UsageError: unknown figures, no floors.
std::vector<std::string> BelowFloors(const AuditReport& report, const std::string& floors,
                                     const std::string& quality);

// Tables of at most 100 columns.
std::string PrintAudit(const AuditReport& report);
// The first `limit` differences whose field begins with `only`, each with the part of the texts that differs.
std::string PrintMisses(const std::vector<Miss>& misses, size_t limit, const std::string& only);
// Everything, with at most `limit` differences.
std::string AuditAsJson(const AuditReport& report, size_t limit);

}  // namespace trichluc
