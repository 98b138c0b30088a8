#include "render/pdf.h"

#include <Error.h>
#include <ErrorCodes.h>
#include <GlobalParams.h>
#include <PDFDoc.h>
#include <Page.h>
#include <SplashOutputDev.h>
#include <TextOutputDev.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <goo/gfile.h>
#include <splash/SplashBitmap.h>

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "base/error.h"
#include "render/budget.h"
#include "render/colour.h"
#include "render/page_images.h"
#include "render/splash_loops.h"

namespace trichluc {
namespace {

constexpr double kBornDigitalDpi = 300;
constexpr double kScannedShare =
    0.25;  // of the page under images: less is a logo or a seal in a born-digital page
constexpr double kFullShare = 0.85;

[[noreturn]] void Fail(ErrorCode code, const std::string& path, int page, const std::string& cause) {
  throw DocumentError(code, "render", path, page, cause);
}

void InitialisePoppler() {
  if (!globalParams) {
    globalParams = std::make_unique<GlobalParams>();
    UseOwnSplashLoops(true);
  }
  setErrorCallback([](ErrorCategory, Goffset, const char*) {});
}

using Descriptor = std::unique_ptr<GooFile>;

Descriptor OpenPath(const std::string& path) {
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (!std::filesystem::exists(status)) Fail(ErrorCode::kNotFound, path, 0, "no such file");
  if (std::filesystem::is_directory(status)) Fail(ErrorCode::kUnreadable, path, 0, "is a folder, not a file");
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0) Fail(ErrorCode::kUnreadable, path, 0, "cannot be opened for reading");
  return GooFile::open(fd);
}

// The file's first kilobyte, where readers look for the mark "%PDF-".
std::string Head(const GooFile& file, const std::string& path) {
  std::string head(1024, '\0');
  const int size = file.read(head.data(), static_cast<int>(head.size()), 0);
  if (size < 0) Fail(ErrorCode::kUnreadable, path, 0, "cannot be read");
  head.resize(static_cast<size_t>(size));
  if (head.empty()) Fail(ErrorCode::kEmpty, path, 0, "the file is empty (0 bytes)");
  return head;
}

std::unique_ptr<PDFDoc> Open(GooFile* file, const std::string& path) {
  InitialisePoppler();
  const std::string head = Head(*file, path);
  auto document = std::make_unique<PDFDoc>(new FileStream(file, 0, false, file->size(), Object(objNull)));
  if (!document->isOk()) {
    if (document->getErrorCode() == errEncrypted) {
      Fail(ErrorCode::kEncrypted, path, 0,
           "encrypted; remove the password first (qpdf --decrypt --password=…)");
    }
    // Asked last: web servers put a page of HTML in front of a PDF that can be read all the same.
    if (head.find("%PDF-") == std::string::npos) Fail(ErrorCode::kNotPdf, path, 0, "not a PDF file");
    Fail(ErrorCode::kBroken, path, 0, "damaged PDF; its structure cannot be read");
  }
  const int pages = document->getNumPages();
  if (pages < 1) Fail(ErrorCode::kBroken, path, 0, "damaged PDF; it has no pages");
  if (pages > kMaxPages) {
    Fail(ErrorCode::kTooLarge, path, 0,
         fmt::format("it has {} pages, more than the {} that a file may have; split it (qpdf --split-pages={})", pages,
                     kMaxPages, kMaxPages));
  }
  return document;
}

// Scans above 400 dpi are halved (600 → 300): a whole factor keeps the strokes even.
double ScanDpi(double dpi) {
  while (dpi > 400) dpi /= 2;
  return std::max(dpi, 150.0);
}

std::string Utf8(const Unicode* points, int length) {
  const UnicodeMap* map = globalParams->getUnicodeMap("UTF-8");
  std::string text;
  char bytes[8];
  for (int i = 0; map != nullptr && i < length; ++i)
    text.append(bytes, static_cast<size_t>(map->mapUnicode(points[i], bytes, sizeof bytes)));
  return text;
}

std::string FontOf(const TextWord& word, int letter) {
  const GooString* named = word.getFontName(letter);
  const std::string name = named != nullptr ? named->toStr() : "";
  return name.size() > 7 && name[6] == '+' ? name.substr(7) : name;
}

// A word that Poppler has cut where the size changes ("tỉnh" and the raised 1 behind it), or the font: where one lacks Vietnamese letters,
// typesetters take these from another, and write them behind the rest of the line. Poppler's guess of a blank is made for one font.
bool FollowsAtOnce(const TextWord& before, const TextWord& word) {
  double left, top, right, bottom, next_left, next_top, next_right, next_bottom;
  before.getBBox(&left, &top, &right, &bottom);
  word.getBBox(&next_left, &next_top, &next_right, &next_bottom);
  const double high = std::max(bottom - top, next_bottom - next_top);
  const bool level = std::min(bottom, next_bottom) - std::max(top, next_top) > 0.3 * high;
  const bool other_font = FontOf(before, before.getLength() - 1) != FontOf(word, 0);
  return (other_font || !before.getSpaceAfter()) && level && std::abs(next_left - right) < 0.08 * high;
}

// A word in one font, or its pieces of one font each.
void AddPieces(const TextWord& word, bool joined, std::vector<LayerWord>* words) {
  for (int from = 0; from < word.getLength();) {
    LayerWord piece{"", FontOf(word, from)};
    piece.joined = joined || from > 0;
    word.getCharBBox(from, &piece.left, &piece.top, &piece.right, &piece.bottom);
    int to = from;
    for (; to < word.getLength() && FontOf(word, to) == piece.font; ++to) {
      double left, top, right, bottom;
      word.getCharBBox(to, &left, &top, &right, &bottom);
      piece.left = std::min(piece.left, left), piece.right = std::max(piece.right, right);
      piece.top = std::min(piece.top, top), piece.bottom = std::max(piece.bottom, bottom);
      piece.text += Utf8(word.getChar(to), 1);
    }
    words->push_back(std::move(piece));
    from = to;
  }
}

}  // namespace

struct Pdf::Impl {
  std::string path;
  Descriptor file;  // outlives the document, which reads from it
  std::unique_ptr<PDFDoc> document;
  int walked = 0;  // the page whose content was walked last, and what was seen
  PageContent content;

  void CheckPage(int page) {
    if (page < 1 || page > document->getNumPages()) {
      throw UsageError(fmt::format("{} has no page {}", path, page));
    }
    if (document->getPage(page) == nullptr)
      Fail(ErrorCode::kBroken, path, page, "damaged page; it cannot be read");
    if (page != walked) Walk(page);
  }
  void Walk(int page) {
    walked = 0;
    std::string excess = Excess(*document, page);
    if (excess.empty()) {
      content = WalkPage(*document, page);
      excess = Excess(content);
    }
    if (!excess.empty()) Fail(ErrorCode::kTooLarge, path, page, excess);
    walked = page;
  }
  double ChooseDpi(int page, int wanted) const;  // of a page that was checked
  Image Paint(int page, double dpi) const;
};

Pdf::Pdf(const std::string& path) : impl_(new Impl{path, OpenPath(path), nullptr}) {
  impl_->document = Open(impl_->file.get(), path);
}
Pdf::Pdf(int fd, const std::string& path) : impl_(new Impl{path, GooFile::open(fd), nullptr}) {
  impl_->document = Open(impl_->file.get(), path);
}
Pdf::~Pdf() = default;

int Pdf::pages() const { return impl_->document->getNumPages(); }

PageInfo Pdf::Info(int page) const {
  impl_->CheckPage(page);
  PDFDoc& document = *impl_->document;
  PageInfo info{document.getPageCropWidth(page), document.getPageCropHeight(page)};
  if (document.getPageRotate(page) % 180 != 0) std::swap(info.width_pt, info.height_pt);
  const PageContent& content = impl_->content;
  info.images = static_cast<int>(content.images.size());
  info.image_dpi = static_cast<int>(std::lround(ImageDpi(content.images)));
  info.full_page_image = CoveredShare(content.images) >= kFullShare;
  info.pictured = CoveredShare(content.images);
  info.text_characters = content.characters;
  info.hidden = content.characters > 0 ? static_cast<double>(content.hidden) / content.characters : 0;
  return info;
}

double Pdf::Impl::ChooseDpi(int page, int wanted) const {
  double dpi = wanted;
  if (wanted <= 0)
    dpi = CoveredShare(content.images) >= kScannedShare ? ScanDpi(ImageDpi(content.images)) : kBornDigitalDpi;
  const double width = document->getPageCropWidth(page) / 72, height = document->getPageCropHeight(page) / 72;
  const double pixels = width * height * dpi * dpi;
  if (pixels > kMaxPixels) dpi *= std::sqrt(kMaxPixels / pixels);
  return std::min(dpi, kMaxSide / std::max(width, height));
}

Image Pdf::Impl::Paint(int page, double dpi) const {
  SplashColor white = {255, 255, 255};
  SplashOutputDev device(splashModeRGB8, 1, false, white);
  device.setFontAntialias(true);
  device.setVectorAntialias(true);
  device.startDoc(document.get());
  document->displayPage(&device, page, dpi, dpi, 0, false, true, false);
  SplashBitmap* bitmap = device.getBitmap();
  if (bitmap == nullptr || bitmap->getDataPtr() == nullptr || bitmap->getWidth() < 1 ||
      bitmap->getHeight() < 1) {
    Fail(ErrorCode::kTooLarge, path, page, "the page is too large to be drawn");
  }
  Image image{bitmap->getWidth(), bitmap->getHeight(), 3, static_cast<int>(std::lround(dpi))};
  image.pixels.resize(static_cast<size_t>(image.width) * image.height * 3);
  for (int y = 0; y < image.height; ++y) {
    const SplashColorPtr row = bitmap->getDataPtr() + static_cast<ptrdiff_t>(y) * bitmap->getRowSize();
    std::copy_n(row, static_cast<size_t>(image.width) * 3, image.Row(y));
  }
  return image;
}

Image Pdf::Render(int page, int dpi) const {
  impl_->CheckPage(page);
  Image image = impl_->Paint(page, impl_->ChooseDpi(page, dpi));
  return HasColour(image) ? image : ToGrey(image);
}

std::string Pdf::Text(int page) const {
  impl_->CheckPage(page);
  TextOutputDev device(nullptr, true, 0, false, false);
  impl_->document->displayPage(&device, page, 72, 72, 0, false, true, false);
  const std::unique_ptr<GooString> text(device.getText(0, 0, 1e6, 1e6));
  return text ? text->toStr() : "";
}

std::vector<LayerWord> Pdf::Words(int page) const {
  impl_->CheckPage(page);
  TextOutputDev device(nullptr, false, 0, false, false);
  impl_->document->displayPage(&device, page, 72, 72, 0, false, true, false);
  const std::unique_ptr<TextWordList> list = device.makeWordList();
  std::vector<LayerWord> words;
  const TextWord* before = nullptr;
  for (int i = 0; list && i < list->getLength(); ++i) {
    const TextWord* word = list->get(i);
    AddPieces(*word, before != nullptr && FollowsAtOnce(*before, *word), &words);
    before = word;
  }
  return words;
}

}  // namespace trichluc
