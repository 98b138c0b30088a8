// Training the network of src/hand by the loss of connectionist temporal classification (Graves et al. 2006).
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/random.h"
#include "hand/network.h"
#include "learn/learner.h"

namespace trichluc::clerk {

using corpus::Random;

// The shape that rules/models/hand.net has: about 190,000 weights, one step for four columns of the strip.
Network FreshNetwork(const std::string& signs, Random* random);

// A strip and what is written on it.
struct Lesson {
  Ink strip;
  std::string text;
};

// Learns to read strips: learn::Learner with that loss.
class Learner {
 public:
  explicit Learner(Network network) : network_(std::move(network)), learner_(network_.layers) {}
  // Adds the gradients of one strip whose text is `text` and returns −log of the chance that the network
  // gives it; negative when the strip is too narrow for the text (nothing is added then).
  double Add(const Ink& strip, const std::string& text) { return learner_.Add(ExampleOf({strip, text})); }
  // See learn::Learner. Returns the mean of −log over the strips that were added.
  double AddMany(int count, int threads, const std::function<Lesson(int)>& make);
  void Step(double rate) { learner_.Step(rate); }
  int Steps() const { return learner_.Steps(); }
  Network Get() const { return With(learner_.Get()); }
  Network Averaged() const { return With(learner_.Averaged()); }
  std::string State() const { return learner_.State(); }
  void Restore(std::string_view state) { learner_.Restore(state); }
  std::vector<std::vector<float>> WeightGradients() const { return learner_.WeightGradients(); }

 private:
  learn::Example ExampleOf(Lesson lesson) const;
  Network With(std::vector<Layer> layers) const;

  Network network_;  // its signs and softness
  learn::Learner learner_;
};

}  // namespace trichluc::clerk
