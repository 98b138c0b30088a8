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
  int image_dpi = 0;                   // resolution of the largest image (0: none)
  bool full_page_image = false;        // one image (or strips of one) covers nearly the whole page
  int text_characters = 0;             // of the embedded text layer
};

// An opened file. Throws DocumentError (stage "render"): empty, not a PDF, broken, encrypted. A file encrypted with the
// empty user password opens as any other. Not thread-safe; one per worker.
class Pdf {
 public:
  explicit Pdf(const std::string& path);
  ~Pdf();

  int pages() const;
  PageInfo Info(int page) const;  // 1-based

  // The page upright at `dpi`; 0: the page's own image resolution, clamped to 150..400, 300 where there is no image.
  // Grey when the page has no colour, else RGB.
  Image Render(int page, int dpi = 0) const;

  // The embedded text layer, "" when there is none.
  std::string Text(int page) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace trichluc
