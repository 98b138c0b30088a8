#include "pipeline/spreads.h"

#include <algorithm>
#include <utility>

namespace trichluc {
namespace {

constexpr const char* kMiddle = "spread_middle";
constexpr const char* kTurned = "spread_turned_degrees";
const std::string kRight = "right_";

void Shift(int by, Box* box) {
  if (box->Empty()) return;  // none
  box->left += by;
  box->right += by;
}

void Shift(int by, Grid* grid) {
  Shift(by, &grid->box);
  for (GridCell& cell : grid->cells) Shift(by, &cell.box);
  for (int& edge : grid->column_edges) edge += by;
}

void Shift(int by, PageReading* reading) {
  for (Word& word : reading->words) Shift(by, &word.box);
  for (Grid& grid : reading->grids) Shift(by, &grid);
  for (Region& region : reading->regions) Shift(by, &region.box);
  for (Crop& crop : reading->crops) Shift(by, &crop.box);
  for (HandReading& hand : reading->hand) Shift(by, &hand.box);
}

template <typename Part>
void Append(const std::vector<Part>& from, std::vector<Part>* to) {
  to->insert(to->end(), from.begin(), from.end());
}

int Middle(const PageReading& reading) {
  for (const Measurement& measurement : reading.measurements) {
    if (measurement.name == kMiddle) return static_cast<int>(measurement.value);
  }
  return 0;
}

// The measurements of one page of a spread, named as those of a single page.
std::vector<Measurement> MeasurementsOf(const PageReading& spread, bool right) {
  std::vector<Measurement> own;
  for (const Measurement& measurement : spread.measurements) {
    const bool of_right = measurement.name.rfind(kRight, 0) == 0;
    if (measurement.name == kMiddle || measurement.name == kTurned || of_right != right) continue;
    own.push_back({right ? measurement.name.substr(kRight.size()) : measurement.name, measurement.value});
  }
  return own;
}

PageReading OnePage(const PageReading& spread, int middle, bool right) {
  PageReading page;
  page.width = right ? spread.width - middle : middle;
  page.height = spread.height;
  page.dpi = spread.dpi;
  page.engine = spread.engine;
  const auto own = [&](const Box& box) { return (box.CentreX() >= middle) == right; };
  const auto take = [&](const auto& from, auto* to) {
    std::copy_if(from.begin(), from.end(), std::back_inserter(*to),
                 [&](const auto& part) { return own(part.box); });
  };
  const auto of_left =
      static_cast<int>(std::count_if(spread.grids.begin(), spread.grids.end(),
                                     [&](const Grid& grid) { return grid.box.CentreX() < middle; }));
  for (const Word& word : spread.words) {
    if (word.grid >= 0 ? (word.grid >= of_left) != right : !own(word.box)) continue;
    page.words.push_back(word);
    if (right && word.grid >= 0) page.words.back().grid -= of_left;
  }
  take(spread.grids, &page.grids);
  take(spread.regions, &page.regions);
  take(spread.crops, &page.crops);
  take(spread.hand, &page.hand);
  page.measurements = MeasurementsOf(spread, right);
  if (right) Shift(-middle, &page);
  return page;
}

}  // namespace

PageReading JoinSpread(PageReading left, const PageReading& right, int turned) {
  const int middle = left.width;
  PageReading moved = right;
  Shift(middle, &moved);
  for (Word& word : moved.words) {
    if (word.grid >= 0) word.grid += static_cast<int>(left.grids.size());
  }
  left.width += right.width;
  left.height = std::max(left.height, right.height);
  Append(moved.words, &left.words);
  Append(moved.grids, &left.grids);
  Append(moved.regions, &left.regions);
  Append(moved.crops, &left.crops);
  Append(moved.hand, &left.hand);
  left.measurements.push_back({kMiddle, static_cast<double>(middle)});
  left.measurements.push_back({kTurned, static_cast<double>(turned)});
  for (const Measurement& measurement : right.measurements)
    left.measurements.push_back({kRight + measurement.name, measurement.value});
  return left;
}

SinglePages::SinglePages(std::vector<PageReading> all) {
  const auto add = [this](PageReading reading, const Place& place) {
    places_.push_back(place);
    reading.page = static_cast<int>(places_.size());
    readings.push_back(std::move(reading));
  };
  for (size_t i = 0; i < all.size(); ++i) {
    const int middle = Middle(all[i]), page = all[i].page;
    if (middle == 0) {
      add(std::move(all[i]), {i, page, 0});
      continue;
    }
    add(OnePage(all[i], middle, false), {i, page, 0});
    add(OnePage(all[i], middle, true), {i, page, middle});
    all[i] = {};
  }
}

size_t SinglePages::IndexInFile(int single) const { return At(single).index; }
int SinglePages::PageInFile(int single) const { return At(single).page; }

void SinglePages::Move(int* page, Box* box) const {
  if (*page < 1) return;  // of no page
  Shift(At(*page).left, box);
  *page = At(*page).page;
}

void SinglePages::ToFile(Document* document) const {
  const auto move = [this](int* page) {
    Box none;
    Move(page, &none);
  };
  move(&document->page_from);
  move(&document->page_to);
  for (Reference& reference : document->references) move(&reference.page);
  for (TableRecord& table : document->tables) move(&table.page_from), move(&table.page_to);
  for (Task& task : document->tasks) move(&task.page_from), move(&task.page_to);
  for (Flag& flag : document->flags) {
    if (flag.page) move(&*flag.page);
  }
  for (Evidence& evidence : document->evidence) Move(&evidence.page, &evidence.box);
}

void SinglePages::ToFile(Repair* repair) const { Move(&repair->page, &repair->box); }

}  // namespace trichluc
