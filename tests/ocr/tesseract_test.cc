// The engine in itself, without recognition.
#include <dlfcn.h>
#include <fcntl.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "ocr/engine.h"

namespace trichluc {
namespace {

// A confined worker can open nothing any more when Tesseract makes its first remark, which then goes to the
// terminal.
TEST(Tesseract, HasItsLogOpenBeforeItReads) {
  const auto engine = MakeTesseract("trichluc", TRICHLUC_SOURCE_DIR "/rules/models");
  int open = 0;
  for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd")) {
    std::error_code error;
    const int number = std::stoi(entry.path().filename());
    const bool for_writing = (fcntl(number, F_GETFL) & O_ACCMODE) == O_WRONLY;
    open += number > 2 && for_writing && std::filesystem::read_symlink(entry.path(), error) == "/dev/null";
  }
  EXPECT_GE(open, 1);
}

// Teams of one thread and PNG of each line cost a seventh of the time: what Tesseract calls must be the program's own.
TEST(Tesseract, IsSparedNeedlessWork) {
  const auto engine = MakeTesseract("trichluc", TRICHLUC_SOURCE_DIR "/rules/models");
  Dl_info tesseract_itself{}, program{};
  ASSERT_NE(dladdr(dlsym(RTLD_DEFAULT, "TessVersion"), &tesseract_itself), 0);
  ASSERT_NE(dladdr(reinterpret_cast<void*>(&MakeTesseract), &program), 0);
  ASSERT_NE(program.dli_fbase, tesseract_itself.dli_fbase);
  for (const char* name : {"GOMP_parallel", "GOMP_parallel_sections", "GOMP_sections_next", "GOMP_sections_end_nowait",
                           "pixWriteMem", "_ZN9tesseract11TessBaseAPI16DetectParagraphsEb",
                           "_ZNK9tesseract16ImageThresholder18ThresholdRectToPixENS_5ImageEiRKSt6vectorIiSaIiEES6_PS1_",
                           "_ZN9tesseract13HistogramRectENS_5ImageEiiiiiPi"}) {
    Dl_info found{};
    ASSERT_NE(dladdr(dlsym(RTLD_DEFAULT, name), &found), 0) << name;
    EXPECT_EQ(found.dli_fbase, program.dli_fbase) << name << " is taken from " << found.dli_fname;
  }
}

}  // namespace
}  // namespace trichluc
