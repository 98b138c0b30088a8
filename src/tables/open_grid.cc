#include "tables/open_grid.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <limits>
#include <string>
#include <string_view>

#include "tables/open_rows.h"
#include "tables/partial_rules.h"
#include "tables/print_bands.h"
#include "tables/rule_families.h"
#include "tables/stray_print.h"
#include "text/text.h"

namespace trichluc {
namespace {

// In heights of words.
constexpr double kHeadingWhite = 0.5;  // at most between the lines of one heading
constexpr double kFarBelow = 5;        // white that ends a table without rules
constexpr size_t kTitleLines = 3;
constexpr double kSpeckColumn = 0.6;  // wide
constexpr size_t kAhead = 2;          // lines that may run across before the columns go on
constexpr float kConfidence = 0.7f;

struct OpenTable {
  std::vector<Band> bands;
  std::vector<bool> crossing;  // bands that print on a gutter
  std::vector<bool> across;    // those of them that keep none clear: titles over the whole table
  std::vector<Gutter> gutters;
  std::vector<int> rules;  // y of level rules, sorted
  std::vector<Box> others;  // level rules that do not cross it
  int left = 0, right = 0;
  size_t above = 0;  // bands that were found by going up from the first with three columns
};

// The letterhead is columns of its own: the country's or the party's motto stands in it (NĐ 30/2020,
// component 1).
bool IsLetterhead(const OpenTable& table) {
  constexpr std::array<std::string_view, 4> kMotto = {"chu nghia viet nam", "doc lap", "hanh phuc",
                                                      "dang cong san"};
  return std::any_of(table.bands.begin(), table.bands.end(), [&](const Band& band) {
    std::string text;
    for (const Piece& piece : band.pieces) text += piece.text + " ";
    const std::string plain = StripDiacritics(text);
    return std::any_of(kMotto.begin(), kMotto.end(),
                       [&](std::string_view motto) { return plain.find(motto) != std::string::npos; });
  });
}

// The column of a table that a piece stands in.
size_t ColumnOf(const OpenTable& table, const Piece& piece) {
  const auto after = std::find_if(table.gutters.begin(), table.gutters.end(),
                                  [&](const Gutter& gutter) { return piece.box.CentreX() < gutter.left; });
  return static_cast<size_t>(after - table.gutters.begin());
}

// Takes out the gutters beside columns in which nothing but specks is printed. False when a column holds a
// single word or two, and no title on top: then the gaps stand below each other by chance.
bool JoinSparse(OpenTable& table, double height) {
  while (!table.gutters.empty()) {
    const size_t columns = table.gutters.size() + 1;
    std::vector<size_t> lines(columns, 0);
    std::vector<bool> titled(columns, false);
    std::vector<int> widest(columns, 0);
    for (size_t i = 0; i < table.bands.size(); ++i) {
      for (const Piece& piece : table.bands[i].pieces) {
        const size_t column = ColumnOf(table, piece);
        ++lines[column];
        widest[column] = std::max(widest[column], piece.box.Width());
        titled[column] = titled[column] || (i < kTitleLines && Length(piece.text) > 1);
      }
    }
    size_t sparse = 0;
    while (sparse < columns && (lines[sparse] > 1 || titled[sparse])) ++sparse;
    if (sparse == columns) return true;
    if (widest[sparse] > kSpeckColumn * height) return false;
    // To the nearer neighbour.
    const bool first = sparse == 0, last = sparse == table.gutters.size();
    const bool left = last || (!first && table.gutters[sparse - 1].Width() < table.gutters[sparse].Width());
    table.gutters.erase(table.gutters.begin() + static_cast<long>(left ? sparse - 1 : sparse));
  }
  return true;
}

// Lines from `first` on that keep the gaps of bands[first] clear, and those of a heading right above it, but
// none before `taken`. `all`: every band belongs to the table, those that do not keep clear run across.
OpenTable Grow(const std::vector<Band>& bands, size_t first, size_t taken, double height, bool all) {
  OpenTable region;
  region.gutters = GapsOf(bands[first]);
  std::vector<Gutter>& gutters = region.gutters;
  size_t i = first;
  while (i < bands.size()) {
    const double white = i > first ? bands[i].box.top - bands[i - 1].box.bottom : 0;
    if (!all && white > kFarBelow * height) break;
    const bool clear = Narrow(gutters, bands[i], kLeastGutter * height) == 0;
    const bool across = !clear && !HasGapAt(gutters, bands[i]);
    if (across && !all) {
      bool goes_on = false;
      for (size_t next = i + 1; next < bands.size() && next <= i + kAhead && !goes_on; ++next) {
        std::vector<Gutter> probe = gutters;
        goes_on = bands[next].pieces.size() > 1 && Narrow(probe, bands[next], kLeastGutter * height) == 0;
      }
      if (!goes_on) break;
    }
    region.bands.push_back(bands[i]);
    region.crossing.push_back(!clear);
    region.across.push_back(across);
    ++i;
  }
  // The first line of a heading may hold less than three columns: "Đơn vị chủ" over "STT | Nội dung | trì".
  for (size_t above = first; !all && above-- > taken && bands[above].pieces.size() > 1;) {
    const double white = region.bands.front().box.top - bands[above].box.bottom;
    if (white > kHeadingWhite * height || Narrow(gutters, bands[above], kLeastGutter * height) > 0) break;
    ++region.above;
    region.bands.insert(region.bands.begin(), bands[above]);
    region.crossing.insert(region.crossing.begin(), false);
    region.across.insert(region.across.begin(), false);
  }
  while (!all && !region.bands.empty() && region.across.back()) {
    region.bands.pop_back();
    region.crossing.pop_back();
    region.across.pop_back();
  }
  return region;
}

// "7", "12.", "ST" | "T": what a column of numbers holds.
bool IsOfNumbers(const std::string& text) {
  const std::string plain = StripDiacritics(ToLower(text));
  return std::all_of(plain.begin(), plain.end(), [](char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0 || c == '.'; }) ||
         plain == "stt" || plain == "tt" || plain == "st" || plain == "t" || plain == "so";
}

bool IsNumber(const Piece& piece) { return IsOfNumbers(piece.text) && std::isdigit(static_cast<unsigned char>(piece.text.front())) != 0; }

constexpr long kFewestNumbers = 3;

// Several lines print in three columns or more, many in two, few run across.
bool IsTable(const OpenTable& table) {
  size_t tabular = 0, wide = 0, crossing = 0, lines = 0;
  for (size_t i = 0; i < table.bands.size(); ++i) {
    const Band& band = table.bands[i];
    tabular += band.pieces.size() > kLeastGutters;
    wide += band.pieces.size() > 1;
    lines += band.pieces.size() != 1 || !IsNumber(band.pieces.front());  // a number in the middle of its row stands between two
    crossing += table.crossing[i];
  }
  return tabular >= kLeastTabular && 5 * wide >= 2 * lines && 3 * crossing <= table.bands.size();
}

// Whether only a column of numbers stands left of a strip. They may stand in the middle of each row, beside none of its lines.
// Marks of footnotes are numbers, too, but small ones.
bool PartsNumbers(const OpenTable& region, const Gutter& strip, double height) {
  constexpr double kRaised = 0.5;  // of the usual height
  long numbers = 0, others = 0;
  for (size_t i = 0; i < region.bands.size(); ++i) {
    if (region.crossing[i]) continue;
    for (const Piece& piece : region.bands[i].pieces) {
      if (piece.box.left > strip.left) continue;
      const bool raised = piece.box.Height() < kRaised * height;
      numbers += IsNumber(piece) && !raised;
      others += raised || !IsOfNumbers(piece.text);  // "8" may be read as "H"
    }
  }
  return numbers >= kFewestNumbers && 2 * others <= numbers;
}

// Titles of sections that begin above a column of numbers ("THÁNG 6") run across it.
void MarkTitlesOverNumbers(OpenTable* region, double height) {
  constexpr size_t kMost = 3;  // one of so many lines
  int right = 0;
  long numbers = 0;
  for (const Band& band : region->bands) {
    if (band.pieces.empty() || !IsNumber(band.pieces.front())) continue;
    right = std::max(right, band.pieces.front().box.right);
    ++numbers;
  }
  std::vector<size_t> titles;
  for (size_t i = 0; i < region->bands.size() && numbers >= kFewestNumbers; ++i) {
    const Band& band = region->bands[i];
    const bool over = !band.pieces.empty() && band.pieces.front().box.left < right && band.pieces.front().box.right > right + height;
    if (over && band.pieces.size() > 1 && !region->crossing[i]) return;
    if (over) titles.push_back(i);
  }
  if (kMost * titles.size() > region->bands.size()) return;
  for (const size_t title : titles) region->crossing[title] = region->across[title] = true;
}

bool Covers(const std::vector<Gutter>& gaps, const Gutter& strip) {
  return std::any_of(gaps.begin(), gaps.end(), [&](const Gutter& gap) { return gap.left <= strip.left && gap.right >= strip.right; });
}

// Strips on which no word stands, though a line or two have no more than a blank there: a cell that is full to its edge beside one that is, too. A wide
// gap is there in many lines.
void AddNarrowStrips(const OpenTable& region, double height, std::vector<Gutter>* strips) {
  constexpr size_t kFewestWide = 8, kMostNarrow = 6;  // one of so many
  std::vector<Gutter> words;
  for (size_t i = 0; i < region.bands.size(); ++i) {
    if (region.crossing[i]) continue;
    for (const Piece& piece : region.bands[i].pieces) {
      int left = piece.box.left;
      for (const Gutter& blank : piece.blanks) words.push_back({left, blank.left}), left = blank.right;
      words.push_back({left, piece.box.right});
    }
  }
  for (const Gutter& strip : StripsBetween(std::move(words), kLeastGutter * height)) {
    const bool known = std::any_of(strips->begin(), strips->end(), [&](const Gutter& other) { return other.left < strip.right && other.right > strip.left; });
    size_t wide = 0, narrow = 0;
    for (size_t i = 0; i < region.bands.size() && !known; ++i) {
      if (region.crossing[i]) continue;
      wide += Covers(GapsOf(region.bands[i]), strip);
      narrow += std::any_of(region.bands[i].pieces.begin(), region.bands[i].pieces.end(), [&](const Piece& piece) { return Covers(piece.blanks, strip); });
    }
    if (!known && wide >= kFewestWide && kMostNarrow * narrow <= wide) strips->push_back(strip);
  }
  std::sort(strips->begin(), strips->end(), [](const Gutter& a, const Gutter& b) { return a.left < b.left; });
}

// The strips that none of the lines prints on, those across apart.
std::vector<Gutter> ClearStrips(const OpenTable& region, double height) {
  std::vector<Gutter> pieces;
  for (size_t i = 0; i < region.bands.size(); ++i) {
    if (region.crossing[i]) continue;
    for (const Piece& piece : region.bands[i].pieces) pieces.push_back({piece.box.left, piece.box.right});
  }
  std::vector<Gutter> strips = StripsBetween(std::move(pieces), kLeastGutter * height);
  AddNarrowStrips(region, height, &strips);
  // A blank that happens to stand below another ("Quý I", "Quý II") parts no pieces.
  std::erase_if(strips, [&](const Gutter& strip) {
    return !PartsNumbers(region, strip, height) && std::count_if(region.bands.begin(), region.bands.end(), [&](const Band& band) {
             return Covers(GapsOf(band), strip);
           }) < 2;
  });
  return strips;
}

// Titles of sections that run over a gap which the rows keep clear: where the first line of a heading has nothing in the second column, the gap beside
// its first is not known before all rows are ("1- Công tác tuyên truyền" over `who | what | with whom`).
void MarkTitlesOverGaps(OpenTable* region, double height) {
  constexpr size_t kMost = 4;      // one of so many lines
  constexpr long kFewestWide = 6;  // lines that have the gap
  int left = std::numeric_limits<int>::max();
  for (const Band& band : region->bands) left = std::min(left, band.box.left);
  std::vector<size_t> titles;
  for (size_t i = 0; i < region->bands.size(); ++i) {
    const Band& band = region->bands[i];
    if (!region->crossing[i] && band.pieces.size() == 1 && band.box.left < left + height) titles.push_back(i);
  }
  if (titles.empty() || kMost * titles.size() > region->bands.size()) return;
  OpenTable rows = *region;
  for (const size_t title : titles) rows.crossing[title] = true;
  for (const Gutter& strip : ClearStrips(rows, height)) {
    const long wide = std::count_if(region->bands.begin(), region->bands.end(), [&](const Band& band) { return Covers(GapsOf(band), strip); });
    if (wide < kFewestWide) continue;
    for (const size_t title : titles) {
      const Box& box = region->bands[title].box;
      if (box.left < strip.left && box.right > strip.right) region->crossing[title] = region->across[title] = true;
    }
  }
}

Box BoxOf(const OpenTable& region) {
  Box box;
  for (const Band& band : region.bands) box = box.Union(band.box);
  return box;
}

Grid MakeGrid(const OpenTable& region, double height) {
  const int margin = static_cast<int>(std::lround(0.4 * height));
  const Box print = BoxOf(region);
  Grid grid;
  grid.ruled = false;
  grid.confidence = kConfidence;
  grid.column_edges.push_back(region.right > region.left ? std::min(region.left, print.left - margin)
                                                         : print.left - margin);
  for (const Gutter& gutter : region.gutters) {
    // Columns mostly begin at the same place on every page, and end anywhere.
    grid.column_edges.push_back(gutter.right - std::min(margin, gutter.Width() / 2));
  }
  grid.column_edges.push_back(std::max(region.right, print.right + margin));
  grid.columns = static_cast<int>(grid.column_edges.size()) - 1;
  const std::vector<PartialRule> partial = FindPartialRules(region.others, grid.column_edges, region.rules, height);
  std::vector<int> rules = region.rules;
  for (const PartialRule& rule : partial) rules.push_back(rule.y);
  std::sort(rules.begin(), rules.end());
  const OpenRows rows = FindOpenRows(region.bands, region.across, grid.column_edges, rules, height);
  grid.row_edges = rows.edges;
  grid.rows = static_cast<int>(rows.edges.size()) - 1;
  grid.box = {grid.column_edges.front(), grid.row_edges.front(), grid.column_edges.back() + 1,
              grid.row_edges.back() + 1};
  for (int r = 0; r < grid.rows; ++r) {
    // A heading over some columns is no title.
    const bool parted = std::any_of(partial.begin(), partial.end(), [&](const PartialRule& rule) { return rule.y == grid.row_edges[static_cast<size_t>(r) + 1]; });
    for (int c = 0; c < grid.columns;) {
      const bool spans = !parted && rows.across_from[static_cast<size_t>(r)] == c;
      const int end = spans ? grid.columns : c + 1;
      grid.cells.push_back(
          {r,
           c,
           1,
           end - c,
           {grid.column_edges[static_cast<size_t>(c)], grid.row_edges[static_cast<size_t>(r)],
            grid.column_edges[static_cast<size_t>(end)], grid.row_edges[static_cast<size_t>(r) + 1]}});
      c = end;
    }
  }
  MergeBesideRules(partial, region.bands, &grid);
  return grid;
}

// Lines that may show where the columns are, of each number of pieces the first, those of most pieces first: titles spread over
// their columns' widths have gaps that are none ("Người/đơn  vị", "chịu  trách").
std::vector<const Band*> WidestFirst(const std::vector<Band>& bands) {
  std::vector<const Band*> order;
  for (const Band& band : bands) {
    const bool known = std::any_of(order.begin(), order.end(), [&](const Band* other) { return other->pieces.size() == band.pieces.size(); });
    if (!known && band.pieces.size() > kLeastGutters) order.push_back(&band);
  }
  std::sort(order.begin(), order.end(), [](const Band* a, const Band* b) { return a->pieces.size() > b->pieces.size(); });
  return order;
}

}  // namespace

std::vector<Grid> FindOpenGrids(const PageReading& reading, const std::vector<Box>& rules) {
  std::vector<const Word*> words;
  for (const Word& word : reading.words) {
    const bool in_grid =
        word.grid >= 0 || std::any_of(reading.grids.begin(), reading.grids.end(), [&](const Grid& grid) {
          return grid.box.Contains(word.box.CentreX(), word.box.CentreY());
        });
    if (!in_grid && !word.box.Empty() && !IsOfMark(word, reading)) words.push_back(&word);
  }
  const double height = UsualHeight(words);
  if (height <= 0) return {};
  std::erase_if(
      words, [&](const Word* word) { return word->box.Height() > 2.5 * height || IsSpeck(*word, height); });
  DropMargin(reading.width, height, &words);
  std::vector<Grid> grids;
  const auto add = [&](OpenTable region) {
    MarkTitlesOverNumbers(&region, height);
    MarkTitlesOverGaps(&region, height);
    region.gutters = ClearStrips(region, height);
    if (IsLetterhead(region) || !JoinSparse(region, height) || region.gutters.size() < kLeastGutters ||
        !IsTable(region))
      return false;
    Grid grid = MakeGrid(region, height);
    if (IsLoneRow(grid, words, height) || HoldsFiling(grid, words)) return false;
    grids.push_back(std::move(grid));
    return true;
  };
  for (const RuleFamily& family : PartFamilies(Families(rules, reading), words, height)) {
    const std::vector<Band> bands = MakeBands(WordsOf(family, words), kPieces * height);
    if (bands.empty()) continue;  // a table of another family took the words
    OpenTable region = Grow(bands, 0, 0, height, true);
    region.rules = family.y;
    region.others = rules;
    region.left = family.left;
    region.right = family.right;
    for (const Band* widest : WidestFirst(bands)) {
      region.gutters = GapsOf(*widest);
      for (size_t i = 0; i < bands.size(); ++i) {
        region.crossing[i] = Narrow(region.gutters, bands[i], kLeastGutter * height) > 0;
        region.across[i] = region.crossing[i] && !HasGapAt(region.gutters, bands[i]);
      }
      if (!add(region)) continue;
      std::erase_if(words, [&](const Word* word) {
        return grids.back().box.Contains(word->box.CentreX(), word->box.CentreY());
      });
      break;
    }
  }
  // Who signs stands beside the title of the list, in larger letters.
  std::vector<const Word*> above = words;
  std::erase_if(above, [recipients = TopOfRecipients(words, height)](const Word* word) { return word->box.CentreY() >= recipients; });
  const std::vector<Band> bands = MakeBands(above, kPieces * height);
  for (size_t i = 0, taken = 0; i < bands.size();) {
    const bool candidate = bands[i].pieces.size() > kLeastGutters;
    const OpenTable region = candidate ? Grow(bands, i, taken, height, false) : OpenTable{};
    if (candidate && add(region)) {
      i += region.bands.size() - region.above;
      taken = i;
    } else {
      ++i;
    }
  }
  std::sort(grids.begin(), grids.end(), [](const Grid& a, const Grid& b) { return a.box.top < b.box.top; });
  return grids;
}

}  // namespace trichluc
