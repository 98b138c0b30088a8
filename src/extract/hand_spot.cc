// Where on a page a pen may have written, as the reader of handwriting saw it.
#include <algorithm>

#include "extract/context.h"

namespace trichluc {
namespace {

// Whether the reader of figures saw print as it is: the slashes of "27/2023/" are ones to it, or nothing.
bool SeenAs(const std::string& printed, const std::string& seen) {
  size_t at = 0;
  for (const char letter : printed) {
    const bool same = at < seen.size() && seen[at] == (letter == '/' ? '1' : letter);
    if (!same && letter != '/') return false;
    at += same;
  }
  return at == seen.size();
}

}  // namespace

const HandReading* SpotAt(const PageReading& reading, const char* kind, const Box& line) {
  const HandReading* best = nullptr;
  int best_overlap = 0;
  for (const HandReading& hand : reading.hand) {
    if (hand.kind != kind) continue;
    const int overlap = std::min(hand.box.bottom, line.bottom) - std::max(hand.box.top, line.top);
    const bool beside =
        hand.box.left < line.right + reading.dpi / 2 && hand.box.right > line.left - reading.dpi / 2;
    if (beside && overlap > best_overlap) best = &hand, best_overlap = overlap;
  }
  return best_overlap * 3 >= line.Height() || (best != nullptr && best_overlap * 2 >= best->box.Height())
             ? best
             : nullptr;
}

const PageReading* ReadingOf(const Work& work, int page) {
  for (const PageReading* reading : work.readings) {
    if (reading->page == page) return reading;
  }
  return nullptr;
}

const HandReading* HandSpot(const Work& work, const char* kind, const ViewLine& line) {
  const PageReading* reading = ReadingOf(work, line.line.page);
  return reading == nullptr ? nullptr : SpotAt(*reading, kind, line.line.box);
}

double SeenBeforeSlash(const HandReading& spot, const std::string& printed) {
  constexpr double kLeastAlone = 0.1;
  double chance = 0, alone = 0;
  for (const HandCandidate& candidate : spot.candidates) {
    if (candidate.text == printed) alone = candidate.probability;
    if (SeenAs(printed + "/", candidate.text)) chance += candidate.probability;
  }
  return alone >= kLeastAlone ? chance : 0;
}

// The uneven figures of a number on a page whose print is even elsewhere: a clerk's, though both readers can read them. (Days are small and
// set in italics, which makes them uneven in worn print, too.)
bool StandsOutAsHand(const PageReading& reading, const HandReading& spot) {
  constexpr double kUneven = 0.2, kEven = 0.9;
  constexpr long kFewest = 2;
  const long even = std::count_if(reading.hand.begin(), reading.hand.end(), [&](const HandReading& other) {
    return &other != &spot && other.typeset >= kEven && !other.kind.starts_with("incoming");
  });
  return spot.kind == "number" && spot.typeset <= kUneven && even >= kFewest;
}

bool LooksTypeset(const Work& work, const char* kind, const ViewLine& line, const std::string& printed) {
  constexpr double kAgreed = 0.5, kWithSlashes = 0.25;
  const HandReading* spot = HandSpot(work, kind, line);
  if (spot == nullptr || spot->typeset >= kTypeset) return true;
  if (spot->candidates.empty() || !SeenAs(printed, spot->candidates.front().text)) return false;
  if (StandsOutAsHand(*ReadingOf(work, line.line.page), *spot)) return false;
  const bool slashes = printed.find('/') != std::string::npos;
  return spot->candidates.front().probability > (slashes ? kWithSlashes : kAgreed);
}

}  // namespace trichluc
