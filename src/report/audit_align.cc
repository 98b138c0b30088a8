#include "report/audit_align.h"

#include <algorithm>

namespace trichluc {
namespace {

using Pairs = std::vector<std::pair<size_t, size_t>>;

// weights[i][j], and best[i][j]: the largest sum over the first i and j.
struct Field {
  size_t rows, columns;
  std::vector<double> weights, best;

  double weight(size_t i, size_t j) const { return weights[i * columns + j]; }
  double& at(size_t i, size_t j) { return best[i * (columns + 1) + j]; }
};

Field Weigh(size_t rows, size_t columns, const Weight& weight) {
  Field field{rows, columns, std::vector<double>(rows * columns),
              std::vector<double>((rows + 1) * (columns + 1))};
  for (size_t i = 0; i < rows; ++i) {
    for (size_t j = 0; j < columns; ++j) field.weights[i * columns + j] = weight(i, j);
  }
  return field;
}

Pairs InOrder(Field& field) {
  for (size_t i = 1; i <= field.rows; ++i) {
    for (size_t j = 1; j <= field.columns; ++j) {
      const double with = field.weight(i - 1, j - 1);
      double sum = std::max(field.at(i - 1, j), field.at(i, j - 1));
      if (with > 0) sum = std::max(sum, field.at(i - 1, j - 1) + with);
      field.at(i, j) = sum;
    }
  }
  Pairs pairs;
  for (size_t i = field.rows, j = field.columns; i > 0 && j > 0;) {
    // Skips come first, so that of equal chains the earliest pairs are taken.
    if (field.at(i, j) == field.at(i, j - 1)) {
      --j;
    } else if (field.at(i, j) == field.at(i - 1, j)) {
      --i;
    } else {
      pairs.emplace_back(--i, --j);
    }
  }
  std::reverse(pairs.begin(), pairs.end());
  return pairs;
}

}  // namespace

Pairs Align(size_t expected, size_t found, const Weight& weight) {
  Field field = Weigh(expected, found, weight);
  Pairs pairs = InOrder(field);
  std::vector<bool> row_taken(expected), column_taken(found);
  const auto take = [&](size_t i, size_t j) { row_taken[i] = column_taken[j] = true; };
  for (const auto& [i, j] : pairs) take(i, j);
  Pairs left;
  for (size_t i = 0; i < expected; ++i) {
    for (size_t j = 0; j < found; ++j) {
      if (field.weight(i, j) > 0 && !row_taken[i] && !column_taken[j]) left.emplace_back(i, j);
    }
  }
  std::stable_sort(left.begin(), left.end(), [&field](const auto& a, const auto& b) {
    return field.weight(a.first, a.second) > field.weight(b.first, b.second);
  });
  for (const auto& [i, j] : left) {
    if (row_taken[i] || column_taken[j]) continue;
    take(i, j);
    pairs.emplace_back(i, j);
  }
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

Pairs AlignInOrder(size_t expected, size_t found, const Weight& weight) {
  Field field = Weigh(expected, found, weight);
  return InOrder(field);
}

}  // namespace trichluc
