// What one file, and one page of it, may cost before it is refused. Far above what offices print or scan, far
// below what stops a machine. Private to the room but for the numbers.
#pragma once

#include <string>

class PDFDoc;

namespace trichluc {

struct PageContent;

constexpr int kMaxPages = 10000;              // of a file
constexpr double kMaxPixels = 64e6;           // A4 at 800 dpi; larger pages are drawn coarser
constexpr double kMaxSide = 30000;            // pixels; Leptonica and Tesseract take no more than 32,767
constexpr double kMinSide = 8;                // pixels that a page must keep within kMaxSide
constexpr double kMaxImagePixels = 1e9;       // of all images of a page together, as the file declares them
constexpr double kMaxDrawn = 50;              // areas of the page that its images cover in all; scans in strips and layers have 1 to 3
constexpr long long kMaxContent = 256 << 20;  // bytes of a page's content stream, inflated
constexpr int kMaxCharacters = 1000000;       // of a page's text layer

// Which bound the page's size or content stream breaks, as the cause of an error; "" for none. The content is
// inflated, not interpreted.
std::string Excess(PDFDoc& document, int page);
// The same for what a walk over the content has seen.
std::string Excess(const PageContent& content);

}  // namespace trichluc
