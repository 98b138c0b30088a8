#include <algorithm>
#include <map>
#include <set>

#include "store/rows.h"

namespace trichluc {
namespace {

struct Candidate {
  long long id = 0;
  std::optional<std::string> date, issuer;
};

struct Citation {
  long long id = 0, document_id = 0;
  std::string number;
  std::optional<std::string> date, agency;
  std::optional<long long> target;  // as stored now
};

// By content, so that the order of import does not decide between two scans of one document.
std::vector<Candidate> Candidates(Connection& connection, const std::string& number) {
  std::vector<Candidate> candidates;
  Statement query = connection.Query(
      "SELECT d.id, d.issued_on, a.name FROM documents d JOIN files f ON f.id = d.file_id "
      "LEFT JOIN agencies a ON a.id = d.issuer_id WHERE d.number = ? ORDER BY f.sha256, d.ordinal");
  for (query << number; query.Next();) {
    Candidate& candidate = candidates.emplace_back();
    query >> candidate.id >> candidate.date >> candidate.issuer;
  }
  return candidates;
}

std::vector<Citation> TakeCitations(Statement& query) {
  std::vector<Citation> citations;
  while (query.Next()) {
    Citation& citation = citations.emplace_back();
    query >> citation.id >> citation.document_id >> citation.number >> citation.date >> citation.agency >>
        citation.target;
  }
  return citations;
}

std::vector<Citation> CitationsOf(Connection& connection, const std::string& number) {
  Statement query = connection.Query(
      "SELECT id, document_id, number, date, agency, target_document_id FROM document_references WHERE "
      "number = ? "
      "ORDER BY id");
  query << number;
  return TakeCitations(query);
}

std::vector<Citation> CitationsIn(Connection& connection, long long file_id) {
  Statement query = connection.Query(
      "SELECT r.id, r.document_id, r.number, r.date, r.agency, r.target_document_id FROM document_references "
      "r "
      "JOIN documents d ON d.id = r.document_id WHERE d.file_id = ? AND r.number IS NOT NULL ORDER BY r.id");
  query << file_id;
  return TakeCitations(query);
}

template <typename Predicate>
void PreferWhere(std::vector<Candidate>* candidates, Predicate predicate) {
  std::vector<Candidate> preferred;
  std::copy_if(candidates->begin(), candidates->end(), std::back_inserter(preferred), predicate);
  if (!preferred.empty()) *candidates = preferred;
}

std::optional<long long> Target(const Citation& citation, std::vector<Candidate> candidates) {
  std::erase_if(candidates, [&](const Candidate& candidate) {
    return candidate.id == citation.document_id ||
           (citation.date && candidate.date && *citation.date != *candidate.date);
  });
  if (citation.date) PreferWhere(&candidates, [&](const Candidate& c) { return c.date == citation.date; });
  if (citation.agency)
    PreferWhere(&candidates, [&](const Candidate& c) { return c.issuer == citation.agency; });
  if (candidates.empty()) return std::nullopt;
  const Candidate& first = candidates.front();
  const bool one_document =
      std::all_of(candidates.begin(), candidates.end(), [&](const Candidate& candidate) {
        return candidate.date == first.date && candidate.issuer == first.issuer;
      });
  return one_document ? std::optional(first.id) : std::nullopt;
}

void Link(Connection& connection, const std::vector<Citation>& citations) {
  std::map<std::string, std::vector<Candidate>> known;
  for (const Citation& citation : citations) {
    auto candidates = known.find(citation.number);
    if (candidates == known.end()) {
      candidates = known.emplace(citation.number, Candidates(connection, citation.number)).first;
    }
    const std::optional<long long> target = Target(citation, candidates->second);
    if (target == citation.target) continue;
    (connection.Query("UPDATE document_references SET target_document_id = ? WHERE id = ?")
     << target << citation.id)
        .Run();
  }
}

}  // namespace

std::vector<std::string> NumbersOfFile(Connection& connection, long long file_id) {
  std::vector<std::string> numbers;
  Statement query =
      connection.Query("SELECT DISTINCT number FROM documents WHERE file_id = ? AND number IS NOT NULL");
  for (query << file_id; query.Next();) query >> numbers.emplace_back();
  return numbers;
}

void LinkReferences(Connection& connection, long long file_id, const std::vector<std::string>& numbers) {
  for (const std::string& number : std::set<std::string>(numbers.begin(), numbers.end())) {
    Link(connection, CitationsOf(connection, number));
  }
  Link(connection, CitationsIn(connection, file_id));
}

void PruneNames(Connection& connection) {
  connection.Execute(
      "DELETE FROM agency_aliases WHERE NOT EXISTS (SELECT 1 FROM task_agencies x WHERE x.agency_id = "
      "agency_aliases.agency_id AND x.printed = agency_aliases.printed) AND NOT EXISTS (SELECT 1 FROM "
      "documents d "
      "WHERE d.issuer_id = agency_aliases.agency_id AND d.issuer_printed = agency_aliases.printed) AND NOT "
      "EXISTS "
      "(SELECT 1 FROM documents d WHERE d.parent_issuer_id = agency_aliases.agency_id AND "
      "d.parent_issuer_printed = "
      "agency_aliases.printed);"
      "DELETE FROM agencies WHERE NOT EXISTS (SELECT 1 FROM agency_aliases x WHERE x.agency_id = "
      "agencies.id);"
      "DELETE FROM document_types WHERE NOT EXISTS (SELECT 1 FROM documents d WHERE d.document_type_id = "
      "document_types.id)");
}

}  // namespace trichluc
