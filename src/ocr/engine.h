// Image → words. Behind this interface: Tesseract, recorded answers for fast tests, an engine that reads nothing.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "model/image.h"
#include "model/reading.h"

namespace trichluc {

enum class ReadAs { kPage, kBlock, kLine, kWord };  // what the image holds

class OcrEngine {
 public:
  virtual ~OcrEngine() = default;
  virtual std::string Name() const = 0;  // engine and model: "tesseract 5.3.0 vie"
  // Words in reading order, boxes in pixels of `image`, text NFC. Throws DocumentError(kEngine).
  virtual std::vector<Word> Read(const Image& image, ReadAs mode) = 0;
};

// `data_dir` empty: Debian's place. Throws UsageError when the language's data are not installed, naming the package.
std::unique_ptr<OcrEngine> MakeTesseract(const std::string& language, const std::string& data_dir = "");
std::unique_ptr<OcrEngine> MakeNullEngine();

// Answers from a recording (ocr/recording.h), keyed by SHA-256 of the image and the mode. An image that is not in it
// is a DocumentError that says how to record again.
std::unique_ptr<OcrEngine> MakeRecordedEngine(const std::string& recording_path);
// Passes through to `engine` and keeps every answer; Save writes the recording.
class RecordingEngine : public OcrEngine {
 public:
  explicit RecordingEngine(std::unique_ptr<OcrEngine> engine);
  ~RecordingEngine() override;
  std::string Name() const override;
  std::vector<Word> Read(const Image& image, ReadAs mode) override;
  void Save(const std::string& path) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace trichluc
