// Engines without recognition: recorded answers, a recorder around another engine, one that reads nothing.
#include "base/error.h"
#include "base/files.h"
#include "ocr/engine.h"
#include "ocr/recording.h"

namespace trichluc {
namespace {

class RecordedEngine : public OcrEngine {
 public:
  explicit RecordedEngine(const std::string& path)
      : path_(path), recording_(DecodeRecording(ReadFile(path))) {}

  std::string Name() const override { return recording_.engine; }

  std::vector<Word> Read(const Image& image, ReadAs mode) override {
    const auto found = recording_.answers.find(RecordingKey(image, mode));
    if (found == recording_.answers.end()) {
      throw DocumentError(
          ErrorCode::kEngine, "ocr", path_, 0,
          "the recording has no answer for this image, so the image work has changed; run tools/record");
    }
    return found->second;
  }

 private:
  std::string path_;
  Recording recording_;
};

class NullEngine : public OcrEngine {
 public:
  std::string Name() const override { return "null"; }
  std::vector<Word> Read(const Image&, ReadAs) override { return {}; }
};

}  // namespace

std::unique_ptr<OcrEngine> MakeRecordedEngine(const std::string& recording_path) {
  return std::make_unique<RecordedEngine>(recording_path);
}

std::unique_ptr<OcrEngine> MakeNullEngine() { return std::make_unique<NullEngine>(); }

struct RecordingEngine::Impl {
  std::unique_ptr<OcrEngine> engine;
  Recording recording;
};

RecordingEngine::RecordingEngine(std::unique_ptr<OcrEngine> engine) : impl_(std::make_unique<Impl>()) {
  impl_->recording.engine = engine->Name();
  impl_->engine = std::move(engine);
}
RecordingEngine::~RecordingEngine() = default;

std::string RecordingEngine::Name() const { return impl_->engine->Name(); }

std::vector<Word> RecordingEngine::Read(const Image& image, ReadAs mode) {
  std::vector<Word> words = impl_->engine->Read(image, mode);
  impl_->recording.answers[RecordingKey(image, mode)] = words;
  return words;
}

void RecordingEngine::Save(const std::string& path) const {
  WriteFileAtomically(path, EncodeRecording(impl_->recording));
}

}  // namespace trichluc
