// The arithmetic of the network, once for each kind of processor. Private to the room. All give the same
// bits: sums are of whole numbers, and real numbers are added and multiplied in the same order, each result
// rounded.
#pragma once

#include <cstddef>
#include <cstdint>

namespace trichluc::lstm {

constexpr int kOutputs = 16;  // of a matrix are filled up to a multiple of this, with 0
constexpr int kInputs = 4;

constexpr int RoundUp(int count, int to) { return (count + to - 1) / to * to; }

// tanh(i / 256) or 1 / (1 + exp(-i / 256)) and the step to the next; between them Tesseract goes straight
// (lstm/functions.h).
struct Curve {
  static constexpr int kSize = 4095;  // from here on 1
  struct {
    float at, step;
  } pieces[kSize + 1];
};

struct Kernels {
  const char* name;
  // Bytes that a matrix of so many outputs and inputs takes, both filled up.
  std::size_t (*size)(int outputs, int inputs);
  // `weights`: outputs × inputs, filled up.
  void (*pack)(const std::int8_t* weights, int outputs, int inputs, void* packed);
  // sums[row × outputs] += products of the matrix and u[row × stride], for each row.
  void (*multiply)(const void* packed, int outputs, int inputs, const std::int8_t* u, std::ptrdiff_t stride,
                   int rows, std::int32_t* sums);
  // out = 127 tanh(sum × scale), rounded. `count` is filled up, here and below.
  void (*tanh)(const std::int32_t* sums, const float* scales, int count, const Curve& tanh, std::int8_t* out);
  // One step of memory: sums and scales of four gates, `count` each; the state is carried on; out in 127ths.
  void (*remember)(const std::int32_t* sums, const float* scales, int count, const Curve& tanh,
                   const Curve& logistic, float* state, std::int8_t* out);
};

// Where the processor has what each needs; `kPlainKernels` runs everywhere.
extern const Kernels kPlainKernels;
#ifdef __x86_64__
extern const Kernels kAvx2Kernels, kVnniKernels;  // AVX2; AVX-512 with VNNI
#endif

}  // namespace trichluc::lstm
