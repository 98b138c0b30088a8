// Tesseract's LSTM recogniser behind the engine interface.
#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>

#include <clocale>
#include <filesystem>

#include "base/error.h"
#include "ocr/engine.h"

namespace trichluc {
namespace {

constexpr int kFrame = 12;  // white pixels around the image: letters that touch its edge are lost otherwise

tesseract::PageSegMode SegmentationOf(ReadAs mode) {
  switch (mode) {
    case ReadAs::kPage: return tesseract::PSM_AUTO;
    case ReadAs::kBlock: return tesseract::PSM_SINGLE_BLOCK;
    case ReadAs::kLine: return tesseract::PSM_SINGLE_LINE;
    case ReadAs::kWord: return tesseract::PSM_SINGLE_WORD;
  }
  return tesseract::PSM_AUTO;
}

// The image with a white frame.
Image Framed(const Image& image) {
  Image framed{image.width + 2 * kFrame, image.height + 2 * kFrame, image.channels, image.dpi, {}};
  framed.pixels.assign(static_cast<size_t>(framed.width) * framed.height * framed.channels, 255);
  const size_t row = static_cast<size_t>(image.width) * image.channels;
  for (int y = 0; y < image.height; ++y) {
    std::copy(image.Row(y), image.Row(y) + row, framed.Row(y + kFrame) + kFrame * image.channels);
  }
  return framed;
}

class TesseractEngine : public OcrEngine {
 public:
  TesseractEngine(const std::string& language, const std::string& data_dir) : language_(language) {
    std::setlocale(LC_NUMERIC, "C");  // Tesseract reads numbers of its model by it
    const char* place = data_dir.empty() ? nullptr : data_dir.c_str();
    const std::vector<std::string> names{"debug_file"}, values{"/dev/null"};
    if (api_.Init(place, language.c_str(), tesseract::OEM_LSTM_ONLY, nullptr, 0, &names, &values, false) != 0) {
      throw UsageError("recognition data for \"" + language + "\" are not installed; apt-get install " +
                       (language == "Vietnamese" ? "tesseract-ocr-script-viet" : "tesseract-ocr-" + language));
    }
  }

  std::string Name() const override {
    return std::string("tesseract ") + tesseract::TessBaseAPI::Version() + " " + language_;
  }

  std::vector<Word> Read(const Image& image, ReadAs mode) override {
    if (image.Empty()) return {};
    const Image framed = Framed(image);
    api_.SetPageSegMode(SegmentationOf(mode));
    api_.SetImage(framed.pixels.data(), framed.width, framed.height, framed.channels,
                  framed.width * framed.channels);
    api_.SetSourceResolution(framed.dpi > 0 ? framed.dpi : 200);
    if (api_.Recognize(nullptr) != 0) throw DocumentError(ErrorCode::kEngine, "ocr", "", 0, "Tesseract failed on the image");
    std::vector<Word> words = Words(image);
    api_.Clear();
    return words;
  }

 private:
  std::vector<Word> Words(const Image& image) {
    std::vector<Word> words;
    const std::unique_ptr<tesseract::ResultIterator> at(api_.GetIterator());
    if (!at) return words;
    do {
      if (at->Empty(tesseract::RIL_WORD)) continue;
      const std::unique_ptr<char[]> text(at->GetUTF8Text(tesseract::RIL_WORD));
      Word word;
      if (text) word.text = text.get();
      if (word.text.find_first_not_of(" \t\n") == std::string::npos) continue;
      at->BoundingBox(tesseract::RIL_WORD, &word.box.left, &word.box.top, &word.box.right, &word.box.bottom);
      word.box = {word.box.left - kFrame, word.box.top - kFrame, word.box.right - kFrame, word.box.bottom - kFrame};
      word.box = word.box.Intersect({0, 0, image.width, image.height});
      word.confidence = std::min(1.0f, std::max(0.0f, at->Confidence(tesseract::RIL_WORD) / 100.0f));
      words.push_back(word);
    } while (at->Next(tesseract::RIL_WORD));
    return words;
  }

  std::string language_;
  tesseract::TessBaseAPI api_;
};

}  // namespace

std::unique_ptr<OcrEngine> MakeTesseract(const std::string& language, const std::string& data_dir) {
  return std::make_unique<TesseractEngine>(language, data_dir);
}

}  // namespace trichluc
