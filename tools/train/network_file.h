// The "lstm" component of a Tesseract model: a network whose weights are bytes (what Debian ships) or doubles
// (what training goes on from). combine_tessdata -u takes it out of a .traineddata file.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace trichluc::train {

// One weight matrix, row by row; a row belongs to one output. Integer: a weight is `bytes` times its row's
// scale.
struct Weights {
  bool integer = false;
  bool adam = false;  // the training method's mark, passed through
  std::uint32_t rows = 0, columns = 0;
  std::vector<std::int8_t> bytes;
  std::vector<double> scales;  // one a row, perhaps more behind them
  std::vector<double> values;  // when not integer
};

// The file as pieces that are kept byte for byte, with a matrix between each two.
struct NetworkFile {
  std::vector<std::string> pieces;  // one more than matrices
  std::vector<Weights> matrices;
  std::string spec;          // [1,36,0,1Ct3,3,16…]
  std::size_t flags_at = 0;  // place of the training flags in the last piece; bit 0: integer
};

// Follows Tesseract's Serialize functions (src/lstm/*.cpp, 5.3). Throws corpus::Error naming `name` when the
// bytes end early, a layer is unknown, or the network was written in the middle of training.
NetworkFile ParseNetwork(const std::string& bytes, const std::string& name);
std::string WriteNetwork(const NetworkFile& network);

// Exact: a weight is byte × scale in double precision.
NetworkFile ToFloat(const NetworkFile& network);
// As Tesseract's --convert_to_int: each row is scaled so that its largest weight is 127.
NetworkFile ToInteger(const NetworkFile& network);

// Between two networks of the same shape: (1 - share)·a + share·b, weight by weight, as doubles. Throws
// corpus::Error when the shapes differ.
NetworkFile Mix(const NetworkFile& a, const NetworkFile& b, double share);

// How far apart two networks of the same shape are, weight by weight as real numbers.
struct Difference {
  std::size_t weights = 0, unequal = 0;
  double largest = 0;
};
// Throws corpus::Error when the shapes differ.
Difference Compare(const NetworkFile& a, const NetworkFile& b);

}  // namespace trichluc::train
