#include <unicode/coll.h>
#include <unicode/locid.h>

#include <algorithm>
#include <array>
#include <memory>
#include <stdexcept>

#include "text/text.h"

namespace trichluc {
namespace {

// Shared by all threads: comparing does not change a collator.
const icu::Collator& Vietnamese() {
  static const std::unique_ptr<icu::Collator> collator = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Collator> made(icu::Collator::createInstance(icu::Locale("vi"), status));
    if (U_FAILURE(status)) throw std::runtime_error("ICU has no collation for Vietnamese");
    return made;
  }();
  return *collator;
}

}  // namespace

int Compare(std::string_view a, std::string_view b) {
  const std::string left = MakeKey(a).text, right = MakeKey(b).text;
  UErrorCode status = U_ZERO_ERROR;
  return Vietnamese().compareUTF8(left, right, status);
}

size_t EditDistance(std::u32string_view a, std::u32string_view b, size_t limit) {
  while (!a.empty() && !b.empty() && a.front() == b.front()) a.remove_prefix(1), b.remove_prefix(1);
  while (!a.empty() && !b.empty() && a.back() == b.back()) a.remove_suffix(1), b.remove_suffix(1);
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > limit) return limit + 1;
  if (a.empty()) return b.size();
  if (limit == 0) return 1;
  // Cells more than `reach` off the diagonal cannot lie on a way of that many steps.
  const size_t reach = std::min(limit, b.size()), beyond = reach + 1;
  std::array<size_t, 128> here;
  std::vector<size_t> long_row(a.size() < here.size() ? 0 : a.size() + 1);
  size_t* row = long_row.empty() ? here.data() : long_row.data();
  for (size_t i = 0; i <= a.size(); ++i) row[i] = i;
  for (size_t j = 1; j <= b.size(); ++j) {
    const size_t first = j > reach ? j - reach : 1, last = std::min(a.size(), j + reach);
    size_t diagonal = row[first - 1];
    row[first - 1] = first == 1 ? j : beyond;
    size_t best = row[first - 1];
    for (size_t i = first; i <= last; ++i) {
      const size_t change = diagonal + (a[i - 1] != b[j - 1]), above = i == j + reach ? beyond : row[i];
      diagonal = row[i];
      row[i] = std::min({change, above + 1, row[i - 1] + 1});
      best = std::min(best, row[i]);
    }
    if (best > limit) return limit + 1;
  }
  return std::min(row[a.size()], limit + 1);
}

size_t EditDistance(std::string_view a, std::string_view b, size_t limit) {
  if (a == b) return 0;
  return EditDistance(std::u32string_view(ToCodePoints(a)), std::u32string_view(ToCodePoints(b)), limit);
}

}  // namespace trichluc
