#include "pipeline/signs.h"

#include <algorithm>

#include "image/analyse.h"
#include "image/bar.h"

namespace trichluc {

int CorrectSigns(const Image& text, std::vector<Word>& words) {
  int changed = 0;
  for (Word& word : words) {
    const bool less = word.text[0] == '<', more = word.text[0] == '>';
    if (!less && !more) continue;
    // The bar hangs below what the engine took for the sign.
    const int below = std::max(2, word.box.Height() / 3);
    const Box box =
        Box{word.box.left - 1, word.box.top - 1, word.box.right + 1, word.box.bottom + below}.Intersect(
            {0, 0, text.width, text.height});
    if (!StandsOnBar(Cut(text, box))) continue;
    word.text.replace(0, 1, less ? "≤" : "≥");
    ++changed;
  }
  return changed;
}

}  // namespace trichluc
