#include "lstm/line_network.h"

#include <algorithm>
#include <cmath>
#include <random>

#include "lstm/kernels.h"

namespace trichluc::lstm {
namespace {

constexpr int kLine = 64;      // bytes of a line of cache: packed weights begin at one
constexpr int kTogether = 32;  // columns that go down together

// As Tesseract's tables, which are rounded from double precision.
std::unique_ptr<Curve> MakeCurve(double (*function)(double)) {
  auto out = std::make_unique<Curve>();
  for (int i = 0; i <= Curve::kSize; ++i) out->pieces[i].at = static_cast<float>(function(i / 256.0));
  for (int i = 0; i < Curve::kSize; ++i) out->pieces[i].step = out->pieces[i + 1].at - out->pieces[i].at;
  out->pieces[Curve::kSize] = {1, 0};
  return out;
}

std::vector<std::int32_t> Bias(const Matrix& matrix, int wide) {
  std::vector<std::int32_t> out(wide);
  for (int o = 0; o < matrix.outputs; ++o) {
    out[o] = INT8_MAX * matrix.weights[static_cast<std::size_t>(o) * (matrix.inputs + 1) + matrix.inputs];
  }
  return out;
}

std::vector<float> Filled(std::vector<float> scales, int wide) {
  scales.resize(wide);
  return scales;
}

// Columns [from, from + count) of a matrix, filled up.
void CopyInputs(const Matrix& matrix, int from, int count, int inputs, std::int8_t* out) {
  for (int o = 0; o < matrix.outputs; ++o) {
    std::copy_n(matrix.weights.data() + static_cast<std::size_t>(o) * (matrix.inputs + 1) + from, count,
                out + static_cast<std::size_t>(o) * inputs);
  }
}

}  // namespace

std::vector<const Kernels*> KernelsHere() {
  std::vector<const Kernels*> out;
#ifdef __x86_64__
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
      __builtin_cpu_supports("avx512cd") && __builtin_cpu_supports("avx512dq") &&
      __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512vnni") &&
      __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("fma")) {
    out.push_back(&kVnniKernels);
  }
  if (__builtin_cpu_supports("avx2")) out.push_back(&kAvx2Kernels);
#endif
  out.push_back(&kPlainKernels);
  return out;
}

const void* LineNetwork::Packed::At() const {
  const auto address = reinterpret_cast<std::uintptr_t>(weights.data());
  return weights.data() + (kLine - address % kLine) % kLine;
}

LineNetwork::Packed LineNetwork::Pack(const std::vector<std::int8_t>& weights, int outputs,
                                      int inputs) const {
  Packed out{outputs, RoundUp(outputs, kOutputs), inputs};
  out.weights.resize(kernels_->size(out.wide, inputs) + kLine);
  kernels_->pack(weights.data(), out.wide, inputs, const_cast<void*>(out.At()));
  return out;
}

LineNetwork::Memories LineNetwork::Prepare(const Memory& memory) const {
  Memories out{RoundUp(memory.inputs, kInputs), memory.outputs, RoundUp(memory.outputs, kOutputs),
               memory.reversed};
  const int wide = out.wide, before = wide;  // outputs filled up are inputs filled up
  std::vector<std::int8_t> below_weights(static_cast<std::size_t>(Memory::kGates) * wide * out.inputs);
  std::vector<std::int8_t> before_weights(static_cast<std::size_t>(Memory::kGates) * wide * before);
  for (int g = 0; g < Memory::kGates; ++g) {
    const Matrix& gate = memory.gates[g];
    CopyInputs(gate, 0, memory.inputs, out.inputs,
               below_weights.data() + static_cast<std::size_t>(g) * wide * out.inputs);
    CopyInputs(gate, memory.inputs, memory.outputs, before,
               before_weights.data() + static_cast<std::size_t>(g) * wide * before);
    const std::vector<std::int32_t> bias = Bias(gate, wide);
    out.bias.insert(out.bias.end(), bias.begin(), bias.end());
    const std::vector<float> scales = Filled(gate.scales, wide);
    out.scales.insert(out.scales.end(), scales.begin(), scales.end());
  }
  out.below = Pack(below_weights, Memory::kGates * wide, out.inputs);
  out.before = Pack(before_weights, Memory::kGates * wide, before);
  return out;
}

LineNetwork::LineNetwork(const Model& model, const Kernels* kernels)
    : kernels_(kernels != nullptr ? kernels : KernelsHere().front()),
      tanh_(MakeCurve([](double x) { return std::tanh(x); })),
      logistic_(MakeCurve([](double x) { return 1 / (1 + std::exp(-x)); })),
      height_(model.height),
      half_width_(model.half_width),
      half_height_(model.half_height),
      pool_width_(model.pool_width),
      pool_height_(model.pool_height),
      seed_(model.seed) {
  const auto pack = [&](const Matrix& matrix) {
    const int inputs = RoundUp(matrix.inputs, kInputs);
    std::vector<std::int8_t> weights(static_cast<std::size_t>(RoundUp(matrix.outputs, kOutputs)) * inputs);
    CopyInputs(matrix, 0, matrix.inputs, inputs, weights.data());
    return Pack(weights, matrix.outputs, inputs);
  };
  convolution_ = pack(model.convolution);
  convolution_bias_ = Bias(model.convolution, convolution_.wide);
  convolution_scales_ = Filled(model.convolution.scales, convolution_.wide);
  columns_ = Prepare(model.columns);
  for (const Memory& row : model.rows) rows_.push_back(Prepare(row));
  letters_ = pack(model.letters);
  letters_bias_ = Bias(model.letters, letters_.wide);
  letters_scales_ = Filled(model.letters.scales, letters_.wide);
}

LineNetwork::~LineNetwork() = default;
LineNetwork::LineNetwork(LineNetwork&&) noexcept = default;

const char* LineNetwork::KernelsName() const { return kernels_->name; }

// Sums of so many rows begin with the bias.
void LineNetwork::StartSums(const std::vector<std::int32_t>& bias, int rows) {
  sums_.resize(bias.size() * rows);
  for (int row = 0; row < rows; ++row) std::copy(bias.begin(), bias.end(), sums_.begin() + static_cast<std::ptrdiff_t>(bias.size()) * row);
}

// The convolution, and the greatest of each window of its outputs. Tesseract takes the greatest of bytes
// behind scale and tanh; both keep the order, so the greatest sum gives the same byte.
void LineNetwork::Window(const std::int8_t* pixels, int width) {
  const int inputs = convolution_.inputs, wide = convolution_.wide, used = steps_ * pool_width_;
  const int below = columns_.inputs, rows = height_ / pool_height_;
  std::minstd_rand random(seed_);
  random();
  const auto beyond = [&random] {  // TRand::SignedRand, IntCastRounded
    const double x = INT8_MAX * 2.0 * static_cast<std::int32_t>(random()) / INT32_MAX - INT8_MAX;
    return static_cast<std::int8_t>(x >= 0 ? static_cast<int>(x + 0.5) : -static_cast<int>(-x + 0.5));
  };
  patches_.assign(static_cast<std::size_t>(width) * inputs, 0);
  pooled_.assign(static_cast<std::size_t>(rows) * steps_ * below, 0);
  greatest_.resize(static_cast<std::size_t>(steps_) * wide);
  for (int y = 0; y < height_; ++y) {
    // Every pixel is gone through, also where no window uses it: what stands for pixels beyond is drawn in
    // this order.
    for (int x = 0; x < width; ++x) {
      std::int8_t* patch = patches_.data() + static_cast<std::size_t>(x) * inputs;
      const std::int8_t* const centre = pixels + static_cast<std::ptrdiff_t>(y) * width + x;
      if (x >= half_width_ && x + half_width_ < width && y >= half_height_ && y + half_height_ < height_) {
        for (int dx = -half_width_; dx <= half_width_; ++dx) {
          for (int dy = -half_height_; dy <= half_height_; ++dy) *patch++ = centre[std::ptrdiff_t{dy} * width + dx];
        }
        continue;
      }
      for (int dx = -half_width_; dx <= half_width_; ++dx) {
        for (int dy = -half_height_; dy <= half_height_; ++dy) {
          const bool inside = x + dx >= 0 && x + dx < width && y + dy >= 0 && y + dy < height_;
          *patch++ = inside ? centre[std::ptrdiff_t{dy} * width + dx] : beyond();
        }
      }
    }
    if (y >= rows * pool_height_) continue;
    StartSums(convolution_bias_, used);
    kernels_->multiply(convolution_.At(), wide, inputs, patches_.data(), inputs, used, sums_.data());
    for (int step = 0; step < steps_; ++step) {
      std::int32_t* to = greatest_.data() + static_cast<std::size_t>(step) * wide;
      const std::int32_t* from = sums_.data() + static_cast<std::size_t>(step) * pool_width_ * wide;
      for (int k = 0; k < pool_width_; ++k, from += wide) {
        if (k == 0 && y % pool_height_ == 0) {
          std::copy_n(from, wide, to);
        } else {
          for (int o = 0; o < wide; ++o) to[o] = std::max(to[o], from[o]);
        }
      }
    }
    if ((y + 1) % pool_height_ != 0) continue;
    std::vector<std::int8_t> out(wide);
    for (int step = 0; step < steps_; ++step) {
      kernels_->tanh(greatest_.data() + static_cast<std::size_t>(step) * wide, convolution_scales_.data(),
                     wide, *tanh_, out.data());
      std::copy_n(out.data(), convolution_.outputs,
                  pooled_.data() + (static_cast<std::size_t>(y / pool_height_) * steps_ + step) * below);
    }
  }
}

// Columns do not wait for each other.
void LineNetwork::Columns() {
  const int wide = columns_.wide, gates = Memory::kGates * wide, rows = height_ / pool_height_;
  above_.assign(static_cast<std::size_t>(steps_) * wide, 0);
  state_.resize(static_cast<std::size_t>(kTogether) * wide);
  for (int first = 0; first < steps_; first += kTogether) {
    const int count = std::min(kTogether, steps_ - first);
    std::int8_t* out = above_.data() + static_cast<std::size_t>(first) * wide;
    std::fill(state_.begin(), state_.end(), 0.0f);
    for (int y = 0; y < rows; ++y) {
      StartSums(columns_.bias, count);
      const std::int8_t* from =
          pooled_.data() + (static_cast<std::size_t>(y) * steps_ + first) * columns_.inputs;
      kernels_->multiply(columns_.below.At(), gates, columns_.inputs, from, columns_.inputs, count,
                         sums_.data());
      if (y > 0) kernels_->multiply(columns_.before.At(), gates, wide, out, wide, count, sums_.data());
      for (int k = 0; k < count; ++k) {
        kernels_->remember(sums_.data() + static_cast<std::size_t>(k) * gates, columns_.scales.data(), wide,
                           *tanh_, *logistic_, state_.data() + static_cast<std::size_t>(k) * wide,
                           out + static_cast<std::size_t>(k) * wide);
      }
    }
  }
}

// From above_ to above_.
void LineNetwork::Along(const Memories& memories) {
  const int wide = memories.wide, gates = Memory::kGates * wide;
  std::swap(below_, above_);
  above_.resize(static_cast<std::size_t>(steps_) * wide);
  StartSums(memories.bias, steps_);
  // What lies below is filled up to whole vectors, more than these inputs.
  const std::ptrdiff_t stride = static_cast<std::ptrdiff_t>(below_.size()) / std::max(1, steps_);
  kernels_->multiply(memories.below.At(), gates, memories.inputs, below_.data(), stride, steps_,
                     sums_.data());
  state_.assign(wide, 0.0f);
  const std::int8_t* before = nullptr;
  for (int i = 0; i < steps_; ++i) {
    const int t = memories.reversed ? steps_ - 1 - i : i;
    std::int32_t* sums = sums_.data() + static_cast<std::size_t>(t) * gates;
    std::int8_t* out = above_.data() + static_cast<std::size_t>(t) * wide;
    if (before != nullptr) kernels_->multiply(memories.before.At(), gates, wide, before, wide, 1, sums);
    kernels_->remember(sums, memories.scales.data(), wide, *tanh_, *logistic_, state_.data(), out);
    before = out;
  }
}

void LineNetwork::Softmax(float* chances) {
  const int wide = letters_.wide, letters = letters_.outputs;
  StartSums(letters_bias_, steps_);
  const std::ptrdiff_t stride = static_cast<std::ptrdiff_t>(above_.size()) / std::max(1, steps_);
  kernels_->multiply(letters_.At(), wide, letters_.inputs, above_.data(), stride, steps_, sums_.data());
  for (int t = 0; t < steps_; ++t, chances += letters) {
    const std::int32_t* sums = sums_.data() + static_cast<std::size_t>(t) * wide;
    float most = 0, total = 0;
    for (int o = 0; o < letters; ++o) {
      chances[o] = static_cast<float>(sums[o]) * letters_scales_[o];
      if (o == 0 || chances[o] > most) most = chances[o];
    }
    for (int o = 0; o < letters; ++o) {
      chances[o] = std::exp(std::clamp(chances[o] - most, -86.0f, 0.0f));
      total += chances[o];
    }
    for (int o = 0; o < letters; ++o) chances[o] /= total;
  }
}

void LineNetwork::Read(const std::int8_t* pixels, int width, float* chances) {
  steps_ = Steps(width);
  Window(pixels, width);
  Columns();
  for (const Memories& row : rows_) Along(row);
  Softmax(chances);
}

}  // namespace trichluc::lstm
