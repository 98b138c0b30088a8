#include "render/budget.h"

#include <PDFDoc.h>
#include <Page.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "render/page_images.h"

namespace trichluc {
namespace {

// Stops counting beyond the bound.
long long Inflated(Stream* stream, long long most) {
  std::array<unsigned char, 1 << 16> buffer;
  long long bytes = 0;
  stream->reset();
  while (bytes <= most) {
    const int got = stream->doGetChars(static_cast<int>(buffer.size()), buffer.data());
    if (got <= 0) break;
    bytes += got;
  }
  stream->close();
  return bytes;
}

long long ContentBytes(Page& page) {
  Object contents = page.getContents();
  if (contents.isStream()) return Inflated(contents.getStream(), kMaxContent);
  long long bytes = 0;
  for (int i = 0; contents.isArray() && i < contents.arrayGetLength() && bytes <= kMaxContent; ++i) {
    Object part = contents.arrayGet(i);
    if (part.isStream()) bytes += Inflated(part.getStream(), kMaxContent - bytes);
  }
  return bytes;
}

}  // namespace

std::string Excess(PDFDoc& document, int page) {
  const double width = document.getPageCropWidth(page), height = document.getPageCropHeight(page);
  const double longer = std::max(width, height), shorter = std::min(width, height);
  if (!(shorter > 0) || shorter / longer * kMaxSide < kMinSide)
    return fmt::format("its size, {:.0f} × {:.0f} points, is that of no page of paper", width, height);
  if (ContentBytes(*document.getPage(page)) > kMaxContent)
    return fmt::format("its content takes more than {} MB when inflated", kMaxContent >> 20);
  return "";
}

std::string Excess(const PageContent& content) {
  if (content.image_pixels > kMaxImagePixels) {
    return fmt::format(
        "its images have {:.0f} million pixels, more than the {:.0f} that a page may have; scan it coarser",
        content.image_pixels / 1e6, kMaxImagePixels / 1e6);
  }
  if (!(content.drawn <= kMaxDrawn)) {
    return fmt::format("its images are drawn over {:.0f} times its area, more than the {:.0f} that a page may have", content.drawn,
                       kMaxDrawn);
  }
  if (content.characters > kMaxCharacters)
    return fmt::format("its text layer has {} letters, more than the {} that a page may have",
                       content.characters, kMaxCharacters);
  return "";
}

}  // namespace trichluc
