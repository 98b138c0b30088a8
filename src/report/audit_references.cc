// References to other documents.
#include <algorithm>

#include "report/audit_tally.h"
#include "text/text.h"

namespace trichluc {
namespace {

bool SameNumber(const Value& a, const Value& b) { return a && b && SameValue(a, b); }

bool SameFolded(const Value& a, const Value& b) { return a && b && FoldKey(*a) == FoldKey(*b); }

// 0: not the same document; the larger the surer.
int Likeness(const Reference& a, const Reference& b) {
  const bool same_date = a.date && SameValue(a.date, b.date);
  if (a.number) return !SameNumber(a.number, b.number) ? 0 : same_date ? 2 : 1;
  if (b.number || !SameFolded(a.type, b.type)) return 0;
  const bool same_agency = SameFolded(a.agency, b.agency);
  if (a.date) return !same_date || (a.agency && b.agency && !same_agency) ? 0 : same_agency ? 2 : 1;
  return !b.date && same_agency ? 1 : 0;
}

std::string Describe(const Reference& reference) {
  std::string text = reference.type.value_or("(no type)");
  if (reference.number) text += " " + *reference.number;
  if (reference.date) text += ", " + *reference.date;
  if (reference.agency) text += ", " + *reference.agency;
  return text;
}

void CheckMatched(const Reference& expected, const Reference& found, const Keys& keys, Tally& tally) {
  const std::string name = "reference " + expected.number.value_or(Describe(expected)) + " ";
  const auto check = [&](const char* key, const char* part, const Value& truth, const Value& value) {
    if (keys.count(part)) tally.Check(key, name + part, truth, value);
  };
  check("reference_type", "type", expected.type, found.type);
  check("reference_date", "date", expected.date, found.date);
  check("reference_agency", "agency", expected.agency, found.agency);
  check("reference_relation", "relation", expected.relation, found.relation);
  check("reference_page", "page", std::to_string(expected.page), std::to_string(found.page));
}

}  // namespace

void ScoreReferences(const TruthDocument& truth, const Document& found, Tally& tally) {
  if (!truth.keys.count("references")) return;
  const std::vector<Reference>&expected = truth.document.references, &given = found.references;
  Retrieval& count = tally.score.lists["reference"];
  count.expected += static_cast<int>(expected.size());
  count.found += static_cast<int>(given.size());
  std::vector<int> partner(expected.size(), -1);
  std::vector<bool> taken(given.size());
  for (const int wanted : {2, 1}) {
    for (size_t i = 0; i < expected.size(); ++i) {
      for (size_t j = 0; j < given.size() && partner[i] < 0; ++j) {
        if (taken[j] || Likeness(expected[i], given[j]) != wanted) continue;
        partner[i] = static_cast<int>(j);
        taken[j] = true;
      }
    }
  }
  for (size_t i = 0; i < expected.size(); ++i) {
    if (partner[i] >= 0) {
      ++count.matched;
      CheckMatched(expected[i], given[static_cast<size_t>(partner[i])], truth.references[i], tally);
    } else if (!tally.absent()) {
      tally.Note("reference", Describe(expected[i]), std::nullopt);
    }
  }
  for (size_t j = 0; j < given.size(); ++j) {
    if (!taken[j]) tally.Note("reference", std::nullopt, Describe(given[j]));
  }
}

}  // namespace trichluc
