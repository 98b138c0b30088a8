#include "model/reading.h"

namespace trichluc {

double MeanConfidence(const std::vector<Word>& words) {
  double sum = 0;
  for (const Word& word : words) sum += word.confidence;
  return words.empty() ? 0 : sum / static_cast<double>(words.size());
}

double Measured(const PageReading& reading, std::string_view name) {
  for (const Measurement& measurement : reading.measurements) {
    if (measurement.name == name) return measurement.value;
  }
  return 0;
}

}  // namespace trichluc
