// What Tesseract would read with. Needs its header alone: the program that does not read links no Tesseract.
#include <fmt/format.h>
#include <tesseract/version.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "base/files.h"
#include "ocr/data_dir.h"
#include "ocr/engine.h"

namespace trichluc {
namespace {

constexpr const char* kDebianData = "/usr/share/tesseract-ocr/5/tessdata";

}  // namespace

std::string TesseractData(const std::string& given) {
  if (!given.empty()) return given;
  const char* prefix = std::getenv("TESSDATA_PREFIX");
  return prefix != nullptr && *prefix != '\0' ? prefix : kDebianData;
}

std::string DescribeTesseract(const std::string& languages, const std::string& data_dir) {
  constexpr size_t kShown = 12;  // digits of the hash
  std::string text = fmt::format("tesseract {}", TESSERACT_VERSION_STR);
  for (size_t begin = 0; begin <= languages.size();) {
    const size_t end = std::min(languages.find('+', begin), languages.size());
    const std::string language = languages.substr(begin, end - begin);
    begin = end + 1;
    const std::string model = TesseractData(data_dir) + "/" + language + ".traineddata";
    std::error_code error;
    text += ", " + language;
    if (std::filesystem::is_regular_file(model, error)) text += " " + Sha256OfFile(model).substr(0, kShown);
  }
  return text;
}

}  // namespace trichluc
