#include "extract/together_rows.h"

#include <algorithm>
#include <set>

namespace trichluc {
namespace {

constexpr double kOneOutOfOrder = 0.3, kOutOfOrder = 0.05;
constexpr long kLateDays = 1;
constexpr size_t kFewest = 2;
constexpr double kDisorder = 0.05;  // share of neighbours in a row that may be out of order
constexpr int kFewestLinks = 3;     // pairs by which two symbols are seen to share one row
constexpr int kAsked = 8;           // neighbours on either side that a number is held against

// −1: numbers and days go apart; 0: the days are too near to tell, or it is the same number and day; 1:
// together.
int Order(long figures_a, long day_a, long figures_b, long day_b) {
  if (figures_a == figures_b) return day_a == day_b ? 0 : -1;
  const long later = figures_a < figures_b ? day_b - day_a : day_a - day_b;
  return later < -kLateDays ? -1 : later > 0 ? 1 : 0;
}

bool ByNumber(const Numbered& a, const Numbered& b) {
  return std::tie(a.figures, a.day, a.id) < std::tie(b.figures, b.day, b.id);
}

// Whether two symbols take their numbers from one row.
bool ShareRow(const NumberRow& a, const NumberRow& b) {
  int together = 0, below = 0, above = 0;
  for (const Numbered& one : a) {
    for (const Numbered& other : b) {
      const int order = Order(one.figures, one.day, other.figures, other.day);
      if (order < 0) return false;
      together += order > 0;
      (one.figures < other.figures ? below : above) += 1;
    }
  }
  return together >= kFewestLinks && below > 0 && above > 0;
}

NumberRow With(const NumberRow& all, const std::string& rest) {
  NumberRow own;
  std::copy_if(all.begin(), all.end(), std::back_inserter(own),
               [&](const Numbered& one) { return one.rest == rest; });
  return own;
}

NumberRow OrderlyRow(const NumberRow& office, const std::string& rest) {
  NumberRow row = With(office, rest);
  const NumberRow own = row;
  std::set<std::string> others;
  for (const Numbered& one : office) others.insert(one.rest);
  others.erase(rest);
  for (const std::string& other : others) {
    const NumberRow theirs = With(office, other);
    if (ShareRow(own, theirs)) row.insert(row.end(), theirs.begin(), theirs.end());
  }
  std::sort(row.begin(), row.end(), ByNumber);
  size_t apart = 0;
  for (size_t i = 1; i < row.size(); ++i)
    apart += Order(row[i - 1].figures, row[i - 1].day, row[i].figures, row[i].day) < 0;
  if (row.size() < kFewest || static_cast<double>(apart) > kDisorder * static_cast<double>(row.size()))
    row.clear();
  return row;
}

NumberRow::const_iterator Behind(const NumberRow& row, long figures) {
  return std::upper_bound(row.begin(), row.end(), figures,
                          [](long value, const Numbered& one) { return value < one.figures; });
}

}  // namespace

void NumberRows::Add(const std::string& issuer, const std::string& year, Numbered document) {
  offices_[{issuer, year}].push_back(std::move(document));
}

const NumberRow& NumberRows::Of(const std::string& issuer, const std::string& year, const std::string& rest) {
  static const NumberRow kNone;
  const auto office = offices_.find({issuer, year});
  if (office == offices_.end()) return kNone;
  const auto [at, fresh] = rows_.try_emplace({issuer, year, rest});
  if (fresh) at->second = OrderlyRow(office->second, rest);
  return at->second;
}

double InOrder(const NumberRow& row, long figures, long day, long long without) {
  int against = 0, asked = 0;
  const auto ask = [&](const Numbered& one) {
    if (one.id == without) return;
    ++asked;
    against += Order(figures, day, one.figures, one.day) < 0;
  };
  const auto behind = Behind(row, figures);
  for (auto at = behind; at != row.end() && asked < kAsked; ++at) ask(*at);
  asked = 0;
  for (auto at = behind; at != row.begin() && asked < kAsked;) ask(*--at);
  return against == 0 ? 1 : against == 1 ? kOneOutOfOrder : kOutOfOrder;
}

std::string Around(const NumberRow& row, long figures, long long without) {
  std::string text;
  const auto behind = Behind(row, figures);
  for (auto at = behind; at != row.begin();) {
    if ((--at)->id == without) continue;
    text = "after " + at->name;
    break;
  }
  for (auto at = behind; at != row.end(); ++at) {
    if (at->id == without) continue;
    text += (text.empty() ? "before " : ", before ") + at->name;
    break;
  }
  return text;
}

}  // namespace trichluc
