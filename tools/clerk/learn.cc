#include "clerk/learn.h"

#include "clerk/alignment.h"

namespace trichluc::clerk {

Network FreshNetwork(const std::string& signs, Random* random) {
  Network network;
  network.signs = signs;
  const auto add = [&](int out, int rows, int columns, int pool_rows, int pool_columns) {
    learn::AddLayer(1, {0, out, rows, columns, pool_rows, pool_columns, {}, {}}, random, &network.layers);
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

learn::Example Learner::ExampleOf(Lesson lesson) const {
  Ink& strip = lesson.strip;
  return {{1, strip.height, strip.width, std::move(strip.values)},
          [this, text = lesson.text](const learn::Extent& extent, std::vector<float>* answers) {
            return AlignmentLoss(network_.signs, text, extent.width, *answers);
          }};
}

double Learner::AddMany(int count, int threads, const std::function<Lesson(int)>& make) {
  return learner_.AddMany(count, threads, [&](int k) { return ExampleOf(make(k)); });
}

Network Learner::With(std::vector<Layer> layers) const {
  Network network{network_.signs, std::move(layers), network_.softness};
  return network;
}

}  // namespace trichluc::clerk
