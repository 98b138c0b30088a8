// Boxes on a page. Pixels of the page image at its stated dpi, origin top left, right and bottom exclusive.
#pragma once

#include <algorithm>
#include <string>

namespace trichluc {

struct Box {
  int left = 0, top = 0, right = 0, bottom = 0;

  int Width() const { return right - left; }
  int Height() const { return bottom - top; }
  long Area() const { return Empty() ? 0 : static_cast<long>(Width()) * Height(); }
  int CentreX() const { return (left + right) / 2; }
  int CentreY() const { return (top + bottom) / 2; }
  bool Empty() const { return right <= left || bottom <= top; }
  bool Contains(int x, int y) const { return x >= left && x < right && y >= top && y < bottom; }
  bool operator==(const Box&) const = default;

  // The smallest box around both; an empty box adds nothing.
  Box Union(const Box& other) const {
    if (Empty()) return other;
    if (other.Empty()) return *this;
    return {std::min(left, other.left), std::min(top, other.top), std::max(right, other.right),
            std::max(bottom, other.bottom)};
  }
  // The common part, empty when there is none.
  Box Intersect(const Box& other) const {
    Box box{std::max(left, other.left), std::max(top, other.top), std::min(right, other.right),
            std::min(bottom, other.bottom)};
    return box.Empty() ? Box{} : box;
  }
};

// Whether two words stand on one line: more than half of the lower one's height lies beside the other.
inline bool SameLine(const Box& a, const Box& b) {
  return std::min(a.bottom, b.bottom) - std::max(a.top, b.top) > std::min(a.Height(), b.Height()) / 2;
}

std::string Dump(const Box& box);  // "left,top-right,bottom"

}  // namespace trichluc
