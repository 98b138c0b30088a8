#include "ocr/engine.h"

namespace trichluc {
namespace {

class NullEngine : public OcrEngine {
 public:
  std::string Name() const override { return "none"; }
  std::vector<Word> Read(const Image&, ReadAs) override { return {}; }
};

}  // namespace

std::unique_ptr<OcrEngine> MakeNullEngine() { return std::make_unique<NullEngine>(); }

}  // namespace trichluc
