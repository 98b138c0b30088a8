// OpenMP with one thread, for Tesseract.
//
// Debian's Tesseract splits each step of its network, some 100 µs of work, among OpenMP's threads. Workers have one core each, so
// libgomp (GCC's OpenMP) only forms and ends a team of one, hundreds of thousands of times a page: a tenth of the time of
// reading. And without OMP_THREAD_LIMIT=1 in the environment its threads spin. These four are all that
// Tesseract 5.3 asks of libgomp; the program's own come first when symbols are resolved, and run the work where it is. Their form is
// libgomp's (GCC, libgomp/libgomp_g.h), fixed since GCC 4.9. A Tesseract that asks for more gets the rest from libgomp, whose
// answers outside of a team are those of one thread.
#include "ocr/one_thread.h"

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
}

namespace trichluc {

void RunOnOneThread() {}

}  // namespace trichluc
