// The loss of connectionist temporal classification (Graves et al. 2006).
#pragma once

#include <string>
#include <vector>

namespace trichluc::clerk {

// Gradient of −log P(text) by the outputs, in place of the outputs [signs × steps]; returns −log P, negative
// when the text cannot stand in so few steps.
double AlignmentLoss(const std::string& signs, const std::string& text, int steps,
                     std::vector<float>& outputs);

}  // namespace trichluc::clerk
