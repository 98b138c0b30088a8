#include "lstm/kernels.inc"

namespace trichluc::lstm {
namespace {

inline float Magnitude(float x) { return __builtin_fabsf(x); }

// For x >= 0.
inline float Along(const Curve& curve, float x) {
  x *= 256;
  x = x < Curve::kSize ? x : Curve::kSize;
  const int i = static_cast<int>(x);
  return curve.pieces[i].at + curve.pieces[i].step * (x - static_cast<float>(i));
}

inline float Tanh(const Curve& curve, float x) { return __builtin_copysignf(Along(curve, Magnitude(x)), x); }

inline float Logistic(const Curve& curve, float x) {
  const float y = Along(curve, Magnitude(x));
  return x < 0 ? 1 - y : y;
}

inline Byte Rounded(float x) {
  const int size = static_cast<int>(Magnitude(x * 127) + 0.5f);
  const int most = size < 127 ? size : 127;
  return static_cast<Byte>(x < 0 ? -most : most);
}

void TanhOf(const Sum* __restrict sums, const float* __restrict scales, int count, const Curve& tanh, Byte* __restrict out) {
  for (int i = 0; i < count; ++i) out[i] = Rounded(Tanh(tanh, static_cast<float>(sums[i]) * scales[i]));
}

void Remember(const Sum* __restrict sums, const float* __restrict scales, int count, const Curve& tanh, const Curve& logistic,
              float* __restrict state, Byte* __restrict out) {
  for (int i = 0; i < count; ++i) {
    const float cell = Tanh(tanh, static_cast<float>(sums[i]) * scales[i]);
    const float input = Logistic(logistic, static_cast<float>(sums[count + i]) * scales[count + i]);
    const float forget = Logistic(logistic, static_cast<float>(sums[2 * count + i]) * scales[2 * count + i]);
    const float output = Logistic(logistic, static_cast<float>(sums[3 * count + i]) * scales[3 * count + i]);
    const float kept = state[i] * forget;
    float now = kept + cell * input;
    now = now < -100 ? -100 : now > 100 ? 100 : now;
    state[i] = now;
    out[i] = Rounded(Tanh(tanh, now) * output);
  }
}

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
