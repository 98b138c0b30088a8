// Convolutional layers of the small networks that this project trains itself: forward, and to bytes and back.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace trichluc {

// One convolution with its bias; then values below 0 become 0 (not after the last layer); then the largest of
// pool_rows × pool_columns is kept. weights[out × in·rows·columns]. `apart`: pixels between the taps of the
// window (1: neighbours; "dilation"), for windows with an odd number of rows and columns.
struct Layer {
  int in = 0, out = 0, rows = 0, columns = 0, pool_rows = 1, pool_columns = 1;
  std::vector<float> weights, bias;
  int apart = 1;
};

// values[channels × height × width].
struct Volume {
  int channels = 0, height = 0, width = 0;
  std::vector<float> values;
};

// Through one layer, all but the pooling; the image keeps its size under odd windows, an even one loses a row
// or column. `last`: values below 0 stay. The same to the last bit on every machine. std::runtime_error where
// the layer does not fit.
Volume Convolve(const Layer& layer, const Volume& in, bool last);
Volume Pool(const Layer& layer, const Volume& in);

// Reads what Put and PutLayers wrote. std::runtime_error when the bytes end too early.
class ByteSource {
 public:
  explicit ByteSource(std::string_view bytes) : bytes_(bytes) {}
  std::string_view Take(size_t size);
  float Real();
  int Count();  // 1 to 4096; std::runtime_error otherwise
  bool Empty() const { return bytes_.empty(); }

 private:
  std::string_view bytes_;
};
void Put(int number, std::string* out);
void Put(float number, std::string* out);

// Weights as 16-bit parts of the largest of their row; `with_apart` as they were written.
void PutLayers(const std::vector<Layer>& layers, bool with_apart, std::string* out);
std::vector<Layer> TakeLayers(ByteSource* source, bool with_apart);

}  // namespace trichluc
