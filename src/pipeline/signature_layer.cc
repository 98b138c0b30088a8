#include "pipeline/signature_layer.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "text/text.h"

namespace trichluc {
namespace {

constexpr double kNear = 0.8;  // of a word's height: white between words of one block

struct LayerBlock {
  std::vector<LayerWord> words;
  double left = 1e9, top = 1e9, right = -1e9, bottom = -1e9;  // points

  void Add(const LayerWord& word) {
    words.push_back(word);
    left = std::min(left, word.left), top = std::min(top, word.top);
    right = std::max(right, word.right), bottom = std::max(bottom, word.bottom);
  }
};

bool Touch(const LayerWord& a, const LayerWord& b) {
  const double near = kNear * std::max(a.bottom - a.top, b.bottom - b.top);
  return a.left < b.right + near && b.left < a.right + near && a.top < b.bottom + near && b.top < a.bottom + near;
}

std::vector<LayerBlock> BlocksOf(const std::vector<LayerWord>& words) {
  std::vector<LayerBlock> blocks;
  std::vector<bool> taken(words.size());
  for (size_t start = 0; start < words.size(); ++start) {
    if (taken[start]) continue;
    LayerBlock block;
    std::vector<size_t> members = {start};
    taken[start] = true;
    for (size_t at = 0; at < members.size(); ++at) {
      for (size_t i = 0; i < words.size(); ++i) {
        if (taken[i] || !Touch(words[members[at]], words[i])) continue;
        taken[i] = true;
        members.push_back(i);
      }
    }
    std::sort(members.begin(), members.end());
    for (const size_t i : members) block.Add(words[i]);
    blocks.push_back(std::move(block));
  }
  return blocks;
}

bool IsTimeOfDay(std::string_view text) {
  constexpr std::string_view kForm = "00:00:00";
  return text.size() == kForm.size() && std::equal(text.begin(), text.end(), kForm.begin(), [](char c, char form) {
           return form == '0' ? c >= '0' && c <= '9' : c == form;
         });
}

bool IsSignature(const LayerBlock& block) {
  std::string before;
  for (const LayerWord& word : block.words) {
    const std::string key = StripDiacritics(word.text);
    const bool label = (before == "ky" && key == "boi:") || (before == "nguoi" && key == "ky:");
    if (label || IsTimeOfDay(word.text) || word.text.find('@') != std::string::npos) return true;
    before = key;
  }
  return false;
}

// From points of the page as drawn to pixels of the upright page, which is turned back about its middle.
class ToUpright {
 public:
  ToUpright(int width, int height, const PageReading& reading)
      : scale_(reading.dpi / 72.0), from_x_(width / 2.0), from_y_(height / 2.0), to_x_(reading.width / 2.0), to_y_(reading.height / 2.0) {
    const double radians = -Measured(reading, "skew_degrees") * M_PI / 180;
    cos_ = std::cos(radians), sin_ = std::sin(radians);
  }

  Box operator()(double left, double top, double right, double bottom) const {
    const double x = scale_ * (left + right) / 2 - from_x_, y = scale_ * (top + bottom) / 2 - from_y_;
    const double across = to_x_ + x * cos_ - y * sin_, down = to_y_ + x * sin_ + y * cos_;
    const double half = scale_ * (right - left) / 2, high = scale_ * (bottom - top) / 2;
    const auto round = [](double value) { return static_cast<int>(std::lround(value)); };
    return {round(across - half), round(down - high), round(across + half), round(down + high)};
  }

 private:
  double scale_, from_x_, from_y_, to_x_, to_y_, cos_ = 1, sin_ = 0;
};

}  // namespace

void PutSignatureBlocks(const std::vector<LayerWord>& words, int width, int height, PageReading* reading) {
  constexpr float kExact = 0.99f;
  constexpr double kAbove = 0.15, kBelow = 0.1;  // of a line's height: no ink there
  const bool as_drawn = Measured(*reading, "turned_degrees") == 0 && Measured(*reading, "trimmed_share") == 0;
  if (!as_drawn) return;
  const ToUpright at(width, height, *reading);
  for (const LayerBlock& block : BlocksOf(words)) {
    if (!IsSignature(block)) continue;
    const Box box = at(block.left, block.top, block.right, block.bottom);
    std::erase_if(reading->words, [&](const Word& word) { return box.Contains(word.box.CentreX(), word.box.CentreY()); });
    for (const LayerWord& word : block.words) {
      const double high = word.bottom - word.top;
      reading->words.push_back({word.text, at(word.left, word.top + kAbove * high, word.right, word.bottom - kBelow * high), kExact});
    }
    reading->regions.push_back({"label", box, ""});
  }
}

}  // namespace trichluc
