// Seals over print, scanned: what the network is given, and which of the ink is print.
#pragma once

#include <memory>
#include <vector>

#include "corpus/quality.h"
#include "corpus/sheet.h"
#include "image/seal_network.h"
#include "learn/learner.h"
#include "train/phrases.h"
#include "train/text_source.h"

namespace trichluc::seals {

using corpus::Random;

// A seal on a sheet; points.
struct Place {
  double x, y, radius;
};

struct Sample {
  SealView view;
  std::vector<float> print;  // of the view's ink, how dark the same pixel is without seal and pen
};

// The same sheet with and without its seals and pens, scanned by one scanner with the same noise, turned level but for a remainder. `worn`: see
// train/wear.h.
std::vector<Sample> SamplesOf(const corpus::Sheet& clean, const corpus::Sheet& stamped, const std::vector<Place>& places,
                              const corpus::Quality& quality, bool worn, Random* random);

// Public text to set, as tools/train has it.
class SampleMaker {
 public:
  // `data`, `corpus`: see train::TextSource and train::SharedWithCorpus.
  SampleMaker(const std::string& data, const std::string& corpus, bool held_out);

  // Of one page all its seals. A share of the views has no seal at all. From one thread only.
  std::vector<Sample> Page(Random* random) const;

 private:
  struct Set {
    std::unique_ptr<corpus::Sheet> clean, stamped;
    std::vector<Place> places;
  };
  Set SetPage(Random* random) const;

  train::TextSource text_;
  train::Phrases phrases_;
};

// Cross entropy of print or not, weighed by how dark the pixel is.
learn::Example ExampleOf(const Sample& sample);

// Of all ink: the share that is told rightly, print kept, other ink gone.
struct Told {
  double ink = 0, right = 0, print = 0, kept = 0, other = 0, gone = 0;
  void Add(const Sample& sample, const std::vector<float>& chances);
};

}  // namespace trichluc::seals
