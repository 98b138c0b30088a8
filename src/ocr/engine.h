// Image → words. Behind this interface: Tesseract, recorded answers for fast tests, an engine that reads
// nothing.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "model/image.h"
#include "model/reading.h"

namespace trichluc {

// What the image holds: a page of any layout, one column of text, one line, one word or number, a number in
// figures.
enum class ReadAs { kPage, kBlock, kLine, kWord, kFigures };

constexpr size_t kMaxWordsOfImage = 50000;  // close print on A4 has about 1,500

class OcrEngine {
 public:
  virtual ~OcrEngine() = default;
  virtual std::string Name() const = 0;  // engine and model: "tesseract 5.3.0 vie"
  // Words in reading order, boxes in pixels of `image`, text NFC. Image::dpi must be right within about a
  // third: it tells letters from specks. Throws DocumentError: kEngine, or kTooLarge for more than kMaxWordsOfImage.
  virtual std::vector<Word> Read(const Image& image, ReadAs mode) = 0;
};

// `data_dir` empty: Debian's place, or TESSDATA_PREFIX. Throws UsageError when the language's data are not
// installed, naming the package. Loading takes a tenth of a second: keep the engine. Tesseract runs
// on the calling thread alone (ocr/spared.cc); a Tesseract built with another OpenMP than GCC's needs OMP_THREAD_LIMIT=1 in the
// environment, or it spins.
std::unique_ptr<OcrEngine> MakeTesseract(const std::string& language, const std::string& data_dir = "");
// What MakeTesseract would read with, without loading it: "tesseract 5.3.0, vie 0123456789ab", each model with
// the beginning of its SHA-256. A model that is not there has none. The version is the one compiled against.
std::string DescribeTesseract(const std::string& language, const std::string& data_dir = "");
std::unique_ptr<OcrEngine> MakeNullEngine();

// Answers from a recording (ocr/recording.h), keyed by SHA-256 of the image and the mode. An image that is
// not in it is a DocumentError that says how to record again; a file that is no recording a UsageError.
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
