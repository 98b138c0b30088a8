#include "tables/rule_families.h"

#include <algorithm>
#include <cstdlib>

#include "tables/print_bands.h"

namespace trichluc {
namespace {

// Whether the band has no gap but where there are gutters.
bool GapsAreAmong(const std::vector<Gutter>& gutters, const Band& band) {
  const std::vector<Gutter> gaps = GapsOf(band);
  return std::all_of(gaps.begin(), gaps.end(), [&](const Gutter& gap) {
    return std::any_of(gutters.begin(), gutters.end(), [&](const Gutter& gutter) { return gap.left < gutter.right && gutter.left < gap.right; });
  });
}

// Whether three columns at least are printed, on whichever lines, and nothing between the known ones: cells in the middle of their rows stand beside
// none of the lines of others.
bool KeepsColumns(std::vector<Gutter> gutters, const std::vector<Band>& bands, double height) {
  std::vector<Gutter> print;
  for (const Band& band : bands) {
    if (Narrow(gutters, band, kLeastGutter * height) > 0) return false;
    for (const Piece& piece : band.pieces) print.push_back({piece.box.left, piece.box.right});
  }
  return StripsBetween(std::move(print), kPieces * height).size() >= kLeastGutters;
}

}  // namespace

std::vector<RuleFamily> Families(std::vector<Box> rules, const PageReading& page) {
  std::sort(rules.begin(), rules.end(), [](const Box& a, const Box& b) { return a.top < b.top; });
  const int near = page.width / 60;
  std::vector<RuleFamily> families;
  for (const Box& rule : rules) {
    if (rule.Width() * 5 < page.width * 2) continue;
    const auto same = std::find_if(families.begin(), families.end(), [&](const RuleFamily& family) {
      return std::abs(family.left - rule.left) < near && std::abs(family.right - rule.right) < near;
    });
    if (same == families.end()) {
      families.push_back({rule.left, rule.right, {rule.CentreY()}});
    } else if (rule.CentreY() - same->y.back() > page.height / 200) {  // a double rule is one
      same->y.push_back(rule.CentreY());
    }
  }
  std::erase_if(families, [](const RuleFamily& family) { return family.y.size() < 3; });
  return families;
}

std::vector<const Word*> WordsOf(const RuleFamily& family, const std::vector<const Word*>& words) {
  std::vector<const Word*> inside;
  for (const Word* word : words) {
    const int x = word->box.CentreX(), y = word->box.CentreY();
    if (y > family.y.front() && y < family.y.back() && x > family.left && x < family.right)
      inside.push_back(word);
  }
  return inside;
}

std::vector<RuleFamily> PartFamilies(const std::vector<RuleFamily>& families,
                                     const std::vector<const Word*>& words, double height) {
  std::vector<RuleFamily> parts;
  for (const RuleFamily& family : families) {
    std::vector<Gutter> gutters;
    size_t begin = 0, end = 0;  // rules of the part; end: the one below its last strip of several columns
    size_t tabular = 0;         // its lines of several columns
    bool after_title = false;   // the strip above prints one piece a line
    const auto close = [&] {
      if (end > begin + 1) {
        parts.push_back(
            {family.left,
             family.right,
             {family.y.begin() + static_cast<long>(begin), family.y.begin() + static_cast<long>(end) + 1}});
      }
      gutters.clear();
      tabular = 0;
    };
    for (size_t s = 0; s + 1 < family.y.size(); ++s) {
      const RuleFamily strip{family.left, family.right, {family.y[s], family.y[s + 1]}};
      const std::vector<Band> bands = MakeBands(WordsOf(strip, words), kPieces * height);
      for (const Band& band : bands) {
        if (band.pieces.size() <= kLeastGutters) continue;
        const bool fewer = !gutters.empty() && GapsAreAmong(gutters, band);  // a heading's spread titles have gaps of their own
        const size_t crossed = gutters.empty() ? 0 : Narrow(gutters, band, kLeastGutter * height);
        const bool others = !gutters.empty() && ((!fewer && 2 * crossed >= gutters.size()) || (after_title && crossed > 0));
        if (others && tabular >= kLeastTabular) {
          close();
          begin = s;
        }
        if (gutters.empty() || others) gutters = GapsOf(band);
        ++tabular;
        end = s + 1;
      }
      if (end == s && KeepsColumns(gutters, bands, height)) end = s + 1;
      after_title = !bands.empty() && std::all_of(bands.begin(), bands.end(),
                                                  [](const Band& band) { return band.pieces.size() == 1; });
    }
    close();
  }
  return parts;
}

}  // namespace trichluc
