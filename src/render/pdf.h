// PDF → page images and what text the file itself carries. The only room that speaks Poppler.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "model/image.h"

namespace trichluc {

struct PageInfo {
  double width_pt = 0, height_pt = 0;  // upright, rotation applied
  int images = 0;                      // raster images drawn on the page
  int image_dpi = 0;                   // resolution of most of the pictured area (0: no image)
  bool full_page_image = false;        // one image (or strips of one) covers nearly the whole page
  double pictured = 0;                 // share of the page under images
  int text_characters = 0;             // of the embedded text layer
  double hidden = 0;  // share of them that the page does not show: invisible, or under an image
};

// A word of the embedded text layer, or a piece of one where the font changes within it, as the file has it
// (UTF-8, not normalised, in the codes of its font).
struct LayerWord {
  std::string text, font;  // font: name without subset mark, "" when the file gives none
  double left = 0, top = 0, right = 0, bottom = 0;  // points on the upright page, origin top left
  bool joined = false;                              // goes on with the word of the piece before
};

// An opened file. Throws DocumentError (stage "render"): empty, not a PDF, broken, encrypted. A file
// encrypted with the empty user password opens as any other; a page number out of range is a UsageError. Not
// thread-safe; one per worker.
//
// What the file may cost has bounds, beyond which its opening, or what is asked of a page, fails as "too_large"
// and says which bound it was (render/budget.h).
class Pdf {
 public:
  explicit Pdf(const std::string& path);
  // A file that is open for reading already; `fd` is closed with this object, `path` names it in errors.
  Pdf(int fd, const std::string& path);
  ~Pdf();

  int pages() const;
  PageInfo Info(int page) const;  // 1-based

  // The page upright at `dpi`; 0: the page's own image resolution, halved while it is above 400 and raised to
  // 150; 300 where images cover less than a quarter of the page (born digital). Pages beyond 64 million
  // pixels are drawn coarser; Image::dpi says how. Grey when the page has no colour, else RGB.
  Image Render(int page, int dpi = 0) const;

  // The embedded text layer as the file has it (UTF-8, not normalised), "" when there is none. Scanner
  // software leaves garbage here; nothing may rest on it alone.
  std::string Text(int page) const;
  std::vector<LayerWord> Words(int page) const;  // in reading order as far as the file tells

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace trichluc
