// How right the reader is: strings, single figures, confidence, and which figures it takes for which.
#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

#include "hand/reader.h"

namespace trichluc::clerk {

class Tally {
 public:
  // `group` is reported apart: the origin of a crop, or "made".
  void Add(const std::string& group, const std::string& truth, const std::vector<HandCandidate>& read);
  // Strings, figures, confidence and the confusion table as text.
  std::string Print() const;
  // One line: strings, right, figures right, given at 0.9, of them right.
  std::string Total() const;
  int Strings() const { return groups_.empty() ? 0 : groups_.at("all").strings; }

 private:
  struct Count {
    int strings = 0, right = 0, figures = 0, wrong_figures = 0, sure = 0, sure_right = 0;
  };
  std::map<std::string, Count> groups_;
  std::array<std::array<int, 2>, 10> bands_{};  // by tenths of confidence: all, right
  std::map<std::pair<char, char>, int> taken_;  // truth, read ('-' for none): how often
};

// A strip with the chance that the reader gave to its true text.
struct JudgedStrip {
  double truth_chance = 0;
  Ink strip;
  std::string line;  // "true text  reading chance, …", for print
};
double ChanceOf(const std::string& text, const std::vector<HandCandidate>& read);
std::string Readings(const std::vector<HandCandidate>& read);
// The twenty least likely ones, five a row from the top, as PNG; `lines` becomes their lines in that order.
std::string WorstSheet(std::vector<JudgedStrip> strips, std::string* lines = nullptr);

// Reads each crop of directory/labels.tsv (columns crop, file, text, legible) and prints the figures in all
// and by origin, the wrongly read ones with their candidates, and what plain Tesseract, restricted to digits,
// reads of the same crops. `worst`: a PNG of the twenty wrongly or least surely read ones, most wrong first,
// row by row; "" for none.
// What reading costs, from the processor times of single strips one after the other: three are a document.
std::string PrintCost(const std::vector<double>& seconds);

std::string MeasureCrops(const std::string& directory, const HandReader& reader,
                         const std::string& worst = "");

}  // namespace trichluc::clerk
