#include "extract/likelihood.h"

#include <algorithm>

namespace trichluc {

void Candidates::Put(const std::string& value, double weight) {
  double& own = weights_[value];
  own = std::max(own, weight);
}

void Candidates::Favour(const std::string& value, double times) {
  const auto found = weights_.find(value);
  if (found != weights_.end()) found->second *= times;
}

std::vector<Candidates::Ranked> Candidates::Rank() const {
  double sum = unseen_;
  for (const auto& [value, weight] : weights_) sum += weight;
  std::vector<Ranked> ranked;
  for (const auto& [value, weight] : weights_) ranked.push_back({value, sum > 0 ? weight / sum : 0});
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const Ranked& a, const Ranked& b) { return a.probability > b.probability; });
  return ranked;
}

}  // namespace trichluc
