#include "pipeline/arrival.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "hand/pieces.h"
#include "image/level_stamp.h"
#include "model/pixels.h"
#include "pipeline/erase_inside.h"
#include "pipeline/moved.h"
#include "pipeline/number_words.h"
#include "text/syllable.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr double kLeastWidth = 34, kMostWidth = 80, kLeastHeight = 13, kMostHeight = 50;  // mm
constexpr double kUpperPart = 0.62;             // of the page: where the middle of a stamp lies
constexpr double kLeastLetter = 1.4, kMostLetter = 4.6;  // mm: capitals of the labels
constexpr double kMostWord = 14;                          // and the longest label
constexpr double kLeastPitch = 2.6, kMostPitch = 10;      // mm from line to line
constexpr double kCapital = 0.69;               // em: height of a capital
constexpr double kNgay = 2.15, kDen = 1.6;      // em: "Ngày:", " đến"
constexpr double kLabel = 4.4, kSoAlone = 1.9;  // em: the longest label; "Số:" with white behind it
constexpr double kPitch = 1.7;                  // heights of a capital from line to line, where one of them is not found
constexpr double kSureWord = 0.6;               // of the print in a stamp
constexpr size_t kMostLines = 4;
constexpr int kMarks = 3;  // words that tell a stamp

// A label's first letter, in the stamp's pixels; its line.
struct LabelLine {
  Box first;
  int Base() const { return first.bottom; }
};

// A picture and its pieces.
struct Inking {
  explicit Inking(Image picture) : image(std::move(picture)), pieces(FindPieces(image)) {}
  Image image;
  Pieces pieces;
};

// Print and figures of one stamp: black ink, the red one where there is any; of a blue one all that the page shows.
Image Inked(const PageImage& page, const Box& box, const std::string& colour) {
  Image ink = Cut(colour == "blue" ? page.blue : page.text, box);
  if (colour != "red") return ink;
  const Image other = Cut(page.red, box);
  if (other.pixels.size() != ink.pixels.size()) return ink;
  std::transform(ink.pixels.begin(), ink.pixels.end(), other.pixels.begin(), ink.pixels.begin(),
                 [](uint8_t a, uint8_t b) { return std::min(a, b); });
  return ink;
}

// Rows in which ĐẾN and the first lines stand, hundredths of the height: below the office's name, which one frame leaves more room than
// another. `lines`: from where on the lines of number and day are looked for.
struct Rows {
  int top, bottom, lines = 0;
};
constexpr Rows kRows[] = {{22, 60}, {33, 80}};

// A frame whose rules were found says itself where the office's name ends.
std::vector<Rows> RowsOf(const Grid* grid) {
  constexpr int kHighest = 15, kLowest = 70, kBeside = 2;  // hundredths of the height
  std::vector<Rows> rows;
  for (int i = 1; grid != nullptr && i < grid->rows; ++i) {
    const int at = (grid->row_edges[static_cast<size_t>(i)] - grid->box.top) * 100 / std::max(1, grid->box.Height());
    if (at >= kHighest && at <= kLowest) rows.push_back({at + kBeside, 100 - kBeside, at});
  }
  rows.insert(rows.end(), std::begin(kRows), std::end(kRows));
  return rows;
}

// What the pen wrote on a stamp of another colour: what is left of that colour is light.
Image PenOf(const PageImage& page, const Box& box) {
  constexpr uint8_t kDark = 140;
  Image pen = Cut(page.text, box);
  for (uint8_t& grey : pen.pixels) grey = grey > kDark ? 255 : grey;
  return pen;
}

// Where the lines begin: behind the widest white between ĐẾN and them.
std::optional<int> LabelEdge(const Pieces& pieces, const Image& stamp, const Rows& rows) {
  std::vector<bool> inked(static_cast<size_t>(stamp.width));
  const int speck_size = Pixels(0.5, stamp.dpi), rule_size = Pixels(0.4, stamp.dpi);
  const int top = stamp.height * rows.top / 100, bottom = stamp.height * rows.bottom / 100;
  for (const Piece& piece : pieces.pieces) {
    const bool speck = piece.box.Height() < speck_size && piece.box.Width() < speck_size;
    const bool rule = piece.box.Width() <= rule_size;  // what is left of the one between ĐẾN and the lines
    if (speck || rule || piece.box.bottom <= top || piece.box.top >= bottom || piece.box.Width() > stamp.width / 2) continue;
    for (int x = piece.box.left; x < piece.box.right; ++x) inked[static_cast<size_t>(x)] = true;
  }
  int best = 0, edge = 0, white = 0;
  bool seen = false;  // ink on the left: ĐẾN
  for (int x = 0; x < stamp.width / 2; ++x) {
    if (!inked[static_cast<size_t>(x)]) {
      ++white;
      continue;
    }
    if (seen && white > best && x > stamp.width * 15 / 100) best = white, edge = x;
    seen = true;
    white = 0;
  }
  if (best < Pixels(0.8, stamp.dpi)) return std::nullopt;
  return edge;
}

// First letters below each other at the edge, from the row `top` on.
std::vector<LabelLine> LinesAt(int edge, const Pieces& pieces, int dpi, int top) {
  std::vector<Box> letters;
  for (const Piece& piece : pieces.pieces) {
    Box box = piece.box;
    if (box.left < edge - Pixels(0.6, dpi) || box.left > edge + Pixels(1.2, dpi) || box.Width() > Pixels(kMostWord, dpi)) continue;
    if (box.CentreY() < top) continue;
    if (box.Width() > Pixels(kMostLetter, dpi)) box.right = box.left + Pixels(kMostLetter, dpi);  // letters that blur into each other
    letters.push_back(box);
  }
  std::sort(letters.begin(), letters.end(), [](const Box& a, const Box& b) { return a.top < b.top; });
  std::vector<LabelLine> lines;
  for (const Box& box : letters) {  // worn letters are several pieces
    if (!lines.empty() && box.top <= lines.back().first.bottom + Pixels(0.4, dpi)) {
      lines.back().first = lines.back().first.Union(box);
    } else {
      lines.push_back({box});
    }
  }
  std::erase_if(lines, [&](const LabelLine& line) {
    return line.first.Height() < Pixels(kLeastLetter, dpi) || line.first.Height() > Pixels(kMostLetter, dpi);
  });
  return lines;
}

size_t CountLetters(const std::string& text) {
  const std::u32string points = ToCodePoints(text);
  return static_cast<size_t>(std::count_if(points.begin(), points.end(), [](char32_t letter) {
    const std::string one = FromCodePoints({letter});
    return ToLower(one) != ToUpper(one);
  }));
}

std::string TextOf(const std::vector<Word>& words) {
  std::string text;
  for (const Word& word : words) text += (text.empty() ? "" : " ") + word.text;
  return text;
}

// At such places a part of each word is enough: a pen's strokes reach into the labels, and ĐẾN is drawn rather than
// set. Three of the four must be seen.
bool HoldsWord(const std::string& text, char first, size_t least, size_t most) {
  const std::string plain = StripDiacritics(text) + " ";
  for (size_t at = 0, end; (end = plain.find(' ', at)) != std::string::npos; at = end + 1) {
    if (end - at >= least && end - at <= most && plain[at] == first) return true;
  }
  return false;
}
bool IsDen(const std::string& text) { return HoldsWord(text, 'd', 2, 4); }
bool BeginsWithSo(const std::string& text) {
  const std::string plain = StripDiacritics(text);
  return plain.size() >= 2 && (plain[0] == 's' || plain[0] == '5');
}
bool BeginsWithNgay(const std::string& text) {
  const std::string plain = StripDiacritics(text);
  return plain.size() >= 3 && plain[0] == 'n' &&
         std::string_view("gqay9").find(plain[1]) != std::string_view::npos;
}
bool SaysChuyen(const std::string& text) { return StripDiacritics(text).find("chu") != std::string::npos; }

class StampReader {
 public:
  // `pen`: the same without the stamp's own ink, where that has a colour; else empty.
  StampReader(Image ink, Image pen, const Box& box, OcrEngine& engine, const HandReader* hand)
      : ink_(std::move(ink)), pen_(std::move(pen)), box_(box), engine_(engine), hand_(hand), pieces_(FindPieces(ink_)) {}

  // `rows`: tried one after the other.
  std::optional<ArrivalStamp> Read(const std::vector<Rows>& rows) {
    if (std::none_of(rows.begin(), rows.end(), [&](const Rows& one) { return FindLines(one); })) return std::nullopt;
    ArrivalStamp stamp{box_, "", {}, {}, ""};
    ReadPrint(&stamp);
    if (hand_ != nullptr) ReadFigures(&stamp);
    return stamp;
  }

 private:
  bool FindLines(const Rows& rows) {
    const std::optional<int> edge = LabelEdge(pieces_, ink_, rows);
    if (!edge || (*edge == edge_ && rows.lines == from_)) return false;  // the same once more
    edge_ = *edge;
    from_ = rows.lines;
    lines_ = LinesAt(*edge, pieces_, ink_.dpi, ink_.height * rows.lines / 100);
    ruled_ = rows.lines > 0;
    // The line of the day may have run into the letterhead below.
    if (ruled_ && lines_.size() == 1) lines_.push_back({Moved(lines_.front().first, 0, static_cast<int>(kPitch * lines_.front().first.Height()))});
    return lines_.size() >= 2 && lines_.size() <= kMostLines + 2 && ChooseLines();
  }

  std::vector<Word> ReadPart(const Box& part, ReadAs mode) {
    const Box box = part.Intersect({0, 0, ink_.width, ink_.height});
    if (box.Empty()) return {};
    std::vector<Word> words = engine_.Read(Enlarge(Cut(ink_, box), kTimes), mode);
    for (Word& word : words) {
      word.box = Moved({word.box.left / kTimes, word.box.top / kTimes, word.box.right / kTimes, word.box.bottom / kTimes},
                       box.left, box.top);
    }
    return words;
  }

  Box LabelOf(const LabelLine& line) const {
    const int em = static_cast<int>(em_);
    return {edge_ - em / 3, line.first.top - em / 3, edge_ + static_cast<int>(kLabel * em), line.Base() + em / 3};
  }

  // Without what may be written behind "Số:", the shortest one.
  Box LabelAlone(const LabelLine& line) const {
    Box box = LabelOf(line);
    box.right = edge_ + static_cast<int>(kSoAlone * em_);
    return box;
  }

  // ĐẾN alone in a cell of its own, a letter of it misread.
  bool IsDenAlone() const {
    std::string letters;
    for (const char c : StripDiacritics(TextOf(den_))) {
      if (c >= 'a' && c <= 'z') letters += c;
    }
    return ruled_ && letters.size() <= 4 && EditDistance(letters, "den") <= 1;
  }

  // The lines of number and day, which stand below each other.
  bool ChooseLines() {
    constexpr int kRule = 2;  // pixels of the rule above the cell
    const int top = lines_.front().first.top - Pixels(1, ink_.dpi);
    den_ = ReadPart({0, top, edge_ - 1, ink_.height}, ReadAs::kBlock);
    if (ruled_ && !IsDenAlone()) {
      std::vector<Word> cell = ReadPart({0, ink_.height * from_ / 100 + kRule, edge_ - 1, ink_.height}, ReadAs::kLine);
      std::swap(den_, cell);
      if (!IsDenAlone()) std::swap(den_, cell);
    }
    size_t best = 0;
    int most = -1;
    for (size_t i = 0; i + 1 < lines_.size(); ++i) {
      const int marks = MarksOf(i);
      if (marks >= kMarks) return true;
      if (marks > most) {
        most = marks;
        best = i;
      }
    }
    // A worn S is no letter: the line that should stand above.
    for (size_t i = 0; i + 1 < lines_.size(); ++i) {
      const int pitch = lines_[i + 1].Base() - lines_[i].Base();
      const LabelLine above{Moved(lines_[i].first, 0, -pitch)};
      if (above.first.top < 0 || (i > 0 && above.first.top <= lines_[i - 1].Base())) continue;
      lines_.insert(lines_.begin() + static_cast<long>(i), above);
      if (MarksOf(i) >= kMarks) return true;
      lines_.erase(lines_.begin() + static_cast<long>(i));
    }
    // In a frame of which the rules were found ĐẾN says enough: which lines are which is told as well as may be.
    if (most < 0 || !IsDenAlone()) return false;
    MarksOf(best);
    return true;
  }

  // How many of ĐẾN, Số, Ngày and Chuyển say that lines i and i + 1 are those of number and day, -1 where they stand too close or too
  // far apart. Sets what the reader goes on with.
  int MarksOf(size_t i) {
    const int pitch = lines_[i + 1].Base() - lines_[i].Base();
    if (pitch < Pixels(kLeastPitch, ink_.dpi) || pitch > Pixels(kMostPitch, ink_.dpi)) return -1;
    em_ = std::min(lines_[i].first.Height(), lines_[i + 1].first.Height()) / kCapital;
    const std::string left = TextOf(den_), lower = TextOf(ReadPart(LabelOf(lines_[i + 1]), ReadAs::kLine));
    std::string upper = TextOf(ReadPart(LabelOf(lines_[i]), ReadAs::kLine));
    if (!BeginsWithSo(upper)) upper = TextOf(ReadPart(LabelAlone(lines_[i]), ReadAs::kLine));
    of_arrival_ = StripDiacritics(upper + " " + lower).find("den") != std::string::npos;
    int marks = (IsDen(left) || of_arrival_) + BeginsWithSo(upper) + BeginsWithNgay(lower) + SaysChuyen(left);
    if (marks == kMarks - 1 && !SaysChuyen(left) && i + 2 < lines_.size())
      marks += SaysChuyen(TextOf(ReadPart(LabelOf(lines_[i + 2]), ReadAs::kLine)));
    number_ = i;
    return marks;
  }

  // A column's ink that is no part of a stroke: rows from, to.
  struct Dot {
    int x, from, to;
  };

  // Dots along the base line of a label, which may rise or fall: stamps are put down by hand.
  std::vector<Dot> LeaderOf(const LabelLine& line, double slope) const {
    constexpr double kUp = 0.13, kDown = 0.18, kThick = 0.2;  // em
    const int thick = std::max(2, static_cast<int>(kThick * em_));
    const auto inked = [&](int x, int y) { return pieces_.label[static_cast<size_t>(y) * ink_.width + x] >= 0; };
    std::vector<Dot> dots;
    for (int x = std::min(ink_.width, line.first.right); x < ink_.width; ++x) {
      const double base = line.Base() + slope * (x - line.first.right);
      const int top = std::max(0, static_cast<int>(base - kUp * em_));
      const int bottom = std::min(ink_.height, static_cast<int>(base + kDown * em_) + 1);
      for (int y = top; y < bottom; ++y) {
        if (!inked(x, y)) continue;
        int from = y, to = y;
        while (from > 0 && inked(x, from - 1)) --from;
        while (to + 1 < ink_.height && inked(x, to + 1)) ++to;
        if (to - from < thick) dots.push_back({x, from, to});
        y = to;
      }
    }
    return dots;
  }

  // Dots that stand alone on the lines of number, day and those below.
  int LoneDots(double slope) const {
    int count = 0;
    for (const Piece& piece : pieces_.pieces) {
      const Box& box = piece.box;
      if (box.Height() > 0.2 * em_ || box.Width() > 0.4 * em_ || box.left < edge_) continue;
      for (size_t i = number_; i < lines_.size(); ++i) {
        const double base = lines_[i].Base() + slope * (box.CentreX() - lines_[i].first.right);
        count += std::abs(box.CentreY() - base) < 0.12 * em_;
      }
    }
    return count;
  }

  // The dots that a clerk writes on run into each other and into the figures. They tell the stamp's tilt as well.
  void TakeOffLeaders() {
    constexpr double kSteepest = 0.04, kStep = 0.005, kShare = 0.15;  // kShare: of the line
    constexpr int kFewest = 5;  // dots that tell a tilt
    int most = kFewest;
    for (double slope = -kSteepest; slope <= kSteepest + kStep / 2; slope += kStep) {
      const int dots = LoneDots(slope);
      if (dots > most || (dots == most && std::abs(slope) < std::abs(slope_))) most = dots, slope_ = slope;
    }
    for (const size_t line : {number_, number_ + 1}) {
      const std::vector<Dot> dots = LeaderOf(lines_[line], slope_);
      if (static_cast<double>(dots.size()) < kShare * (ink_.width - edge_)) continue;
      for (const Dot& dot : dots) {
        for (int y = dot.from; y <= dot.to; ++y) ink_.Row(y)[dot.x] = 255;
      }
    }
    pieces_ = FindPieces(ink_);
  }

  // Where a label ends that should be so wide (em): its letters stand close, its colon behind them. Figures are taller or
  // stand apart.
  int EndOf(const LabelLine& line, double usual) const {
    const double em = em_;
    const int least = edge_ + static_cast<int>(0.6 * usual * em), most = edge_ + static_cast<int>(1.1 * usual * em);
    int end = line.first.right;
    for (const Piece& piece : pieces_.pieces) {
      const Box& box = piece.box;
      const bool level = box.CentreY() > line.Base() - em && box.CentreY() < line.Base() + 0.3 * em;
      if (!level || box.left < edge_ || box.left > end + 0.25 * em || box.right > most) continue;
      if (box.Height() > 1.05 * em || (box.Height() < 0.25 * em && box.CentreY() > line.Base() - 0.25 * em)) continue;
      end = std::max(end, box.right);
    }
    return std::clamp(end + static_cast<int>(0.1 * em), least, most);
  }

  // Read surely, or a syllable in capitals, as of names.
  static bool IsSure(const Word& word) {
    constexpr float kSyllable = 0.4f;
    return word.confidence >= kSureWord || (word.confidence >= kSyllable && CountLetters(word.text) > 1 && IsUpper(word.text) && IsSyllable(FoldKey(word.text)));
  }

  static void KeepSure(const std::vector<Word>& read, std::vector<Word>* words) {
    std::copy_if(read.begin(), read.end(), std::back_inserter(*words), IsSure);
  }

  // No word in capitals beside sure ones is unsure.
  static bool IsWholeName(const std::vector<Word>& office) {
    constexpr size_t kWordLetters = 2;
    return std::none_of(office.begin(), office.end(), [&](const Word& word) {
      const bool beside = std::any_of(office.begin(), office.end(), [&](const Word& sure) {
        return IsSure(sure) && IsUpper(sure.text) && sure.box.top < word.box.CentreY() && word.box.CentreY() < sure.box.bottom;
      });
      return !IsSure(word) && beside && CountLetters(word.text) >= kWordLetters;
    });
  }

  void ReadPrint(ArrivalStamp* stamp) {
    const LabelLine& number = lines_[number_];
    // The office's name is given whole or not at all.
    const Box above{0, 0, ink_.width, number.Base() - static_cast<int>(1.3 * em_)};
    std::vector<Word> office = ReadPart(above, ReadAs::kBlock);
    if (!IsWholeName(office)) {
      Box name;  // without what is left of the frame around it
      for (const Word& word : office) name = name.Union(word.box);
      const int around = Pixels(0.5, ink_.dpi);
      std::vector<Word> again = ReadPart(Box{name.left - around, name.top - around, name.right + around, name.bottom + around}.Intersect(above), ReadAs::kLine);
      if (again.size() >= office.size() && IsWholeName(again)) office = std::move(again);
    }
    if (IsWholeName(office)) KeepSure(office, &stamp->words);
    std::vector<Word> den = den_;
    std::erase_if(den, [&](const Word& word) {  // the office's once more
      return word.box.CentreY() < above.bottom || std::any_of(stamp->words.begin(), stamp->words.end(), [&](const Word& known) { return !known.box.Intersect(word.box).Empty(); });
    });
    KeepSure(den, &stamp->words);
    for (size_t i = number_; i < std::min(lines_.size(), number_ + kMostLines); ++i) {
      const int half = static_cast<int>(em_ / 2);
      KeepSure(ReadPart({edge_ - half, lines_[i].first.top - half, ink_.width, lines_[i].Base() + half}, ReadAs::kLine),
               &stamp->words);
    }
    for (Word& word : stamp->words) word.box = Moved(word.box, box_.left, box_.top);
  }

  // The ink that a clerk put on a line: between its label and the frame, nearer to it than to the line above.
  // Dots and dashes of the leader are left out.
  Image FiguresOf(size_t line, double label, const Inking& ink, Box* box) const {
    const double em = em_;
    const int left = EndOf(lines_[line], label), base = lines_[line].Base();
    // Nothing that ends above the label: the office's name.
    const int top = line == number_ ? base - static_cast<int>(2.2 * em)
                                    : lines_[line - 1].Base() + static_cast<int>(0.25 * em);
    const int ends = lines_[line].first.top - static_cast<int>(0.1 * em);
    std::vector<bool> chosen(ink.pieces.pieces.size());
    *box = {};
    for (size_t i = 0; i < chosen.size(); ++i) {
      Box piece = ink.pieces.pieces[i].box;
      const int rise = static_cast<int>(slope_ * (piece.CentreX() - edge_));
      piece.top -= rise, piece.bottom -= rise;  // as if the stamp stood upright
      const bool leader = piece.Height() < 0.28 * em;
      const bool cut = piece.right >= ink.image.width - 1 && piece.Width() < 0.15 * em;  // what is left of the frame
      if (leader || cut || piece.bottom < ends || piece.left < left - 0.1 * em || piece.CentreY() < top ||
          piece.CentreY() > base + 0.2 * em || piece.Height() > 4 * em)
        continue;
      chosen[i] = true;
      *box = box->Union(ink.pieces.pieces[i].box);
    }
    if (box->Empty()) return {};
    const int margin = std::max(2, static_cast<int>(0.1 * em)), side = static_cast<int>(0.25 * em);
    Image figures{box->Width() + 2 * side, box->Height() + 2 * margin, 1, ink.image.dpi, {}};
    figures.pixels.assign(static_cast<size_t>(figures.width) * figures.height, 255);
    for (int y = box->top; y < box->bottom; ++y) {
      for (int x = box->left; x < box->right; ++x) {
        const int piece = ink.pieces.label[static_cast<size_t>(y) * ink.image.width + x];
        if (piece >= 0 && chosen[static_cast<size_t>(piece)])
          figures.Row(y - box->top + margin)[x - box->left + side] = ink.image.Row(y)[x];
      }
    }
    *box = {box->left - side, box->top - margin, box->right + side, box->bottom + margin};
    return figures;
  }

  std::vector<HandReading> NumberByHand(const Inking& ink) const {
    Box box;
    const Image number = FiguresOf(number_, kSo + (of_arrival_ ? kDen : 0), ink, &box);
    if (number.Empty()) return {};
    return {{"incoming number", Moved(box, box_.left, box_.top), hand_->Read(number), 0}};
  }

  std::vector<HandReading> DateByHand(const Inking& ink) const {
    Box box;
    const Image date = FiguresOf(number_ + 1, kNgay + (of_arrival_ ? kDen : 0), ink, &box);
    if (date.Empty()) return {};
    std::vector<HandReading> parts = ReadHandDate(date, *hand_);
    for (HandReading& part : parts) part.box = Moved(part.box, box.left + box_.left, box.top + box_.top);
    return parts;
  }

  // Of the first way to part a date.
  static double Sureness(const std::vector<HandReading>& readings) {
    double chance = readings.empty() ? 0 : 1;
    for (size_t i = 0; i < readings.size() && (i == 0 || readings[i].kind != readings.front().kind); ++i)
      chance *= readings[i].candidates.empty() ? 0 : readings[i].candidates.front().probability;
    return chance;
  }

  // Taking off the leaders, or the stamp's own colour, uncovers figures and wounds others: of all readings of the number the surest one; of the
  // date all, the surest ones first, since what it can be is told by the document's own.
  void ReadFigures(ArrivalStamp* stamp) {
    std::vector<HandReading> number, date;
    const auto read = [&](const Inking& ink) {
      std::vector<HandReading> other = NumberByHand(ink), dates = DateByHand(ink);
      if (Sureness(other) > Sureness(number) || number.empty()) number = std::move(other);
      if (Sureness(dates) > Sureness(date)) std::swap(dates, date);
      date.insert(date.end(), dates.begin(), dates.end());
    };
    read(Inking(ink_));
    if (!pen_.Empty()) read(Inking(pen_));
    TakeOffLeaders();
    read(Inking(ink_));
    for (const std::vector<HandReading>* best : {&number, &date}) stamp->hand.insert(stamp->hand.end(), best->begin(), best->end());
    // Figures that stand on the frame lost ink with it.
    constexpr double kOnFrame = 0.5;
    const int near = Pixels(0.6, ink_.dpi);
    for (HandReading& reading : stamp->hand) {
      const Box& at = reading.box;
      const bool on_frame = at.top < box_.top + near || at.bottom > box_.bottom - near || at.right > box_.right + near;
      for (HandCandidate& one : reading.candidates) one.probability *= on_frame ? kOnFrame : 1;
      for (HandCandidate& one : reading.candidates) one.probability = std::round(one.probability * 1e4) / 1e4;
      std::erase_if(reading.candidates, [](const HandCandidate& one) { return one.probability < 1e-3; });
    }
  }

  static constexpr int kTimes = 2;  // stamps are read twice as large
  Image ink_, pen_;
  const Box& box_;
  OcrEngine& engine_;
  const HandReader* hand_;
  Pieces pieces_;
  std::vector<LabelLine> lines_;
  std::vector<Word> den_;
  int edge_ = 0, from_ = 0;
  double em_ = 0;     // of the labels
  double slope_ = 0;  // of the stamp, downwards to the right
  size_t number_ = 0;
  bool of_arrival_ = false;  // "Số đến", "Ngày đến"
  bool ruled_ = false;       // the frame's own rules say where the lines stand
};

bool HasSizeOfStamp(const Box& box, const PageImage& page) {
  const int dpi = page.upright.dpi;
  return box.Width() >= Pixels(kLeastWidth, dpi) && box.Width() <= Pixels(kMostWidth, dpi) &&
         box.Height() >= Pixels(kLeastHeight, dpi) && box.Height() <= Pixels(kMostHeight, dpi) &&
         box.CentreY() < kUpperPart * page.upright.height;
}

Box Around(const Box& box, int margin, const Image& page) {
  return Box{box.left - margin, box.top - margin, box.right + margin, box.bottom + margin}.Intersect({0, 0, page.width, page.height});
}

// A stamp that was put down aslant, read level.
std::optional<ArrivalStamp> ReadAslant(const PageImage& page, const Box& frame, const std::string& colour, OcrEngine& engine,
                                       const HandReader* hand) {
  constexpr double kAround = 1;                 // mm
  constexpr double kAslant = 2, kSlightly = 1;  // degrees up to which the reader follows the lines; the second of colours, whose edges turn better
  const Box around = Around(frame, Pixels(kAround, page.text.dpi), page.text);
  const Image ink = Inked(page, around, colour);
  const std::optional<LevelStamp> level = TurnLevel(ink);
  if (!level || std::abs(level->degrees) < (colour == "black" ? kAslant : kSlightly)) return std::nullopt;
  const Box whole{0, 0, level->image.width, level->image.height};
  Image pen;
  if (colour == "red") pen = level->Turned(PenOf(page, around));
  std::optional<ArrivalStamp> stamp = StampReader(level->image, std::move(pen), whole, engine, hand).Read(RowsOf(nullptr));
  if (!stamp) return std::nullopt;
  stamp->box = frame;
  for (Word& word : stamp->words) word.box = Moved(level->Back(word.box, ink), around.left, around.top);
  for (HandReading& reading : stamp->hand) reading.box = Moved(level->Back(reading.box, ink), around.left, around.top);
  return stamp;
}

}  // namespace

std::vector<ArrivalStamp> TakeOffArrivalStamps(PageImage* page, OcrEngine& engine, const HandReader* hand) {
  struct Frame {
    Box box;
    std::string colour;
    const Grid* grid = nullptr;
  };
  std::vector<Frame> frames;
  for (const Grid& grid : page->grids) frames.push_back({grid.box, "black", &grid});
  for (const Region& region : page->regions) {
    const bool red = region.kind == "stamp" && region.colour == "red" && !page->red.Empty();
    const bool blue = region.kind == "signature" && region.colour == "blue" && !page->blue.Empty();  // whatever is tall and blue
    if (red || blue) frames.push_back({region.box, region.colour});
  }
  std::vector<ArrivalStamp> stamps;
  for (const auto& [frame, colour, grid] : frames) {
    if (!HasSizeOfStamp(frame, *page)) continue;
    const Box box = frame.Intersect({0, 0, page->text.width, page->text.height});
    const Image ink = Inked(*page, box, colour);
    std::optional<ArrivalStamp> stamp = ReadAslant(*page, box, colour, engine, hand);
    if (!stamp) stamp = StampReader(ink, colour == "red" ? PenOf(*page, box) : Image{}, box, engine, hand).Read(RowsOf(grid));
    if (!stamp) continue;
    stamp->colour = colour;
    stamp->png = EncodePng(ink);
    stamps.push_back(std::move(*stamp));
  }
  for (const ArrivalStamp& stamp : stamps) {
    EraseInside(page->text, stamp.box, stamp.colour != "black");
    if (stamp.colour == "red") EraseInside(page->red, stamp.box);
    std::erase_if(page->grids, [&](const Grid& grid) { return grid.box == stamp.box; });
    std::erase_if(page->regions, [&](const Region& region) {
      return (region.kind == "stamp" || region.kind == "signature") && region.box == stamp.box;
    });
    page->regions.push_back({"incoming", stamp.box, stamp.colour});
  }
  return stamps;
}

}  // namespace trichluc
