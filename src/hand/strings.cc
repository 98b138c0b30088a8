#include <algorithm>
#include <map>

#include "hand/reader.h"

namespace trichluc {
namespace {

constexpr size_t kKept = 24;          // prefixes that go on from step to step
constexpr float kNegligible = 1e-4f;  // signs below this chance are not tried

struct Ways {
  double open = 0;    // chance of all alignments that end with the string's last sign
  double closed = 0;  // … that end with no sign
  double All() const { return open + closed; }
};

}  // namespace

std::vector<HandCandidate> LikelyStrings(const std::vector<std::vector<float>>& steps, std::string_view signs,
                                         int most) {
  std::map<std::string, Ways> kept{{"", {0, 1}}};
  for (const std::vector<float>& chances : steps) {
    std::map<std::string, Ways> next;
    for (const auto& [text, ways] : kept) {
      Ways& same = next[text];
      same.closed += ways.All() * chances[0];
      for (size_t s = 0; s < signs.size(); ++s) {
        const float chance = chances[s + 1];
        if (chance < kNegligible) continue;
        const bool again = !text.empty() && text.back() == signs[s];
        if (again) next[text].open += ways.open * chance;
        next[text + signs[s]].open += (again ? ways.closed : ways.All()) * chance;
      }
    }
    std::vector<std::pair<double, std::string>> order;
    for (const auto& [text, ways] : next) order.emplace_back(-ways.All(), text);
    std::sort(order.begin(), order.end());
    kept.clear();
    for (size_t i = 0; i < std::min(order.size(), kKept); ++i) kept[order[i].second] = next[order[i].second];
  }
  std::vector<HandCandidate> found;
  for (const auto& [text, ways] : kept) found.push_back({text, ways.All()});
  std::sort(found.begin(), found.end(), [](const HandCandidate& a, const HandCandidate& b) {
    return a.probability != b.probability ? a.probability > b.probability : a.text < b.text;
  });
  if (static_cast<int>(found.size()) > most) found.resize(most);
  return found;
}

}  // namespace trichluc
