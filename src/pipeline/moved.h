// Boxes of a piece of a page as boxes of the page.
#pragma once

#include <vector>

#include "model/geometry.h"
#include "model/reading.h"

namespace trichluc {

inline Box Moved(const Box& box, int dx, int dy) {
  return {box.left + dx, box.top + dy, box.right + dx, box.bottom + dy};
}

inline void Move(std::vector<Word>* words, int dx, int dy) {
  for (Word& word : *words) word.box = Moved(word.box, dx, dy);
}

}  // namespace trichluc
