// Tesseract's network of lines, computed here: to the bit what Tesseract computes with weights of bytes, in a
// part of its time. Tesseract goes through lines pixel by pixel and step by step, with indices of many
// dimensions; here what does not wait for the step before is done for the whole line, with the widest
// instructions that the processor has.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "lstm/model.h"

namespace trichluc::lstm {

struct Kernels;
struct Curve;

// Those of lstm/kernels.h that this processor runs, the fastest first.
std::vector<const Kernels*> KernelsHere();

class LineNetwork {
 public:
  // `kernels`: of KernelsHere(), the first without.
  explicit LineNetwork(const Model& model, const Kernels* kernels = nullptr);
  ~LineNetwork();
  LineNetwork(LineNetwork&&) noexcept;

  int Height() const { return height_; }
  int Letters() const { return letters_.outputs; }
  // Of a line so many pixels wide.
  int Steps(int width) const { return width / pool_width_; }
  const char* KernelsName() const;

  // `pixels`: Height() × width, -127 (black) to 127. `chances`: Steps(width) × Letters(), each step's sum 1.
  // Not to be called by two threads at once.
  void Read(const std::int8_t* pixels, int width, float* chances);

 private:
  // A matrix as the kernels want it; outputs and inputs filled up.
  struct Packed {
    int outputs = 0, wide = 0, inputs = 0;  // wide: outputs filled up
    std::vector<std::byte> weights;
    const void* At() const;
  };
  struct Memories {
    int inputs = 0, outputs = 0, wide = 0;  // filled up, but for outputs; wide: of one gate
    bool reversed = false;
    Packed below, before;  // four gates beside each other
    std::vector<std::int32_t> bias;
    std::vector<float> scales;
  };

  Packed Pack(const std::vector<std::int8_t>& weights, int outputs, int inputs) const;
  Memories Prepare(const Memory& memory) const;
  void StartSums(const std::vector<std::int32_t>& bias, int rows);
  void Window(const std::int8_t* pixels, int width);
  void Columns();
  void Along(const Memories& memories);
  void Softmax(float* chances);

  const Kernels* kernels_;
  std::unique_ptr<Curve> tanh_, logistic_;
  int height_, half_width_, half_height_, pool_width_, pool_height_;
  std::uint64_t seed_;
  Packed convolution_;
  std::vector<std::int32_t> convolution_bias_;
  std::vector<float> convolution_scales_;
  Memories columns_;
  std::vector<Memories> rows_;
  Packed letters_;
  std::vector<std::int32_t> letters_bias_;
  std::vector<float> letters_scales_;

  // Of the line in hand: what a layer gives, row by row, filled up to a multiple of kInputs.
  std::vector<std::int8_t> patches_, pooled_, below_, above_;
  std::vector<std::int32_t> sums_, greatest_;
  std::vector<float> state_;
  int steps_ = 0;
};

}  // namespace trichluc::lstm
