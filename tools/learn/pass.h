// One layer of the network forward and back, as learning needs it.
#pragma once

#include <vector>

#include "net/layer.h"

namespace trichluc::learn {

struct Extent {
  int channels, height, width;
  int Area() const { return height * width; }
};

// What a layer kept of the way forward.
struct Trace {
  Extent in, middle, out;
  std::vector<float> given, values;  // of the convolution: what it saw, and what it gave, after the clipping
  std::vector<int> chosen;           // by pooling: index into values; empty where nothing is pooled
  std::vector<float> pooled;
};

// values[channels × height × width] of extent `from` through the layer; `last`: values below 0 are kept.
void Forward(const Layer& layer, const std::vector<float>& in, const Extent& from, bool last, Trace& trace);

// The reverse: `gradient` by what the layer gave; adds the slopes of its weights (turned: [in·rows·columns ×
// out]) and bias, and returns the gradient by what it was given. `turned` are the layer's weights, turned
// likewise; null: nothing is returned.
std::vector<float> Back(const Layer& layer, const float* turned, const Trace& trace, bool last,
                        const std::vector<float>& gradient, std::vector<float>* weights,
                        std::vector<float>* bias);

}  // namespace trichluc::learn
