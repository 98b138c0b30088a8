#include "extract/number_column.h"

#include <algorithm>
#include <cstddef>

#include "extract/numbering.h"

namespace trichluc {
namespace {

constexpr size_t kLongest = 4;  // bytes of what a number may have been read as: a letter with its marks, a few signs
constexpr int kNear = 3;        // rows that are asked on either side
constexpr int kLeast = 3;       // of them that must agree
constexpr int kLeastAlone = 5;  // rows before the last one of a table

class Column {
 public:
  Column(std::vector<std::string>* texts, const std::vector<bool>& sure) : texts_(*texts), sure_(sure) {}

  void Mend() {
    for (size_t row = 0; row < texts_.size(); ++row) {
      const int number = Expected(row);
      if (number > 0 && MayBe(row, number)) texts_[row] = Written(row, number);
    }
  }

 private:
  int At(size_t row) const { return row < texts_.size() ? FigureOf(texts_[row]) : 0; }

  // Rows right before this one that count up to `number`, `most` at most.
  int Before(size_t row, int number, int most) const {
    int rows = 0;
    while (rows < most && static_cast<size_t>(rows) < row && At(row - static_cast<size_t>(rows) - 1) == number - rows - 1 && number > rows + 1) ++rows;
    return rows;
  }
  // Of the next rows those that go on from it; one of them may be misread as well.
  int Behind(size_t row, int number) const {
    int rows = 0;
    for (int i = 1; i <= kNear; ++i) rows += At(row + static_cast<size_t>(i)) == number + i;
    return rows;
  }

  // What the neighbours leave for this row; 0 for nothing.
  int Expected(size_t row) const {
    const int before = row > 0 ? At(row - 1) : 0, behind = At(row + 1);
    if (before > 0) {
      const int number = before + 1, left = Before(row, number, kLeastAlone), right = Behind(row, number);
      if (row + 1 == texts_.size()) return left >= kLeastAlone ? number : 0;
      return right > 0 && left + right >= kLeast + 1 ? number : right > 1 && left + right >= kLeast ? number : 0;
    }
    return row == 0 && behind > 1 && Behind(row, behind - 1) == kNear ? behind - 1 : 0;
  }

  bool MayBe(size_t row, int number) const {
    const std::string& text = texts_[row];
    const int own = FigureOf(text);
    if (own == number) return text == std::to_string(number) + "." && !Stopped(row);
    if (text.empty() || text.size() > kLongest || (own > 0 && sure_[row])) return false;
    const bool twice = own > 0 && ((row > 0 && own == At(row - 1)) || own == At(row + 1));
    const bool begins_anew = own == 1 && row > 0;
    const bool goes_on = own > 0 && own + 1 == Next(row);  // behind a gap
    const bool part = text.find_first_not_of("IVXLC") == std::string::npos && text != (number == 1 ? "I" : number == 11 ? "II" : "");
    return !twice && !begins_anew && !goes_on && !part;
  }

  // The next number there is.
  int Next(size_t row) const {
    while (++row < texts_.size()) {
      if (At(row) > 0) return At(row);
    }
    return 0;
  }

  // Whether the numbers beside this one end with a stop.
  bool Stopped(size_t row) const {
    const auto stop = [&](size_t at) { return at < texts_.size() && At(at) > 0 && texts_[at].back() == '.'; };
    return (row > 0 && stop(row - 1)) || stop(row + 1);
  }

  std::string Written(size_t row, int number) const {
    const std::string& beside = row > 0 ? texts_[row - 1] : texts_[row + 1];
    const std::string zero = number < 10 && beside.starts_with('0') ? "0" : "";
    return zero + std::to_string(number) + (Stopped(row) ? "." : "");
  }

  std::vector<std::string>& texts_;
  const std::vector<bool>& sure_;
};

}  // namespace

void MendNumberColumn(std::vector<std::string>* column, const std::vector<bool>& sure) { Column(column, sure).Mend(); }

}  // namespace trichluc
