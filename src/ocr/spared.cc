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
// Paragraphs. Tesseract looks for them in what it has read; the program takes words alone and finds its own (src/layout).
#include "ocr/spared.h"

#include <leptonica/allheaders.h>
#include <tesseract/baseapi.h>

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

void tesseract::TessBaseAPI::DetectParagraphs(bool /*after_text_recognition*/) {}

namespace trichluc {

void SpareNeedlessWork() {}

}  // namespace trichluc
