#include "pipeline/page_spill.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <random>

#include "base/error.h"
#include "support/temp_folder.h"

namespace trichluc {
namespace {

std::string Bytes(int page, size_t size) {
  std::string bytes(size, '\0');
  std::mt19937 random(static_cast<unsigned>(page));
  for (char& byte : bytes) byte = static_cast<char>(random());
  return bytes;
}

TEST(PageSpill, GivesBackWhatItGotInAnyOrder) {
  TempFolder folder;
  PageSpill first(folder.path());
  const auto size = [](int page) { return static_cast<size_t>(page * 7919 % 40000); };
  for (int page = 200; page >= 1; page -= 2) first.Put(page, Bytes(page, size(page)));
  const PageSpill spill(std::move(first));
  for (int page = 1; page <= 200; ++page) {
    EXPECT_EQ(spill.Has(page), page % 2 == 0);
    EXPECT_EQ(spill.Get(page), page % 2 == 0 ? Bytes(page, size(page)) : "") << page;
  }
  EXPECT_TRUE(std::filesystem::is_empty(folder.path())) << "its file has no name";
}

TEST(PageSpill, FolderThatCannotHoldItIsNamed) {
  TempFolder folder;
  PageSpill spill(folder / "absent");
  spill.Put(1, "small ones need none");
  EXPECT_EQ(spill.Get(1), "small ones need none");
  try {
    spill.Put(2, std::string(1 << 20, 'x'));
    FAIL();
  } catch (const UsageError& error) {
    EXPECT_NE(std::string(error.what()).find(folder / "absent"), std::string::npos) << error.what();
    EXPECT_NE(std::string(error.what()).find("make room"), std::string::npos) << error.what();
  }
}

}  // namespace
}  // namespace trichluc
