#include "lstm/model.h"

#include <bit>
#include <cstring>
#include <string>

namespace trichluc::lstm {
namespace {

static_assert(std::endian::native == std::endian::little, "the file is little-endian");

constexpr std::uint32_t kComponents = 24;  // no file of Tesseract 5 has more
constexpr std::uint32_t kNetwork = 17;     // place of "lstm" among them (ccutil/tessdatamanager.h)
constexpr std::uint8_t kInteger = 1, kDouble = 128;
constexpr std::int32_t kLayerRates = 64;  // network flag: a learning rate for each layer follows
constexpr int kMostLayers = 64, kMostDepth = 8, kMostSide = 1 << 14;

// Any layer: what its type has of the following.
struct Layer {
  std::string type;
  std::int32_t inputs = 0, outputs = 0;
  std::vector<std::int32_t> sizes;
  std::vector<Matrix> matrices;
  std::vector<Layer> layers;
};

// Reads over the bytes; once they have ended early or make no sense, everything is 0.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  bool Failed() const { return failed_; }

  std::string_view Bytes(std::size_t count) {
    if (failed_ || count > bytes_.size()) {
      failed_ = true;
      return {};
    }
    const std::string_view out = bytes_.substr(0, count);
    bytes_.remove_prefix(count);
    return out;
  }

  template <typename T>
  T Number() {
    T value{};
    const std::string_view from = Bytes(sizeof value);
    if (!failed_) std::memcpy(&value, from.data(), sizeof value);
    return value;
  }

  std::string_view Text() { return Bytes(Number<std::uint32_t>()); }

  Matrix Weights() {
    const auto mode = Number<std::uint8_t>();
    const auto rows = Number<std::uint32_t>(), columns = Number<std::uint32_t>();
    if ((mode & (kInteger | kDouble)) != (kInteger | kDouble) || rows < 1 || columns < 2 ||
        rows > kMostSide || columns > kMostSide) {
      failed_ = true;
      return {};
    }
    Matrix out{static_cast<int>(rows), static_cast<int>(columns) - 1};
    Bytes(1);
    const std::string_view weights = Bytes(std::size_t{rows} * columns);
    out.weights.assign(weights.begin(), weights.end());
    const auto scales = Number<std::uint32_t>();
    if (scales < rows || scales > kMostSide) failed_ = true;
    for (std::uint32_t i = 0; i < scales && !failed_; ++i) {
      const auto scale = static_cast<float>(Number<double>() / INT8_MAX);
      if (i < rows) out.scales.push_back(scale);
    }
    return out;
  }

  Layer Next(int depth) {
    Layer out;
    if (Number<std::int8_t>() != 0 || depth > kMostDepth) failed_ = true;
    out.type = Text();
    Bytes(2);  // in training; needs to propagate back
    const auto flags = Number<std::int32_t>();
    out.inputs = Number<std::int32_t>();
    out.outputs = Number<std::int32_t>();
    Bytes(4);  // number of weights
    Text();    // name
    if (out.type == "Series" || out.type == "RTLReversed" || out.type == "XYTranspose") {
      const auto layers = Number<std::uint32_t>();
      if (layers > kMostLayers) failed_ = true;
      for (std::uint32_t i = 0; i < layers && !failed_; ++i) out.layers.push_back(Next(depth + 1));
      if ((flags & kLayerRates) != 0) Bytes(sizeof(float) * Number<std::uint32_t>());
    } else if (out.type == "LSTM" || out.type == "SummLSTM") {
      out.sizes.push_back(Number<std::int32_t>());
      for (int gate = 0; gate < Memory::kGates && !failed_; ++gate) out.matrices.push_back(Weights());
    } else if (out.type == "Tanh" || out.type == "Softmax") {
      out.matrices.push_back(Weights());
    } else {
      const int sizes = out.type == "Input" ? 5 : out.type == "Convolve" || out.type == "Maxpool" ? 2 : 0;
      if (sizes == 0) failed_ = true;
      for (int i = 0; i < sizes; ++i) out.sizes.push_back(Number<std::int32_t>());
    }
    return out;
  }

 private:
  std::string_view bytes_;
  bool failed_ = false;
};

std::string_view NetworkOf(std::string_view file) {
  Reader reader(file);
  const auto count = reader.Number<std::uint32_t>();
  if (count <= kNetwork || count > kComponents) return {};
  std::vector<std::int64_t> places(count);
  for (auto& place : places) place = reader.Number<std::int64_t>();
  const std::int64_t begin = places[kNetwork];
  std::int64_t end = static_cast<std::int64_t>(file.size());
  for (std::uint32_t i = count - 1; i > kNetwork; --i) {
    if (places[i] != -1) end = places[i];
  }
  if (reader.Failed() || begin < 0 || end < begin || end > static_cast<std::int64_t>(file.size())) return {};
  return file.substr(begin, end - begin);
}

bool TakeMemory(Layer& layer, int inputs, bool reversed, Memory* out) {
  *out = {.inputs = layer.inputs, .outputs = layer.outputs, .reversed = reversed};
  // A layer over two dimensions, or one that ends in letters, has more inputs than these.
  if (layer.matrices.size() != Memory::kGates || layer.inputs != inputs ||
      layer.sizes[0] != layer.inputs + layer.outputs) {
    return false;
  }
  for (int gate = 0; gate < Memory::kGates; ++gate) {
    out->gates[gate] = std::move(layer.matrices[gate]);
    if (out->gates[gate].outputs != layer.outputs || out->gates[gate].inputs != layer.sizes[0]) return false;
  }
  return true;
}

bool Is(const Layer& layer, std::string_view type, std::size_t layers) {
  return layer.type == type && layer.layers.size() == layers;
}

// Input, convolution, the greatest of each window, columns.
bool TakeFoot(std::vector<Layer>& layers, Model* out) {
  Layer& window = layers[1];
  if (!Is(layers[0], "Input", 0) || !Is(window, "Series", 2) || !Is(window.layers[0], "Convolve", 0) ||
      !Is(window.layers[1], "Tanh", 0) || !Is(layers[2], "Maxpool", 0) || !Is(layers[3], "XYTranspose", 1) ||
      !Is(layers[3].layers[0], "SummLSTM", 0)) {
    return false;
  }
  const std::vector<std::int32_t>&input = layers[0].sizes, &half = window.layers[0].sizes,
        &pool = layers[2].sizes;
  out->height = input[1];
  out->half_width = half[0];
  out->half_height = half[1];
  out->convolution = std::move(window.layers[1].matrices[0]);
  out->pool_width = pool[0];
  out->pool_height = pool[1];
  const bool sound = input[0] == 1 && input[2] == 0 && input[3] == 1 && out->height > 0 &&
                     out->height <= 1024 && half[0] >= 0 && half[0] < 8 && half[1] >= 0 && half[1] < 8 &&
                     pool[0] > 0 && pool[1] > 0 && pool[1] <= out->height &&
                     out->convolution.inputs == (2 * half[0] + 1) * (2 * half[1] + 1);
  return sound && TakeMemory(layers[3].layers[0], out->convolution.outputs, false, &out->columns);
}

}  // namespace

std::optional<Model> ParseModel(std::string_view traineddata) {
  Reader reader(NetworkOf(traineddata));
  Layer top = reader.Next(0);
  reader.Text();    // the network's specification
  reader.Bytes(8);  // flags, iterations of training
  const auto samples = reader.Number<std::int32_t>();
  std::vector<Layer>& layers = top.layers;
  Model out;
  if (reader.Failed() || top.type != "Series" || layers.size() < 6 || !TakeFoot(layers, &out))
    return std::nullopt;
  int inputs = out.columns.outputs;
  for (std::size_t i = 4; i + 1 < layers.size(); ++i) {
    const bool reversed = Is(layers[i], "RTLReversed", 1);
    Layer& layer = reversed ? layers[i].layers[0] : layers[i];
    if (!Is(layer, "LSTM", 0) || !TakeMemory(layer, inputs, reversed, &out.rows.emplace_back()))
      return std::nullopt;
    inputs = out.rows.back().outputs;
  }
  if (!Is(layers.back(), "Softmax", 0) || layers.back().matrices[0].inputs != inputs) return std::nullopt;
  out.letters = std::move(layers.back().matrices[0]);
  out.seed = static_cast<std::uint64_t>(std::int64_t{samples} * 0x10000001);  // LSTMRecognizer::SetRandomSeed
  return out;
}

}  // namespace trichluc::lstm
