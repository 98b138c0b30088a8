#include "tables/stray_print.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include "tables/print_bands.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr double kSpeck = 0.45;  // of the height, in both directions: no print but dirt, or what is left of a rule

}  // namespace

bool IsSpeck(const Word& word, double height) {
  constexpr std::array<std::string_view, 13> kRead = {".", ",", ":", ";", "'", "`", "|",
                                                      "¡", "¦", "!", "’", "‘", "\""};
  return word.box.Height() < kSpeck * height && word.box.Width() < kSpeck * height &&
         std::find(kRead.begin(), kRead.end(), word.text) != kRead.end();
}

bool IsLoneRow(const Grid& grid, const std::vector<const Word*>& words, double height) {
  constexpr double kMostLines = 6, kLeading = 1.6;  // more lines are rows that could not be told apart
  constexpr size_t kPageNumber = 3;
  if (grid.rows > 1 || grid.box.Height() > kMostLines * kLeading * height) return false;
  const auto above = std::count_if(words.begin(), words.end(),
                                   [&](const Word* word) { return word->box.bottom <= grid.box.top; });
  return static_cast<size_t>(above) > kPageNumber;
}

int TopOfRecipients(const std::vector<const Word*>& words, double height) {
  int top = std::numeric_limits<int>::max();
  for (const Word* first : words) {
    if (StripDiacritics(first->text) != "noi") continue;
    const bool titled = std::any_of(words.begin(), words.end(), [&](const Word* next) {
      const int gap = next->box.left - first->box.right;
      const std::string plain = StripDiacritics(next->text);  // "nhận:", its colon read as another stop
      const bool closed = plain.size() > 4 && std::string_view(":;.,").find(plain[4]) != std::string_view::npos;
      return gap > -height && gap < height && std::abs(next->box.top - first->box.top) < height && closed && plain.starts_with("nhan");
    });
    if (titled) top = std::min(top, first->box.top);
  }
  return top;
}

bool HoldsFiling(const Grid& grid, const std::vector<const Word*>& words) {
  const auto in = [&](const Word* word) { return grid.box.Contains(word->box.CentreX(), word->box.CentreY()); };
  return std::any_of(words.begin(), words.end(), [&](const Word* first) {
    const std::string plain = StripDiacritics(ToLower(first->text));
    if (!in(first) || (plain != "luu:" && plain != "luu")) return false;
    return std::any_of(words.begin(), words.end(), [&](const Word* next) {
      const int gap = next->box.left - first->box.right, height = first->box.Height();
      return in(next) && gap > -height && gap < height && std::abs(next->box.top - first->box.top) < height &&
             (next->text.starts_with("VT") || next->text.starts_with("VP") || next->text.starts_with("Văn"));
    });
  });
}

bool IsOfMark(const Word& word, const PageReading& page) {
  constexpr float kUnsure = 0.7f;
  return word.confidence < kUnsure &&
         std::any_of(page.regions.begin(), page.regions.end(), [&](const Region& region) {
           return region.box.Contains(word.box.CentreX(), word.box.CentreY());
         });
}

void DropMargin(int width, double height, std::vector<const Word*>* words) {
  constexpr double kMargin = 0.1;  // of the width; tables may reach further out than the text
  std::vector<Band> lines = MakeBands(*words, kPieces * height);
  std::erase_if(lines, [](const Band& band) { return band.pieces.size() > 1; });  // may be rows
  const std::optional<int> left = LeftOfText(lines, width, height);
  if (!left) return;
  std::erase_if(*words, [&](const Word* word) { return word->box.left < kMargin * width && word->box.right < *left - height; });
}

}  // namespace trichluc
