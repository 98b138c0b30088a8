#include "train/network_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <set>

#include "corpus/error.h"

namespace trichluc::train {
namespace {

static_assert(std::endian::native == std::endian::little, "the file is little-endian");

constexpr std::uint8_t kInteger = 1, kAdam = 4, kDouble = 128;
constexpr std::int32_t kLayerRates = 64;  // network flag: a learning rate for each layer follows
constexpr int kGates = 5;                 // of an LSTM; the fifth only when it runs over two dimensions

// Walks over the file; what has been walked over since the last matrix becomes a piece.
class Walker {
 public:
  Walker(const std::string& bytes, const std::string& name) : bytes_(bytes), name_(name) {}

  NetworkFile Walk() {
    Layer();
    out_.spec = Text();
    out_.flags_at = at_ - piece_from_;
    Skip(4 + 4 + 4 + 4 + 3 * 4);  // flags, iterations, samples, null character; Adam's beta, rate, momentum
    if (at_ != bytes_.size()) Fail("bytes are left over");
    out_.pieces.push_back(bytes_.substr(piece_from_));
    return std::move(out_);
  }

 private:
  [[noreturn]] void Fail(const std::string& what) const {
    throw corpus::Error(
        fmt::format("{}: no network that can be read: {} at byte {}; take it out with combine_tessdata -u",
                    name_, what, at_));
  }

  void Skip(std::size_t count) {
    if (count > bytes_.size() - at_) Fail("it ends early");
    at_ += count;
  }

  template <typename T>
  T Number() {
    T value;
    const std::size_t from = at_;
    Skip(sizeof value);
    std::memcpy(&value, bytes_.data() + from, sizeof value);
    return value;
  }

  template <typename T>
  std::vector<T> Numbers(std::size_t count) {
    const std::size_t from = at_;
    if (count > bytes_.size()) Fail("it ends early");
    Skip(count * sizeof(T));
    std::vector<T> values(count);
    std::memcpy(values.data(), bytes_.data() + from, count * sizeof(T));
    return values;
  }

  std::string Text() {
    const auto length = Number<std::uint32_t>();
    const std::size_t from = at_;
    Skip(length);
    return bytes_.substr(from, length);
  }

  void Matrix() {
    out_.pieces.push_back(bytes_.substr(piece_from_, at_ - piece_from_));
    const auto mode = Number<std::uint8_t>();
    if ((mode & kDouble) == 0) Fail("weights in the format of Tesseract before 4");
    Weights matrix{(mode & kInteger) != 0, (mode & kAdam) != 0};
    matrix.rows = Number<std::uint32_t>();
    matrix.columns = Number<std::uint32_t>();
    const std::size_t count = static_cast<std::size_t>(matrix.rows) * matrix.columns;
    if (matrix.integer) {
      Skip(1);
      matrix.bytes = Numbers<std::int8_t>(count);
      const auto scales = Number<std::uint32_t>();
      // lstmtraining --convert_to_int fills up to whole registers of the processor it ran on.
      if (scales < matrix.rows) Fail("not one scale for each row");
      matrix.scales = Numbers<double>(scales);
    } else {
      Skip(sizeof(double));
      matrix.values = Numbers<double>(count);
    }
    out_.matrices.push_back(std::move(matrix));
    piece_from_ = at_;
  }

  void Stack(std::int32_t flags) {
    for (auto count = Number<std::uint32_t>(); count > 0; --count) Layer();
    if ((flags & kLayerRates) != 0) Numbers<float>(Number<std::uint32_t>());
  }

  void Gates(std::int32_t inputs) {
    const auto width = Number<std::int32_t>();
    for (int gate = 0; gate < kGates; ++gate) {
      const bool two_dimensions =
          gate > 0 && width == inputs + 2 * static_cast<std::int32_t>(out_.matrices.back().rows);
      if (gate < kGates - 1 || two_dimensions) Matrix();
    }
  }

  void Layer() {
    static const std::set<std::string> kStacks = {"Series",      "Parallel",     "Replicated",
                                                  "ParBidiLSTM", "DepParUDLSTM", "Par2dLSTM",
                                                  "RTLReversed", "TTBReversed",  "XYTranspose"};
    static const std::set<std::string> kMatrices = {"Logistic", "LinLogistic", "LinTanh", "Tanh",
                                                    "Relu",     "Linear",      "Softmax", "SoftmaxNoCTC"};
    if (Number<std::int8_t>() != 0) Fail("a layer without a type");
    const std::string type = Text();
    if (Number<std::int8_t>() == 1) Fail("a layer in the middle of training");
    Skip(1);  // needs to propagate back
    const auto flags = Number<std::int32_t>(), inputs = Number<std::int32_t>();
    Skip(2 * 4);  // outputs, number of weights
    Text();       // name
    if (kStacks.contains(type)) return Stack(flags);
    if (kMatrices.contains(type)) return Matrix();
    if (type == "LSTM" || type == "SummLSTM") return Gates(inputs);
    if (type == "Input") return Skip(5 * 4);
    if (type == "Convolve" || type == "Maxpool" || type == "Reconfig") return Skip(2 * 4);
    Fail(fmt::format("a layer of the unknown type \"{}\"", type));
  }

  const std::string& bytes_;
  const std::string& name_;
  std::size_t at_ = 0, piece_from_ = 0;
  NetworkFile out_;
};

template <typename T>
void Put(std::string* out, const T& value) {
  out->append(reinterpret_cast<const char*>(&value), sizeof value);
}

template <typename T>
void PutAll(std::string* out, const std::vector<T>& values) {
  out->append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T));
}

void PutMatrix(std::string* out, const Weights& matrix) {
  Put(out, static_cast<std::uint8_t>((matrix.integer ? kInteger : 0) | (matrix.adam ? kAdam : 0) | kDouble));
  Put(out, matrix.rows);
  Put(out, matrix.columns);
  if (matrix.integer) {
    Put(out, std::int8_t{0});  // Tesseract's value for places that do not exist
    PutAll(out, matrix.bytes);
    Put(out, static_cast<std::uint32_t>(matrix.scales.size()));
    PutAll(out, matrix.scales);
  } else {
    Put(out, 0.0);
    PutAll(out, matrix.values);
  }
}

void MarkInteger(NetworkFile* network, bool integer) {
  char& flags = network->pieces.back().at(network->flags_at);
  flags = static_cast<char>(integer ? flags | 1 : flags & ~1);
}

double Real(const Weights& matrix, std::size_t i) {
  return matrix.integer ? matrix.bytes[i] * matrix.scales[i / matrix.columns] : matrix.values[i];
}

void RequireSameShape(const NetworkFile& a, const NetworkFile& b) {
  bool same = a.matrices.size() == b.matrices.size();
  for (std::size_t m = 0; same && m < a.matrices.size(); ++m) {
    same = a.matrices[m].rows == b.matrices[m].rows && a.matrices[m].columns == b.matrices[m].columns;
  }
  if (!same) throw corpus::Error("the networks have not the same layers");
}

}  // namespace

NetworkFile ParseNetwork(const std::string& bytes, const std::string& name) {
  return Walker(bytes, name).Walk();
}

std::string WriteNetwork(const NetworkFile& network) {
  std::string out;
  for (std::size_t i = 0; i < network.matrices.size(); ++i) {
    out += network.pieces[i];
    PutMatrix(&out, network.matrices[i]);
  }
  return out + network.pieces.back();
}

NetworkFile ToFloat(const NetworkFile& network) {
  NetworkFile out = network;
  for (Weights& matrix : out.matrices) {
    if (!matrix.integer) continue;
    for (std::size_t i = 0; i < matrix.bytes.size(); ++i) matrix.values.push_back(Real(matrix, i));
    matrix.bytes.clear();
    matrix.scales.clear();
    matrix.integer = false;
  }
  MarkInteger(&out, false);
  return out;
}

NetworkFile ToInteger(const NetworkFile& network) {
  NetworkFile out = network;
  for (Weights& matrix : out.matrices) {
    if (matrix.integer) continue;
    for (std::uint32_t row = 0; row < matrix.rows; ++row) {
      const double* from = matrix.values.data() + static_cast<std::size_t>(row) * matrix.columns;
      double largest = 0;
      for (std::uint32_t i = 0; i < matrix.columns; ++i) largest = std::max(largest, std::abs(from[i]));
      const double scale = largest / 127;
      matrix.scales.push_back(scale);
      for (std::uint32_t i = 0; i < matrix.columns; ++i) {
        matrix.bytes.push_back(static_cast<std::int8_t>(std::lround(from[i] / (scale > 0 ? scale : 1))));
      }
    }
    matrix.values.clear();
    matrix.integer = true;
  }
  MarkInteger(&out, true);
  return out;
}

NetworkFile Mix(const NetworkFile& a, const NetworkFile& b, double share) {
  RequireSameShape(a, b);
  NetworkFile out = ToFloat(a);
  for (std::size_t m = 0; m < out.matrices.size(); ++m) {
    std::vector<double>& values = out.matrices[m].values;
    for (std::size_t i = 0; i < values.size(); ++i)
      values[i] = (1 - share) * values[i] + share * Real(b.matrices[m], i);
  }
  return out;
}

Difference Compare(const NetworkFile& a, const NetworkFile& b) {
  RequireSameShape(a, b);
  Difference difference;
  for (std::size_t m = 0; m < a.matrices.size(); ++m) {
    const Weights &left = a.matrices[m], &right = b.matrices[m];
    for (std::size_t i = 0; i < static_cast<std::size_t>(left.rows) * left.columns; ++i) {
      const double apart = std::abs(Real(left, i) - Real(right, i));
      ++difference.weights;
      if (apart > 0) ++difference.unequal;
      difference.largest = std::max(difference.largest, apart);
    }
  }
  return difference;
}

}  // namespace trichluc::train
