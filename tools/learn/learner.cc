#include "learn/learner.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstring>
#include <stdexcept>
#include <thread>

namespace trichluc::learn {
namespace {

// Of a matrix of so many rows, row by row.
std::vector<float> Turned(const std::vector<float>& matrix, int rows) {
  const size_t columns = matrix.size() / rows;
  std::vector<float> turned(matrix.size());
  for (int r = 0; r < rows; ++r) {
    for (size_t i = 0; i < columns; ++i) turned[i * rows + r] = matrix[r * columns + i];
  }
  return turned;
}

Gradients NoGradients(const std::vector<Layer>& layers) {
  Gradients none;
  for (const Layer& layer : layers) {
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

void AddLayer(int in, Layer shape, corpus::Random* random, std::vector<Layer>* layers) {
  shape.in = layers->empty() ? in : layers->back().out;
  shape.bias.resize(static_cast<size_t>(shape.out));
  const int taps = shape.in * shape.rows * shape.columns;
  const double spread = std::sqrt(2.0 / taps);
  for (int i = 0; i < shape.out * taps; ++i) shape.weights.push_back(static_cast<float>(spread * random->Gauss()));
  layers->push_back(std::move(shape));
}

Learner::Learner(std::vector<Layer> layers) : layers_(std::move(layers)), sum_(NoGradients(layers_)) {
  for (const Layer& layer : layers_) {
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
  for (const Layer& layer : layers_) turned_.push_back(Turned(layer.weights, layer.out));
}

std::vector<std::vector<float>> Learner::WeightGradients() const {
  std::vector<std::vector<float>> gradients;
  for (size_t l = 0; l < layers_.size(); ++l) {
    const Layer& layer = layers_[l];
    gradients.push_back(Turned(sum_.weights[l], layer.in * layer.rows * layer.columns));
  }
  return gradients;
}

double Learner::Add(const Example& example) { return AddTo(example, &sum_); }

double Learner::AddMany(int count, int threads, const std::function<Example(int)>& make) {
  // So many sums whatever the threads: the order of addition decides the last bits.
  constexpr int kParts = 8;
  std::vector<Gradients> parts(kParts);
  std::atomic<int> next = 0;
  const auto work = [&] {
    for (int part = next++; part < kParts; part = next++) {
      parts[part] = NoGradients(layers_);
      for (int k = part; k < count; k += kParts) {
        AddTo(make(k), &parts[part]);
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

double Learner::AddTo(const Example& example, Gradients* sum) const {
  const size_t count = layers_.size();
  std::vector<Trace> traces(count);
  Extent shape{example.given.channels, example.given.height, example.given.width};
  const std::vector<float>* values = &example.given.values;
  for (size_t i = 0; i < count; ++i) {
    Forward(layers_[i], *values, shape, i + 1 == count, traces[i]);
    values = &traces[i].pooled;
    shape = traces[i].out;
  }
  std::vector<float> gradient = traces.back().pooled;
  const double loss = example.loss(shape, &gradient);
  if (loss < 0) return loss;
  ++sum->added;
  sum->loss += loss;
  for (size_t i = count; i-- > 0;) {
    const Layer& layer = layers_[i];
    gradient = Back(layer, i == 0 ? nullptr : turned_[i].data(), traces[i], i + 1 == count, gradient,
                    &sum->weights[i], &sum->bias[i]);
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
  for (size_t l = 0; l < layers_.size(); ++l) {
    move(layers_[l].weights, sum_.weights[l], moments_[0][l], moments_[1][l], mean_weights_[l]);
    move(layers_[l].bias, sum_.bias[l], moments_[2][l], moments_[3][l], mean_bias_[l]);
  }
  sum_.loss = sum_.added = 0;
  Turn();
}

std::vector<std::vector<float>*> Learner::Kept() {
  std::vector<std::vector<float>*> kept;
  for (Layer& layer : layers_) kept.insert(kept.end(), {&layer.weights, &layer.bias});
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

std::vector<Layer> Learner::Averaged() const {
  std::vector<Layer> averaged = layers_;
  for (size_t l = 0; l < averaged.size(); ++l) {
    averaged[l].weights = mean_weights_[l];
    averaged[l].bias = mean_bias_[l];
  }
  return averaged;
}

}  // namespace trichluc::learn
