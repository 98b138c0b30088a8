#include "layout/layout.h"

#include <algorithm>
#include <limits>
#include <vector>

#include "layout/bands.h"
#include "layout/columns.h"
#include "layout/paragraphs.h"
#include "layout/rows.h"
#include "layout/words.h"

namespace trichluc {
namespace {

constexpr double kBodyGap = 3.5;    // em: a wider gap in a line of the body parts two lines
constexpr double kColumnGap = 2.6;  // em: the same inside a column, where print is set tighter
constexpr double kAnyGap = std::numeric_limits<double>::max();

Line MakeLine(const PrintRow& row, int page) { return {page, row.box, row.words}; }

// Where a word belongs that the reading has not given to a cell: to the grid it stands in, or to none.
bool StandsInGrid(const PageReading& reading, const Word& word) {
  if (word.grid >= 0) return true;
  return std::any_of(reading.grids.begin(), reading.grids.end(), [&](const Grid& grid) {
    return grid.box.Contains(word.box.CentreX(), word.box.CentreY());
  });
}

bool InCell(const PageReading& reading, const Word& word, int grid, int cell) {
  if (word.grid >= 0) return word.grid == grid && word.cell == cell;
  return reading.grids[grid].cells[cell].box.Contains(word.box.CentreX(), word.box.CentreY());
}

// One page on its way to blocks.
class Arranger {
 public:
  explicit Arranger(const PageReading& reading) : reading_(reading) {
    std::vector<Word> outside;
    for (const Word& word : reading.words) {
      if (!StandsInGrid(reading, word)) outside.push_back(word);
    }
    frame_.em = UsualEm(outside, reading.dpi);
    frame_.height = reading.height;
    bands_ = MakeBands(UsableWords(outside, frame_.em), frame_.em);
    bands_.erase(std::remove_if(bands_.begin(), bands_.end(), IsDecoration), bands_.end());
    Box tables;
    for (const Grid& grid : reading.grids) tables = tables.Union(grid.box);
    frame_.area = MeasureTextArea(bands_, tables, reading.width, frame_.em);
  }

  std::vector<Block> Arrange();

 private:
  static bool IsDecoration(const PrintBand& band);
  std::vector<PrintRow> Rows(const std::vector<Word>& words, double widest_gap) const;
  void AddBody(size_t first, size_t last);
  bool StandsRight(const PrintRow& row) const;
  void DropStrayRows(std::vector<PrintRow>& rows) const;
  void AddZone(const ColumnZone& zone);
  void AddColumn(const std::vector<Word>& words, BlockColumn column);
  void AddBlock(const std::vector<PrintRow>& rows, const RowGroup& group, BlockColumn column);
  void InsertGrids();

  const PageReading& reading_;
  PageFrame frame_;
  std::vector<PrintBand> bands_;
  std::vector<Block> blocks_;
};

// Rules under the letterhead and the like, read as dashes.
bool Arranger::IsDecoration(const PrintBand& band) {
  for (const PrintRow& run : band.runs) {
    for (const Word& word : run.words) {
      const bool strokes = word.text.find_first_not_of("-_=~.,'`|:;^") == std::string::npos ||
                           word.text == "—" || word.text == "–";
      if (!strokes) return false;
    }
  }
  return true;
}

std::vector<PrintRow> Arranger::Rows(const std::vector<Word>& words, double widest_gap) const {
  std::vector<PrintRow> rows;
  for (const PrintRow& row : ArrangeRows(words, frame_.em, kAnyGap)) {
    const double widest = widest_gap * std::max(row.em, 0.6 * frame_.em);
    const auto cut = [&](const Word& left, const Word& right) {
      const int gap = right.box.left - left.box.right;
      if (right.text == "Kính" && gap > frame_.em) return true;  // a stamp beside "Kính gửi"
      return gap > widest && !IsFillInGap(left, right);
    };
    for (PrintRow& part : SplitRow(row, cut)) rows.push_back(std::move(part));
  }
  return rows;
}

void Arranger::AddBlock(const std::vector<PrintRow>& rows, const RowGroup& group, BlockColumn column) {
  Block block;
  block.column = column;
  for (const size_t i : group) {
    block.lines.push_back(MakeLine(rows[i], reading_.page));
    block.box = block.box.Union(rows[i].box);
  }
  blocks_.push_back(std::move(block));
}

// Right of the middle with nothing beside it: the signature, or the date of a document set without a left
// column.
bool Arranger::StandsRight(const PrintRow& row) const {
  const Interval& area = frame_.area;
  return row.box.left > area.left + 0.4 * area.Width() && row.box.CentreX() > area.left + 0.6 * area.Width();
}

// Marks and accents read as a line of their own between two lines of text, where no line has room.
void Arranger::DropStrayRows(std::vector<PrintRow>& rows) const {
  const auto stray = [&](const PrintRow& row) {
    const std::string& text = row.words.front().text;
    return row.words.size() == 1 && row.box.Width() < frame_.em &&
           text.find_first_of("0123456789") == std::string::npos;
  };
  std::vector<PrintRow> kept;
  for (size_t i = 0; i < rows.size(); ++i) {
    const double above = i > 0 ? rows[i].baseline - rows[i - 1].baseline : 1e9;
    const double below = i + 1 < rows.size() ? rows[i + 1].baseline - rows[i].baseline : 1e9;
    const bool level = std::min(above, below) < 0.3 * frame_.em;  // another part of the same line
    if (stray(rows[i]) && !level && std::min(above, below) < 0.8 * frame_.em) continue;
    kept.push_back(rows[i]);
  }
  rows = std::move(kept);
}

void Arranger::AddBody(size_t first, size_t last) {
  std::vector<PrintRow> rows;
  for (size_t i = first; i <= last; ++i) {
    for (PrintRow& row : Rows(bands_[i].Words(), kBodyGap)) rows.push_back(std::move(row));
  }
  DropStrayRows(rows);
  // A table between two lines parts them like a break of the page; so does the change to the right half.
  std::vector<PrintRow> part;
  const auto flush = [&] {
    const bool right = !part.empty() && StandsRight(part.back());
    const std::vector<RowGroup> groups = right ? GroupColumn(part, frame_) : GroupBody(part, frame_);
    for (const RowGroup& group : groups)
      AddBlock(part, group, right ? BlockColumn::kRight : BlockColumn::kFull);
    part.clear();
  };
  for (PrintRow& row : rows) {
    const auto parts = [&](const Grid& grid) {
      return !part.empty() && grid.box.CentreY() > part.back().baseline && grid.box.CentreY() < row.baseline;
    };
    const bool turns = !part.empty() && StandsRight(part.back()) != StandsRight(row);
    if (turns || std::any_of(reading_.grids.begin(), reading_.grids.end(), parts)) flush();
    part.push_back(std::move(row));
  }
  flush();
}

void Arranger::AddColumn(const std::vector<Word>& words, BlockColumn column) {
  const std::vector<PrintRow> rows = Rows(words, kColumnGap);
  for (const RowGroup& group : GroupColumn(rows, frame_)) AddBlock(rows, group, column);
}

void Arranger::AddZone(const ColumnZone& zone) {
  std::vector<Word> left, right;
  for (size_t i = zone.first; i <= zone.last; ++i) {
    const ZoneSide side = zone.sides[i - zone.first];
    for (const Word& word : bands_[i].Words()) {
      const bool at_left =
          side == ZoneSide::kBoth ? word.box.CentreX() < zone.gutter.Middle() : side == ZoneSide::kLeft;
      (at_left ? left : right).push_back(word);
    }
  }
  AddColumn(left, BlockColumn::kLeft);
  AddColumn(right, BlockColumn::kRight);
}

void Arranger::InsertGrids() {
  std::vector<size_t> order(reading_.grids.size());
  for (size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) {
    const Box &one = reading_.grids[a].box, &other = reading_.grids[b].box;
    const bool beside = std::min(one.bottom, other.bottom) - std::max(one.top, other.top) >
                        std::min(one.Height(), other.Height()) / 2;
    return beside ? one.left < other.left : one.top < other.top;
  });
  for (const size_t i : order) {
    const Box& box = reading_.grids[i].box;
    auto place = blocks_.end();
    while (place != blocks_.begin()) {  // below everything that ends above its middle
      const Block& above = *(place - 1);
      if (above.grid >= 0 || above.box.CentreY() < box.CentreY()) break;
      --place;
    }
    Block block;
    block.grid = static_cast<int>(i);
    block.box = box;
    blocks_.insert(place, std::move(block));
  }
}

std::vector<Block> Arranger::Arrange() {
  const std::vector<ColumnZone> zones = FindColumnZones(bands_, frame_.area, reading_.height, frame_.em);
  std::vector<PrintRow> rows;
  for (const PrintBand& band : bands_) {
    for (PrintRow& row : Rows(band.Words(), kBodyGap)) rows.push_back(std::move(row));
  }
  frame_.pitch = UsualPitch(rows, frame_.area, frame_.em);
  size_t next = 0;
  for (const ColumnZone& zone : zones) {
    if (next < zone.first) AddBody(next, zone.first - 1);
    AddZone(zone);
    next = zone.last + 1;
  }
  if (next < bands_.size()) AddBody(next, bands_.size() - 1);
  InsertGrids();
  return std::move(blocks_);
}

}  // namespace

namespace {

// A word of a stamp. Print that a frame was stamped across reaches beyond it.
bool StandsOn(const Region& stamp, const Word& word) {
  const Box& box = word.box;
  const bool across = stamp.kind == "incoming" && (box.top < stamp.box.top || box.bottom > stamp.box.bottom);
  return stamp.box.Contains(box.CentreX(), box.CentreY()) && !across;
}

// Words of one line of print, right beside each other.
bool GoOn(const Box& a, const Box& b) {
  constexpr double kAlike = 0.75, kBlank = 0.6;  // of the height of the higher one
  const int height = std::max(a.Height(), b.Height());
  const int beside = std::min(a.bottom, b.bottom) - std::max(a.top, b.top), gap = std::max(a.left, b.left) - std::min(a.right, b.right);
  return beside >= kAlike * height && gap <= kBlank * height;
}

// Which words are the stamp's. A line that was stamped upon in part, "ỦY BAN | NHÂN DÂN", is the page's as a whole; print of a black
// stamp, which lies among that of the page, may stand right beside a line as well.
std::vector<bool> WordsOn(const Region& stamp, const std::vector<Word>& words) {
  std::vector<bool> on;
  for (const Word& word : words) on.push_back(StandsOn(stamp, word));
  for (bool more = stamp.kind == "incoming" && stamp.colour != "black"; more;) {
    more = false;
    for (size_t i = 0; i < words.size(); ++i) {
      for (size_t other = 0; on[i] && other < words.size(); ++other) {
        if (!on[other] && GoOn(words[i].box, words[other].box)) on[i] = false, more = true;
      }
    }
  }
  return on;
}

// A reading that holds the words of one stamp alone, or all but those.
PageReading Part(const PageReading& reading, const Region& stamp, bool inside) {
  PageReading part = reading;
  const std::vector<bool> on = WordsOn(stamp, reading.words);
  size_t i = 0;
  std::erase_if(part.words, [&](const Word&) { return on[i++] != inside; });
  if (inside) part.grids.clear();
  std::erase_if(part.regions, [&](const Region& region) { return inside || region.box == stamp.box; });
  return part;
}

// A stamp that is no part of the text: of urgency or secrecy; of arrival, found by its frame, or a stamp in whose print stand ĐẾN, Số
// and Ngày (Nghị định 30/2020, Phụ lục IV). A title under a seal has the first of them at most.
bool IsStampApart(const PageReading& reading, const Region& region) {
  if (region.kind == "incoming" || region.kind == "label") return true;
  if (region.kind != "stamp") return false;
  bool arrived = false, number = false, day = false;
  for (const Word& word : reading.words) {
    if (!region.box.Contains(word.box.CentreX(), word.box.CentreY())) continue;
    const std::string& text = word.text;
    arrived = arrived || text == "ĐẾN" || text == "ĐÊN" || text == "ĐỀN";
    number = number || text.starts_with("Số") || text.starts_with("SỐ");
    day = day || text.starts_with("Ngày") || text.starts_with("NGÀY");
  }
  return arrived && number && day;
}

}  // namespace

PageLayout ArrangePage(const PageReading& reading) {
  for (const Region& region : reading.regions) {
    if (!IsStampApart(reading, region)) continue;
    PageLayout layout = ArrangePage(Part(reading, region, false));
    PageLayout stamp = ArrangePage(Part(reading, region, true));
    for (Block& block : stamp.blocks) block.stamp = true;
    const auto below = std::find_if(layout.blocks.begin(), layout.blocks.end(),
                                    [&](const Block& block) { return block.box.top >= region.box.top; });
    layout.blocks.insert(below, stamp.blocks.begin(), stamp.blocks.end());
    return layout;
  }
  PageLayout layout;
  layout.page = reading.page;
  layout.width = reading.width;
  layout.height = reading.height;
  layout.dpi = reading.dpi;
  layout.blocks = Arranger(reading).Arrange();
  return layout;
}

std::vector<Line> CellLines(const PageReading& reading, int grid, int cell) {
  std::vector<Word> words;
  for (const Word& word : reading.words) {
    if (InCell(reading, word, grid, cell)) words.push_back(word);
  }
  const double em = UsualEm(words, reading.dpi);
  std::vector<Line> lines;
  for (const PrintRow& row : ArrangeRows(UsableWords(words, em), em, kAnyGap)) {
    lines.push_back(MakeLine(row, reading.page));
  }
  return lines;
}

std::string PageText(const PageReading& reading, const PageLayout& layout, const LinesOfCell& lines) {
  std::string text;
  const auto add = [&text](const Line& line) {
    if (line.words.empty()) return;
    if (!text.empty()) text += '\n';
    text += line.Printed();
  };
  for (const Block& block : layout.blocks) {
    for (const Line& line : block.lines) add(line);
    if (block.grid < 0) continue;
    const int cells = static_cast<int>(reading.grids[static_cast<size_t>(block.grid)].cells.size());
    for (int cell = 0; cell < cells; ++cell) {
      std::string cell_text;
      for (const Line& line : lines(reading, block.grid, cell)) {
        if (!cell_text.empty()) cell_text += ' ';
        cell_text += line.Printed();
      }
      if (cell_text.empty()) continue;
      if (!text.empty()) text += '\n';
      text += cell_text;
    }
  }
  return text;
}

}  // namespace trichluc
