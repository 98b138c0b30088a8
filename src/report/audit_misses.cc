// Differences, shown so that the eye falls on what differs.
#include <fmt/format.h>

#include <algorithm>

#include "report/audit.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr size_t kTextWidth = 88, kBefore = 30;  // characters shown; of them before the first difference

struct Window {
  size_t from, to;
};

std::string Clip(const std::u32string& text, Window window) {
  std::string clipped = window.from > 0 ? "…" : "";
  clipped += FromCodePoints(text.substr(window.from, window.to - window.from));
  return window.to < text.size() ? clipped + "…" : clipped;
}

Window Around(const std::u32string& text, size_t difference) {
  if (text.size() <= kTextWidth) return {0, text.size()};
  size_t from = difference > kBefore ? difference - kBefore : 0;
  from = std::min(from, text.size() - kTextWidth);
  return {from, from + kTextWidth};
}

// Both texts from the same place on, around their first difference.
std::pair<std::string, std::string> Beside(const std::string& a, const std::string& b) {
  const std::u32string left = ToCodePoints(a), right = ToCodePoints(b);
  const size_t first = static_cast<size_t>(
      std::mismatch(left.begin(), left.end(), right.begin(), right.end()).first - left.begin());
  if (left.size() <= kTextWidth && right.size() <= kTextWidth) return {a, b};
  const size_t from = first > kBefore ? first - kBefore : 0;
  const auto window = [from](const std::u32string& text) {
    return Window{std::min(from, text.size()), std::min(text.size(), from + kTextWidth)};
  };
  return {Clip(left, window(left)), Clip(right, window(right))};
}

std::string Alone(const std::string& text) {
  const std::u32string points = ToCodePoints(text);
  return Clip(points, Around(points, 0));
}

std::string Heading(const Miss& miss) {
  const std::string scan = miss.quality.empty() ? miss.scan : miss.scan + " " + miss.quality;
  return miss.document.empty() ? scan : scan + ", " + miss.document;
}

}  // namespace

std::string PrintMisses(const std::vector<Miss>& misses, size_t limit, const std::string& only) {
  std::string text, heading;
  size_t shown = 0, all = 0;
  for (const Miss& miss : misses) {
    if (miss.field.rfind(only, 0) != 0 || ++all > limit) continue;
    if (Heading(miss) != heading) {
      heading = Heading(miss);
      text += fmt::format("{}{}\n", text.empty() ? "" : "\n", heading);
    }
    ++shown;
    text += fmt::format("  {}\n", miss.field);
    if (miss.expected && miss.found) {
      const auto [expected, found] = Beside(*miss.expected, *miss.found);
      text += fmt::format("    truth  {}\n    found  {}\n", expected, found);
    } else {
      text += fmt::format("    truth  {}\n", miss.expected ? Alone(*miss.expected) : "(nothing)");
      text += fmt::format("    found  {}\n", miss.found ? Alone(*miss.found) : "(nothing)");
    }
  }
  if (shown < all) text += fmt::format("\n{} of {} differences\n", shown, all);
  if (all == 0) text += "no differences\n";
  return text;
}

}  // namespace trichluc
