#include "image/bricks.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

namespace trichluc {
namespace {

using Words = std::vector<uint32_t>;

// A row of pixels, 32 a word, the leftmost in the highest bit, with clear words at both ends into which it may be moved.
class Row {
 public:
  Row(size_t words, int reach) : words_(words), pad_(static_cast<size_t>(reach) / 32 + 2) {
    row_.resize(words_ + 2 * pad_);
    next_.resize(row_.size());
  }
  void Load(const uint32_t* line) {
    std::fill(row_.begin(), row_.end(), 0);
    std::copy_n(line, words_, row_.begin() + static_cast<ptrdiff_t>(pad_));
  }
  void Store(uint32_t* line) const { std::copy_n(row_.begin() + static_cast<ptrdiff_t>(pad_), words_, line); }

  // Each pixel with those up to `n` - 1 before it: set where any is.
  void AnyBefore(int n) {
    for (int cover = 1, step = 0; cover < n; cover += step) {
      step = std::min(cover, n - cover);
      FromBefore(step, [](uint32_t here, uint32_t other) { return here | other; });
    }
  }
  // Each pixel with those up to `n` - 1 behind it: set where all are.
  void AllBehind(int n) {
    for (int cover = 1, step = 0; cover < n; cover += step) {
      step = std::min(cover, n - cover);
      FromBehind(step, [](uint32_t here, uint32_t other) { return here & other; });
    }
  }
  void MoveBack(int n) {
    FromBehind(n, [](uint32_t, uint32_t other) { return other; });
  }

 private:
  template <class Join>
  void FromBefore(int n, Join join) {
    const size_t whole = static_cast<size_t>(n) / 32;
    const int rest = n % 32;
    const uint32_t* in = row_.data();
    uint32_t* out = next_.data();
    std::copy_n(in, whole + 1, out);  // nothing comes in over the edge
    for (size_t i = whole + 1; i < row_.size(); ++i) {
      const uint64_t pair = static_cast<uint64_t>(in[i - whole - 1]) << 32 | in[i - whole];
      out[i] = join(in[i], static_cast<uint32_t>(pair >> rest));
    }
    row_.swap(next_);
  }
  template <class Join>
  void FromBehind(int n, Join join) {
    const size_t whole = static_cast<size_t>(n) / 32, last = row_.size() - whole - 1;
    const int rest = n % 32;
    const uint32_t* in = row_.data();
    uint32_t* out = next_.data();
    for (size_t i = 0; i < last; ++i) {
      const uint64_t pair = static_cast<uint64_t>(in[i + whole]) << 32 | in[i + whole + 1];
      out[i] = join(in[i], static_cast<uint32_t>(pair >> (32 - rest)));
    }
    for (size_t i = last; i < row_.size(); ++i) out[i] = join(in[i], 0);
    row_.swap(next_);
  }

  size_t words_, pad_;
  Words row_, next_;
};

// All rows of a picture, with clear ones above and below.
class Column {
 public:
  Column(Pix* pix, int reach)
      : words_(static_cast<size_t>(pixGetWpl(pix))), height_(pixGetHeight(pix)), pad_(reach) {
    rows_.resize(static_cast<size_t>(height_ + 2 * pad_) * words_);
    std::copy_n(pixGetData(pix), static_cast<size_t>(height_) * words_, At(pad_));
  }
  void Store(Pix* pix) { std::copy_n(At(pad_), static_cast<size_t>(height_) * words_, pixGetData(pix)); }

  void AnyBefore(int n) {
    for (int cover = 1, step = 0; cover < n; cover += step) {
      step = std::min(cover, n - cover);
      for (int y = height_ + 2 * pad_ - 1; y >= step; --y) {
        uint32_t* row = At(y);
        const uint32_t* other = At(y - step);
        for (size_t i = 0; i < words_; ++i) row[i] |= other[i];
      }
    }
  }
  void AllBehind(int n) {
    for (int cover = 1, step = 0; cover < n; cover += step) {
      step = std::min(cover, n - cover);
      for (int y = 0; y < height_ + 2 * pad_; ++y) {
        uint32_t* row = At(y);
        const bool inside = y + step < height_ + 2 * pad_;
        const uint32_t* other = inside ? At(y + step) : nullptr;
        for (size_t i = 0; i < words_; ++i) row[i] &= inside ? other[i] : 0;
      }
    }
  }
  void MoveBack(int n) { std::memmove(At(0), At(n), static_cast<size_t>(height_ + 2 * pad_ - n) * words_ * sizeof(uint32_t)); }

 private:
  uint32_t* At(int y) { return rows_.data() + static_cast<size_t>(y) * words_; }

  size_t words_;
  int height_, pad_;
  Words rows_;
};

PixPtr CleanCopy(Pix* mask) {
  PixPtr out(pixCopy(nullptr, mask));
  pixSetPadBits(out.get(), 0);  // they would move into the picture
  return out;
}

template <class Change>
void ByRows(Pix* pix, int reach, Change change) {
  Row row(static_cast<size_t>(pixGetWpl(pix)), reach);
  for (int y = 0; y < pixGetHeight(pix); ++y) {
    uint32_t* line = pixGetData(pix) + static_cast<size_t>(y) * pixGetWpl(pix);
    row.Load(line);
    change(row);
    row.Store(line);
  }
  pixSetPadBits(pix, 0);
}

template <class Change>
void ByColumns(Pix* pix, int reach, Change change) {
  Column column(pix, reach);
  change(column);
  column.Store(pix);
}

template <class Change>
PixPtr InBoth(Pix* mask, int width, int height, Change change) {
  PixPtr out = CleanCopy(mask);
  if (width > 1) ByRows(out.get(), width, [&](Row& row) { change(row, width); });
  if (height > 1) ByColumns(out.get(), height, [&](Column& column) { change(column, height); });
  return out;
}

}  // namespace

PixPtr Dilated(Pix* mask, int width, int height) {
  return InBoth(mask, width, height, [](auto& line, int n) {
    line.AnyBefore(n);
    line.MoveBack(n / 2);
  });
}

PixPtr Opened(Pix* mask, int width, int height) {
  // Both directions shrink before either grows.
  PixPtr out = InBoth(mask, width, height, [](auto& line, int n) { line.AllBehind(n); });
  return InBoth(out.get(), width, height, [](auto& line, int n) { line.AnyBefore(n); });
}

PixPtr Closed(Pix* mask, int width, int height) {
  if (width > 1 && height > 1) {
    const PixPtr wide(pixAddBorderGeneral(mask, width, width, height, height, 0));
    PixPtr grown = InBoth(wide.get(), width, height, [](auto& line, int n) { line.AnyBefore(n); });
    grown = InBoth(grown.get(), width, height, [](auto& line, int n) { line.AllBehind(n); });
    return PixPtr(pixRemoveBorderGeneral(grown.get(), width, width, height, height));
  }
  return InBoth(mask, width, height, [](auto& line, int n) {
    line.AnyBefore(n);
    line.AllBehind(n);
  });
}

}  // namespace trichluc
