// What documents say of themselves, made ready for comparing. Private to the room.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/together.h"

namespace trichluc {

// "239/KH-SYT" → {"239", "/kh-syt"}; figures without leading zeros, the rest without marks and capitals.
struct NumberParts {
  std::string figures, rest;
};
std::optional<NumberParts> PartsOfNumber(const std::string& number);

// Of one document, by itself alone: other documents' earlier verdicts are not in it.
struct Standing {
  const KnownDocument* document = nullptr;
  std::string rest;                       // of its number, known also where the figures are not
  std::string issuer;                     // folded; "" when not known
  std::map<std::string, double> figures;  // chances; one of chance 1 where they are printed
  std::map<std::string, double> days;
  std::optional<std::string> sure_figures, sure_day;  // at kHandGiven
  std::string year;                                   // "" when not known

  const OpenField* Open(const char* field) const;
  double ChanceOfFigures(const std::string& number) const;
  double ChanceOfDay(const std::string& iso) const;
};
Standing StandingOf(const KnownDocument& document);

}  // namespace trichluc
