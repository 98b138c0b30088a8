// Which of two lists belong together. Private to the room.
#pragma once

#include <functional>
#include <utility>
#include <vector>

namespace trichluc {

// One-to-one pairs (of the first `expected`, of the second `found` places), by the first. `weight` says how
// well two belong together; 0 or less: not at all. Taken are the pairs in order (both places rising) with the
// largest sum of weights, then, of what is left, the heaviest pair, and so on; of equal pairs those that come
// first.
using Weight = std::function<double(size_t expected, size_t found)>;
std::vector<std::pair<size_t, size_t>> Align(size_t expected, size_t found, const Weight& weight);

// The pairs in order alone.
std::vector<std::pair<size_t, size_t>> AlignInOrder(size_t expected, size_t found, const Weight& weight);

}  // namespace trichluc
