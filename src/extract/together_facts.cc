#include "extract/together_facts.h"

#include <chrono>
#include <cstdlib>

#include "extract/hand_fields.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr double kNothingKnown = 0.01;  // chance of any one value where nothing was read

// Chances of an open field's values, and the one that is given.
void TakeOpen(const OpenField& open, const std::string& symbol, std::map<std::string, double>* chances,
              std::optional<std::string>* sure) {
  for (const HandCandidate& one : open.candidates)
    (*chances)[open.field == "number" ? PlainNumber(one.text) : one.text] += one.probability;
  *sure = ConcludeHand(open, symbol, CandidatesOf(open)).figures;
  if (open.field == "number" && *sure) *sure = PlainNumber(**sure);
}

}  // namespace

std::optional<NumberParts> PartsOfNumber(const std::string& number) {
  const size_t end = number.find_first_not_of("0123456789");
  if (end == std::string::npos || end == 0) return std::nullopt;
  const std::string figures = PlainNumber(number.substr(0, end));
  if (figures.empty() || figures.size() > 6) return std::nullopt;
  return NumberParts{figures, StripDiacritics(number.substr(end))};
}

const OpenField* Standing::Open(const char* field) const {
  for (const OpenField& open : document->open_fields) {
    if (open.field == field) return &open;
  }
  return nullptr;
}

double Standing::ChanceOfFigures(const std::string& number) const {
  const auto found = figures.find(number);
  return found != figures.end() ? found->second : figures.empty() ? kNothingKnown : 0;
}

double Standing::ChanceOfDay(const std::string& iso) const {
  const auto found = days.find(iso);
  return found != days.end() ? found->second : days.empty() ? kNothingKnown : 0;
}

Standing StandingOf(const KnownDocument& document) {
  Standing standing;
  standing.document = &document;
  standing.issuer = document.issuer ? FoldKey(*document.issuer) : "";
  if (const OpenField* open = standing.Open("number"); open != nullptr) {
    standing.rest = StripDiacritics(open->before_symbol + document.symbol.value_or(""));
    TakeOpen(*open, document.symbol.value_or(""), &standing.figures, &standing.sure_figures);
  } else if (const auto parts = PartsOfNumber(document.number.value_or("")); parts) {
    standing.rest = parts->rest;
    standing.figures[parts->figures] = 1;
    standing.sure_figures = parts->figures;
  }
  if (const OpenField* open = standing.Open("issued_on"); open != nullptr) {
    TakeOpen(*open, "", &standing.days, &standing.sure_day);
    if (!open->candidates.empty()) {
      standing.year = open->candidates.front().text.substr(0, 4);
    } else if (open->printed.size() > 4) {
      standing.year = open->printed.substr(open->printed.size() - 4);
    }
  } else if (document.issued_on && document.issued_on->size() == 10) {
    standing.days[*document.issued_on] = 1;
    standing.sure_day = document.issued_on;
    standing.year = document.issued_on->substr(0, 4);
  }
  return standing;
}

}  // namespace trichluc
