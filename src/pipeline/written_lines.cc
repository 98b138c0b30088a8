#include "pipeline/written_lines.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "hand/pieces.h"
#include "image/analyse.h"
#include "image/ink_boxes.h"
#include "layout/glyphs.h"
#include "layout/words.h"
#include "pipeline/number_words.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr double kHeadPart = 0.45;      // of the page height: where letterheads and the titles of annexes stand
constexpr float kUnsure = 0.6f;         // a word of print is read more surely than what a pen wrote
constexpr double kGap = 4;              // em of white between words of one line; behind wider ones is the other column
constexpr double kCapital = 0.67;       // height of a capital, em of Times New Roman
constexpr double kUp = 0.98, kDown = 0.26;  // from the base line to the marks of capitals and to descenders, em
constexpr double kTallest = 0.85;       // of a piece of print: a slash, a capital whose mark hangs together with it, em
constexpr double kLikeUsual = 0.3;      // how far the size may lie from the page's usual one
constexpr double kFirst = 1.5;          // em from the left end of a line in which its first letter stands
constexpr double kBeside = 0.3;         // em of white taken along
constexpr double kBehind = 5;           // em behind the last word in which a symbol may have been lost
constexpr double kFigures[] = {1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 5.5};  // em: width of what a clerk writes behind "Số:"

using Neighbours = std::vector<const Word*>;  // on a line, left to right

Box BoxOf(const Neighbours& run) {
  Box box;
  for (const Word* word : run) box = box.Union(word->box);
  return box;
}

Neighbours RunAround(const std::vector<const Word*>& words, const Word& anchor, double em) {
  Neighbours line;
  for (const Word* word : words) {
    if (SameLine(word->box, anchor.box)) line.push_back(word);
  }
  std::sort(line.begin(), line.end(), [](const Word* a, const Word* b) { return a->box.left < b->box.left; });
  auto first = std::find(line.begin(), line.end(), &anchor);
  if (first == line.end()) return {&anchor};  // a box without height
  auto end = first + 1;
  const auto near = [em](const Word* left, const Word* right) { return right->box.left - left->box.right < kGap * em; };
  while (first != line.begin() && near(*(first - 1), *first)) --first;
  while (end != line.end() && near(*(end - 1), *end)) ++end;
  return {first, end};
}

// What a line of date is printed with, and how wide that is in Times New Roman, em.
struct PartOfDate {
  std::string_view text;
  double width;
};
constexpr std::array<PartOfDate, 3> kPartsOfDate = {{{"ngay", 1.89}, {"thang", 2.28}, {"nam", 1.72}}};
constexpr double kLoose = 0.45;  // em: letters set wider than the font has them

// Whether a word begins with it; wider than it is printed, it has swallowed what was written beside it.
bool Begins(const Word& word, const PartOfDate& part, double em) {
  const std::string plain = StripDiacritics(word.text);
  return plain.rfind(part.text, 0) == 0 && (plain.size() > part.text.size() || word.box.Width() <= (part.width + kLoose) * em);
}

// How many of them are seen.
size_t PartsOfDate(const std::vector<Word>& words, double em) {
  return static_cast<size_t>(std::count_if(kPartsOfDate.begin(), kPartsOfDate.end(), [&](const PartOfDate& part) {
    return std::any_of(words.begin(), words.end(), [&](const Word& word) { return Begins(word, part, em); });
  }));
}

// Two of them somewhere, also within words that ran together with what was written: "3hángnăm".
bool MayBeDate(const Neighbours& run) {
  std::string all;
  for (const Word* word : run) all += StripDiacritics(word->text);
  return (all.find("ngay") != std::string::npos) + (all.find("hang") != std::string::npos) +
             (all.find("nam") != std::string::npos) >= 2;
}

// How surely the surest symbol was read; below 0 where there is none.
float SurestSymbol(const std::vector<Word>& words) {
  float sure = -1;
  for (const Word& word : words) sure = SymbolIn(word.text) == std::string::npos ? sure : std::max(sure, word.confidence);
  return sure;
}

// The longest symbol, from its slash on: words that ran together with the pen's figures hold it though the engine doubts them.
std::string LongestSymbol(const std::vector<Word>& words) {
  std::string longest;
  for (const Word& word : words) {
    const size_t at = SymbolIn(word.text);
    if (at != std::string::npos && Length(word.text.substr(at)) > Length(longest)) longest = word.text.substr(at);
  }
  return longest;
}

// "Số: 1053 /TB-VPUBND Hòa Bình, ngày 07 …": the columns of a letterhead with little white between them. The part that holds `anchor`; parted
// at the widest white ahead of "ngày", of an em at least.
Neighbours ColumnOf(const Neighbours& run, const Word& anchor, double em) {
  bool alone = false;
  const auto day = std::find_if(run.begin(), run.end(), [&](const Word* word) { return Begins(*word, kPartsOfDate[0], em); });
  if (!BeginsWithSo(run.front()->text, &alone) || day == run.end()) return run;
  auto cut = run.end();
  int widest = static_cast<int>(em);
  for (auto at = run.begin() + 1; at <= day; ++at) {
    const int white = (*at)->box.left - (*(at - 1))->box.right;
    if (white >= widest) cut = at, widest = white;
  }
  if (cut == run.end()) return run;
  const bool right = std::find(cut, run.end(), &anchor) != run.end();
  return right ? Neighbours(cut, run.end()) : Neighbours(run.begin(), cut);
}

// A symbol with the mark that it begins with.
bool ShowsSymbol(const std::vector<Word>& words) {
  const std::string symbol = LongestSymbol(words);
  return SurestSymbol(words) >= kUnsure && !symbol.empty() && !IsLetterOrDigit(ToCodePoints(symbol).front());
}

std::vector<Word> Copy(const Neighbours& run) {
  std::vector<Word> words;
  for (const Word* word : run) words.push_back(*word);
  return words;
}

enum class Kind { kNeither, kNumber, kDate };

Kind KindOf(const Neighbours& run) {
  bool alone = false;
  if (BeginsWithSo(run.front()->text, &alone)) return Kind::kNumber;
  return MayBeDate(run) ? Kind::kDate : Kind::kNeither;
}

// A line with what stands around it, and the band in it that print of its size takes up.
struct Strip {
  Image image;
  Box place, band;  // of the page; of the image
  double em = 0;
};

// Of a line whose first letter is a capital (Số, a place). Nothing when that is not found.
std::optional<Strip> StripOf(const Image& page, const Box& line, double usual_em) {
  Strip strip;
  const auto beside = static_cast<int>(kBeside * usual_em);
  strip.place = Box{line.left - beside, line.top - beside, line.right + beside, line.bottom + beside}.Intersect(
      {0, 0, page.width, page.height});
  strip.image = Cut(page, strip.place);
  std::vector<Box> ink = InkBoxes(strip.image);
  std::sort(ink.begin(), ink.end(), [](const Box& a, const Box& b) { return a.left < b.left; });
  for (const Box& box : ink) {
    if (box.left > kFirst * usual_em) break;
    strip.em = box.Height() / kCapital;
    if (std::abs(strip.em - usual_em) > kLikeUsual * usual_em || box.Width() > usual_em) continue;
    strip.band = Box{0, static_cast<int>(box.bottom - kUp * strip.em), strip.image.width,
                     static_cast<int>(box.bottom + kDown * strip.em)}
                     .Intersect({0, 0, strip.image.width, strip.image.height});
    return strip;
  }
  return std::nullopt;
}

// White where a pen wrote higher than print is.
void TakeOffPen(Strip* strip) {
  const Pieces pieces = FindPieces(strip->image);
  for (size_t i = 0; i < pieces.label.size(); ++i) {
    const int piece = pieces.label[i];
    if (piece >= 0 && pieces.pieces[static_cast<size_t>(piece)].box.Height() > kTallest * strip->em)
      strip->image.pixels[i] = 255;
  }
}

// Whether the same figures and the same symbol are read once more, as one word.
bool ReadsTheSame(const std::vector<Word>& again, const std::vector<Word>& before) {
  return std::any_of(again.begin(), again.end(), [&](const Word& word) {
    const bool same = std::any_of(before.begin(), before.end(), [&](const Word& other) { return other.text == word.text; });
    return same && SymbolIn(word.text) != std::string::npos;
  });
}

bool IsBetter(Kind kind, const std::vector<Word>& again, const std::vector<Word>& before, double em) {
  if (again.empty()) return false;
  if (kind == Kind::kNumber)
    return SurestSymbol(again) >= kUnsure && (Length(LongestSymbol(again)) > Length(LongestSymbol(before)) || ReadsTheSame(again, before));
  const size_t now = PartsOfDate(again, em), then = PartsOfDate(before, em);
  return now > then || (now == then && MeanConfidence(again) > MeanConfidence(before));
}

class Rereader {
 public:
  Rereader(const Image& page, PageReading* reading, OcrEngine& engine)
      : page_(page), reading_(*reading), engine_(engine), em_(UsualEm(reading->words, page.dpi)) {}

  void Run() {
    for (bool more = true; more;) more = ReadOne();
  }

 private:
  static std::pair<int, int> Place(const Word& word) { return {word.box.top, word.box.left}; }

  // Words move when one line is replaced, so the next is looked for anew.
  bool ReadOne() {
    std::vector<const Word*> head;
    for (const Word& word : reading_.words) {
      if (word.grid < 0 && word.box.bottom <= reading_.height * kHeadPart) head.push_back(&word);
    }
    for (const Word* word : head) {
      if (word->confidence >= kUnsure) continue;
      const Neighbours run = ColumnOf(RunAround(head, *word, em_), *word, em_);
      if (tried_.insert(Place(*run.front())).second && Replace(run)) return true;
    }
    return false;
  }

  bool Replace(const Neighbours& run) {
    const Kind kind = KindOf(run);
    const std::vector<Word> before = Copy(run);
    if (kind == Kind::kNumber && SurestSymbol(before) >= kUnsure)
      BelieveSo(&*std::find(reading_.words.begin(), reading_.words.end(), before.front()));
    if (kind == Kind::kNeither || (kind == Kind::kNumber && SurestSymbol(before) >= kUnsure)) return false;
    if (kind == Kind::kDate && PartsOfDate(before, em_) == kPartsOfDate.size()) return false;
    if (kind == Kind::kNumber && SurestSymbol(before) >= 0 && MayBeDate(run)) return false;  // the columns ran together
    Box line = BoxOf(run);
    if (kind == Kind::kNumber) line.right = std::min(line.right + static_cast<int>(kBehind * em_), EndOfColumn(line) - static_cast<int>(2 * kBeside * em_));
    std::optional<Strip> strip = StripOf(page_, line, em_);
    if (!strip) return false;
    std::vector<Word> again = ReadBand(*strip);
    if (kind == Kind::kNumber ? !ShowsSymbol(again) : PartsOfDate(again, strip->em) < kPartsOfDate.size()) {
      const Strip with_pen = *strip;
      const std::vector<Word> first = std::move(again);
      TakeOffPen(&*strip);
      again = ReadBand(*strip);
      if (kind == Kind::kNumber && !ShowsSymbol(again)) again = ReadBehindFigures(with_pen, before.front());
      if (kind == Kind::kNumber && !ShowsSymbol(again) && SurestSymbol(first) >= kUnsure) again = first;  // without its slash
    }
    if (!IsBetter(kind, again, before, strip->em)) return false;
    if (kind == Kind::kNumber) BelieveSo(&again.front());
    for (const Word& word : again) tried_.insert(Place(word));
    const auto is_old = [&](const Word& word) { return std::find(before.begin(), before.end(), word) != before.end(); };
    const auto at = std::find_if(reading_.words.begin(), reading_.words.end(), is_old) - reading_.words.begin();
    std::erase_if(reading_.words, is_old);
    reading_.words.insert(reading_.words.begin() + at, again.begin(), again.end());
    return true;
  }

  // "Số" in front of a symbol is sure, whatever the pen did to its letters.
  static void BelieveSo(Word* first) {
    bool alone = false;
    if (BeginsWithSo(first->text, &alone)) first->confidence = std::max(first->confidence, kUnsure);
  }

  std::vector<Word> ReadBand(const Strip& strip) {
    std::vector<Word> words = engine_.Read(Cut(strip.image, strip.band), ReadAs::kLine);
    const int left = strip.place.left + strip.band.left, top = strip.place.top + strip.band.top;
    for (Word& word : words)
      word.box = {word.box.left + left, word.box.top + top, word.box.right + left, word.box.bottom + top};
    return words;
  }

  // "số. \-2 mu -HĐND": where pen and print touch, both are read as anything, but not what stands farther right. How far the pen reaches
  // is not known. `so`: the word that begins with "Số", and may hold more.
  std::vector<Word> ReadBehindFigures(const Strip& strip, const Word& so) {
    std::vector<Word> best;
    for (const double figures : kFigures) {
      Strip behind = strip;
      behind.band.left = so.box.left - strip.place.left + static_cast<int>((kSo + figures) * strip.em);
      if (behind.band.Width() < 2 * strip.em) break;
      std::vector<Word> words = ReadBand(behind);
      if (SurestSymbol(words) > SurestSymbol(best)) best = std::move(words);
    }
    bool alone = false;
    if (SurestSymbol(best) < kUnsure || !BeginsWithSo(so.text, &alone)) return {};
    Word label = so;
    if (!alone) label.text = FromCodePoints(ToCodePoints(so.text).substr(0, 2)) + ":";
    label.box.right = std::min(so.box.right, so.box.left + static_cast<int>(kSo * strip.em));
    best.insert(best.begin(), label);
    return best;
  }

  // Where the next word to the right of a line begins.
  int EndOfColumn(const Box& line) const {
    int end = page_.width;
    for (const Word& word : reading_.words) {
      if (word.box.left >= line.right && SameLine(word.box, line)) end = std::min(end, word.box.left);
    }
    return end;
  }

  const Image& page_;
  PageReading& reading_;
  OcrEngine& engine_;
  double em_;
  std::set<std::pair<int, int>> tried_;  // where lines begin
};

}  // namespace

void ReadWrittenLines(const Image& page, PageReading* reading, OcrEngine& engine) {
  Rereader(page, reading, engine).Run();
}

}  // namespace trichluc
