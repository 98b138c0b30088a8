#include "store/found_text.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace trichluc {
namespace {

constexpr size_t kAround = 12;     // words kept before and behind
constexpr size_t kMostParts = 12;  // found words that are spelt differently

bool IsBlank(char c) { return c == ' ' || c == '\n' || c == '\t'; }

SearchHit::Part Around(const std::string& text, SearchHit::Part part) {
  for (size_t words = 0; part.begin > 0; --part.begin) {
    if (IsBlank(text[part.begin - 1]) && words++ == kAround) break;
  }
  for (size_t words = 0; part.end < text.size(); ++part.end) {
    if (IsBlank(text[part.end]) && words++ == kAround) break;
  }
  return part;
}

// The first place of each spelling, with what stands around.
std::vector<SearchHit::Part> Windows(const std::string& text, const std::vector<SearchHit::Part>& found) {
  std::set<std::string> spellings;
  std::vector<SearchHit::Part> windows;
  for (const SearchHit::Part& part : found) {
    if (spellings.size() == kMostParts) break;
    if (!spellings.insert(text.substr(part.begin, part.end - part.begin)).second) continue;
    const SearchHit::Part window = Around(text, part);
    if (windows.empty() || window.begin > windows.back().end) {
      windows.push_back(window);
    } else {
      windows.back().end = std::max(windows.back().end, window.end);
    }
  }
  return windows;
}

}  // namespace

void TakeFound(std::string_view marked, SearchHit* hit) {
  std::string text;
  std::vector<SearchHit::Part> found;
  for (const char c : marked) {
    if (c == kFoundBegins) {
      found.push_back({text.size(), text.size()});
    } else if (c == kFoundEnds && !found.empty()) {
      found.back().end = text.size();
    } else {
      text += c;
    }
  }
  hit->text.clear();
  hit->found.clear();
  for (const SearchHit::Part& window : Windows(text, found)) {
    if (window.begin > 0) hit->text += hit->text.empty() ? "…" : " … ";
    const size_t at = hit->text.size();
    hit->text += text.substr(window.begin, window.end - window.begin);
    for (const SearchHit::Part& part : found) {
      if (part.begin >= window.begin && part.end <= window.end)
        hit->found.push_back({at + part.begin - window.begin, at + part.end - window.begin});
    }
    if (window.end == text.size()) return;
  }
  if (!hit->text.empty()) hit->text += "…";
}

}  // namespace trichluc
