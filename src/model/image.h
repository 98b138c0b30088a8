// A page image, or a piece of one.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace trichluc {

// 8 bits a channel, rows from the top without padding; channels 1 (grey, 0 black) or 3 (RGB).
struct Image {
  int width = 0, height = 0, channels = 1, dpi = 0;
  std::vector<uint8_t> pixels;

  bool Empty() const { return pixels.empty(); }
  const uint8_t* Row(int y) const { return pixels.data() + static_cast<size_t>(y) * width * channels; }
  uint8_t* Row(int y) { return pixels.data() + static_cast<size_t>(y) * width * channels; }
};

}  // namespace trichluc
