#include "clerk/learn.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstring>
#include <stdexcept>
#include <thread>

#include "clerk/alignment.h"
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

// See hand/matrix.h. On its own: its many places in Learner would each be a copy.
[[gnu::noinline]] void Multiply(const float* a, const float* b, float* c, int m, int n, int k, bool turned = false) {
  AddProduct<kLanes>(a, b, c, m, n, k, turned);
}

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

// Of a matrix of so many rows, row by row.
std::vector<float> Turned(const std::vector<float>& matrix, int rows) {
  const size_t columns = matrix.size() / rows;
  std::vector<float> turned(matrix.size());
  for (int r = 0; r < rows; ++r) {
    for (size_t i = 0; i < columns; ++i) turned[i * rows + r] = matrix[r * columns + i];
  }
  return turned;
}

Gradients NoGradients(const Network& network) {
  Gradients none;
  for (const Layer& layer : network.layers) {
    none.weights.emplace_back(layer.weights.size());
    none.bias.emplace_back(layer.bias.size());
  }
  return none;
}

void AddUp(const std::vector<std::vector<float>>& parts, std::vector<std::vector<float>>* sum) {
  for (size_t l = 0; l < parts.size(); ++l) {
    for (size_t i = 0; i < parts[l].size(); ++i) (*sum)[l][i] += parts[l][i];
  }
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

Learner::Learner(Network network) : network_(std::move(network)), sum_(NoGradients(network_)) {
  for (const Layer& layer : network_.layers) {
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
  for (const Layer& layer : network_.layers) turned_.push_back(Turned(layer.weights, layer.out));
}

std::vector<std::vector<float>> Learner::WeightGradients() const {
  std::vector<std::vector<float>> gradients;
  for (size_t l = 0; l < network_.layers.size(); ++l) {
    const Layer& layer = network_.layers[l];
    gradients.push_back(Turned(sum_.weights[l], layer.in * layer.rows * layer.columns));
  }
  return gradients;
}

double Learner::Add(const Ink& strip, const std::string& text) { return AddTo(strip, text, &sum_); }

double Learner::AddMany(int count, int threads, const std::function<Lesson(int)>& make) {
  // So many sums whatever the threads: the order of addition decides the last bits.
  constexpr int kParts = 8;
  std::vector<Gradients> parts(kParts);
  std::atomic<int> next = 0;
  const auto work = [&] {
    for (int part = next++; part < kParts; part = next++) {
      parts[part] = NoGradients(network_);
      for (int k = part; k < count; k += kParts) {
        const Lesson lesson = make(k);
        AddTo(lesson.strip, lesson.text, &parts[part]);
      }
    }
  };
  std::vector<std::jthread> helpers;
  for (int t = 1; t < threads; ++t) helpers.emplace_back(work);
  work();
  helpers.clear();
  double loss = 0;
  int added = 0;
  for (const Gradients& part : parts) {
    AddUp(part.weights, &sum_.weights);
    AddUp(part.bias, &sum_.bias);
    loss += part.loss, added += part.added;
  }
  sum_.loss += loss, sum_.added += added;
  return added == 0 ? 0 : loss / added;
}

double Learner::AddTo(const Ink& strip, const std::string& text, Gradients* sum) const {
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
  ++sum->added;
  sum->loss += loss;
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
    // dWᵀ = patches · dYᵀ: the narrower of the two is the one that has to be turned.
    Multiply(trace.patches.data(), middle.data(), sum->weights[i].data(), depth, layer.out, area, true);
    for (int c = 0; c < layer.out; ++c) {
      float slope = 0;
      for (int p = 0; p < area; ++p) slope += middle[c * area + p];
      sum->bias[i][c] += slope;
    }
    if (i == 0) break;
    std::vector<float> patches(trace.patches.size());
    Multiply(turned_[i].data(), middle.data(), patches.data(), depth, area, layer.out);
    gradient.assign(static_cast<size_t>(trace.in.channels) * trace.in.Area(), 0.0f);
    Fold(patches.data(), layer, trace.in, trace.middle, gradient.data());
  }
  return loss;
}

void Learner::Step(double rate) {
  if (sum_.added == 0) return;
  constexpr double kFirst = 0.9, kSecond = 0.999, kTiny = 1e-8, kLongest = 5.0;
  ++steps_;
  double length = 0;
  for (const auto* all : {&sum_.weights, &sum_.bias}) {
    for (const std::vector<float>& part : *all) {
      for (float g : part) length += static_cast<double>(g) * g;
    }
  }
  length = std::sqrt(length) / sum_.added;
  const double scale = std::min(1.0, kLongest / std::max(length, 1e-12)) / sum_.added;
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
  sum_.weights = WeightGradients();
  for (size_t l = 0; l < network_.layers.size(); ++l) {
    move(network_.layers[l].weights, sum_.weights[l], moments_[0][l], moments_[1][l], mean_weights_[l]);
    move(network_.layers[l].bias, sum_.bias[l], moments_[2][l], moments_[3][l], mean_bias_[l]);
  }
  sum_.loss = sum_.added = 0;
  Turn();
}

std::vector<std::vector<float>*> Learner::Kept() {
  std::vector<std::vector<float>*> kept;
  for (Layer& layer : network_.layers) kept.insert(kept.end(), {&layer.weights, &layer.bias});
  for (auto* all : {&moments_[0], &moments_[1], &moments_[2], &moments_[3], &mean_weights_, &mean_bias_}) {
    for (std::vector<float>& part : *all) kept.push_back(&part);
  }
  return kept;
}

std::string Learner::State() const {
  std::string state(reinterpret_cast<const char*>(&steps_), sizeof steps_);
  for (const std::vector<float>* part : const_cast<Learner*>(this)->Kept())
    state.append(reinterpret_cast<const char*>(part->data()), part->size() * sizeof(float));
  return state;
}

void Learner::Restore(std::string_view state) {
  const std::vector<std::vector<float>*> kept = Kept();
  size_t size = sizeof steps_;
  for (const std::vector<float>* part : kept) size += part->size() * sizeof(float);
  if (size != state.size()) throw std::runtime_error("the state is not one of this network's training");
  std::memcpy(&steps_, state.data(), sizeof steps_);
  state.remove_prefix(sizeof steps_);
  for (std::vector<float>* part : kept) {
    std::memcpy(part->data(), state.data(), part->size() * sizeof(float));
    state.remove_prefix(part->size() * sizeof(float));
  }
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
