#include "tables/false_grids.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "text/text.h"

namespace trichluc {
namespace {

constexpr float kSure = 0.8f;

bool StandsIn(const Word& word, size_t grid) { return word.grid == static_cast<int>(grid); }

bool IsGhost(const PageReading& reading, size_t grid) {
  constexpr size_t kFewest = 6;
  constexpr double kMean = 0.55, kMostSure = 0.35;
  double sum = 0, letters = 0;
  size_t words = 0, sure = 0;
  for (const Word& word : reading.words) {
    if (!StandsIn(word, grid)) continue;
    const auto length = static_cast<double>(Length(word.text));
    sum += length * word.confidence;
    letters += length;
    sure += word.confidence >= kSure;
    ++words;
  }
  return words >= kFewest && sum < kMean * letters && static_cast<double>(sure) < kMostSure * static_cast<double>(words);
}

bool IsLetterhead(const PageReading& reading, size_t grid) {
  constexpr int kMostRows = 4, kMostColumns = 3;
  constexpr std::array<std::string_view, 2> kMotto = {"chu nghia viet nam", "doc lap - tu do"};
  if (reading.grids[grid].rows > kMostRows || reading.grids[grid].columns > kMostColumns) return false;
  std::string text;
  for (const Word& word : reading.words) {
    if (StandsIn(word, grid)) text += word.text + " ";
  }
  const std::string plain = StripDiacritics(text);
  return std::any_of(kMotto.begin(), kMotto.end(),
                     [&](std::string_view motto) { return plain.find(motto) != std::string::npos; });
}

// Blanks of justified lines that happen to stand below each other: what would be cells goes on in small letters.
bool IsRunningText(const PageReading& reading, size_t grid) {
  constexpr size_t kFewest = 4;
  const Grid& own = reading.grids[grid];
  std::vector<bool> begun(own.cells.size());
  size_t cells = 0, small = 0;
  for (const Word& word : reading.words) {
    const auto cell = static_cast<size_t>(word.cell);
    if (!StandsIn(word, grid) || cell >= begun.size() || begun[cell] || own.cells[cell].column == 0) continue;
    begun[cell] = true;
    const std::string first = FromCodePoints(ToCodePoints(word.text).substr(0, 1));
    ++cells;
    small += ToUpper(first) != first;
  }
  return cells >= kFewest && 4 * small >= 3 * cells;
}

// Those who sign together stand beside each other: "KT. GIÁM ĐỐC | KT. GIÁM ĐỐC".
bool IsSignatures(const PageReading& reading, size_t grid) {
  constexpr std::array<std::string_view, 8> kAuthorities = {"KT.", "TM.", "TL.", "TUQ.", "K/T", "T/M", "KT", "TM"};
  constexpr int kMostRows = 6;
  if (reading.grids[grid].rows > kMostRows) return false;
  std::vector<int> cells;
  for (size_t i = 0; i + 1 < reading.words.size(); ++i) {
    const Word& word = reading.words[i];
    const bool authority = std::find(kAuthorities.begin(), kAuthorities.end(), word.text) != kAuthorities.end();
    const Word& next = reading.words[i + 1];
    if (authority && StandsIn(word, grid) && next.cell == word.cell && IsUpper(next.text) && Length(next.text) > 1) cells.push_back(word.cell);
  }
  std::sort(cells.begin(), cells.end());
  return std::unique(cells.begin(), cells.end()) - cells.begin() >= 2;
}

}  // namespace

void DissolveFalseGrids(PageReading* reading) {
  for (size_t grid = reading->grids.size(); grid-- > 0;) {
    const bool ghost = reading->grids[grid].ruled && IsGhost(*reading, grid);
    const bool text = !reading->grids[grid].ruled && (IsRunningText(*reading, grid) || IsSignatures(*reading, grid));
    if (!ghost && !text && !IsLetterhead(*reading, grid)) continue;
    std::erase_if(reading->words, [&](const Word& word) { return ghost && StandsIn(word, grid); });
    for (Word& word : reading->words) {
      if (StandsIn(word, grid)) word.cell = -1;
      if (word.grid >= static_cast<int>(grid)) word.grid = StandsIn(word, grid) ? -1 : word.grid - 1;
    }
    reading->grids.erase(reading->grids.begin() + static_cast<std::ptrdiff_t>(grid));
  }
}

}  // namespace trichluc
