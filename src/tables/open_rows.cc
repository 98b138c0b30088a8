#include "tables/open_rows.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "tables/cell_text.h"

namespace trichluc {
namespace {

constexpr double kWider = 1.18;      // times the usual distance of lines
constexpr double kSameLine = 0.9;    // heights of words: lines closer than this stand beside each other
constexpr double kMostLabels = 0.6;  // share of a column's lines that are labels where it is one of numbers

size_t ColumnOf(const std::vector<int>& edges, const Box& box) {
  size_t column = 0;
  while (column + 2 < edges.size() && box.CentreX() >= edges[column + 1]) ++column;
  return column;
}

class RowFinder {
 public:
  RowFinder(const std::vector<Band>& bands, const std::vector<bool>& across, const std::vector<int>& edges,
            const std::vector<int>& rules, double height)
      : bands_(bands), across_(across), edges_(edges), rules_(rules), height_(height), between_(bands.size(), false) {}

  OpenRows Find() {
    FindLabels();
    usual_ = UsualDistance();
    FindBetween();
    usual_ = UsualDistance();
    PartAtLabels();
    std::vector<size_t> begins{0};  // the first band of each row
    for (size_t i = 1; i < bands_.size(); ++i) {
      if (Begins(i, begins.back())) begins.push_back(i);
    }
    return Finish(begins);
  }

 private:
  // Labels by band in the first column, or in the second where the first holds something else.
  void FindLabels() {
    labels_.assign(bands_.size(), false);
    for (size_t column = 0; column < 2; ++column) {
      std::vector<bool> found(bands_.size(), false);
      size_t lines = 0, count = 0;
      for (size_t i = 0; i < bands_.size(); ++i) {
        if (across_[i]) continue;
        for (const Piece& piece : bands_[i].pieces) {
          if (ColumnOf(edges_, piece.box) != column) continue;
          ++lines;
          found[i] = IsNumberLabel(piece.text);
          count += found[i];
        }
      }
      if (count < 2 || static_cast<double>(count) < kMostLabels * static_cast<double>(lines)) continue;
      labels_ = found;
      label_column_ = column;
      numbered_ = true;
      return;
    }
  }

  // Numbers in the middle of rows stand between the lines of these, on none: such bands are no lines, whatever was read.
  void FindBetween() {
    constexpr double kCloser = 0.85;  // of the usual distance
    for (size_t i = 1; i + 1 < bands_.size(); ++i) {
      const bool alone = numbered_ && !across_[i] && bands_[i].pieces.size() == 1 && ColumnOf(edges_, bands_[i].pieces.front().box) == label_column_;
      between_[i] = alone && Distance(i) < kCloser * usual_ && bands_[i + 1].centre - bands_[i].centre < kCloser * usual_;
    }
  }

  // Between two labels the row begins where lines are furthest apart; of several the last, as cells mostly
  // begin at the top.
  void PartAtLabels() {
    begins_.assign(bands_.size(), false);
    size_t last = 0;
    for (size_t i = 1; i < bands_.size(); ++i) {
      if (!labels_[i]) continue;
      size_t best = between_[i] ? i - 1 : i;
      bool ruled = RuleBetween(i);  // then the rule parts the two
      for (size_t j = best; j > last; --j) {
        ruled = ruled || RuleBetween(j);
        if (between_[j]) continue;
        if (0.92 * Distance(j) > Distance(best)) best = j;
      }
      begins_[best] = begins_[best] || !ruled;
      last = i;
    }
  }

  // From the line above.
  double Distance(size_t i) const {
    size_t above = i - 1;
    while (above > 0 && between_[above]) --above;
    return bands_[i].centre - bands_[above].centre;
  }

  // Of the distances of lines the lower quartile: most lines follow another of their own cell.
  double UsualDistance() const {
    std::vector<double> distances;
    for (size_t i = 1; i < bands_.size(); ++i) {
      if (!between_[i] && !RuleBetween(i) && Distance(i) > kSameLine * height_) distances.push_back(Distance(i));
    }
    if (distances.empty()) return 0;
    std::sort(distances.begin(), distances.end());
    return distances[distances.size() / 4];
  }

  // Through the middle of band `i` when that is of a cell merged over two rows.
  bool IsBetween(int y, size_t i) const { return y > bands_[i - 1].box.CentreY() && y <= bands_[i].box.CentreY(); }

  bool RuleBetween(size_t i) const {
    return std::any_of(rules_.begin(), rules_.end(), [&](int y) { return IsBetween(y, i); });
  }

  bool Wide(size_t i) const { return Distance(i) > kWider * usual_; }

  // Only one column is printed here, and not the one of numbers.
  bool Alone(size_t i) const { return across_[i] || bands_[i].pieces.size() == 1; }

  bool Begins(size_t i, size_t row) const {
    if (RuleBetween(i)) return true;
    if (between_[i]) return false;
    if (rules_.size() > 3) return begins_[i] && HasLabel(row, i);  // its rules part the rows
    if (begins_[i]) return true;
    if (across_[i] != across_[i - 1]) return true;
    if (!Wide(i)) return false;
    if (!numbered_) return true;
    // A part without a number: a section's title stands alone; anything else goes on with the row above.
    // Or its number was not read: then most columns begin here.
    const bool next_wide = i + 1 >= bands_.size() || Wide(i + 1) || labels_[i + 1];
    return (Alone(i) && next_wide) ||
           (bands_[i].pieces.size() > 2 && 2 * bands_[i].pieces.size() >= edges_.size() - 1);
  }

  bool HasLabel(size_t from, size_t to) const {
    return std::find(labels_.begin() + static_cast<long>(from), labels_.begin() + static_cast<long>(to),
                     true) != labels_.begin() + static_cast<long>(to);
  }

  OpenRows Finish(const std::vector<size_t>& begins) const {
    OpenRows rows;
    const int margin = static_cast<int>(std::lround(0.3 * height_));
    rows.edges.push_back(rules_.empty() ? bands_.front().box.top - margin : rules_.front());
    for (size_t r = 0; r < begins.size(); ++r) {
      const size_t first = begins[r], end = r + 1 < begins.size() ? begins[r + 1] : bands_.size();
      if (r > 0) rows.edges.push_back(EdgeBefore(first));
      bool across = true;
      for (size_t i = first; i < end; ++i) across = across && (across_[i] || Centred(i) || RunsOver(i));
      const bool numbered = across && IsNumberLabel(bands_[first].pieces.front().text) &&
                            ColumnOf(edges_, bands_[first].pieces.front().box) == 0;
      rows.across_from.push_back(!across ? -1 : numbered ? 1 : 0);
    }
    rows.edges.push_back(rules_.empty() ? bands_.back().box.bottom + margin : rules_.back());
    return rows;
  }

  // A title in the middle of the table, which begins in the middle of a column.
  bool Centred(size_t i) const {
    if (bands_[i].pieces.size() != 1) return false;
    const Box& box = bands_[i].pieces[0].box;
    const int middle = (edges_.front() + edges_.back()) / 2;
    const size_t column = ColumnOf(edges_, box);
    return std::abs(box.CentreX() - middle) < 2.5 * height_ &&
           (column > 1 || box.left - edges_[column] > 2 * height_);
  }

  // A title behind its number, which runs over the edge of its column, and nothing else.
  bool RunsOver(size_t i) const {
    const std::vector<Piece>& pieces = bands_[i].pieces;
    if (pieces.size() != 2 || !IsNumberLabel(pieces[0].text) || ColumnOf(edges_, pieces[0].box) != 0) return false;
    const Box& title = pieces[1].box;
    return edges_.size() > 3 && title.left < edges_[2] - height_ && title.right > edges_[2] + height_;
  }

  int EdgeBefore(size_t band) const {
    const int above = bands_[band - 1].box.bottom, below = bands_[band].box.top;
    for (const int y : rules_) {
      if (IsBetween(y, band)) return y;
    }
    return (above + below) / 2;
  }

  const std::vector<Band>& bands_;
  const std::vector<bool>& across_;
  const std::vector<int>& edges_;
  const std::vector<int>& rules_;
  double height_;
  std::vector<bool> labels_, begins_;
  std::vector<bool> between_;  // by band: a number between two lines
  size_t label_column_ = 0;
  bool numbered_ = false;
  double usual_ = 0;
};

}  // namespace

OpenRows FindOpenRows(const std::vector<Band>& bands, const std::vector<bool>& across,
                      const std::vector<int>& column_edges, const std::vector<int>& rules, double height) {
  return RowFinder(bands, across, column_edges, rules, height).Find();
}

}  // namespace trichluc
