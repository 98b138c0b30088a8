// Handwritten fields weighed against other documents: what is needed for it, and what comes of it.
#include <algorithm>
#include <map>
#include <set>

#include "store/database_impl.h"
#include "store/rows.h"

namespace trichluc {
namespace {

// Rules of the evidence that comes and goes with other documents.
bool FromOthers(const Evidence& evidence) {
  return evidence.rule == "hand.cited_by" || evidence.rule == "hand.cited_before" ||
         evidence.rule == "hand.order";
}

// The field as it is stored now.
struct StoredField {
  long long file_id = 0;
  std::optional<std::string> value;
  std::string detail;              // of its flag
  std::vector<Evidence> evidence;  // what Revise writes
};

StoredField LoadField(Connection& connection, const Verdict& verdict) {
  StoredField field;
  Statement head =
      connection.Query(verdict.field == "number" ? "SELECT file_id, number FROM documents WHERE id = ?"
                                                 : "SELECT file_id, issued_on FROM documents WHERE id = ?");
  head << verdict.document_id;
  if (head.Next()) head >> field.file_id >> field.value;
  Statement flag = connection.Query(
      "SELECT detail FROM flags WHERE document_id = ? AND code = 'handwritten' AND "
      "substr(detail, 1, length(?2)) = ?2");
  flag << verdict.document_id << verdict.field + ":";
  if (flag.Next()) flag >> field.detail;
  Statement evidence = connection.Query(
      "SELECT page, box_left, box_top, box_right, box_bottom, raw, rule, confidence FROM evidence WHERE "
      "document_id = ? AND field = ? AND rule IN ('hand.cited_by', 'hand.cited_before', 'hand.order', "
      "'hand.all') ORDER BY ordinal");
  for (evidence << verdict.document_id << verdict.field; evidence.Next();) {
    Evidence& e = field.evidence.emplace_back();
    e.field = verdict.field;
    evidence >> e.page >> e.box.left >> e.box.top >> e.box.right >> e.box.bottom >> e.raw >> e.rule >>
        e.confidence;
  }
  return field;
}

// Chances come out of sums whose order may differ in the last digits.
bool SameEvidence(const std::vector<Evidence>& a, const std::vector<Evidence>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Evidence& x, const Evidence& y) {
    return x.rule == y.rule && x.raw == y.raw && std::abs(x.confidence - y.confidence) < 1e-6;
  });
}

void WriteEvidence(Connection& connection, const Verdict& verdict) {
  (connection.Query("DELETE FROM evidence WHERE document_id = ? AND field = ? AND rule IN ('hand.cited_by', "
                    "'hand.cited_before', 'hand.order', 'hand.all')")
   << verdict.document_id << verdict.field)
      .Run();
  for (const Evidence& e : verdict.evidence) {
    (connection.Query(
         "INSERT INTO evidence (document_id, ordinal, field, page, box_left, box_top, box_right, box_bottom, "
         "raw, rule, confidence) SELECT ?1, ifnull(max(ordinal), -1) + 1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, "
         "?10 "
         "FROM evidence WHERE document_id = ?1")
     << verdict.document_id << e.field << e.page << e.box.left << e.box.top << e.box.right << e.box.bottom
     << e.raw << e.rule << e.confidence)
        .Run();
  }
}

// Given: the chance of all evidence together. Not given: the strongest evidence, as for all other fields.
void WriteConfidence(Connection& connection, const Verdict& verdict) {
  if (verdict.value) {
    (connection.Query("UPDATE field_confidence SET confidence = ?3 WHERE document_id = ?1 AND field = ?2")
     << verdict.document_id << verdict.field << verdict.probability)
        .Run();
  } else {
    (connection.Query("UPDATE field_confidence SET confidence = ifnull((SELECT max(confidence) FROM evidence "
                      "WHERE document_id = ?1 AND field = ?2), 0) WHERE document_id = ?1 AND field = ?2")
     << verdict.document_id << verdict.field)
        .Run();
  }
}

void WriteValue(Connection& connection, const Verdict& verdict) {
  if (verdict.field == "number") {
    std::optional<int> sequence;
    if (verdict.value) sequence = std::atoi(verdict.value->c_str());
    (connection.Query("UPDATE documents SET number = ?, number_seq = ? WHERE id = ?")
     << verdict.value << sequence << verdict.document_id)
        .Run();
  } else {
    (connection.Query("UPDATE documents SET issued_on = ? WHERE id = ?")
     << verdict.value << verdict.document_id)
        .Run();
  }
  (connection.Query("UPDATE flags SET detail = ?3 WHERE document_id = ?1 AND code = 'handwritten' AND "
                    "substr(detail, 1, length(?2)) = ?2")
   << verdict.document_id << verdict.field + ":" << verdict.detail)
      .Run();
}

// What the field was when it was last logged; a document extracted again stands as it does by itself alone.
std::optional<std::string> LastKnown(Connection& connection, const Verdict& verdict,
                                     const std::optional<std::string>& stored) {
  Statement query = connection.Query(
      "SELECT after FROM field_changes WHERE document_id = ? AND field = ? ORDER BY id DESC LIMIT 1");
  query << verdict.document_id << verdict.field;
  std::optional<std::string> last = stored;
  if (query.Next()) query >> last;
  return last;
}

bool Log(Connection& connection, const Verdict& verdict, const std::optional<std::string>& stored,
         long long run) {
  const std::optional<std::string> before = LastKnown(connection, verdict, stored);
  if (before == verdict.value) return false;
  std::string reason;
  for (const Evidence& e : verdict.evidence) {
    if (FromOthers(e) && reason.find(e.rule) == std::string::npos)
      reason += (reason.empty() ? "" : ", ") + e.rule;
  }
  (connection.Query(
       "INSERT INTO field_changes (document_id, field, before, after, probability, reason, run_id) "
       "VALUES (?, ?, ?, ?, ?, ?, ?)")
   << verdict.document_id << verdict.field << before << verdict.value << verdict.probability << reason << run)
      .Run();
  return true;
}

}  // namespace

std::vector<OpenField> LoadOpenFields(Connection& connection, long long document_id) {
  std::vector<OpenField> fields;
  Statement query = connection.Query(
      "SELECT id, field, page, box_left, box_top, box_right, box_bottom, raw, printed, before_symbol, "
      "unseen, "
      "blank FROM hand_fields WHERE document_id = ? ORDER BY ordinal");
  for (query << document_id; query.Next();) {
    long long id = 0;
    OpenField& open = fields.emplace_back();
    query >> id >> open.field >> open.page >> open.box.left >> open.box.top >> open.box.right >>
        open.box.bottom >> open.raw >> open.printed >> open.before_symbol >> open.unseen >> open.blank;
    Statement candidates = connection.Query(
        "SELECT value, chance FROM hand_candidates WHERE hand_field_id = ? ORDER BY ordinal");
    for (candidates << id; candidates.Next();) {
      HandCandidate& one = open.candidates.emplace_back();
      candidates >> one.text >> one.probability;
    }
  }
  return fields;
}

std::vector<KnownDocument> Database::KnownDocuments() const {
  Connection& connection = impl_->connection;
  std::vector<KnownDocument> documents;
  std::map<long long, size_t> places;
  Statement heads = connection.Query(
      "SELECT d.id, d.number, d.symbol, a.name, d.issued_on, f.path, d.page_from, EXISTS (SELECT 1 FROM "
      "hand_fields h WHERE h.document_id = d.id) FROM documents d JOIN files f ON f.id = d.file_id LEFT JOIN "
      "agencies a ON a.id = d.issuer_id ORDER BY f.sha256, d.ordinal");
  while (heads.Next()) {
    KnownDocument& document = documents.emplace_back();
    std::string path;
    int page = 0, open = 0;
    heads >> document.id >> document.number >> document.symbol >> document.issuer >> document.issued_on >>
        path >> page >> open;
    document.name = path.substr(path.find_last_of('/') + 1) + (page > 1 ? " p. " + std::to_string(page) : "");
    if (open != 0) document.open_fields = LoadOpenFields(connection, document.id);
    places[document.id] = documents.size() - 1;
  }
  Statement references = connection.Query(
      "SELECT document_id, number, date, agency FROM document_references WHERE number IS NOT NULL ORDER BY "
      "document_id, ordinal");
  while (references.Next()) {
    long long id = 0;
    Reference reference;
    references >> id >> reference.number >> reference.date >> reference.agency;
    if (const auto place = places.find(id); place != places.end())
      documents[place->second].references.push_back(std::move(reference));
  }
  return documents;
}

int Database::Revise(const std::vector<Verdict>& verdicts, long long run) {
  Connection& connection = impl_->connection;
  Transaction transaction(connection, Transaction::Kind::kWrite);
  int changed = 0;
  for (const Verdict& verdict : verdicts) {
    const StoredField stored = LoadField(connection, verdict);
    if (stored.file_id == 0) continue;
    changed += Log(connection, verdict, stored.value, run);
    if (stored.value == verdict.value && stored.detail == verdict.detail &&
        SameEvidence(stored.evidence, verdict.evidence))
      continue;
    std::vector<std::string> numbers = NumbersOfFile(connection, stored.file_id);
    WriteValue(connection, verdict);
    WriteEvidence(connection, verdict);
    WriteConfidence(connection, verdict);
    if (stored.value == verdict.value) continue;
    IndexDocument(connection, verdict.document_id);
    for (std::string& number : NumbersOfFile(connection, stored.file_id))
      numbers.push_back(std::move(number));
    LinkReferences(connection, stored.file_id, numbers);
  }
  transaction.Commit();
  return changed;
}

std::vector<FieldChange> Database::Changes(long long document_id) const {
  std::vector<FieldChange> changes;
  Statement query = impl_->connection.Query(
      "SELECT c.document_id, c.field, c.before, c.after, c.probability, c.reason, r.started_at FROM "
      "field_changes c JOIN runs r ON r.id = c.run_id WHERE c.document_id = ? ORDER BY c.id");
  for (query << document_id; query.Next();) {
    FieldChange& change = changes.emplace_back();
    query >> change.document_id >> change.field >> change.before >> change.after >> change.probability >>
        change.reason >> change.at;
  }
  return changes;
}

}  // namespace trichluc
