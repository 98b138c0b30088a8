#include "lstm/kernels.inc"

namespace trichluc::lstm {
namespace {

// Weights as they are.
std::size_t Size(int outputs, int inputs) { return static_cast<std::size_t>(outputs) * inputs; }

void Pack(const Byte* weights, int outputs, int inputs, void* packed) {
  Byte* out = static_cast<Byte*>(packed);
  for (std::size_t i = 0; i < Size(outputs, inputs); ++i) out[i] = weights[i];
}

void Multiply(const void* packed, int outputs, int inputs, const Byte* u, std::ptrdiff_t stride, int rows,
              Sum* sums) {
  const Byte* weights = static_cast<const Byte*>(packed);
  for (int row = 0; row < rows; ++row, u += stride, sums += outputs) {
    for (int o = 0; o < outputs; ++o) {
      Sum sum = 0;
      for (int i = 0; i < inputs; ++i) sum += weights[static_cast<std::size_t>(o) * inputs + i] * u[i];
      sums[o] += sum;
    }
  }
}

}  // namespace

const Kernels kPlainKernels = {"plain", Size, Pack, Multiply, TanhOf, Remember};

}  // namespace trichluc::lstm
