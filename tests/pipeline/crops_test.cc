// Pictures kept of number and date, and what a reviewer is shown.
#include "pipeline/crops.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/files.h"
#include "image/analyse.h"
#include "pipeline/hand_pictures.h"
#include "support/temp_folder.h"

namespace trichluc {
namespace {

using ::testing::EndsWith;
using ::testing::IsEmpty;
using ::testing::SizeIs;

PageReading Letterhead() {
  PageReading reading;
  reading.page = 1;
  reading.width = 1600;
  reading.height = 2300;
  reading.dpi = 200;
  reading.words = {{"SỞ", {300, 100, 340, 125}, 0.9f},      {"Y", {350, 100, 370, 125}, 0.9f},
                   {"TẾ", {380, 100, 420, 125}, 0.9f},      {"Số:", {250, 160, 300, 185}, 0.9f},
                   {"/KH-SYT", {400, 160, 520, 185}, 0.9f}, {"ngày", {900, 220, 950, 245}, 0.9f},
                   {"tháng", {1010, 220, 1080, 245}, 0.9f}};
  return reading;
}

Image Paper(const PageReading& reading) {
  return {reading.width, reading.height, 1, reading.dpi,
          std::vector<uint8_t>(static_cast<size_t>(reading.width) * reading.height, 255)};
}

TEST(Crops, TheHeadingSoIsNoNumber) {
  const PageReading reading = Letterhead();
  const std::vector<Crop> crops = CutCrops(reading, Paper(reading));
  ASSERT_THAT(crops, SizeIs(2));
  EXPECT_TRUE(crops[0].box.Contains(275, 170));
  EXPECT_FALSE(crops[0].box.Contains(320, 110));
}

TEST(Crops, HandwritingTellsTheLineWherePrintDoesNot) {
  PageReading reading = Letterhead();
  reading.words[3].text = "$&";
  reading.words[5].text = "nị";
  reading.hand = {{"number", {310, 150, 395, 190}, {{"239", 0.9}}, 0}, {"day", {955, 212, 1005, 250}, {}, 0}};
  const std::vector<Crop> crops = CutCrops(reading, Paper(reading));
  ASSERT_THAT(crops, SizeIs(2));
  EXPECT_EQ(crops[0].kind, "number");
  EXPECT_TRUE(crops[0].box.Contains(255, 170) && crops[0].box.Contains(515, 170));
  EXPECT_EQ(crops[1].kind, "date");
  EXPECT_TRUE(crops[1].box.Contains(905, 230) && crops[1].box.Contains(1075, 230));
}

TEST(HandPictures, ShowTheLineWithItsCandidates) {
  TempFolder folder;
  Database database(folder / "t.db", Database::Mode::kCreate);
  FileRecord file;
  file.path = "in/plan.pdf";
  file.sha256 = "aa";
  file.pages = 1;
  file.readings = {Letterhead()};
  file.readings[0].hand = {{"number", {310, 150, 395, 190}, {{"239", 0.9}}, 0}};
  file.readings[0].crops = CutCrops(file.readings[0], Paper(file.readings[0]));
  file.page_texts = {""};
  Document document;
  document.page_from = document.page_to = 1;
  document.flags = {{"handwritten", 1, "number: /KH-SYT; 239 (0.60), 289 (0.38)"}};
  file.documents = {document};
  database.SaveFile(file, database.BeginRun({"0", "vie", "", "ingest"}));
  const StoredDocument stored = database.FindDocuments("plan").at(0);
  const std::vector<std::string> paths = DrawHandwriting(database, stored, folder / "looks");
  ASSERT_THAT(paths, SizeIs(1));
  EXPECT_THAT(paths[0], EndsWith("looks/" + std::to_string(stored.id) + "-number.png"));
  const Image image = DecodePng(ReadFile(paths[0]));
  const Box crop = file.readings[0].crops[0].box;
  EXPECT_GT(image.height, 2 * crop.Height() + 30);  // three lines below
  int dark = 0;
  for (int y = 2 * crop.Height(); y < image.height; ++y) {
    for (int x = 0; x < image.width; ++x) dark += image.Row(y)[x] < 128;
  }
  EXPECT_GT(dark, 200);
  StoredDocument typed = stored;
  typed.document.flags.clear();
  EXPECT_THAT(DrawHandwriting(database, typed, folder / "none"), IsEmpty());
}

}  // namespace
}  // namespace trichluc
