// A small convolutional network that reads a strip of ink from left to right: for each step of its width the
// chance of each sign, or of none (connectionist temporal classification; Graves et al. 2006). Trained by
// tools/hand.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "net/layer.h"

namespace trichluc {

// Ink on paper: 0 paper, 1 ink; rows from the top. Strips for the network are kStripHeight rows high.
struct Ink {
  int width = 0, height = 0;
  std::vector<float> values;
};
constexpr int kStripHeight = 32;

struct Network {
  std::string signs;  // what the outputs 1, 2, … mean; output 0 is "no sign here"
  std::vector<Layer> layers;
  float softness =
      1;  // outputs are divided by it, so that chances are as good as they say (measured after training)
};

// Weights as 16-bit parts of the largest of their row. Damaged bytes: std::runtime_error.
std::string Pack(const Network& network);
Network Unpack(std::string_view bytes);

// Chances of the outputs, step by step: [steps][1 + signs]. Needs a strip of kStripHeight rows; each step is
// the product of the pool_columns wide. Narrow strips have at least one step.
std::vector<std::vector<float>> Run(const Network& network, const Ink& strip);

}  // namespace trichluc
