// Candidates for a value and what speaks for them: each piece of evidence multiplies the weight of the
// candidates that it favours; what is left over stands for values that nobody thought of. Private to the
// room.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace trichluc {

class Candidates {
 public:
  // `unseen`: weight of all values that are no candidate.
  explicit Candidates(double unseen = 1) : unseen_(unseen) {}

  // A candidate with its first weight; of two weights the greater stays.
  void Put(const std::string& value, double weight);
  bool Has(const std::string& value) const { return weights_.count(value) > 0; }
  const std::map<std::string, double>& All() const { return weights_; }

  // `times` as likely as before.
  void Favour(const std::string& value, double times);
  // … of all values that are no candidate.
  void FavourUnseen(double times) { unseen_ *= times; }
  double Unseen() const { return unseen_; }

  struct Ranked {
    std::string value;
    double probability;
  };
  // Best first; probabilities and what is unseen add up to 1.
  std::vector<Ranked> Rank() const;

 private:
  std::map<std::string, double> weights_;
  double unseen_;
};

}  // namespace trichluc
