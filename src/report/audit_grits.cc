#include "report/audit_grits.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <unordered_map>

#include "report/audit_align.h"
#include "report/audit_tally.h"
#include "text/text.h"

namespace trichluc {
namespace {

// Bits of the places where each letter stands in a text: for many comparisons with it (Hyyrö 2004).
class LetterBits {
 public:
  explicit LetterBits(const std::u32string& text) : length_(text.size()), blocks_((text.size() + 63) / 64) {
    for (size_t i = 0; i < text.size(); ++i) {
      std::vector<uint64_t>& bits = bits_[text[i]];
      bits.resize(blocks_);
      bits[i / 64] |= uint64_t{1} << (i % 64);
    }
  }

  size_t CommonWith(const std::u32string& other) const {
    std::vector<uint64_t> free(blocks_, ~uint64_t{0});  // places not yet used
    for (const char32_t letter : other) {
      const auto at = bits_.find(letter);
      if (at == bits_.end()) continue;
      uint64_t carry = 0;
      for (size_t b = 0; b < blocks_; ++b) {
        const uint64_t used = free[b] & at->second[b];
        const uint64_t sum = free[b] + used, with_carry = sum + carry;
        carry = (sum < free[b]) || (with_carry < sum);
        free[b] = with_carry | (free[b] - used);
      }
    }
    size_t common = 0;
    for (size_t i = 0; i < length_; ++i) common += (free[i / 64] >> (i % 64) & 1) == 0;
    return common;
  }

 private:
  size_t length_, blocks_;
  std::unordered_map<char32_t, std::vector<uint64_t>> bits_;
};

double Topology(const GritsCell& a, const GritsCell& b) {
  const auto area = [](int width, int height) {
    return static_cast<double>(std::max(0, width)) * std::max(0, height);
  };
  const double common = area(std::min(a.right, b.right) - std::max(a.left, b.left),
                             std::min(a.bottom, b.bottom) - std::max(a.top, b.top));
  return common /
         (area(a.right - a.left, a.bottom - a.top) + area(b.right - b.left, b.bottom - b.top) - common);
}

// Pairs of places, both rising, with the largest sum of rewards.
using Reward = std::function<double(size_t, size_t)>;
using Pairs = std::vector<std::pair<size_t, size_t>>;

double AlignBest(size_t a, size_t b, const Reward& reward, Pairs* pairs) {
  std::vector<std::vector<double>> best(a + 1, std::vector<double>(b + 1, 0)),
      rewards(a, std::vector<double>(b));
  for (size_t i = 1; i <= a; ++i) {
    for (size_t j = 1; j <= b; ++j) {
      rewards[i - 1][j - 1] = reward(i - 1, j - 1);
      best[i][j] = std::max({best[i - 1][j], best[i][j - 1], best[i - 1][j - 1] + rewards[i - 1][j - 1]});
    }
  }
  for (size_t i = a, j = b; pairs != nullptr && i > 0 && j > 0;) {
    if (best[i][j] == best[i - 1][j - 1] + rewards[i - 1][j - 1]) {
      pairs->emplace_back(--i, --j);
    } else if (best[i][j] == best[i - 1][j]) {
      --i;
    } else {
      --j;
    }
  }
  return best[a][b];
}

// Rewards of all pairs of cells, and what rows and columns aligned by them share.
double SharedReward(const GritsTable& a, const GritsTable& b, const Reward& of_cells) {
  std::vector<double> rewards(a.cells.size() * b.cells.size());
  for (size_t i = 0; i < a.cells.size(); ++i) {
    for (size_t j = 0; j < b.cells.size(); ++j) rewards[i * b.cells.size() + j] = of_cells(i, j);
  }
  const auto at = [&](size_t row_a, size_t column_a, size_t row_b, size_t column_b) {
    return rewards[(row_a * a.columns + column_a) * b.cells.size() + row_b * b.columns + column_b];
  };
  Pairs rows, columns;
  AlignBest(
      a.rows, b.rows,
      [&](size_t i, size_t j) {
        return AlignBest(
            a.columns, b.columns, [&](size_t c, size_t d) { return at(i, c, j, d); }, nullptr);
      },
      &rows);
  AlignBest(
      a.columns, b.columns,
      [&](size_t c, size_t d) {
        return AlignBest(
            a.rows, b.rows, [&](size_t i, size_t j) { return at(i, c, j, d); }, nullptr);
      },
      &columns);
  double sum = 0;
  for (const auto& [i, j] : rows) {
    for (const auto& [c, d] : columns) sum += at(i, c, j, d);
  }
  return sum;
}

}  // namespace

size_t CommonSubsequence(const std::u32string& a, const std::u32string& b) {
  return LetterBits(a).CommonWith(b);
}

GritsTable ToGrid(const TableRecord& table) {
  std::vector<std::vector<std::string>> rows = table.rows;
  rows.insert(rows.begin(), table.columns);
  GritsTable grid{rows.size(), table.columns.size(), {}};
  for (std::vector<std::string>& row : rows) {
    row.resize(grid.columns);
    for (const std::string& cell : row) grid.cells.push_back({ToCodePoints(CompareForm(cell))});
  }
  const auto cell = [&](size_t r, size_t c) -> GritsCell& { return grid.cells[r * grid.columns + c]; };
  for (size_t r = 0; r < grid.rows; ++r) {
    bool alone = grid.columns > 1 && !cell(r, 0).text.empty();
    for (size_t c = 1; c < grid.columns; ++c) alone = alone && cell(r, c).text.empty();
    for (size_t c = 0; alone && c < grid.columns; ++c) {
      cell(r, c).left = -static_cast<int>(c);
      cell(r, c).right = static_cast<int>(grid.columns - c);
    }
  }
  for (size_t c = 0; c < grid.columns; ++c) {
    for (size_t r = 1; r < grid.rows;) {
      size_t end = r + 1;
      while (end < grid.rows && !cell(r, c).text.empty() && cell(end, c).text == cell(r, c).text) ++end;
      for (size_t i = r; i < end; ++i) {
        cell(i, c).top = -static_cast<int>(i - r);
        cell(i, c).bottom = static_cast<int>(end - i);
      }
      r = end;
    }
  }
  return grid;
}

GritsSum CompareGrids(const GritsTable& truth, const GritsTable& found) {
  std::vector<LetterBits> letters;
  for (const GritsCell& cell : truth.cells) letters.emplace_back(cell.text);
  const auto content = [&](size_t i, size_t j) {
    const std::u32string &a = truth.cells[i].text, &b = found.cells[j].text;
    if (a == b) return 1.0;
    return 2.0 * static_cast<double>(letters[i].CommonWith(b)) / static_cast<double>(a.size() + b.size());
  };
  const auto topology = [&](size_t i, size_t j) { return Topology(truth.cells[i], found.cells[j]); };
  return {SharedReward(truth, found, content), SharedReward(truth, found, topology)};
}

void ScoreGrits(const std::vector<TableRecord>& truth, const std::vector<TableRecord>& found, Score& score) {
  std::vector<GritsTable> expected, given;
  for (const TableRecord& table : truth) expected.push_back(ToGrid(table));
  for (const TableRecord& table : found) given.push_back(ToGrid(table));
  std::vector<std::vector<GritsSum>> sums(expected.size(), std::vector<GritsSum>(given.size()));
  for (size_t i = 0; i < expected.size(); ++i) {
    for (size_t j = 0; j < given.size(); ++j) sums[i][j] = CompareGrids(expected[i], given[j]);
  }
  const auto thousandths = [](double cells) { return static_cast<int>(std::lround(1000 * cells)); };
  for (const char* key : {"grits_con", "grits_top"}) {
    Retrieval& list = score.lists[key];
    for (const GritsTable& table : expected)
      list.expected += thousandths(static_cast<double>(table.cells.size()));
    for (const GritsTable& table : given) list.found += thousandths(static_cast<double>(table.cells.size()));
  }
  for (const auto& [i, j] :
       AlignInOrder(expected.size(), given.size(), [&](size_t i, size_t j) { return sums[i][j].content; })) {
    score.lists["grits_con"].matched += thousandths(sums[i][j].content);
    score.lists["grits_top"].matched += thousandths(sums[i][j].topology);
  }
}

}  // namespace trichluc
