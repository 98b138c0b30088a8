#include "learn/pass.h"

#include <algorithm>

#include "net/matrix.h"

namespace trichluc::learn {
namespace {

#if defined __AVX512F__
constexpr int kLanes = 16;
#elif defined __AVX2__
constexpr int kLanes = 8;
#else
constexpr int kLanes = 4;
#endif

// See net/matrix.h. On its own: each place that calls it would be a copy.
[[gnu::noinline]] void Multiply(const float* a, const float* b, float* c, int m, int n, int k,
                                bool turned = false) {
  AddProduct<kLanes>(a, b, c, m, n, k, turned);
}

Window WindowOf(const Layer& layer) { return {layer.rows, layer.columns, layer.apart}; }

Extent Convolved(const Layer& layer, const Extent& in) {
  const Window window = WindowOf(layer);
  return {layer.out, window.OutHeight(in.height), window.OutWidth(in.width)};
}

Extent Pooled(const Layer& layer, const Extent& in) {
  return {in.channels, in.height / layer.pool_rows, std::max(1, in.width / layer.pool_columns)};
}

// The reverse of Unfold: patches' gradients of `count` rows from `top` on added up where they came from.
void Fold(const float* patches, const Window& window, const Extent& in, int out_width, int top, int count, float* out) {
  for (int c = 0; c < in.channels; ++c) {
    for (int dy = 0; dy < window.rows; ++dy) {
      for (int dx = 0; dx < window.columns; ++dx) {
        const int shift = dx * window.apart - window.PadX();
        for (int y = top; y < top + count; ++y, patches += out_width) {
          const int to = y + dy * window.apart - window.PadY();
          if (to < 0 || to >= in.height) continue;
          float* row = out + (c * in.height + to) * in.width + shift;
          for (int x = std::max(0, -shift); x < std::min(out_width, in.width - shift); ++x) row[x] += patches[x];
        }
      }
    }
  }
}

// Rows of a layer's answer whose patches fit into the cache together.
class Blocks {
 public:
  Blocks(const Layer& layer, const Extent& middle)
      : depth_(layer.in * layer.rows * layer.columns), middle_(middle),
        rows_(std::clamp(kFloats / (depth_ * middle.width), 1, middle.height)),
        patches(static_cast<size_t>(depth_) * rows_ * middle.width), values(static_cast<size_t>(layer.out) * rows_ * middle.width) {}

  // work(top, count, area) for each block.
  template <typename Work>
  void ForEach(const Work& work) {
    for (int top = 0; top < middle_.height; top += rows_) {
      const int count = std::min(rows_, middle_.height - top);
      work(top, count, count * middle_.width);
    }
  }
  int depth() const { return depth_; }

 private:
  static constexpr int kFloats = 1 << 16;
  int depth_;
  Extent middle_;
  int rows_;

 public:
  std::vector<float> patches, values;  // of one block
};

}  // namespace

void Forward(const Layer& layer, const std::vector<float>& in, const Extent& from, bool last, Trace& trace) {
  trace.in = from;
  trace.middle = Convolved(layer, from);
  trace.out = Pooled(layer, trace.middle);
  trace.given = in;
  const size_t area = static_cast<size_t>(trace.middle.Area());
  trace.values.resize(static_cast<size_t>(layer.out) * area);
  Blocks block(layer, trace.middle);
  block.ForEach([&](int top, int count, int part) {
    Unfold(in.data(), from.channels, from.height, from.width, WindowOf(layer), top, count, block.patches.data());
    for (int c = 0; c < layer.out; ++c) std::fill_n(block.values.begin() + static_cast<long>(c) * part, part, layer.bias[c]);
    Multiply(layer.weights.data(), block.patches.data(), block.values.data(), layer.out, part, block.depth());
    for (int c = 0; c < layer.out; ++c)
      std::copy_n(block.values.data() + static_cast<size_t>(c) * part, part, trace.values.data() + c * area + static_cast<size_t>(top) * trace.middle.width);
  });
  if (!last) {
    for (float& value : trace.values) value = std::max(value, 0.0f);
  }
  trace.chosen.clear();
  if (layer.pool_rows == 1 && layer.pool_columns == 1) {
    trace.pooled = trace.values;
    return;
  }
  trace.pooled.clear();
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
  std::vector<float> middle;
  if (trace.chosen.empty()) {
    middle = gradient;
  } else {
    middle.resize(trace.values.size());
    for (size_t p = 0; p < gradient.size(); ++p) middle[static_cast<size_t>(trace.chosen[p])] += gradient[p];
  }
  if (!last) {
    for (size_t p = 0; p < middle.size(); ++p) middle[p] = trace.values[p] > 0 ? middle[p] : 0;
  }
  const size_t area = static_cast<size_t>(trace.middle.Area());
  for (int c = 0; c < layer.out; ++c) {
    float slope = 0;
    for (size_t p = 0; p < area; ++p) slope += middle[static_cast<size_t>(c) * area + p];
    (*bias)[c] += slope;
  }
  std::vector<float> given(turned == nullptr ? 0 : trace.given.size());
  const Window window = WindowOf(layer);
  Blocks block(layer, trace.middle);
  block.ForEach([&](int top, int count, int part) {
    Unfold(trace.given.data(), trace.in.channels, trace.in.height, trace.in.width, window, top, count, block.patches.data());
    for (int c = 0; c < layer.out; ++c)
      std::copy_n(middle.data() + c * area + static_cast<size_t>(top) * trace.middle.width, part, block.values.data() + static_cast<size_t>(c) * part);
    // dWᵀ = patches · dYᵀ: the narrower of the two is the one that has to be turned.
    Multiply(block.patches.data(), block.values.data(), weights->data(), block.depth(), layer.out, part, true);
    if (turned == nullptr) return;
    std::fill(block.patches.begin(), block.patches.end(), 0.0f);
    Multiply(turned, block.values.data(), block.patches.data(), block.depth(), part, layer.out);
    Fold(block.patches.data(), window, trace.in, trace.middle.width, top, count, given.data());
  });
  return given;
}

}  // namespace trichluc::learn
