#include "report/audit_distance.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <numeric>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace trichluc {
namespace {

// What is equal at both ends costs nothing and need not be looked at.
void TrimCommon(std::u32string_view* a, std::u32string_view* b) {
  const auto first = std::mismatch(a->begin(), a->end(), b->begin(), b->end());
  const size_t head = static_cast<size_t>(first.first - a->begin());
  a->remove_prefix(head);
  b->remove_prefix(head);
  const auto last = std::mismatch(a->rbegin(), a->rend(), b->rbegin(), b->rend());
  const size_t tail = static_cast<size_t>(last.first - a->rbegin());
  a->remove_suffix(tail);
  b->remove_suffix(tail);
}

// Sixty-four rows of one column: where the column rises and falls by one from row to row.
struct Block {
  uint64_t rises = ~uint64_t{0}, falls = 0;

  // Moves to the next column. `equal`: rows whose letter is the column's; `carry` (-1, 0, 1): how the row
  // above the block changes. Returns how the row of bit `last` changes.
  int Step(uint64_t equal, int carry, uint64_t last) {
    const uint64_t vertical = equal | falls;
    if (carry < 0) equal |= 1;
    const uint64_t horizontal = (((equal & rises) + rises) ^ rises) | equal;
    uint64_t up = falls | ~(horizontal | rises), down = rises & horizontal;
    const int out = (up & last) != 0 ? 1 : (down & last) != 0 ? -1 : 0;
    up = (up << 1) | (carry > 0 ? 1 : 0);
    down = (down << 1) | (carry < 0 ? 1 : 0);
    rises = down | ~(vertical | up);
    falls = up & vertical;
    return out;
  }
};

}  // namespace

size_t LevenshteinDistance(const std::u32string& a, const std::u32string& b) {
  std::u32string_view rows = a, columns = b;
  TrimCommon(&rows, &columns);
  if (rows.size() > columns.size()) std::swap(rows, columns);
  if (rows.empty()) return columns.size();
  const size_t count = (rows.size() + 63) / 64;
  std::unordered_map<char32_t, std::vector<uint64_t>> places;
  for (size_t i = 0; i < rows.size(); ++i) {
    std::vector<uint64_t>& bits = places[rows[i]];
    bits.resize(count);
    bits[i / 64] |= uint64_t{1} << (i % 64);
  }
  const std::vector<uint64_t> nowhere(count, 0);
  const uint64_t top_bit = uint64_t{1} << 63, end_bit = uint64_t{1} << ((rows.size() - 1) % 64);
  std::vector<Block> blocks(count);
  size_t distance = rows.size();
  for (const char32_t letter : columns) {
    const auto found = places.find(letter);
    const std::vector<uint64_t>& equal = found == places.end() ? nowhere : found->second;
    int carry = 1;
    for (size_t i = 0; i + 1 < count; ++i) carry = blocks[i].Step(equal[i], carry, top_bit);
    carry = blocks.back().Step(equal.back(), carry, end_bit);
    distance += static_cast<size_t>(carry);  // -1 wraps around, as meant
  }
  return distance;
}

size_t DistanceWithin(const std::u32string& line, const std::u32string& text) {
  std::vector<size_t> column(line.size() +
                             1);  // the distance of each beginning of the line to a stretch that ends here
  std::iota(column.begin(), column.end(), size_t{0});
  size_t least = line.size();
  for (const char32_t letter : text) {
    size_t before = 0;  // of the column before, one row above
    for (size_t i = 1; i < column.size(); ++i) {
      const size_t replaced = std::exchange(before, column[i]) + (line[i - 1] == letter ? 0 : 1);
      column[i] = std::min({replaced, column[i] + 1, column[i - 1] + 1});
    }
    least = std::min(least, column.back());
  }
  return least;
}

double LikenessOfRows(const std::u32string& a, const std::u32string& b) {
  constexpr double kSameRow = 0.5;
  const double longer = static_cast<double>(std::max<size_t>(1, std::max(a.size(), b.size())));
  if (longer - static_cast<double>(std::min(a.size(), b.size())) > kSameRow * longer) return 0;
  const double ratio = static_cast<double>(LevenshteinDistance(a, b)) / longer;
  return ratio > kSameRow ? 0 : 1 - ratio;
}

size_t WordDistance(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::map<std::string, char32_t> names;
  const auto name = [&names](const std::vector<std::string>& words) {
    std::u32string text;
    for (const std::string& word : words) {
      text += names.try_emplace(word, static_cast<char32_t>(names.size())).first->second;
    }
    return text;
  };
  const std::u32string left = name(a);
  return LevenshteinDistance(left, name(b));
}

}  // namespace trichluc
