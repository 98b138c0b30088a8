#include "clerk/alignment.h"

#include <algorithm>
#include <cmath>

namespace trichluc::clerk {
namespace {

double LogAdd(double a, double b) {
  if (a < b) std::swap(a, b);
  return b < a - 40 ? a : a + std::log1p(std::exp(b - a));
}

}  // namespace

double AlignmentLoss(const std::string& signs, const std::string& text, int steps,
                     std::vector<float>& outputs) {
  const int count = static_cast<int>(signs.size()) + 1;
  std::vector<int> labels{0};
  for (char c : text) {
    labels.push_back(static_cast<int>(signs.find(c)) + 1);
    labels.push_back(0);
  }
  const int states = static_cast<int>(labels.size());
  constexpr double kNever = -1e30;  // log 0
  std::vector<double> logs(static_cast<size_t>(steps) * count);
  for (int t = 0; t < steps; ++t) {
    double largest = -1e30, sum = 0;
    for (int c = 0; c < count; ++c) largest = std::max<double>(largest, outputs[c * steps + t]);
    for (int c = 0; c < count; ++c) sum += std::exp(outputs[c * steps + t] - largest);
    for (int c = 0; c < count; ++c) logs[t * count + c] = outputs[c * steps + t] - largest - std::log(sum);
  }
  const auto skip = [&](int s) { return s >= 2 && labels[s] != 0 && labels[s] != labels[s - 2]; };
  std::vector<double> ahead(static_cast<size_t>(steps) * states, kNever), back = ahead;
  for (int t = 0; t < steps; ++t) {
    for (int s = 0; s < states; ++s) {
      double sum = kNever;
      if (t == 0) {
        if (s < 2) sum = 0;
      } else {
        sum = ahead[(t - 1) * states + s];
        if (s >= 1) sum = LogAdd(sum, ahead[(t - 1) * states + s - 1]);
        if (skip(s)) sum = LogAdd(sum, ahead[(t - 1) * states + s - 2]);
      }
      ahead[t * states + s] = sum + logs[t * count + labels[s]];
    }
  }
  for (int t = steps - 1; t >= 0; --t) {
    for (int s = 0; s < states; ++s) {
      double sum = kNever;
      if (t == steps - 1) {
        if (s >= states - 2) sum = 0;
      } else {
        const auto next = [&](int to) {
          return back[(t + 1) * states + to] + logs[(t + 1) * count + labels[to]];
        };
        sum = next(s);
        if (s + 1 < states) sum = LogAdd(sum, next(s + 1));
        if (s + 2 < states && skip(s + 2)) sum = LogAdd(sum, next(s + 2));
      }
      back[t * states + s] = sum;
    }
  }
  double total = ahead[(steps - 1) * states + states - 1];
  if (states > 1) total = LogAdd(total, ahead[(steps - 1) * states + states - 2]);
  if (total < kNever / 2) return -1;
  for (int t = 0; t < steps; ++t) {
    std::vector<double> share(count, 0.0);
    for (int s = 0; s < states; ++s) {
      const double at = ahead[t * states + s] + back[t * states + s] - total;
      if (at > -30) share[labels[s]] += std::exp(at);
    }
    for (int c = 0; c < count; ++c) {
      outputs[c * steps + t] = static_cast<float>(std::exp(logs[t * count + c]) - share[c]);
    }
  }
  return -total;
}

}  // namespace trichluc::clerk
