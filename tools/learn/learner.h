// Learning the weights of a few layers from examples: gradients, and Adam (Kingma & Ba 2015). The same examples in
// the same order on the same machine give the same weights, however many threads work.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/random.h"
#include "learn/pass.h"
#include "net/layer.h"

namespace trichluc::learn {

// Given what the last layer answers, puts the slope of the loss by each answer in its place and returns the loss;
// negative: the example cannot be learnt from and is passed over.
using Loss = std::function<double(const Extent& extent, std::vector<float>* answers)>;

struct Example {
  Volume given;
  Loss loss;
};

// A layer after `layers` with weights drawn for values that are cut off below 0 (He et al. 2015); `in` counts for
// the first one only.
void AddLayer(int in, Layer shape, corpus::Random* random, std::vector<Layer>* layers);

// Gradients added up over examples, layer by layer; weights[in·rows·columns × out], turned beside Layer's.
struct Gradients {
  std::vector<std::vector<float>> weights, bias;
  double loss = 0;  // of all examples added
  int added = 0;
};

class Learner {
 public:
  explicit Learner(std::vector<Layer> layers);
  // Adds the gradients of one example and returns its loss.
  double Add(const Example& example);
  // The same for `count` examples, which `make` makes by number on any of the threads: it must give the same
  // example for the same number. Returns the mean loss of those that were added, 0 when there were none.
  double AddMany(int count, int threads, const std::function<Example(int)>& make);
  // One step of Adam with the gradients added since the last one.
  void Step(double rate);
  int Steps() const { return steps_; }
  const std::vector<Layer>& Get() const { return layers_; }
  // Weights averaged over the last steps (decay 0.999): steadier than the last step's.
  std::vector<Layer> Averaged() const;

  // All that the next step depends on, to go on later as if nothing had been between. Gradients not yet used
  // by Step are left out. Restore: std::runtime_error when the bytes are of another network's shape.
  std::string State() const;
  void Restore(std::string_view state);

  // For tests: gradients added since the last step, layer by layer, in Layer's order.
  std::vector<std::vector<float>> WeightGradients() const;

 private:
  std::vector<Layer> layers_;
  Gradients sum_;
  std::vector<std::vector<float>> turned_;
  std::vector<std::vector<float>> moments_[4];
  std::vector<std::vector<float>> mean_weights_, mean_bias_;
  int steps_ = 0;
  void Turn();
  double AddTo(const Example& example, Gradients* sum) const;
  // Every vector that State keeps, in its order.
  std::vector<std::vector<float>*> Kept();
};

}  // namespace trichluc::learn
