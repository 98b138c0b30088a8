#include "report/audit_tally.h"

#include <algorithm>

#include "text/text.h"

namespace trichluc {

std::string CompareForm(const std::string& text) {
  static const std::string kEllipsis = "…";
  std::string form = MakeKey(Normalise(text)).text;
  for (size_t at = form.find(kEllipsis); at != std::string::npos; at = form.find(kEllipsis, at + 3)) form.replace(at, kEllipsis.size(), "...");
  return form;
}

bool SameValue(const Value& a, const Value& b) {
  if (!a || !b) return !a && !b;
  return *a == *b || CompareForm(*a) == CompareForm(*b);
}

Value Join(const std::vector<std::string>& parts, const char* between) {
  if (parts.empty()) return std::nullopt;
  std::string joined = parts.front();
  for (size_t i = 1; i < parts.size(); ++i) joined += between + parts[i];
  return joined;
}

Value JoinNames(const std::vector<Agency>& agencies) {
  std::vector<std::string> names;
  for (const Agency& agency : agencies) names.push_back(agency.name);
  return Join(names, "; ");
}

void Tally::Begin(const std::string& document, bool absent) {
  document_ = document;
  absent_ = absent;
}

bool Tally::Check(const char* key, const std::string& field, const Value& expected, const Value& found) {
  const bool right = !absent_ && SameValue(expected, found);
  Count(key, right);
  if (!right && !absent_) Note(field, expected, found);
  return right;
}

void Tally::Count(const char* key, bool right) {
  Share& share = score.shares[key];
  ++share.all;
  share.right += right;
}

void Tally::Note(const std::string& field, const Value& expected, const Value& found) {
  misses.push_back({scan_, quality_, document_, field, expected, found});
}

void CountConfidence(Reliability& bins, double confidence, bool right) {
  size_t bin = kBinStarts.size() - 1;
  while (bin > 0 && confidence < kBinStarts[bin]) --bin;
  ++bins[bin].all;
  bins[bin].right += right;
}

std::optional<double> ConfidenceOf(const Document& document, const std::string& field) {
  for (const auto& [name, confidence] : document.confidence) {
    if (name == field) return confidence;
  }
  std::optional<double> best;
  for (const Evidence& evidence : document.evidence) {
    if (evidence.field == field) best = std::max(best.value_or(0), evidence.confidence);
  }
  return best;
}

namespace {

// How well a found document fits one of truth; 0: not at all.
double Fitness(const TruthDocument& truth, const Document& found) {
  const bool same_number = truth.document.number && SameValue(truth.document.number, found.number);
  const bool same_page = truth.document.page_from == found.page_from;
  if (same_number) return same_page ? 4 : 3;
  if (same_page) return 2;
  const int common = std::min(truth.document.page_to, found.page_to) -
                     std::max(truth.document.page_from, found.page_from) + 1;
  const int pages = found.page_to - found.page_from + 1;
  return common <= 0 ? 0 : static_cast<double>(common) / std::max(common, pages);
}

struct Fit {
  double fitness;
  size_t truth, found;
};

// For each document of truth the found one, or -1. Best fits first.
std::vector<int> PairDocuments(const std::vector<TruthDocument>& truth, const std::vector<Document>& found) {
  std::vector<Fit> fits;
  for (size_t i = 0; i < truth.size(); ++i) {
    for (size_t j = 0; j < found.size(); ++j) {
      if (const double fitness = Fitness(truth[i], found[j]); fitness > 0) fits.push_back({fitness, i, j});
    }
  }
  std::stable_sort(fits.begin(), fits.end(),
                   [](const Fit& a, const Fit& b) { return a.fitness > b.fitness; });
  std::vector<int> partner(truth.size(), -1);
  std::vector<bool> taken(found.size());
  for (const Fit& fit : fits) {
    if (partner[fit.truth] >= 0 || taken[fit.found]) continue;
    partner[fit.truth] = static_cast<int>(fit.found);
    taken[fit.found] = true;
  }
  return partner;
}

std::string Pages(const Document& document) {
  return "pages " + std::to_string(document.page_from) + "-" + std::to_string(document.page_to);
}

std::string NameOf(const Document& document) { return document.number.value_or(Pages(document)); }

void ScorePart(const TruthDocument& truth, const Document& found, Tally& tally) {
  ScoreHeader(truth, found, tally);
  ScoreReferences(truth, found, tally);
  ScoreTasks(truth, found, tally);
  ScoreTables(truth, found, tally);
}

// A document that truth does not have: all it lists is too much.
void ScoreExtra(const Document& found, Tally& tally) {
  tally.Begin(NameOf(found), false);
  tally.Note("document", std::nullopt, Pages(found));
  TruthDocument nothing;
  nothing.keys = {"references", "tasks"};
  ScoreReferences(nothing, found, tally);
  ScoreTasks(nothing, found, tally);
  for (const TableRecord& table : found.tables) {
    tally.score.lists["table_row"].found += static_cast<int>(table.rows.size());
  }
}

}  // namespace

void ScoreFile(const Truth& truth, const std::vector<Document>& documents,
               const std::vector<std::string>& page_texts, Tally& tally) {
  const std::vector<int> partner = PairDocuments(truth.documents, documents);
  for (size_t i = 0; i < truth.documents.size(); ++i) {
    const TruthDocument& expected = truth.documents[i];
    const Document& document = expected.document;
    const bool absent = partner[i] < 0;
    const Document nothing;
    const Document& found = absent ? nothing : documents[static_cast<size_t>(partner[i])];
    tally.Begin(NameOf(document), absent);
    Retrieval& count = tally.score.lists["document"];
    ++count.expected;
    const bool same_pages = found.page_from == document.page_from && found.page_to == document.page_to;
    if (same_pages || !expected.keys.count("page_to")) count.matched += !absent;
    if (absent) {
      tally.Note("document", Pages(document), std::nullopt);
    } else if (!same_pages && expected.keys.count("page_to")) {
      tally.Note("document", Pages(document), Pages(found));
    }
    ScorePart(expected, found, tally);
  }
  tally.score.lists["document"].found += static_cast<int>(documents.size());
  for (size_t j = 0; j < documents.size(); ++j) {
    if (std::find(partner.begin(), partner.end(), static_cast<int>(j)) == partner.end())
      ScoreExtra(documents[j], tally);
  }
  if (!truth.has_text) return;
  tally.Begin("", false);
  ScorePages(truth.pages, page_texts, tally);
}

}  // namespace trichluc
