// Tesseract asks the network of a model for the chances of a line's letters through
// tesseract::Series::Forward. The program's own function of that name comes first when symbols are resolved,
// and computes the same (lstm/line_network.h). The first line of each network is computed by both: if they
// differ in a bit, Tesseract's goes on.
#include "ocr/own_network.h"

#include <dlfcn.h>
#include <tesseract/baseapi.h>

#include <cstring>
#include <string_view>
#include <vector>

#include "base/files.h"

// What Tesseract 5.3.0 keeps of a layer's input or output (src/lstm/networkio.h, stridemap.h,
// ccstruct/matrix.h): its headers are not installed. Objects of these are made by Tesseract alone.
namespace tesseract {

class TransposedArray;
class NetworkScratch;

template <typename T>
class GENERIC_2D_ARRAY {
 public:
  virtual ~GENERIC_2D_ARRAY();
  T* array_;
  T empty_;
  int dim1_, dim2_, size_allocated_;
};

class NetworkIO {
 public:
  void Resize2d(bool int_mode, int width, int num_features);  // Tesseract's

  GENERIC_2D_ARRAY<float> f_;
  GENERIC_2D_ARRAY<std::int8_t> i_;
  bool int_mode_;
  alignas(void*) int shape_[3];  // images, height, width; of an object that holds pointers
};

class Series {
 public:
  void Forward(bool debug, const NetworkIO& input, const TransposedArray* input_transpose,
               NetworkScratch* scratch, NetworkIO* output);
};

}  // namespace tesseract

namespace trichluc {
namespace {

constexpr std::string_view kKnownTesseract = "5.3.0";

thread_local OwnNetwork* g_network = nullptr;

using Function = void (*)(void*, bool, const tesseract::NetworkIO&, const tesseract::TransposedArray*,
                          tesseract::NetworkScratch*, tesseract::NetworkIO*);

Function TesseractsOwn() {
  static const auto function = reinterpret_cast<Function>(dlsym(
      RTLD_NEXT,
      "_ZN9tesseract6Series7ForwardEbRKNS_9NetworkIOEPKNS_15TransposedArrayEPNS_14NetworkScratchEPS1_"));
  return function;
}

// A line as the whole network gets it: one image, one byte a pixel. Series within the network get more.
bool IsLine(const lstm::LineNetwork& network, const tesseract::NetworkIO& input) {
  return input.int_mode_ && input.i_.dim2_ == 1 && input.shape_[0] == 1 &&
         input.shape_[1] == network.Height() && input.shape_[2] > 0 &&
         input.shape_[1] * input.shape_[2] == input.i_.dim1_ && network.Steps(input.shape_[2]) > 0;
}

std::vector<float> Chances(lstm::LineNetwork* network, const tesseract::NetworkIO& input) {
  const int width = input.shape_[2];
  std::vector<float> out(static_cast<size_t>(network->Steps(width)) * network->Letters());
  network->Read(input.i_.array_, width, out.data());
  return out;
}

bool Same(const std::vector<float>& ours, const tesseract::NetworkIO& theirs, int letters) {
  return !theirs.int_mode_ && theirs.f_.dim2_ == letters &&
         static_cast<size_t>(theirs.f_.dim1_) * letters == ours.size() &&
         std::memcmp(ours.data(), theirs.f_.array_, ours.size() * sizeof(float)) == 0;
}

}  // namespace

std::unique_ptr<OwnNetwork> MakeOwnNetwork(const std::string& traineddata_path) {
  if (tesseract::TessBaseAPI::Version() != kKnownTesseract || TesseractsOwn() == nullptr) return nullptr;
  const auto model = lstm::ParseModel(ReadFile(traineddata_path));
  return model ? std::make_unique<OwnNetwork>(lstm::LineNetwork(*model)) : nullptr;
}

NetworkInUse::NetworkInUse(OwnNetwork* network) : before_(g_network) { g_network = network; }
NetworkInUse::~NetworkInUse() { g_network = before_; }

}  // namespace trichluc

void tesseract::Series::Forward(bool debug, const NetworkIO& input, const TransposedArray* input_transpose,
                                NetworkScratch* scratch, NetworkIO* output) {
  using namespace trichluc;
  OwnNetwork* const own = g_network;
  const bool is_line = own != nullptr && IsLine(own->network, input);
  if (is_line && own->trust == OwnNetwork::kTrusted) {
    ++own->lines_here;
    const int width = input.shape_[2];
    output->Resize2d(false, own->network.Steps(width), own->network.Letters());
    return own->network.Read(input.i_.array_, width, output->f_.array_);
  }
  const NetworkInUse none(nullptr);  // series within this one are not asked
  TesseractsOwn()(this, debug, input, input_transpose, scratch, output);
  if (own == nullptr) return;
  ++own->lines_by_tesseract;
  if (!is_line || own->trust != OwnNetwork::kUntried) return;
  own->trust = Same(Chances(&own->network, input), *output, own->network.Letters()) ? OwnNetwork::kTrusted
                                                                                    : OwnNetwork::kRefuted;
}
