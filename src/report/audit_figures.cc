// The catalogue of figures, and how scores add up.
#include <fmt/format.h>

#include "base/error.h"
#include "report/audit.h"

namespace trichluc {
namespace {

template <typename Map>
auto Find(const Map& map, const std::string& key) {
  const auto at = map.find(key);
  return at == map.end() ? typename Map::mapped_type{} : at->second;
}

std::optional<double> ListValue(const Retrieval& list, const std::string& suffix) {
  if (list.expected + list.found == 0) return std::nullopt;
  if (suffix == "_p") return list.Precision();
  return suffix == "_r" ? list.Recall() : list.F1();
}

std::string KnownNames() {
  std::string names;
  for (const Figure& figure : Figures()) {
    names += (names.empty() ? "" : ", ") + std::string(figure.key) +
             (figure.kind == FigureKind::kList ? "_f1" : "");
  }
  return names;
}

void AddShares(Reliability& sum, const Reliability& other) {
  for (size_t i = 0; i < sum.size(); ++i) {
    sum[i].right += other[i].right;
    sum[i].all += other[i].all;
  }
}

}  // namespace

const std::vector<Figure>& Figures() {
  using enum FigureKind;
  static const std::vector<Figure> figures = {
      {kList, "document", "documents", false},
      {kShare, "header_all", "documents, header all right", false},
      {kShare, "header", "header fields", false},
      {kShare, "number", "number", true},
      {kShare, "number_seq", "number_seq", true},
      {kShare, "symbol", "symbol", true},
      {kShare, "issued_on", "issued_on", true},
      {kShare, "doc_type", "doc_type", true},
      {kShare, "place", "place", true},
      {kShare, "issuer", "issuer", true},
      {kShare, "parent_issuer", "parent_issuer", true},
      {kShare, "subject", "subject", true},
      {kShare, "urgency", "urgency", true},
      {kShare, "secrecy", "secrecy", true},
      {kShare, "signer_name", "signer name", true},
      {kShare, "signer_title", "signer title", true},
      {kShare, "signer_authority", "signer authority", true},
      {kShare, "incoming_agency", "incoming agency", true},
      {kShare, "incoming_number", "incoming number", true},
      {kShare, "incoming_date", "incoming date", true},
      {kList, "recipient", "recipients", false},
      {kList, "reference", "references", false},
      {kShare, "reference_type", "type", true},
      {kShare, "reference_date", "date", true},
      {kShare, "reference_agency", "agency", true},
      {kShare, "reference_relation", "relation", true},
      {kShare, "reference_page", "page", true},
      {kList, "task", "tasks", false},
      {kList, "table_task", "tasks of tables", false},
      {kShare, "cells", "cells of aligned tasks", false},
      {kShare, "cell_no", "no", true},
      {kShare, "cell_section", "section", true},
      {kShare, "cell_kind", "kind", true},
      {kShare, "cell_content", "content", true},
      {kShare, "cell_lead", "lead", true},
      {kShare, "cell_coordinators", "coordinators", true},
      {kShare, "cell_approver", "approver", true},
      {kShare, "cell_deadline", "deadline as printed", true},
      {kShare, "cell_output", "output", true},
      {kShare, "cell_basis", "basis", true},
      {kRate, "cell_cer", "character errors", true},
      {kShare, "deadlines", "deadlines as dates", false},
      {kList, "agency", "agencies of tasks", false},
      {kShare, "table_count", "number of tables", false},
      {kShare, "table_columns", "columns of tables", false},
      {kList, "table_row", "rows of tables", false},
      {kShare, "table_cells", "cells of tables", false},
      {kList, "grits_con", "GriTS_Con (thousandths)", false},
      {kList, "grits_top", "GriTS_Top", false},
      {kRate, "page_cer", "character errors of pages", false},
      {kRate, "page_cer_plain", "without diacritics", true},
      {kRate, "page_wer", "word errors of pages", false},
      {kShare, "word_recall", "words found, in any order", true},
      {kRate, "under_stamps_cer", "char. errors under stamps", false},
  };
  return figures;
}

void Score::Add(const Score& other) {
  for (const auto& [key, share] : other.shares) {
    shares[key].right += share.right;
    shares[key].all += share.all;
  }
  for (const auto& [key, list] : other.lists) {
    lists[key].matched += list.matched;
    lists[key].found += list.found;
    lists[key].expected += list.expected;
  }
  for (const auto& [key, rate] : other.rates) {
    rates[key].errors += rate.errors;
    rates[key].length += rate.length;
  }
  AddShares(header_reliability, other.header_reliability);
  AddShares(task_reliability, other.task_reliability);
  AddShares(task_value_reliability, other.task_value_reliability);
}

std::optional<double> FigureValue(const Score& score, const std::string& name) {
  for (const Figure& figure : Figures()) {
    const std::string key = figure.key;
    if (figure.kind == FigureKind::kList) {
      for (const char* suffix : {"_p", "_r", "_f1"}) {
        if (name == key + suffix) return ListValue(Find(score.lists, key), suffix);
      }
    }
    if (name != key || figure.kind == FigureKind::kList) continue;
    if (figure.kind == FigureKind::kRate) {
      const ErrorRate rate = Find(score.rates, key);
      if (rate.length == 0) return std::nullopt;
      return rate.Value();
    }
    const Share share = Find(score.shares, key);
    if (share.all == 0) return std::nullopt;
    return share.Value();
  }
  throw UsageError(fmt::format("no figure is called \"{}\"; known are {}", name, KnownNames()));
}

}  // namespace trichluc
