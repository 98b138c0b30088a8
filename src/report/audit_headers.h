// Letterheads as people read them off real scans, against what is stored.
//
// The file is a list of objects with some of the keys: file, sha256, number, symbol, issued_on, place,
// doc_type.code, issuer_printed, parent_issuer_printed, subject, urgency, signer {name, title_printed,
// authority}, references_page_1
// [{number, date_iso}]; `handwritten` lists what is written by hand ("number", "day", "month"), `doubt` says
// in words what the reader was not sure of. A file is found in the database by its SHA-256, else by its name;
// the first document in it is compared.
//
// A file NAME.tsv is a table of the same: columns file, number, symbol, date_iso, place, handwritten.
//
// issuer and parent_issuer are compared as printed; issuer_name and parent_issuer_name are right when the
// name begins with what is printed (written out), since it may have been completed with its place.
//
// People wrote down what is printed, so comparing is tolerant: letter case, blanks and a final full stop make
// no difference, an academic title before a name is left out. A number or date with a handwritten part is
// counted apart, and so is a value that a doubt is about. Values of these that are not given are no error in
// themselves (the program gives handwriting only when it is sure), so that "wrong" and "not given" are two
// columns.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "report/audit.h"

namespace trichluc {

struct Outcome {
  int right = 0, wrong = 0, missing = 0;  // missing: truth has a value, none was found
  int All() const { return right + wrong + missing; }
};

enum class Hand { kPrinted, kHandwritten, kDoubtful };
const char* NameOf(Hand hand);  // "printed", …

struct HeadersReport {
  int files = 0;
  std::map<std::string, std::map<Hand, Outcome>> fields;
  Retrieval references;  // of page 1, by number
  Share reference_dates;
  Reliability reliability;          // values that are given, by the confidence they are given with
  std::vector<std::string> unread;  // names of files that the database does not have
  std::vector<Miss> misses;         // field: "number (handwritten)"
};

// UsageError: damaged file, none of its scans in the database (`database_path`: for the message).
HeadersReport AuditHeaders(const Database& database, const std::string& file,
                           const std::string& database_path);

std::string PrintHeaders(const HeadersReport& report);
std::string HeadersAsJson(const HeadersReport& report, size_t limit);

}  // namespace trichluc
