#include <unicode/coll.h>
#include <unicode/locid.h>

#include <algorithm>
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

size_t EditDistance(std::string_view a, std::string_view b, size_t limit) {
  std::u32string shorter = ToCodePoints(a), longer = ToCodePoints(b);
  if (shorter.size() > longer.size()) std::swap(shorter, longer);
  if (longer.size() - shorter.size() > limit) return limit + 1;
  std::vector<size_t> row(shorter.size() + 1);
  for (size_t i = 0; i < row.size(); ++i) row[i] = i;
  for (size_t j = 1; j <= longer.size(); ++j) {
    size_t diagonal = row[0], best = row[0] = j;
    for (size_t i = 1; i < row.size(); ++i) {
      const size_t change = diagonal + (shorter[i - 1] != longer[j - 1]);
      diagonal = row[i];
      row[i] = std::min({change, row[i] + 1, row[i - 1] + 1});
      best = std::min(best, row[i]);
    }
    if (best > limit) return limit + 1;
  }
  return std::min(row.back(), limit + 1);
}

}  // namespace trichluc
