#include "clerk/learn.h"

#include <algorithm>
#include <cmath>

#include "hand/matrix.h"

namespace trichluc::clerk {
namespace {

struct Shape {
  int channels, height, width;
  int Area() const { return height * width; }
};

Shape Convolved(const Layer& layer, const Shape& in) {
  return {layer.out, in.height + 2 * ((layer.rows - 1) / 2) - layer.rows + 1,
          in.width + 2 * ((layer.columns - 1) / 2) - layer.columns + 1};
}

Shape Pooled(const Layer& layer, const Shape& in) {
  return {in.channels, in.height / layer.pool_rows, std::max(1, in.width / layer.pool_columns)};
}

// What a layer kept of the way forward.
struct Trace {
  Shape in, middle, out;
  std::vector<float> patches, values;  // of the convolution, after the clipping
  std::vector<int> chosen;             // by pooling: index into values
  std::vector<float> pooled;
};

void Forward(const Layer& layer, const std::vector<float>& in, const Shape& shape, bool last, Trace& trace) {
  trace.in = shape;
  trace.middle = Convolved(layer, shape);
  trace.out = Pooled(layer, trace.middle);
  const int area = trace.middle.Area(), depth = layer.in * layer.rows * layer.columns;
  trace.patches.resize(static_cast<size_t>(depth) * area);
  Unfold(in.data(), shape.channels, shape.height, shape.width, layer.rows, layer.columns,
         trace.patches.data());
  trace.values.resize(static_cast<size_t>(layer.out) * area);
  for (int c = 0; c < layer.out; ++c)
    std::fill_n(trace.values.begin() + static_cast<long>(c) * area, area, layer.bias[c]);
  AddProduct(layer.weights.data(), trace.patches.data(), trace.values.data(), layer.out, area, depth);
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

// The reverse of Unfold: patches' gradients added up where they came from.
void Fold(const float* patches, const Layer& layer, const Shape& in, const Shape& middle, float* out) {
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

double LogAdd(double a, double b) {
  if (a < b) std::swap(a, b);
  return b < a - 40 ? a : a + std::log1p(std::exp(b - a));
}

// Gradient of −log P(text) by the outputs, in place of the outputs [signs × steps]; returns −log P, negative
// when the text cannot stand in so few steps.
double AlignmentLoss(const std::string& signs, const std::string& text, int steps,
                     std::vector<float>& outputs) {
  const int count = static_cast<int>(signs.size()) + 1;
  std::vector<int> labels{0};
  for (char c : text) {
    labels.push_back(static_cast<int>(signs.find(c)) + 1);
    labels.push_back(0);
  }
  const int states = static_cast<int>(labels.size());
  constexpr double kNever = -1e30;  // log 0
  std::vector<double> logs(static_cast<size_t>(steps) * count);
  for (int t = 0; t < steps; ++t) {
    double largest = -1e30, sum = 0;
    for (int c = 0; c < count; ++c) largest = std::max<double>(largest, outputs[c * steps + t]);
    for (int c = 0; c < count; ++c) sum += std::exp(outputs[c * steps + t] - largest);
    for (int c = 0; c < count; ++c) logs[t * count + c] = outputs[c * steps + t] - largest - std::log(sum);
  }
  const auto skip = [&](int s) { return s >= 2 && labels[s] != 0 && labels[s] != labels[s - 2]; };
  std::vector<double> ahead(static_cast<size_t>(steps) * states, kNever), back = ahead;
  for (int t = 0; t < steps; ++t) {
    for (int s = 0; s < states; ++s) {
      double sum = kNever;
      if (t == 0) {
        if (s < 2) sum = 0;
      } else {
        sum = ahead[(t - 1) * states + s];
        if (s >= 1) sum = LogAdd(sum, ahead[(t - 1) * states + s - 1]);
        if (skip(s)) sum = LogAdd(sum, ahead[(t - 1) * states + s - 2]);
      }
      ahead[t * states + s] = sum + logs[t * count + labels[s]];
    }
  }
  for (int t = steps - 1; t >= 0; --t) {
    for (int s = 0; s < states; ++s) {
      double sum = kNever;
      if (t == steps - 1) {
        if (s >= states - 2) sum = 0;
      } else {
        const auto next = [&](int to) {
          return back[(t + 1) * states + to] + logs[(t + 1) * count + labels[to]];
        };
        sum = next(s);
        if (s + 1 < states) sum = LogAdd(sum, next(s + 1));
        if (s + 2 < states && skip(s + 2)) sum = LogAdd(sum, next(s + 2));
      }
      back[t * states + s] = sum;
    }
  }
  double total = ahead[(steps - 1) * states + states - 1];
  if (states > 1) total = LogAdd(total, ahead[(steps - 1) * states + states - 2]);
  if (total < kNever / 2) return -1;
  for (int t = 0; t < steps; ++t) {
    std::vector<double> share(count, 0.0);
    for (int s = 0; s < states; ++s) {
      const double at = ahead[t * states + s] + back[t * states + s] - total;
      if (at > -30) share[labels[s]] += std::exp(at);
    }
    for (int c = 0; c < count; ++c) {
      outputs[c * steps + t] = static_cast<float>(std::exp(logs[t * count + c]) - share[c]);
    }
  }
  return -total;
}

}  // namespace

Network FreshNetwork(const std::string& signs, Random* random) {
  Network network;
  network.signs = signs;
  const auto add = [&](int out, int rows, int columns, int pool_rows, int pool_columns) {
    const int in = network.layers.empty() ? 1 : network.layers.back().out;
    Layer layer{in, out, rows, columns, pool_rows, pool_columns, {}, std::vector<float>(out)};
    const double spread = std::sqrt(2.0 / (in * rows * columns));
    for (int i = 0; i < out * in * rows * columns; ++i) {
      layer.weights.push_back(static_cast<float>(spread * random->Gauss()));
    }
    network.layers.push_back(std::move(layer));
  };
  add(12, 3, 3, 2, 2);
  add(24, 3, 3, 2, 2);
  add(48, 3, 3, 2, 1);
  add(64, 3, 3, 2, 1);
  add(80, 3, 3, 1, 1);
  add(112, 2, 3, 1, 1);
  add(112, 1, 3, 1, 1);
  add(static_cast<int>(signs.size()) + 1, 1, 1, 1, 1);
  return network;
}

Learner::Learner(Network network) : network_(std::move(network)) {
  for (const Layer& layer : network_.layers) {
    weight_gradients_.emplace_back(layer.weights.size());
    bias_gradients_.emplace_back(layer.bias.size());
    mean_weights_.push_back(layer.weights);
    mean_bias_.push_back(layer.bias);
    for (int k = 0; k < 2; ++k) {
      moments_[k].emplace_back(layer.weights.size());
      moments_[2 + k].emplace_back(layer.bias.size());
    }
  }
  Turn();
}

// Weights transposed, for the way back.
void Learner::Turn() {
  turned_.clear();
  for (const Layer& layer : network_.layers) {
    const int depth = layer.in * layer.rows * layer.columns;
    std::vector<float> turned(layer.weights.size());
    for (int c = 0; c < layer.out; ++c) {
      for (int i = 0; i < depth; ++i) turned[i * layer.out + c] = layer.weights[c * depth + i];
    }
    turned_.push_back(std::move(turned));
  }
}

double Learner::Add(const Ink& strip, const std::string& text) {
  const size_t count = network_.layers.size();
  std::vector<Trace> traces(count);
  Shape shape{1, strip.height, strip.width};
  const std::vector<float>* values = &strip.values;
  for (size_t i = 0; i < count; ++i) {
    Forward(network_.layers[i], *values, shape, i + 1 == count, traces[i]);
    values = &traces[i].pooled;
    shape = traces[i].out;
  }
  std::vector<float> gradient = traces.back().pooled;
  const double loss = AlignmentLoss(network_.signs, text, shape.width, gradient);
  if (loss < 0) return loss;
  ++added_;
  for (size_t i = count; i-- > 0;) {
    const Layer& layer = network_.layers[i];
    const Trace& trace = traces[i];
    const int area = trace.middle.Area(), depth = layer.in * layer.rows * layer.columns;
    std::vector<float> middle(trace.values.size());
    for (size_t p = 0; p < gradient.size(); ++p) middle[trace.chosen[p]] += gradient[p];
    if (i + 1 < count) {
      for (size_t p = 0; p < middle.size(); ++p) {
        if (trace.values[p] <= 0) middle[p] = 0;
      }
    }
    // dW = dY · patchesᵀ
    AddProduct(middle.data(), trace.patches.data(), weight_gradients_[i].data(), layer.out, depth, area,
               true);
    for (int c = 0; c < layer.out; ++c) {
      float sum = 0;
      for (int p = 0; p < area; ++p) sum += middle[c * area + p];
      bias_gradients_[i][c] += sum;
    }
    if (i == 0) break;
    std::vector<float> patches(trace.patches.size());
    AddProduct(turned_[i].data(), middle.data(), patches.data(), depth, area, layer.out);
    gradient.assign(static_cast<size_t>(trace.in.channels) * trace.in.Area(), 0.0f);
    Fold(patches.data(), layer, trace.in, trace.middle, gradient.data());
  }
  return loss;
}

void Learner::Step(double rate) {
  if (added_ == 0) return;
  constexpr double kFirst = 0.9, kSecond = 0.98, kTiny = 1e-8, kLongest = 5.0;
  ++steps_;
  double length = 0;
  for (const auto* all : {&weight_gradients_, &bias_gradients_}) {
    for (const std::vector<float>& part : *all) {
      for (float g : part) length += static_cast<double>(g) * g;
    }
  }
  length = std::sqrt(length) / added_;
  const double scale = std::min(1.0, kLongest / std::max(length, 1e-12)) / added_;
  const double first = 1 - std::pow(kFirst, steps_), second = 1 - std::pow(kSecond, steps_);
  const float keep = static_cast<float>(std::min(0.999, 1.0 - 1.0 / (1 + steps_ * 0.1)));
  const auto move = [&](std::vector<float>& values, std::vector<float>& gradients, std::vector<float>& m,
                        std::vector<float>& v, std::vector<float>& mean) {
    for (size_t i = 0; i < values.size(); ++i) {
      const float g = static_cast<float>(gradients[i] * scale);
      m[i] = static_cast<float>(kFirst) * m[i] + static_cast<float>(1 - kFirst) * g;
      v[i] = static_cast<float>(kSecond) * v[i] + static_cast<float>(1 - kSecond) * g * g;
      values[i] -= static_cast<float>(rate / first) * m[i] /
                   (std::sqrt(v[i] / static_cast<float>(second)) + static_cast<float>(kTiny));
      mean[i] = keep * mean[i] + (1 - keep) * values[i];
      gradients[i] = 0;
    }
  };
  for (size_t l = 0; l < network_.layers.size(); ++l) {
    move(network_.layers[l].weights, weight_gradients_[l], moments_[0][l], moments_[1][l], mean_weights_[l]);
    move(network_.layers[l].bias, bias_gradients_[l], moments_[2][l], moments_[3][l], mean_bias_[l]);
  }
  added_ = 0;
  Turn();
}

Network Learner::Averaged() const {
  Network averaged = network_;
  for (size_t l = 0; l < averaged.layers.size(); ++l) {
    averaged.layers[l].weights = mean_weights_[l];
    averaged.layers[l].bias = mean_bias_[l];
  }
  return averaged;
}

}  // namespace trichluc::clerk
