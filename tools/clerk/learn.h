// Training the network of src/hand: the loss of connectionist temporal classification (Graves et al. 2006),
// its gradients, and Adam (Kingma & Ba 2015). The same strips in the same order on the same machine give the
// same weights, however many threads work.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/random.h"
#include "hand/network.h"

namespace trichluc::clerk {

using corpus::Random;

// The shape that rules/models/hand.net has: about 190,000 weights, one step for four columns of the strip.
Network FreshNetwork(const std::string& signs, Random* random);

// Gradients added up over strips, layer by layer; weights[in·rows·columns × out], turned beside Layer's.
struct Gradients {
  std::vector<std::vector<float>> weights, bias;
  double loss = 0;  // the sum of −log of the chances that the true texts had
  int added = 0;    // strips
};

// A strip and what is written on it.
struct Lesson {
  Ink strip;
  std::string text;
};

class Learner {
 public:
  explicit Learner(Network network);
  // Adds the gradients of one strip whose text is `text` and returns −log of the chance that the network
  // gives it; negative when the strip is too narrow for the text (nothing is added then).
  double Add(const Ink& strip, const std::string& text);
  // The same for `count` strips, which `make` makes by number on any of the threads: it must give the same
  // strip for the same number. Returns the mean of −log over the strips that were added, 0 when there were
  // none.
  double AddMany(int count, int threads, const std::function<Lesson(int)>& make);
  // One step of Adam with the gradients added since the last one.
  void Step(double rate);
  int Steps() const { return steps_; }
  const Network& Get() const { return network_; }
  // Weights averaged over the last steps (decay 0.999): steadier than the last step's.
  Network Averaged() const;

  // All that the next step depends on, to go on later as if nothing had been between. Gradients not yet used
  // by Step are left out. Restore: std::runtime_error when the bytes are of another network's shape.
  std::string State() const;
  void Restore(std::string_view state);

  // For tests: gradients added since the last step, layer by layer, in Layer's order.
  std::vector<std::vector<float>> WeightGradients() const;

 private:
  Network network_;
  Gradients sum_;
  std::vector<std::vector<float>> turned_;
  std::vector<std::vector<float>> moments_[4];
  std::vector<std::vector<float>> mean_weights_, mean_bias_;
  int steps_ = 0;
  void Turn();
  double AddTo(const Ink& strip, const std::string& text, Gradients* sum) const;
  // Every vector that State keeps, in its order.
  std::vector<std::vector<float>*> Kept();
};

}  // namespace trichluc::clerk
