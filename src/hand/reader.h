// A clerk's figures in a crop of a page: which strings they may be, and how likely each is. See
// rules/models/README.md for the model and its figures.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "hand/network.h"
#include "model/image.h"
#include "model/reading.h"

namespace trichluc {

// The ink of a crop as a strip of kStripHeight rows: paper 0, the darkest ink 1, as high as the crop, its
// width in proportion (8 to 512). Colours count by their darkest channel, red ink by its red one (stamps
// fade). An empty crop gives an empty strip of width 8.
Ink StripOf(const Image& crop);

// The likeliest strings of the outputs of Run, best first, at most `most`; chances add up to at most 1
// (prefix search over all alignments; Graves et al. 2006). "" is a string, too: nothing written.
std::vector<HandCandidate> LikelyStrings(const std::vector<std::vector<float>>& steps, std::string_view signs,
                                         int most);

// A strip squeezed or stretched to `times` its width.
Ink Stretched(const Ink& strip, double times);

// A strip moved up by so many rows (down when negative); what leaves it is lost.
Ink Lifted(const Ink& strip, int rows);

// Where one look leaves a doubt (no string has kSureAtOnce), the strip is looked at again narrower, wider,
// higher and lower, and the looks vote: the mean of the logarithms of each string's chances. Strings that no
// look gave are not among the candidates.
constexpr double kSureAtOnce = 0.98;

class HandReader {
 public:
  // The model's bytes; std::runtime_error when they are damaged.
  explicit HandReader(std::string_view model) : network_(Unpack(model)) {}

  std::vector<HandCandidate> Read(const Image& crop, int most = 8) const;
  // The same by a single look.
  std::vector<HandCandidate> ReadOnce(const Image& crop, int most = 8) const {
    return LikelyStrings(Run(network_, StripOf(crop)), network_.signs, most);
  }

 private:
  Network network_;
};

}  // namespace trichluc
