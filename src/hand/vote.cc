#include <algorithm>
#include <cmath>
#include <map>

#include "hand/reader.h"

namespace trichluc {
namespace {

struct Look {
  double width;
  int lift;
};
constexpr Look kLooks[] = {{1.15, 0}, {0.87, 0}, {1, 2}, {1, -2}};
constexpr int kOfEach = 8;         // strings that a look gives
constexpr double kUnseen = 1e-4;   // chance of a string that a look did not give
constexpr double kLeastSum = 0.5;  // of what is left when the looks agree on nothing: doubt stays doubt

}  // namespace

Ink Stretched(const Ink& strip, double times) {
  Ink out{std::max(8, static_cast<int>(std::lround(strip.width * times))), strip.height, {}};
  out.values.resize(static_cast<size_t>(out.width) * out.height);
  for (int x = 0; x < out.width; ++x) {
    const double from = (x + 0.5) / times - 0.5;
    const int left = static_cast<int>(std::floor(from));
    const float part = static_cast<float>(from - left);
    for (int y = 0; y < out.height; ++y) {
      const auto at = [&](int column) {
        return column < 0 || column >= strip.width
                   ? 0.0f
                   : strip.values[static_cast<size_t>(y) * strip.width + column];
      };
      out.values[static_cast<size_t>(y) * out.width + x] = (1 - part) * at(left) + part * at(left + 1);
    }
  }
  return out;
}

Ink Lifted(const Ink& strip, int rows) {
  Ink out{strip.width, strip.height, std::vector<float>(strip.values.size())};
  for (int y = std::max(0, -rows); y < std::min(strip.height, strip.height - rows); ++y) {
    const auto from = strip.values.begin() + static_cast<long>(y + rows) * strip.width;
    std::copy(from, from + strip.width, out.values.begin() + static_cast<long>(y) * strip.width);
  }
  return out;
}

std::vector<HandCandidate> HandReader::Read(const Image& crop, int most) const {
  const Ink strip = StripOf(crop);
  std::vector<std::vector<HandCandidate>> looks{LikelyStrings(Run(network_, strip), network_.signs, kOfEach)};
  std::vector<HandCandidate> voted = looks.front();
  if (voted.front().probability < kSureAtOnce) {
    std::map<std::string, double> chances;
    for (const Look& look : kLooks) {
      const Ink changed = Lifted(Stretched(strip, look.width), look.lift);
      looks.push_back(LikelyStrings(Run(network_, changed), network_.signs, kOfEach));
    }
    for (const auto& look : looks) {
      for (const HandCandidate& one : look) chances[one.text] = 0;
    }
    double sum = 0;
    for (auto& [text, chance] : chances) {
      double logs = 0;
      for (const auto& look : looks) {
        const auto at = std::find_if(look.begin(), look.end(),
                                     [&](const HandCandidate& one) { return one.text == text; });
        logs += std::log(at == look.end() ? kUnseen : std::max(at->probability, kUnseen));
      }
      chance = std::exp(logs / static_cast<double>(looks.size()));
      sum += chance;
    }
    voted.clear();
    for (const auto& [text, chance] : chances) voted.push_back({text, chance / std::max(sum, kLeastSum)});
    std::stable_sort(voted.begin(), voted.end(), [](const HandCandidate& a, const HandCandidate& b) {
      return a.probability > b.probability;
    });
  }
  if (static_cast<int>(voted.size()) > most) voted.resize(static_cast<size_t>(most));
  return voted;
}

}  // namespace trichluc
