// Training the network of src/hand: the loss of connectionist temporal classification (Graves et al. 2006),
// its gradients, and Adam (Kingma & Ba 2015). One thread; the same seed on the same machine gives the same
// weights.
#pragma once

#include <string>
#include <vector>

#include "corpus/random.h"
#include "hand/network.h"

namespace trichluc::clerk {

using corpus::Random;

// The shape that rules/models/hand.net has: about 190,000 weights, one step for four columns of the strip.
Network FreshNetwork(const std::string& signs, Random* random);

class Learner {
 public:
  explicit Learner(Network network);
  // Adds the gradients of one strip whose text is `text` and returns −log of the chance that the network
  // gives it; negative when the strip is too narrow for the text (nothing is added then).
  double Add(const Ink& strip, const std::string& text);
  // One step of Adam with the gradients added since the last one.
  void Step(double rate);
  const Network& Get() const { return network_; }
  // Weights averaged over the last steps (decay 0.999): steadier than the last step's.
  Network Averaged() const;

  // For tests: gradients added since the last step, layer by layer.
  const std::vector<std::vector<float>>& WeightGradients() const { return weight_gradients_; }

 private:
  Network network_;
  std::vector<std::vector<float>> weight_gradients_, bias_gradients_, turned_;
  std::vector<std::vector<float>> moments_[4];
  std::vector<std::vector<float>> mean_weights_, mean_bias_;
  int added_ = 0, steps_ = 0;
  void Turn();
};

}  // namespace trichluc::clerk
