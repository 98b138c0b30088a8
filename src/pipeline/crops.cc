#include "pipeline/crops.h"

#include <algorithm>

#include "image/analyse.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr double kHeadPart = 0.4;  // of the page height: where letterheads stand

bool SameLine(const Box& a, const Box& b) {
  return std::min(a.bottom, b.bottom) - std::max(a.top, b.top) > std::min(a.Height(), b.Height()) / 2;
}

// The words of the line that begins at `first`, up to a gap as wide as two centimetres.
Box LineFrom(const Word& first, const PageReading& reading) {
  std::vector<Box> boxes;
  for (const Word& word : reading.words) {
    if (word.grid < 0 && word.box.left >= first.box.left && SameLine(word.box, first.box))
      boxes.push_back(word.box);
  }
  std::sort(boxes.begin(), boxes.end(), [](const Box& a, const Box& b) { return a.left < b.left; });
  Box line = first.box;
  for (const Box& box : boxes) {
    if (box.left - line.right > reading.dpi * 4 / 5) break;
    line = line.Union(box);
  }
  return line;
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
  bool number = false, date = false;
  for (size_t i = 0; i < reading.words.size(); ++i) {
    const Word& word = reading.words[i];
    if (word.grid >= 0 || word.box.bottom > reading.height * kHeadPart) continue;
    const std::string plain = StripDiacritics(word.text);
    if (!number && (plain == "so" || plain.rfind("so:", 0) == 0) && word.box.CentreX() < reading.width / 2) {
      AddCrop("number", LineFrom(word, reading), reading, upright, crops);
      number = true;
    } else if (!date && plain == "ngay" && word.box.CentreX() > reading.width * 2 / 5) {
      AddCrop("date", LineFrom(word, reading), reading, upright, crops);
      date = true;
    }
  }
  return crops;
}

}  // namespace trichluc
