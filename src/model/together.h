// What passes between the database and the weighing of documents against each other (extract/together.h).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/record.h"

namespace trichluc {

// A stored document, as far as it can speak of others or be spoken of.
struct KnownDocument {
  long long id = 0;
  std::optional<std::string> number, symbol, issuer, issued_on;  // as stored now; issuer by its full name
  std::string name;                                              // for people: file name and first page
  std::vector<OpenField> open_fields;
  std::vector<Reference> references;  // those with a number
};

// What all documents together say of one open field. Values are those of the export: a full number, an ISO
// day; null where nothing is sure enough.
struct Verdict {
  long long document_id = 0;
  std::string field;
  std::optional<std::string> value;
  double probability = 0;          // of the value; 0 without one
  std::string detail;              // of the flag `handwritten`: candidates with their chances
  std::vector<Evidence> evidence;  // what other documents say, then "hand.all" where a value is given
  bool operator==(const Verdict&) const = default;
};

// A value that changed because of other documents.
struct FieldChange {
  long long document_id = 0;
  std::string field;
  std::optional<std::string> before, after;
  double probability = 0;  // of what it is now
  std::string reason;      // the rules of the evidence that spoke: "hand.cited_by, hand.order"
  std::string at;          // UTC, YYYY-MM-DDTHH:MM:SSZ: when the run began
  bool operator==(const FieldChange&) const = default;
};

}  // namespace trichluc
