#include "clerk/pass.h"

#include <algorithm>

#include "hand/matrix.h"

namespace trichluc::clerk {
namespace {

#if defined __AVX512F__
constexpr int kLanes = 16;
#elif defined __AVX2__
constexpr int kLanes = 8;
#else
constexpr int kLanes = 4;
#endif

// See hand/matrix.h. On its own: each place that calls it would be a copy.
[[gnu::noinline]] void Multiply(const float* a, const float* b, float* c, int m, int n, int k,
                                bool turned = false) {
  AddProduct<kLanes>(a, b, c, m, n, k, turned);
}

Extent Convolved(const Layer& layer, const Extent& in) {
  return {layer.out, in.height + 2 * ((layer.rows - 1) / 2) - layer.rows + 1,
          in.width + 2 * ((layer.columns - 1) / 2) - layer.columns + 1};
}

Extent Pooled(const Layer& layer, const Extent& in) {
  return {in.channels, in.height / layer.pool_rows, std::max(1, in.width / layer.pool_columns)};
}

// The reverse of Unfold: patches' gradients added up where they came from.
void Fold(const float* patches, const Layer& layer, const Extent& in, const Extent& middle, float* out) {
  const int pad_y = (layer.rows - 1) / 2, pad_x = (layer.columns - 1) / 2;
  for (int c = 0; c < in.channels; ++c) {
    for (int dy = 0; dy < layer.rows; ++dy) {
      for (int dx = 0; dx < layer.columns; ++dx) {
        for (int y = 0; y < middle.height; ++y, patches += middle.width) {
          const int to = y + dy - pad_y;
          if (to < 0 || to >= in.height) continue;
          float* row = out + (c * in.height + to) * in.width;
          for (int x = std::max(0, pad_x - dx); x < std::min(middle.width, in.width + pad_x - dx); ++x) {
            row[x + dx - pad_x] += patches[x];
          }
        }
      }
    }
  }
}

}  // namespace

void Forward(const Layer& layer, const std::vector<float>& in, const Extent& from, bool last, Trace& trace) {
  trace.in = from;
  trace.middle = Convolved(layer, from);
  trace.out = Pooled(layer, trace.middle);
  const int area = trace.middle.Area(), depth = layer.in * layer.rows * layer.columns;
  trace.patches.resize(static_cast<size_t>(depth) * area);
  Unfold(in.data(), from.channels, from.height, from.width, layer.rows, layer.columns, trace.patches.data());
  trace.values.resize(static_cast<size_t>(layer.out) * area);
  for (int c = 0; c < layer.out; ++c)
    std::fill_n(trace.values.begin() + static_cast<long>(c) * area, area, layer.bias[c]);
  Multiply(layer.weights.data(), trace.patches.data(), trace.values.data(), layer.out, area, depth);
  if (!last) {
    for (float& value : trace.values) value = std::max(value, 0.0f);
  }
  trace.pooled.clear();
  trace.chosen.clear();
  for (int c = 0; c < trace.out.channels; ++c) {
    for (int y = 0; y < trace.out.height; ++y) {
      for (int x = 0; x < trace.out.width; ++x) {
        int best = -1;
        for (int dy = 0; dy < layer.pool_rows; ++dy) {
          for (int dx = 0; dx < layer.pool_columns && x * layer.pool_columns + dx < trace.middle.width;
               ++dx) {
            const int at = (c * trace.middle.height + y * layer.pool_rows + dy) * trace.middle.width +
                           x * layer.pool_columns + dx;
            if (best < 0 || trace.values[at] > trace.values[best]) best = at;
          }
        }
        trace.chosen.push_back(best);
        trace.pooled.push_back(trace.values[best]);
      }
    }
  }
}

std::vector<float> Back(const Layer& layer, const float* turned, const Trace& trace, bool last,
                        const std::vector<float>& gradient, std::vector<float>* weights,
                        std::vector<float>* bias) {
  const int area = trace.middle.Area(), depth = layer.in * layer.rows * layer.columns;
  std::vector<float> middle(trace.values.size());
  for (size_t p = 0; p < gradient.size(); ++p) middle[trace.chosen[p]] += gradient[p];
  if (!last) {
    for (size_t p = 0; p < middle.size(); ++p) {
      if (trace.values[p] <= 0) middle[p] = 0;
    }
  }
  // dWᵀ = patches · dYᵀ: the narrower of the two is the one that has to be turned.
  Multiply(trace.patches.data(), middle.data(), weights->data(), depth, layer.out, area, true);
  for (int c = 0; c < layer.out; ++c) {
    float slope = 0;
    for (int p = 0; p < area; ++p) slope += middle[static_cast<size_t>(c) * area + p];
    (*bias)[c] += slope;
  }
  if (turned == nullptr) return {};
  std::vector<float> patches(trace.patches.size());
  Multiply(turned, middle.data(), patches.data(), depth, area, layer.out);
  std::vector<float> given(static_cast<size_t>(trace.in.channels) * trace.in.Area());
  Fold(patches.data(), layer, trace.in, trace.middle, given.data());
  return given;
}

}  // namespace trichluc::clerk
