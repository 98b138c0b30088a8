#include "extract/hand_parts.h"

#include <chrono>
#include <cstdlib>

#include "extract/dates.h"
#include "extract/hand_fields.h"
#include "extract/likelihood.h"

namespace trichluc {
namespace {

constexpr double kEngineAgrees = 8;             // as in hand.cc
constexpr double kHalfTyped = 0.6;              // of the engine: a clerk's figures come with less
constexpr double kSaturday = 0.5, kSunday = 0.2;  // most offices rest
constexpr int kMonths = 12, kTenth = 10;

// A month that is written "0".
void PutLostFigure(double chance, std::map<int, double>* chances) {
  constexpr double kTen = 0.5;
  (*chances)[kTenth] += kTen * chance;
  for (int month = 1; month < kTenth; ++month) (*chances)[month] += (1 - kTen) * chance / (kTenth - 1);
}

}  // namespace

std::map<int, double> PartChances(const HandReading* spot, const OpenPart& part, int most) {
  std::map<int, double> chances;
  if (part.typed) {
    chances[part.value] = 1;
    return chances;
  }
  const std::vector<HandCandidate> strings = spot == nullptr ? std::vector<HandCandidate>{} : spot->candidates;
  double sum = 0;
  for (const HandCandidate& candidate : strings) {
    if (!AllDigits(candidate.text) || candidate.text.size() > 2) continue;
    const int value = std::atoi(candidate.text.c_str());
    const bool lost = most == kMonths && candidate.text == "0";
    if ((value < 1 && !lost) || value > most) continue;
    if (lost) PutLostFigure(candidate.probability, &chances);
    else chances[value] += candidate.probability;
    sum += candidate.probability;
  }
  if (part.value > 0 && part.confidence >= kTypedConfidence && chances.count(part.value) > 0) chances[part.value] *= kEngineAgrees;
  // A spot that was cut too short: of the engine's "17" it shows the 1. Neither is believed.
  if (part.confidence >= kHalfTyped && chances.count(part.value) == 0) {
    const std::string seen = std::to_string(part.value), best = strings.empty() ? "" : strings.front().text;
    const bool cut = !best.empty() && best.size() < seen.size() && seen.find(best) != std::string::npos;
    const double chance = cut ? strings.front().probability : 0;
    if (chance > 0 && part.value <= most) chances[part.value] = chance;
    sum += chances.count(part.value) > 0 ? chance : 0;
  }
  // What cannot be a day says nothing; but where little was one, the spot was not read well.
  const double scale = sum > 0.3 ? 1 / sum : 1;
  for (auto& [value, chance] : chances) chance *= scale;
  return chances;
}

double OddsOfWeekday(const std::string& iso) {
  const std::chrono::weekday day{DayOf(iso)};
  return day == std::chrono::Sunday ? kSunday : day == std::chrono::Saturday ? kSaturday : 1;
}

}  // namespace trichluc
