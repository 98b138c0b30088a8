#include "extract/hand_fields.h"

#include <algorithm>
#include <cmath>

#include "text/text.h"

namespace trichluc {
namespace {

constexpr size_t kMostShown = 3;
constexpr double kForgotten = 1e-6;
constexpr size_t kLeastOfCut = 2;  // figures that are left of a number

bool OneFigureAway(const std::string& a, const std::string& b) {
  return a != b && EditDistance(a, b, 1) == 1;
}

// Whether a string is a number without its first or its last figure.
bool IsCut(const std::string& seen, const std::string& number) {
  return seen.size() >= kLeastOfCut && seen.size() + 1 == number.size() && (number.starts_with(seen) || number.ends_with(seen));
}

// How likely a number is where the reader saw a string that is a figure away.
double ChanceBeside(const std::string& seen, const std::string& number) {
  const bool slash = number.size() > kLeastOfCut && seen == number + "1";
  return IsCut(seen, number) ? kCutOff : slash ? kWithSlash : kNearMiss;
}

}  // namespace

bool AllDigits(const std::string& text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
}

std::string PlainNumber(const std::string& number) {
  const size_t first = number.find_first_not_of('0');
  return first == std::string::npos ? "" : number.substr(first);
}

bool FavourNumber(Candidates& candidates, const std::string& number, double times) {
  std::vector<std::string> same;
  for (const auto& [known, weight] : candidates.All()) {
    if (PlainNumber(known) == PlainNumber(number)) same.push_back(known);
  }
  for (const std::string& known : same) candidates.Favour(known, times);
  return !same.empty();
}

void ConsiderNumber(Candidates& candidates, const std::string& number) {
  if (PlainNumber(number).empty() || !AllDigits(number)) return;
  double weight = kStranger;
  for (const auto& [known, chance] : candidates.All()) {
    if (PlainNumber(known) == PlainNumber(number)) return;
    if (!OneFigureAway(known, number)) continue;
    const double beside = ChanceBeside(known, number);
    const double most = beside > kNearMiss ? 1 : std::max(candidates.Unseen(), kStranger);
    weight = std::max(weight, std::min(beside * chance, most));
  }
  candidates.Put(number, weight);
}

double BlankChance(const HandReading* spot) {
  if (spot == nullptr) return 1;
  for (const HandCandidate& candidate : spot->candidates) {
    if (candidate.text.empty()) return candidate.probability;
  }
  return 0;
}

double ChanceOf(const std::string& number, const HandReading& spot) {
  double chance = kReaderUnseen * 0.5;
  for (const HandCandidate& read : spot.candidates) {
    if (PlainNumber(read.text) == PlainNumber(number)) chance = std::max(chance, read.probability);
  }
  return chance;
}

std::string ShowChance(double chance) {
  const int hundredths = static_cast<int>(std::floor(chance * 100 + 0.5));
  return hundredths >= 100 ? "1.00" : (hundredths < 10 ? "0.0" : "0.") + std::to_string(hundredths);
}

std::string ShowCandidates(const std::vector<HandCandidate>& candidates) {
  std::string text;
  for (size_t i = 0; i < candidates.size() && i < kMostShown; ++i) {
    text += (i > 0 ? ", " : "") + candidates[i].text + " (" + ShowChance(candidates[i].probability) + ")";
  }
  return text;
}

std::string ShowCandidates(const std::vector<Candidates::Ranked>& ranked) {
  std::string text;
  for (size_t i = 0; i < ranked.size() && i < kMostShown; ++i) {
    if (i > 0 && ranked[i].probability < 0.005) break;
    text += (i > 0 ? ", " : "") + ranked[i].value + " (" + ShowChance(ranked[i].probability) + ")";
  }
  return text;
}

void PutCandidates(const Candidates& candidates, OpenField* open) {
  open->candidates.clear();
  open->unseen = 1;
  for (const Candidates::Ranked& one : candidates.Rank()) {
    if (one.probability < kForgotten) break;
    open->candidates.push_back({one.value, one.probability});
    open->unseen -= one.probability;
  }
  open->unseen = std::max(open->unseen, 0.0);
}

Candidates CandidatesOf(const OpenField& open) {
  Candidates candidates(open.unseen);
  for (const HandCandidate& one : open.candidates) candidates.Put(one.text, one.probability);
  return candidates;
}

HandConclusion ConcludeHand(const OpenField& open, const std::string& symbol, const Candidates& candidates) {
  const std::vector<Candidates::Ranked> ranked = candidates.Rank();
  HandConclusion conclusion;
  std::string& detail = conclusion.detail;
  if (open.field == "number") {
    detail = "number: " + open.before_symbol + symbol;
    if (open.blank >= kHandGiven) detail += "; nothing written";
    if (!ranked.empty()) detail += "; " + ShowCandidates(ranked);
    if (ranked.empty() && !open.printed.empty()) detail += "; read as \"" + open.printed + "\"";
  } else {
    detail = "issued_on: ";
    if (open.blank >= kHandGiven) detail += "nothing written; printed " + open.printed;
    else detail += ranked.empty() ? "read as " + open.printed : ShowCandidates(ranked) + "; printed " + open.printed;
  }
  if (!ranked.empty() && ranked.front().probability >= kHandGiven && open.blank < 0.5) {
    conclusion.figures = ranked.front().value;
    conclusion.probability = ranked.front().probability;
  }
  return conclusion;
}

}  // namespace trichluc
