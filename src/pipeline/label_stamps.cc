#include "pipeline/label_stamps.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "image/label.h"
#include "model/pixels.h"
#include "pipeline/erase_inside.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr double kUpper = 0.55, kLeft = 0.65;  // of the page: where the middle of a stamp lies
constexpr double kMargin = 1;                  // mm
constexpr double kFurther = 1.5;               // degrees: the frame may lie a little otherwise than its words
constexpr int kEnough = 40;                    // pixels: height of a letter as it is read

// Without marks and blanks.
constexpr std::array<std::string_view, 7> kLabels = {"hoatoc", "hoatochengio", "khan", "thuongkhan", "mat", "toimat", "tuyetmat"};

std::string Letters(const std::vector<Word>& words) {
  std::string letters;
  for (const Word& word : words) letters += StripDiacritics(word.text);
  std::erase_if(letters, [](char c) { return c < 'a' || c > 'z'; });
  return letters;
}

// What was read, where it says a label but for one letter in five; else nothing. Of all that could stand there so few words are
// spelt by no chance: they are surer than the engine is of them.
std::vector<Word> AsLabel(std::vector<Word> words) {
  constexpr float kExact = 0.95f, kNear = 0.85f;
  const std::string letters = Letters(words);
  const auto known = std::find_if(kLabels.begin(), kLabels.end(), [&](std::string_view label) {
    const size_t limit = label.size() / 5;
    return EditDistance(letters, std::string(label), limit) <= limit;
  });
  if (known == kLabels.end()) return {};
  std::erase_if(words, [](const Word& word) { return Letters({word}).empty(); });
  for (Word& word : words) word.confidence = std::max(word.confidence, letters == *known ? kExact : kNear);
  return words;
}

std::vector<Word> ReadLabel(const Image& ink, OcrEngine& engine) {
  const std::optional<double> turn = TurnOfLabel(ink);
  if (!turn) return {};
  for (const double further : {0.0, kFurther, -kFurther}) {
    int em = 0;
    const Image letters = LettersOfLabel(ink, *turn + further, &em);
    if (letters.Empty()) continue;
    std::vector<Word> words = AsLabel(engine.Read(Enlarge(letters, std::max(1, (kEnough + em - 1) / em)), ReadAs::kLine));
    if (!words.empty()) return words;
  }
  return {};
}

Box BoxOf(const std::vector<Word>& words) {
  Box all;
  for (const Word& word : words) all = all.Union(word.box);
  return all;
}

// As if the stamp lay level in its box.
void PlaceIn(const Box& box, std::vector<Word>* words) {
  const Box all = BoxOf(*words);
  const double scale = static_cast<double>(box.Width()) / std::max(1, all.Width());
  const int half = std::max(1, std::min(box.Height() / 4, static_cast<int>(scale * all.Height() / 2)));
  for (Word& word : *words) {
    word.box = {box.left + static_cast<int>(scale * (word.box.left - all.left)), box.CentreY() - half,
                box.left + static_cast<int>(scale * (word.box.right - all.left)), box.CentreY() + half};
  }
}

bool StandsInPlace(const Box& box, const Image& page) {
  return box.CentreY() < kUpper * page.height && box.CentreX() < kLeft * page.width;
}

Box WithMargin(const Box& box, const Image& page) {
  const int margin = Pixels(kMargin, page.dpi);
  return Box{box.left - margin, box.top - margin, box.right + margin, box.bottom + margin}.Intersect({0, 0, page.width, page.height});
}

std::vector<Word> ReadRedLabels(PageImage* page, OcrEngine& engine) {
  std::vector<Word> words;
  if (page->red.Empty()) return words;
  for (Region& region : page->regions) {
    if (region.kind != "stamp" || region.colour != "red" || !StandsInPlace(region.box, page->red)) continue;
    std::vector<Word> read = ReadLabel(Cut(page->red, WithMargin(region.box, page->red)), engine);
    if (read.empty()) continue;
    PlaceIn(region.box, &read);
    region = {"label", BoxOf(read), "red"};
    words.insert(words.end(), read.begin(), read.end());
  }
  return words;
}

std::vector<Word> ReadBlackLabels(PageImage* page, OcrEngine& engine) {
  std::vector<Word> words;
  const Image& upright = page->upright;
  const Box part{0, 0, static_cast<int>(kLeft * upright.width), static_cast<int>(kUpper * upright.height)};
  for (const Box& box : FindLabelFrames(upright, part)) {
    std::vector<Word> read = ReadLabel(Cut(upright, WithMargin(box, upright)), engine);
    if (read.empty()) continue;
    PlaceIn(box, &read);
    words.insert(words.end(), read.begin(), read.end());
    page->regions.push_back({"label", BoxOf(read), "black"});
    const Box around = WithMargin(box, upright);
    EraseInside(page->text, around);
    const auto within = [&](const Box& other) { return other.Intersect(around) == other; };
    std::erase_if(page->grids, [&](const Grid& grid) { return within(grid.box); });
    std::erase_if(page->rules, within);
  }
  return words;
}

}  // namespace

std::vector<Word> TakeOffLabelStamps(PageImage* page, OcrEngine& engine) {
  std::vector<Word> words = ReadRedLabels(page, engine);
  for (Word& word : ReadBlackLabels(page, engine)) words.push_back(std::move(word));
  return words;
}

}  // namespace trichluc
