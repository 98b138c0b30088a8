// The network of a Tesseract model, as src/lstm of Tesseract 5.3 writes it into the "lstm" component of a
// .traineddata file.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace trichluc::lstm {

// Weights of bytes, row by row; a row belongs to one output and ends with its bias. An output is its row's
// sum of products, the bias counted 127 times, times the row's scale.
struct Matrix {
  int outputs = 0, inputs = 0;  // the bias not counted
  std::vector<std::int8_t> weights;
  std::vector<float> scales;
};

// A layer of long short-term memory. Its inputs are the layer's below and, behind them, its own outputs of
// the step before.
struct Memory {
  enum Gate { kCell, kInput, kForget, kOutput, kGates };
  Matrix gates[kGates];
  int inputs = 0, outputs = 0;
  bool reversed = false;  // runs from the right
};

// Of the one shape that Tesseract's models of printed lines have: [1,H,0,1Ct…Mp…Lfys… Lfx…/Lrx… O1c…]
struct Model {
  int height = 0;                       // of a line's image, pixels
  int half_width = 0, half_height = 0;  // of the convolution's window
  Matrix convolution;                   // columns of the window, each from above; tanh
  int pool_width = 0, pool_height = 0;
  Memory columns;            // from the top of each column to its foot; what it ends with is the column
  std::vector<Memory> rows;  // along the line
  Matrix letters;            // softmax
  std::uint64_t seed = 0;    // of what stands for pixels beyond the image
};

// `traineddata`: the whole file. Nothing when its network has another shape, has weights of real numbers, or
// ends early.
std::optional<Model> ParseModel(std::string_view traineddata);

}  // namespace trichluc::lstm
