#include <fmt/format.h>
#include <leptonica/allheaders.h>
#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <new>

#include "base/error.h"
#include "ocr/data_dir.h"
#include "ocr/doubts.h"
#include "ocr/engine.h"
#include "ocr/own_network.h"
#include "ocr/spared.h"

namespace trichluc {
namespace {

std::string Package(const std::string& language) {
  if (language == "Vietnamese") return "tesseract-ocr-script-viet";
  std::string name = language;
  std::replace(name.begin(), name.end(), '_', '-');
  return "tesseract-ocr-" + name;
}

// Tesseract itself would print and go on without the model that is missing.
void CheckData(const std::string& languages, const std::string& dir) {
  for (size_t begin = 0; begin <= languages.size();) {
    const size_t end = std::min(languages.find('+', begin), languages.size());
    const std::string language = languages.substr(begin, end - begin);
    begin = end + 1;
    if (language.empty())
      throw UsageError(fmt::format("wrong language \"{}\"; say for instance vie", languages));
    if (std::filesystem::exists(dir + "/" + language + ".traineddata")) continue;
    if (language == "trichluc") {
      throw UsageError(
          "the program's own model, models/trichluc.traineddata, is not in the rules folder; name that "
          "folder with "
          "--rules, or read with --lang vie");
    }
    throw UsageError(fmt::format("Tesseract's data for \"{}\" are not in {}; install them: apt install {}",
                                 language, dir, Package(language)));
  }
}

tesseract::PageSegMode Segmentation(ReadAs mode) {
  switch (mode) {
    case ReadAs::kPage:
      return tesseract::PSM_AUTO;
    case ReadAs::kBlock:
      return tesseract::PSM_SINGLE_BLOCK;
    case ReadAs::kLine:
      return tesseract::PSM_SINGLE_LINE;
    case ReadAs::kWord:
    case ReadAs::kFigures:
      return tesseract::PSM_SINGLE_WORD;
  }
  return tesseract::PSM_AUTO;
}

struct PixDeleter {
  void operator()(Pix* pix) const { pixDestroy(&pix); }
};
using PixPtr = std::unique_ptr<Pix, PixDeleter>;

// Grey with a white border: Tesseract loses letters that touch the edge. As Leptonica's picture, the leftmost of four pixels in the
// highest byte of a word.
PixPtr Framed(const Image& image, int border) {
  PixPtr pix(pixCreateNoInit(image.width + 2 * border, image.height + 2 * border, 8));
  if (!pix) throw std::bad_alloc();
  constexpr int kPlainResolution = 300;  // what Tesseract gives pictures that come as bytes
  pixSetResolution(pix.get(), kPlainResolution, kPlainResolution);
  const size_t words = static_cast<size_t>(pixGetWpl(pix.get()));
  std::vector<uint8_t> row(4 * words, 255);
  for (int y = 0; y < pixGetHeight(pix.get()); ++y) {
    std::fill(row.begin(), row.end(), 255);
    if (y >= border && y < border + image.height) {
      const uint8_t* in = image.Row(y - border);
      for (int x = 0; x < image.width; ++x) {
        row[static_cast<size_t>(border + x)] =
            image.channels == 1
                ? in[x]
                : static_cast<uint8_t>((in[3 * x] * 299 + in[3 * x + 1] * 587 + in[3 * x + 2] * 114 + 500) / 1000);
      }
    }
    uint32_t* line = pixGetData(pix.get()) + static_cast<size_t>(y) * words;
    for (size_t i = 0; i < words; ++i) {
      const uint8_t* four = row.data() + 4 * i;
      line[i] = static_cast<uint32_t>(four[0]) << 24 | static_cast<uint32_t>(four[1]) << 16 | static_cast<uint32_t>(four[2]) << 8 | four[3];
    }
  }
  return pix;
}

// Tesseract's words hold no white space, but a model may give a blank for a letter it cannot name.
std::string WithoutBlanks(const char* text) {
  std::string out;
  for (const char* c = text; c != nullptr && *c != '\0'; ++c) {
    if (*c != ' ' && *c != '\n' && *c != '\t') out += *c;
  }
  return out;
}

class TesseractEngine : public OcrEngine {
 public:
  TesseractEngine(const std::string& language, const std::string& data_dir) : language_(language) {
    const std::string dir = TesseractData(data_dir);
    CheckData(language, dir);
    SpareNeedlessWork();
    if (language.find('+') == std::string::npos) network_ = MakeOwnNetwork(dir + "/" + language + ".traineddata");
    if (api_.Init(dir.c_str(), language.c_str(), tesseract::OEM_LSTM_ONLY) != 0) {
      throw UsageError(fmt::format("Tesseract cannot load its data for \"{}\" from {}", language, dir));
    }
    api_.SetVariable("debug_file", "/dev/null");
    // Tesseract opens that file with the first remark it makes; a confined worker may open nothing by then. A file that does
    // not exist is such a remark.
    api_.ReadConfigFile("");
    // White print on black is not read: trying costs time on every word that is hard to read anyway.
    api_.SetVariable("tessedit_do_invert", "0");
    api_.SetVariable("lstm_choice_mode", "1");  // keeps what the network saw: see DoubtsOf
    api_.SetVariable("lstm_choice_iterations", "0");  // of other letters that it then would search for: not used
  }

  std::string Name() const override {
    return fmt::format("tesseract {} {}", tesseract::TessBaseAPI::Version(), language_);
  }

  std::vector<Word> Read(const Image& image, ReadAs mode) override {
    if (image.Empty()) return {};
    const int border = std::max(10, image.dpi / 12);
    const PixPtr framed = Framed(image, border);
    api_.SetPageSegMode(Segmentation(mode));
    api_.SetVariable("tessedit_char_whitelist", mode == ReadAs::kFigures ? "0123456789." : "");
    api_.SetImage(framed.get());
    api_.SetSourceResolution(std::clamp(image.dpi, 70, 1200));
    const NetworkInUse in_use(network_.get());
    if (api_.Recognize(nullptr) != 0) {
      throw DocumentError(ErrorCode::kEngine, "ocr", "", 0, "Tesseract gave up on the image");
    }
    std::vector<Word> words = Collect({border, border, border + image.width, border + image.height});
    api_.Clear();
    return words;
  }

 private:
  // `inside`: the image within its frame. Words as they stand from left to right: Tesseract's own order of reading, which matters where
  // writing goes from right to left, works out the whole line anew for each word.
  std::vector<Word> Collect(const Box& inside) {
    std::vector<Word> words;
    const std::unique_ptr<tesseract::ResultIterator> it(api_.GetIterator());
    if (!it) return words;
    do {
      if (it->Empty(tesseract::RIL_WORD)) continue;
      const std::unique_ptr<char[]> text(it->LTRResultIterator::GetUTF8Text(tesseract::RIL_WORD));
      Word word{WithoutBlanks(text.get())};
      Box& box = word.box;
      it->BoundingBox(tesseract::RIL_WORD, &box.left, &box.top, &box.right, &box.bottom);
      box = box.Intersect(inside);
      if (word.text.empty() || box.Empty()) continue;
      box = {box.left - inside.left, box.top - inside.top, box.right - inside.left, box.bottom - inside.top};
      word.confidence = std::clamp(it->Confidence(tesseract::RIL_WORD) / 100, 0.0f, 1.0f);
      if (const LetterSteps* steps = it->GetRawLSTMTimesteps()) word.doubts = DoubtsOf(word.text, *steps);
      words.push_back(std::move(word));
      if (words.size() > kMaxWordsOfImage) {
        throw DocumentError(ErrorCode::kTooLarge, "ocr", "", 0,
                            fmt::format("it was read as more than {} words", kMaxWordsOfImage));
      }
    } while (it->PageIterator::Next(tesseract::RIL_WORD));
    return words;
  }

  std::string language_;
  std::unique_ptr<OwnNetwork> network_;
  tesseract::TessBaseAPI api_;
};

}  // namespace

std::unique_ptr<OcrEngine> MakeTesseract(const std::string& language, const std::string& data_dir) {
  return std::make_unique<TesseractEngine>(language, data_dir);
}

}  // namespace trichluc
