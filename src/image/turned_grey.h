// A grey picture turned about its middle, as Leptonica's pixRotateAMGray does it: each pixel is the mean of four by the 16ths of a pixel
// that it covers of each. Private to the room.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace trichluc {

class TurnedGrey {
 public:
  // `pixels`: `height` rows of `width` bytes, of which kBeyond more are there to be read. `angle`: radians, clockwise.
  static constexpr size_t kBeyond = 4;
  TurnedGrey(const uint8_t* pixels, int width, int height, float angle);

  // Row `y` of the turned picture, `width` bytes; `outside` where nothing of the picture comes to lie.
  void Row(int y, uint8_t outside, uint8_t* out) const;

 private:
  struct Line;  // what is the same for a row
  void Plain(const Line& line, int from, uint8_t* out) const;
  int Wide(const Line& line, uint8_t* out) const;

  const uint8_t* pixels_;
  int width_, height_;
  float sine_, cosine_;                 // times 16
  std::vector<float> across_, upward_;  // of each column: its share in the 16ths to the right and down
};

}  // namespace trichluc
