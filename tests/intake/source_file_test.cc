#include "intake/source_file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <functional>

#include "base/error.h"
#include "support/temp_folder.h"

namespace trichluc {
namespace {

std::string FailureOf(const std::function<void()>& act) {
  try {
    act();
    return "none";
  } catch (const DocumentError& error) {
    return Name(error.code());
  }
}

class SourceFileTest : public ::testing::Test {
 protected:
  SourceFileTest() : path_(folder_.Write("a.pdf", "as it was")), found_(FindFiles({path_}).files.at(0)) {}
  TempFolder folder_;
  std::string path_;
  FoundFile found_;
};

TEST_F(SourceFileTest, AnUnchangedFileIsOpen) {
  const SourceFile source(found_);
  EXPECT_GE(source.descriptor(), 0);
  EXPECT_NO_THROW(source.RequireUnchanged(found_));
}

TEST_F(SourceFileTest, AFileThatVanishedIsNotFound) {
  std::filesystem::remove(path_);
  EXPECT_EQ(FailureOf([&] { SourceFile{found_}; }), "not_found");
}

TEST_F(SourceFileTest, AFileThatIsAnotherByNowIsRefused) {
  std::ofstream(path_) << "something else";
  EXPECT_EQ(FailureOf([&] { SourceFile{found_}; }), "changed");
  std::filesystem::remove(path_);
  ASSERT_EQ(::mkfifo(path_.c_str(), 0600), 0);
  EXPECT_EQ(FailureOf([&] { SourceFile{found_}; }), "unreadable") << "a pipe must not be waited for";
}

TEST_F(SourceFileTest, AFileWrittenToWhileItIsReadIsSeen) {
  const SourceFile source(found_);
  std::ofstream(path_, std::ios::app) << " and more";
  EXPECT_EQ(FailureOf([&] { source.RequireUnchanged(found_); }), "changed");
}

TEST_F(SourceFileTest, AFileRemovedWhileItIsReadIsReadToItsEnd) {
  const SourceFile source(found_);
  std::filesystem::remove(path_);
  EXPECT_NO_THROW(source.RequireUnchanged(found_));
}

}  // namespace
}  // namespace trichluc
