// What Debian's Tesseract does without need here, done with less: functions of other libraries that it calls, in this program's own
// version. The program's come first when symbols are resolved.
//
// Threads. Tesseract splits each step of its network, some 100 µs of work, among OpenMP's threads. Workers have one core each, so
// libgomp (GCC's OpenMP) only forms and ends teams of one, hundreds of thousands of times a page: a tenth of the time of reading. And
// without OMP_THREAD_LIMIT=1 in the environment its threads spin. The four functions below are all that Tesseract 5.3 asks of libgomp;
// here they run the work where it is. Their form is libgomp's (GCC, libgomp/libgomp_g.h), the same since GCC 4.9. A Tesseract that asks
// for more gets the rest from libgomp, which answers as for one thread.
//
// Pictures of lines. Tesseract keeps each line as PNG between cutting it out and reading it (ccstruct/imagedata.cpp, made for files of
// training): compressed and taken apart again within a moment. Leptonica's plain form (spix) holds the same pixels.
//
// Ink and paper. Tesseract counts and compares the pixels of the whole picture one by one; here a word of bits at a time, by Leptonica's
// function for it, which is the program's own (image/leptonica_loops.h).
//
// Paragraphs. Tesseract looks for them in what it has read; the program takes words alone and finds its own (src/layout).
#include "ocr/spared.h"

#include <dlfcn.h>
#include <leptonica/allheaders.h>
#include <tesseract/baseapi.h>

#include <array>
#include <cstddef>
#include <vector>

// Tesseract 5.3's own of these names (src/ccstruct/image.h, src/ccmain/thresholder.h), whose headers are not installed. Objects of these
// are made by Tesseract alone.
namespace tesseract {

struct Image {
  Pix* pix;
};

class ImageThresholder {
 protected:
  void ThresholdRectToPix(Image source, int channels, const std::vector<int>& thresholds, const std::vector<int>& above_is_paper,
                          Image* out) const;
};

void HistogramRect(Image source, int channel, int left, int top, int width, int height, int* histogram);

}  // namespace tesseract

namespace {

// A region of sections is entered by one thread and ends before the next begins; regions of Tesseract are not nested.
thread_local unsigned g_sections = 0, g_next = 0;

}  // namespace

extern "C" {

void GOMP_parallel(void (*work)(void*), void* data, unsigned /*threads*/, unsigned /*flags*/) { work(data); }

void GOMP_parallel_sections(void (*work)(void*), void* data, unsigned /*threads*/, unsigned sections, unsigned /*flags*/) {
  g_sections = sections;
  g_next = 0;
  work(data);
}

unsigned GOMP_sections_next() { return g_next < g_sections ? ++g_next : 0; }

void GOMP_sections_end_nowait() {}

// As declared by Leptonica, for PNG; what reads it (pixReadMem) tells the form from the first bytes. Nothing else of this program
// calls it.
l_int32 pixWriteMem(l_uint8** data, size_t* size, Pix* pix, l_int32 format) {
  return format == IFF_PNG ? pixWriteMemSpix(data, size, pix) : 1;
}
}

// The program gives whole grey pictures, never a part of one.
void tesseract::ImageThresholder::ThresholdRectToPix(Image source, int channels, const std::vector<int>& thresholds,
                                                     const std::vector<int>& above_is_paper, Image* out) const {
  if (channels != 1) {
    using Function = void (*)(const ImageThresholder*, Image, int, const std::vector<int>&, const std::vector<int>&, Image*);
    static const auto tesseracts = reinterpret_cast<Function>(dlsym(
        RTLD_NEXT, "_ZNK9tesseract16ImageThresholder18ThresholdRectToPixENS_5ImageEiRKSt6vectorIiSaIiEES6_PS1_"));
    return tesseracts(this, source, channels, thresholds, above_is_paper, out);
  }
  const int width = pixGetWidth(source.pix), height = pixGetHeight(source.pix), below = thresholds[0] + 1;
  out->pix = pixCreate(width, height, 1);
  pixCopyResolution(out->pix, source.pix);
  if (above_is_paper[0] < 0) return;  // no ink
  for (int y = 0; y < height; ++y) {
    thresholdToBinaryLineLow(pixGetData(out->pix) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(out->pix), width,
                             pixGetData(source.pix) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(source.pix), 8, below);
  }
  if (above_is_paper[0] == 0) pixInvert(out->pix, out->pix);
}

// Into four histograms in turn: neighbours are mostly the same, and each count would wait for the one before.
void tesseract::HistogramRect(Image source, int channel, int left, int top, int width, int height, int* histogram) {
  constexpr std::size_t kValues = 256;
  const int channels = pixGetDepth(source.pix) / 8;
  std::array<std::array<int, kValues>, 4> counts{};
  for (int y = top; y < top + height; ++y) {
    auto* const line = pixGetData(source.pix) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(source.pix);
    const int in_words = channels == 1 && left == 0 ? width / 4 : 0;
    for (int i = 0; i < in_words; ++i) {
      for (std::size_t k = 0; k < 4; ++k) ++counts[k][line[i] >> 8 * k & 255];
    }
    for (int x = 4 * in_words; x < width; ++x) ++counts[0][GET_DATA_BYTE(line, (x + left) * channels + channel)];
  }
  for (std::size_t value = 0; value < kValues; ++value)
    histogram[value] = counts[0][value] + counts[1][value] + counts[2][value] + counts[3][value];
}

void tesseract::TessBaseAPI::DetectParagraphs(bool /*after_text_recognition*/) {}

namespace trichluc {

void SpareNeedlessWork() {}

}  // namespace trichluc
