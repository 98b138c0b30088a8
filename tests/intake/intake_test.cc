#include "intake/intake.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "support/temp_folder.h"

namespace trichluc {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::vector<std::string> Paths(const FindResult& result) {
  std::vector<std::string> paths;
  for (const FoundFile& file : result.files) paths.push_back(file.path);
  return paths;
}

TEST(FindFiles, FileIsTakenAsGivenWithItsHash) {
  TempFolder folder;
  const std::string path = folder.Write("scan.dat", "abc");
  const FindResult result = FindFiles({path});
  ASSERT_EQ(result.files.size(), 1u);
  EXPECT_EQ(result.files[0].path, path);
  EXPECT_EQ(result.files[0].bytes, 3);
  EXPECT_EQ(result.files[0].sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_THAT(result.failures, IsEmpty());
}

TEST(FindFiles, EmptyFileIsFoundSinceRenderJudgesContent) {
  TempFolder folder;
  const FindResult result = FindFiles({folder.Write("empty.pdf", "")});
  ASSERT_EQ(result.files.size(), 1u);
  EXPECT_EQ(result.files[0].bytes, 0);
}

TEST(FindFiles, FolderGivesEveryPdfBelowItSorted) {
  TempFolder folder;
  folder.Write("b.PDF", "1");
  folder.Write("a.pdf", "2");
  folder.Write("notes.txt", "3");
  folder.Write("deep/er/c.Pdf", "4");
  folder.Write("Công văn số 5.pdf", "5");
  EXPECT_THAT(Paths(FindFiles({folder.path()})), ElementsAre(folder / "Công văn số 5.pdf", folder / "a.pdf",
                                                             folder / "b.PDF", folder / "deep/er/c.Pdf"));
}

TEST(FindFiles, FolderNamedLikeAPdfIsSearchedAndNotRead) {
  TempFolder folder;
  folder.Write("scans.pdf/1.pdf", "1");
  const FindResult result = FindFiles({folder.path()});
  EXPECT_THAT(Paths(result), ElementsAre(folder / "scans.pdf/1.pdf"));
  EXPECT_THAT(result.failures, IsEmpty());
}

TEST(FindFiles, GlobMatchesFilesAndFolders) {
  TempFolder folder;
  folder.Write("2023-1.pdf", "1");
  folder.Write("2023-2/x.pdf", "2");
  folder.Write("2024.pdf", "3");
  EXPECT_THAT(Paths(FindFiles({folder / "2023*"})),
              ElementsAre(folder / "2023-1.pdf", folder / "2023-2/x.pdf"));
}

TEST(FindFiles, NameWithGlobCharactersThatExistsIsAFile) {
  TempFolder folder;
  const std::string path = folder.Write("KH [bản ký].pdf", "1");
  EXPECT_THAT(Paths(FindFiles({path})), ElementsAre(path));
}

TEST(FindFiles, SameFileTwiceIsGivenOnceAtItsFirstPlace) {
  TempFolder folder;
  const std::string path = folder.Write("a.pdf", "1");
  folder.Write("b.pdf", "1");
  EXPECT_THAT(Paths(FindFiles({folder / "b.pdf", folder.path(), folder / "./a.pdf"})),
              ElementsAre(folder / "b.pdf", path));
}

TEST(FindFiles, LinkToParentFolderDoesNotGoRound) {
  TempFolder folder;
  folder.Write("in/a.pdf", "1");
  ASSERT_EQ(::symlink(folder.path().c_str(), (folder / "in/up").c_str()), 0);
  EXPECT_THAT(Paths(FindFiles({folder.path()})), ElementsAre(folder / "in/a.pdf"));
}

struct BadEntry {
  const char* what;
  std::string name;
  const char* code;
  const char* message;
};

class FindFilesFailure : public ::testing::TestWithParam<BadEntry> {
 protected:
  void SetUp() override {
    folder_.Write("good.pdf", "1");
    std::filesystem::create_directory(folder_ / "bare");
    ASSERT_EQ(::mkfifo((folder_ / "pipe.pdf").c_str(), 0600), 0);
    ASSERT_EQ(::symlink("/nowhere/at/all", (folder_ / "broken.pdf").c_str()), 0);
  }
  TempFolder folder_;
};

TEST_P(FindFilesFailure, IsReportedAndTheRestGoesOn) {
  const BadEntry& bad = GetParam();
  const FindResult result = FindFiles({folder_ / bad.name, folder_ / "good.pdf"});
  EXPECT_THAT(Paths(result), ElementsAre(folder_ / "good.pdf"));
  ASSERT_EQ(result.failures.size(), 1u);
  EXPECT_EQ(result.failures[0].path, folder_ / bad.name);
  EXPECT_EQ(result.failures[0].code, bad.code);
  EXPECT_THAT(result.failures[0].message, HasSubstr(bad.message));
}

INSTANTIATE_TEST_SUITE_P(
    All, FindFilesFailure,
    ::testing::Values(BadEntry{"missing", "absent.pdf", "not_found", "no such file"},
                      BadEntry{"below_a_file", "good.pdf/x.pdf", "not_found", "no such file"},
                      BadEntry{"no_match", "*.docx", "not_found", "no file matches"},
                      BadEntry{"bare_folder", "bare", "not_found", "no *.pdf"},
                      BadEntry{"pipe", "pipe.pdf", "unreadable", "not a regular file"},
                      BadEntry{"broken_link", "broken.pdf", "not_found", "no such file"},
                      BadEntry{"long_name", std::string(5000, 'x'), "unreadable", "too long"}),
    [](const auto& info) { return info.param.what; });

TEST(FindFiles, BrokenLinkInAFolderIsAFailureOfItsOwn) {
  TempFolder folder;
  folder.Write("good.pdf", "1");
  ASSERT_EQ(::symlink("/nowhere/at/all", (folder / "broken.pdf").c_str()), 0);
  const FindResult result = FindFiles({folder.path()});
  EXPECT_THAT(Paths(result), ElementsAre(folder / "good.pdf"));
  ASSERT_EQ(result.failures.size(), 1u);
  EXPECT_EQ(result.failures[0].path, folder / "broken.pdf");
}

TEST(FindFiles, UnreadableFileAndFolderAreFailures) {
  if (::geteuid() == 0) GTEST_SKIP() << "root may read everything";
  TempFolder folder;
  const std::string file = folder.Write("a.pdf", "1");
  folder.Write("closed/b.pdf", "1");
  ::chmod(file.c_str(), 0);
  ::chmod((folder / "closed").c_str(), 0);
  const FindResult result = FindFiles({folder.path()});
  ::chmod((folder / "closed").c_str(), 0700);
  ASSERT_EQ(result.failures.size(), 2u);
  EXPECT_EQ(result.failures[0].code, "unreadable");
  EXPECT_EQ(result.failures[1].code, "unreadable");
}

TEST(FindFiles, AFileWhoseHashIsKnownIsNotRead) {
  TempFolder folder;
  const std::string path = folder.Write("a.pdf", "abc");
  const FoundFile first = FindFiles({path}).files.at(0);
  EXPECT_TRUE(first.hashed);
  const HashSource known = [&](const std::string& place, long long bytes, long long modified) {
    return place == first.place && bytes == 3 && modified == first.modified ? "known" : "";
  };
  const FoundFile second = FindFiles({path}, known).files.at(0);
  EXPECT_EQ(second.sha256, "known");
  EXPECT_FALSE(second.hashed);
  folder.Write("a.pdf", "abcd");
  const FoundFile changed = FindFiles({path}, known).files.at(0);
  EXPECT_TRUE(changed.hashed);
  EXPECT_EQ(changed.sha256.size(), 64u);
}

TEST(FindFiles, NamesOfAnyBytesAreTaken) {
  TempFolder folder;
  const std::string lines = folder.Write("hai\ndòng.pdf", "1"), bytes = folder.Write("\xff\xfe.pdf", "2");
  const FindResult result = FindFiles({folder.path()});
  EXPECT_THAT(Paths(result), ::testing::UnorderedElementsAre(lines, bytes));
  EXPECT_THAT(result.failures, IsEmpty());
}

TEST(FindFiles, LinksInCirclesEnd) {
  TempFolder folder;
  folder.Write("good.pdf", "1");
  ASSERT_EQ(::symlink((folder / "b.pdf").c_str(), (folder / "a.pdf").c_str()), 0);
  ASSERT_EQ(::symlink((folder / "a.pdf").c_str(), (folder / "b.pdf").c_str()), 0);
  ASSERT_EQ(::symlink("..", (folder / "up").c_str()), 0);
  const FindResult result = FindFiles({folder.path()});
  EXPECT_THAT(Paths(result), ElementsAre(folder / "good.pdf"));
  EXPECT_EQ(result.failures.size(), 2u);
}

TEST(FindFiles, NothingGivenIsNothingFound) {
  const FindResult result = FindFiles({});
  EXPECT_THAT(result.files, IsEmpty());
  EXPECT_THAT(result.failures, IsEmpty());
}

}  // namespace
}  // namespace trichluc
