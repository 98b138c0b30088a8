#include "pipeline/crops.h"

#include <algorithm>

#include "image/analyse.h"
#include "pipeline/number_words.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr double kHeadPart = 0.4;  // of the page height: where letterheads stand

// The words of a line on both sides of a box, up to gaps as wide as two centimetres; to the right alone where
// `onward`.
Box LineAround(const Box& start, bool onward, const PageReading& reading) {
  std::vector<Box> boxes;
  for (const Word& word : reading.words) {
    if (word.grid < 0 && SameLine(word.box, start)) boxes.push_back(word.box);
  }
  std::sort(boxes.begin(), boxes.end(), [](const Box& a, const Box& b) { return a.left < b.left; });
  const int gap = reading.dpi * 4 / 5;
  Box line = start;
  for (const Box& box : boxes) {
    if (box.left >= start.left && box.left - line.right <= gap) line = line.Union(box);
  }
  for (auto box = boxes.rbegin(); !onward && box != boxes.rend(); ++box) {
    if (box->left < line.left && line.left - box->right <= gap) line = line.Union(*box);
  }
  return line;
}

// The first spot of these kinds that handwriting was looked for in.
const HandReading* SpotOf(const PageReading& reading, const std::string& kind) {
  for (const HandReading& spot : reading.hand) {
    if (spot.kind == kind && !spot.box.Empty()) return &spot;
  }
  return nullptr;
}

// "Số", "Só:", as damaged as it may be, but not the Sở of "SỞ Y TẾ".
bool IsNumberWord(const Word& word) {
  const std::string plain = StripDiacritics(word.text);
  return (plain == "so" || plain.rfind("so:", 0) == 0) && FoldKey(word.text) != "sở";
}

void AddCrop(const char* kind, const Box& line, const PageReading& reading, const Image& upright,
             std::vector<Crop>& crops) {
  const int margin = reading.dpi / 12;
  const Box box =
      Box{line.left - margin, line.top - margin, line.right + margin, line.bottom + margin}.Intersect(
          {0, 0, upright.width, upright.height});
  if (!box.Empty()) crops.push_back({kind, box, EncodePng(Cut(upright, box))});
}

}  // namespace

std::vector<Crop> CutCrops(const PageReading& reading, const Image& upright) {
  std::vector<Crop> crops;
  const HandReading *number_spot = SpotOf(reading, "number"), *date_spot = SpotOf(reading, "day");
  if (date_spot == nullptr) date_spot = SpotOf(reading, "month");
  if (number_spot != nullptr)
    AddCrop("number", LineAround(number_spot->box, false, reading), reading, upright, crops);
  if (date_spot != nullptr)
    AddCrop("date", LineAround(date_spot->box, false, reading), reading, upright, crops);
  bool number = number_spot != nullptr, date = date_spot != nullptr;
  for (const Word& word : reading.words) {
    if (word.grid >= 0 || word.box.bottom > reading.height * kHeadPart) continue;
    if (!number && IsNumberWord(word) && word.box.CentreX() < reading.width / 2) {
      AddCrop("number", LineAround(word.box, true, reading), reading, upright, crops);
      number = true;
    } else if (!date && StripDiacritics(word.text) == "ngay" && word.box.CentreX() > reading.width * 2 / 5) {
      AddCrop("date", LineAround(word.box, true, reading), reading, upright, crops);
      date = true;
    }
  }
  return crops;
}

}  // namespace trichluc
