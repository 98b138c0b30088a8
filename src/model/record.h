// The record of a document: the export contract (docs: contract schema trichluc.document/1) as plain structs,
// plus the evidence for each value. All strings are NFC with single blanks; dates are ISO "YYYY-MM-DD".
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/geometry.h"
#include "model/reading.h"

namespace trichluc {

// What the registry knows of an agency's life. Days are YYYY, YYYY-MM or YYYY-MM-DD, as exactly as they are
// known.
struct AgencyLife {
  std::optional<std::string> from;          // first day
  std::optional<std::string> to;            // first day on which it no longer was
  std::optional<std::string> successor_id;  // key in the registry of the agency that took over
  std::optional<std::string> successor;     // its canonical name
  bool operator==(const AgencyLife&) const = default;
};

// A registered name that differs by little from the printed one.
struct NearName {
  std::string name;
  double distance = 0;  // letters; a mark counts half
  bool operator==(const NearName&) const = default;
};

struct Agency {
  std::optional<std::string> id = {};  // key in the registry (rules/agencies)
  std::string name = {};               // canonical full name
  std::string printed = {};            // as printed
  AgencyLife life = {};
  // The name was damaged. One: it was taken for that one. Several are equally near: it stayed as printed.
  // Taken into evidence and flags by the extraction, which leaves none.
  std::vector<NearName> near = {};
  bool operator==(const Agency&) const = default;
};

struct DocumentType {
  std::string code, name;  // "KH", "Kế hoạch"
  bool operator==(const DocumentType&) const = default;
};

struct Signer {
  std::string name;
  std::optional<std::string> title, authority;
  bool operator==(const Signer&) const = default;
};

struct Incoming {
  std::optional<std::string> agency, number, date;
  bool operator==(const Incoming&) const = default;
};

struct ElectronicSignature {
  std::optional<std::string> signer, agency, email, signed_at;
  bool operator==(const ElectronicSignature&) const = default;
};

// relation: basis, implements, amends, replaces, attached_to, mentions
struct Reference {
  std::optional<std::string> type, number, date, agency;
  std::string relation = "mentions";
  int page = 0;
  bool operator==(const Reference&) const = default;
};

// kind: date month quarter half_year year range recurring ongoing conditional unknown
struct Deadline {
  std::string text, kind;
  std::optional<std::string> from, to, recurrence;
  bool operator==(const Deadline&) const = default;
};

struct Task {
  std::optional<std::string> no;
  std::vector<std::string> section;
  std::optional<std::string> kind;
  std::string content;
  std::vector<Agency> lead, coordinators, approver;
  std::optional<Deadline> deadline;
  std::optional<std::string> output, basis;
  std::string source = "table";  // table | text
  int page_from = 0, page_to = 0;
  double confidence = 0;
  int table = -1, row = -1;  // where it came from: Document::tables[table].rows[row]; -1 for running text
  bool operator==(const Task&) const = default;
};

struct TableRecord {
  int page_from = 0, page_to = 0;
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;
  bool operator==(const TableRecord&) const = default;
};

struct Flag {
  std::string code;
  std::optional<int> page;
  std::string detail;
  bool operator==(const Flag&) const = default;
};

// Why a value is what it is. `field` is the path in the export: "number", "issuer", "references/2/date",
// "tasks/5/deadline". One value may have several rows (one for each page or line it came from).
struct Evidence {
  std::string field;
  int page = 0;
  Box box;
  std::string raw;   // the words as read
  std::string rule;  // id of the rule, e.g. "number.state"; or "layout", "table"
  double confidence = 0;
  bool operator==(const Evidence&) const = default;
};

// What a clerk wrote into the letterhead, as far as the document alone tells: candidates with their chances,
// which with `unseen` – any other value – add up to 1. Other documents of the database speak of it later
// (extract/together.h).
struct OpenField {
  std::string field;          // "number": candidates are its figures; "issued_on": ISO days
  int page = 0;               // where it stands
  Box box;                    // of its line
  std::string raw;            // the line as read
  std::string printed;        // what the engine for print made of it
  std::string before_symbol;  // "number": "/", "-" or "/2021/"
  double unseen = 1;
  double blank = 0;                       // chance that nothing is written
  std::vector<HandCandidate> candidates;  // best first
  bool operator==(const OpenField&) const = default;
};

struct Document {
  int page_from = 0, page_to = 0;
  std::optional<std::string> number;
  std::optional<int> number_seq;
  std::optional<std::string> symbol;
  std::optional<DocumentType> doc_type;
  std::optional<std::string> issued_on, place;
  std::optional<Agency> issuer, parent_issuer;
  std::optional<std::string> subject, urgency, secrecy;
  std::vector<Signer> signers;
  std::vector<std::string> recipients;
  std::optional<Incoming> incoming;
  std::optional<ElectronicSignature> electronic_signature;
  std::vector<Reference> references;
  std::vector<TableRecord> tables;
  std::vector<Task> tasks;
  std::vector<Flag> flags;
  std::vector<std::pair<std::string, double>> confidence;  // field name → chance that it is right
  std::vector<Evidence> evidence;
  std::vector<OpenField> open_fields;  // at most one of each field
  bool operator==(const Document&) const = default;
};

std::string Dump(const Document& document);

// A file as intake found it, and what became of it.
struct FileRecord {
  std::string path, sha256;  // path as given by the user
  long long bytes = 0;
  int pages = 0;
  std::vector<PageReading> readings;
  std::vector<Repair> repairs;  // of misread words; page_texts and documents are made of the repaired words
  std::vector<std::string> page_texts;  // in reading order, one for each page
  std::vector<Document> documents;
};

}  // namespace trichluc
