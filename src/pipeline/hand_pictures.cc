#include "pipeline/hand_pictures.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iterator>

#include "base/files.h"
#include "image/analyse.h"
#include "image/caption.h"
#include "layout/glyphs.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr int kTimes = 2;

// As printed, but for the marks of vowels: the picture's font has plain letters and Đ.
std::string PlainLetters(const std::string& text) {
  std::string plain;
  for (const char32_t point : ToCodePoints(text)) {
    const std::string letter = FromCodePoints({point});
    if (point < 128 || point == U'Đ' || point == U'đ') {
      plain += letter;
      continue;
    }
    std::string base = StripDiacritics(letter);
    if (!IsSmallLetter(point)) std::transform(base.begin(), base.end(), base.begin(), [](char c) {
      return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    plain += base;
  }
  return plain;
}

// "number: /QĐ-SYT; 239 (0.60), 289 (0.38)" → "number: /QĐ-SYT", "239 (0.60)", "289 (0.38)".
std::vector<std::string> CaptionOf(const std::string& detail) {
  std::vector<std::string> lines(1);
  for (size_t i = 0; i < detail.size(); ++i) {
    const bool parts = detail[i] == ';' || (detail[i] == ',' && i > 0 && detail[i - 1] == ')');
    if (!parts) {
      lines.back() += detail[i];
      continue;
    }
    lines.back() = PlainLetters(lines.back());
    lines.emplace_back();
    if (i + 1 < detail.size() && detail[i + 1] == ' ') ++i;
  }
  lines.back() = PlainLetters(lines.back());
  return lines;
}

void Frame(Image& image, const Box& box) {
  const Box part = box.Intersect({0, 0, image.width, image.height});
  const auto dark = [&](int x, int y) {
    for (int c = 0; c < image.channels; ++c) image.Row(y)[static_cast<size_t>(x) * image.channels + c] = 110;
  };
  for (int x = part.left; x < part.right; ++x) dark(x, part.top), dark(x, part.bottom - 1);
  for (int y = part.top; y < part.bottom; ++y) dark(part.left, y), dark(part.right - 1, y);
}

// A box of the page on the enlarged line.
Box OnLine(const Crop& line, const Box& box) {
  return {kTimes * (box.left - line.box.left), kTimes * (box.top - line.box.top),
          kTimes * (box.right - line.box.left), kTimes * (box.bottom - line.box.top)};
}

}  // namespace

std::string FramedLine(const Crop& line, const Box& figures) {
  Image image = Enlarge(DecodePng(line.png), kTimes);
  Frame(image, OnLine(line, figures));
  return EncodePng(image);
}

PlainFigures::PlainFigures() : engine_(MakeTesseract("vie")) {}

std::string PlainFigures::Read(const Crop& line, const Box& figures) const {
  constexpr int kUsualDpi = 200;
  Image cut = Cut(DecodePng(line.png), {figures.left - line.box.left, figures.top - line.box.top,
                                        figures.right - line.box.left, figures.bottom - line.box.top});
  if (cut.Empty()) return "";
  cut.dpi = kUsualDpi;
  std::string digits;
  for (const Word& word : engine_->Read(cut, ReadAs::kFigures)) {
    std::copy_if(word.text.begin(), word.text.end(), std::back_inserter(digits),
                 [](char c) { return c >= '0' && c <= '9'; });
  }
  return digits;
}

std::vector<std::string> DrawHandwriting(const Database& database, const StoredDocument& stored,
                                         const std::string& folder) {
  std::vector<std::string> paths;
  std::vector<HandReading> spots;
  for (const PageReading& reading : database.Readings(stored.file_id)) {
    if (reading.page == stored.document.page_from) spots = reading.hand;
  }
  for (const Flag& flag : stored.document.flags) {
    if (flag.code != "handwritten") continue;
    const std::string field = flag.detail.substr(0, flag.detail.find(':'));
    const bool incoming = field.starts_with("incoming/");
    const std::string kind = incoming ? "incoming" : field == "number" ? "number" : "date";
    for (const Crop& crop : database.Crops(stored.file_id, stored.document.page_from)) {
      if (crop.kind != kind || crop.png.empty()) continue;
      Image image = Enlarge(DecodePng(crop.png), kTimes);
      for (const HandReading& spot : spots) {
        const bool of_stamp = spot.kind.starts_with("incoming"), number = spot.kind.ends_with("number");
        if (of_stamp != incoming || number != field.ends_with("number") || !crop.box.Contains(spot.box.CentreX(), spot.box.CentreY()))
          continue;
        Frame(image, OnLine(crop, spot.box));
      }
      std::filesystem::create_directories(folder);
      std::string name = field;
      std::replace(name.begin(), name.end(), '/', '-');
      paths.push_back(fmt::format("{}/{}-{}.png", folder, stored.id, name));
      WriteFileAtomically(paths.back(), EncodePng(WithCaption(image, CaptionOf(flag.detail))));
      break;
    }
  }
  return paths;
}

}  // namespace trichluc
