// A PDF of any bytes, handed over as an open descriptor as workers get it: refused by a DocumentError, or its
// first pages can be measured, drawn (coarsely) and read.
#include <sys/mman.h>
#include <unistd.h>

#include "base/error.h"
#include "fuzz/target.h"
#include "render/budget.h"
#include "render/pdf.h"

using namespace trichluc;

namespace {

constexpr int kPages = 2, kDpi = 30;
constexpr double kSmall = 150;  // points: pages below are drawn at their own resolution too

int InMemory(const uint8_t* data, size_t size) {
  const int file = memfd_create("fuzz.pdf", 0);
  fuzz::Require(file >= 0 && write(file, data, size) == static_cast<ssize_t>(size),
                "files can be made in memory");
  lseek(file, 0, SEEK_SET);
  return file;
}

void CheckImage(const Image& image) {
  fuzz::Require(image.width > 0 && image.height > 0, "a page has pixels");
  fuzz::Require(image.width <= kMaxSide && image.height <= kMaxSide, "a page is no longer than may be");
  fuzz::Require(static_cast<double>(image.width) * image.height <= kMaxPixels * 1.01,
                "a page has no more pixels than may be");
  fuzz::Require(image.pixels.size() == static_cast<size_t>(image.width) * image.height * image.channels,
                "all pixels are there");
}

void ReadPage(const Pdf& pdf, int page) {
  try {
    const PageInfo info = pdf.Info(page);
    fuzz::Require(info.pictured >= 0 && info.pictured <= 1.001 && info.hidden >= 0 && info.hidden <= 1,
                  "shares are shares");
    pdf.Text(page);
    pdf.Words(page);
    CheckImage(pdf.Render(page, kDpi));
    if (info.width_pt <= kSmall && info.height_pt <= kSmall) CheckImage(pdf.Render(page));
  } catch (const DocumentError& error) {
    fuzz::Require(error.path() == "fuzz.pdf" && error.page() == page, "an error names file and page");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  try {
    const Pdf pdf(InMemory(data, size), "fuzz.pdf");
    fuzz::Require(pdf.pages() > 0 && pdf.pages() <= kMaxPages, "a file has pages, not more than may be");
    for (int page = 1; page <= pdf.pages() && page <= kPages; ++page) ReadPage(pdf, page);
  } catch (const DocumentError& error) {
    fuzz::Require(error.path() == "fuzz.pdf", "an error names its file");
  }
  return 0;
}
