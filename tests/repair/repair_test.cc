#include "repair/repair.h"

#include <gmock/gmock.h>

#include <sstream>

#include "rules/rules.h"
#include "support/temp_folder.h"

namespace trichluc {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// A line of print, a word behind the other; unsure words end with "?".
PageReading Line(const std::string& text) {
  PageReading reading;
  reading.page = 1;
  reading.width = 1600;
  reading.height = 2300;
  reading.dpi = 200;
  std::istringstream in(text);
  int x = 100;
  for (std::string word; in >> word;) {
    const bool unsure = word.size() > 1 && word.back() == '?';
    if (unsure) word.pop_back();
    const int width = 12 * static_cast<int>(word.size());
    reading.words.push_back({word, {x, 100, x + width, 130}, unsure ? 0.8f : 0.94f});
    x += width + 10;
  }
  return reading;
}

class RepairerTest : public ::testing::Test {
 protected:
  RepairerTest()
      : repairer_(TRICHLUC_SOURCE_DIR "/rules",
                  {RuleSet::Load(TRICHLUC_SOURCE_DIR "/rules")->List("family_names"),
                   {"Đà Nẵng", "Hà Nam", "Hà Nội", "Thừa Thiên Huế", "Hòa Bình", "Quảng Nam", "Đắk Lắk"},
                   {"Hà Năm", "Huế"}}) {}

  std::string Mended(const std::string& text) {
    PageReading reading = Line(text);
    repairs_ = repairer_.Mend(&reading);
    std::string out;
    for (const Word& word : reading.words) out += (out.empty() ? "" : " ") + word.text;
    return out;
  }

  Repairer repairer_;
  std::vector<Repair> repairs_;
};

TEST_F(RepairerTest, TheWordsAroundTellWhichToneWasPrinted) {
  EXPECT_EQ(Mended("quy định về đâu thâu mua thuốc"), "quy định về đấu thầu mua thuốc");
  EXPECT_EQ(Mended("xây dựng kế hoạch chỉ tiết để triển khai"), "xây dựng kế hoạch chi tiết để triển khai");
  EXPECT_EQ(Mended("phân công nhiệm vu? cho các đơn vi? thực hiện"),
            "phân công nhiệm vụ cho các đơn vị thực hiện");
}

TEST_F(RepairerTest, SaysWhatItDidAndWhy) {
  Mended("của Ủy ban nhân dân huỵện, thành phố");
  ASSERT_EQ(repairs_.size(), 1u);
  EXPECT_EQ(repairs_[0].raw, "huỵện,");
  EXPECT_EQ(repairs_[0].text, "huyện,");
  EXPECT_EQ(repairs_[0].rule, "word.syllable");
  EXPECT_EQ(repairs_[0].page, 1);
  EXPECT_GT(repairs_[0].confidence, 0.97);
  Mended("quy định về đâu thâu mua thuốc");
  ASSERT_EQ(repairs_.size(), 2u);
  EXPECT_EQ(repairs_[0].rule, "word.context");
}

TEST_F(RepairerTest, RightTextStaysAsItIs) {
  for (const char* text :
       {"Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;",
        "Sở Tài chính chủ trì, phối hợp với các sở, ngành liên quan tham mưu Ủy ban nhân dân tỉnh",
        "bảo đảm an ninh, trật tự trên địa bàn tỉnh"}) {
    EXPECT_EQ(Mended(text), text);
    EXPECT_THAT(repairs_, IsEmpty());
  }
}

TEST_F(RepairerTest, OneOfTwoGoodSpellingsIsKept) {
  for (const char* text : {"trước ngày 20 hằng tháng báo cáo kết quả về Sở Y tế", "thực hiện định kỳ hàng quý, hằng năm",
                           "công khai thực đơn hằng ngày", "giao ban vào thứ Sáu hằng tuần", "công tác quản lí nhà nước"}) {
    EXPECT_EQ(Mended(text), text);
    EXPECT_THAT(repairs_, IsEmpty());
  }
  EXPECT_EQ(Mended("lưu thông hằng? hóa trên địa bàn"), "lưu thông hàng hóa trên địa bàn");
}

// Each stands where a likelier word could: a digit, a symbol, an abbreviation, a numeral, a person's or a
// place's name.
TEST_F(RepairerTest, NumbersSymbolsAbbreviationsAndNamesAreNeverChanged) {
  for (const char* text :
       {"Kế hoạch số 1l2/KH-ƯBND? ngày 0l? tháng 5 năm 2O22?", "UBND? tỉnh, HĐND? và ĐU? các cấp",
        "Chương VI? và mục XVI? của Luật", "đồng chí Thâu? và ông Đâu? Thâu? phụ trách",
        "Nguyễn Văn Thâu? ký", "đâu? Quang Thâu", "135 đâu? Hữu Văn Thâu", "NGUYỄN? VĂN? THÂU?", "TRƯỜNG THPT NGUYỄN CÔNG TRỨ?", "TRƯỜNG THPT NGUYỄN CÔNG TRỨ", "BỆNH VIỆN NGUYỄN ĐÌNH CHIÊU?", "xã Tân? Thanh? và xã Hòn? Đât?"}) {
    std::string printed;
    for (const char c : std::string(text)) {
      if (c != '?') printed += c;
    }
    EXPECT_EQ(Mended(text), printed);
  }
}

// Letter `at` of the `word`th word may be `letter`.
PageReading Doubted(const std::string& text, size_t word, int at, const std::string& letter, float chance) {
  PageReading reading = Line(text);
  reading.words[word].doubts = {{at, letter, chance}};
  return reading;
}

TEST_F(RepairerTest, WhatTheEngineSawItselfWeighsMore) {
  const auto mended = [&](PageReading reading) {
    repairer_.Mend(&reading);
    return reading.words[1].text;
  };
  // "bản" and "bàn" both stand before "xã" often: alone the words around do not tell.
  EXPECT_EQ(mended(Doubted("địa bản xã", 1, 1, "à", 0.45f)), "bàn");
  EXPECT_EQ(mended(Doubted("văn bản xã", 1, 1, "à", 0.02f)), "bản");
  EXPECT_EQ(mended(Doubted("tỉnh Kiến Giang và", 1, 2, "ê", 0.4f)), "Kiên") << "a name, which it saw";
  EXPECT_EQ(mended(Doubted("tỉnh Kiến Giang và", 1, 0, "H", 0.4f)), "Kiến") << "a name, which it did not see";
  EXPECT_EQ(mended(Doubted("ông Nguyễn Văn Bản", 1, 5, "ê", 0.45f)), "Nguyễn") << "a person's name";
}

// Words that the word model never met, read surely and without a sight of others, are no misprints; small marks of tones are lost
// without a trace.
TEST_F(RepairerTest, RareWordsThatTheEngineWasSureOfStay) {
  const auto mended = [&](const std::string& text) {
    PageReading reading = Line(text + " . số");
    reading.words.back().doubts = {{0, "ở", 0.02f}};  // the reading tells what the engine saw
    repairer_.Mend(&reading);
    std::string out;
    for (size_t i = 0; i + 2 < reading.words.size(); ++i) out += (i == 0 ? "" : " ") + reading.words[i].text;
    return out;
  };
  for (const char* text : {"phòng, chống tai nạn đuối nước cho trẻ em", "trang trí cờ, băng rôn trên các tuyến đường", "sửa chữa chòi canh lửa, bảng tuyên truyền"})
    EXPECT_EQ(mended(text), text);
  EXPECT_EQ(mended("phòng, chống tai nạn đuối? nước cho trẻ em"), "phòng, chống tai nạn đuổi nước cho trẻ em");  // unsure
  EXPECT_EQ(mended("của Uy ban nhân dân huyện"), "của Ủy ban nhân dân huyện");
}

TEST_F(RepairerTest, FiguresStayAlsoWhereTheEngineSawOthers) {
  PageReading reading = Doubted("ngày 21 tháng 5", 1, 1, "7", 0.49f);
  repairer_.Mend(&reading);
  EXPECT_EQ(reading.words[1].text, "21");
}

TEST_F(RepairerTest, KeepsCapitalsAndMarks) {
  EXPECT_EQ(Mended("CHỦ TICH? ỦY BAN NHÂN DÂN TINH?"), "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH");
  EXPECT_EQ(Mended("Thưc? hiện nhiệm vụ được giao"), "Thực hiện nhiệm vụ được giao");
  EXPECT_EQ(Mended("(đấu thâu)? qua mạng"), "(đấu thầu) qua mạng");
}

TEST_F(RepairerTest, MarksOfProvincesAreMended) {
  EXPECT_EQ(Mended("thành phố Đà Năng, Đại học Đà Năng."), "thành phố Đà Nẵng, Đại học Đà Nẵng.");
  EXPECT_EQ(repairs_.front().rule, "word.province");
  EXPECT_EQ(Mended("UBND TỈNH THƯA THIÊN HUÊ"), "UBND TỈNH THỪA THIÊN HUẾ");
  EXPECT_EQ(Mended("tỉnh Hoà Bình"), "tỉnh Hoà Bình") << "another spelling";
  EXPECT_EQ(Mended("tỉnh Đăk Lăk, tỉnh Đâk Lăk"), "tỉnh Đăk Lăk, tỉnh Đắk Lăk");
  EXPECT_EQ(Mended("ông Trần Quang Nam"), "ông Trần Quang Nam") << "a person";
  EXPECT_EQ(Mended("xã Hà Năm"), "xã Hà Năm") << "another unit";
  EXPECT_EQ(Mended("Đà, Năng"), "Đà, Năng") << "two names";
}

TEST_F(RepairerTest, WordsOfAnotherCellAreNoContext) {
  PageReading reading = Line("đấu thâu");
  reading.words[0].grid = reading.words[1].grid = 0;
  reading.words[0].cell = 0;
  reading.words[1].cell = 1;
  PageReading other = reading;
  other.words[0].text = "xin";
  const auto text = [&](PageReading page) {
    repairer_.Mend(&page);
    return page.words[1].text;
  };
  EXPECT_EQ(text(reading), text(other));
}

// A file of lines, each a page; what the last of them reads after the file has been heard.
class FileTest : public RepairerTest {
 protected:
  std::string LastMended(const std::vector<std::string>& lines) {
    FileWords words;
    PageReading last;
    for (const std::string& line : lines) {
      last = Line(line);
      std::set<int> undecided;
      repairs_ = repairer_.Mend(&last, &undecided);
      words.Add(last, undecided);
    }
    more_ = repairer_.MendByFile(&last, repairs_, words);
    std::string out;
    for (const Word& word : last.words) out += (out.empty() ? "" : " ") + word.text;
    return out;
  }
  std::vector<std::string> Often(const std::string& line, const std::string& last) {
    std::vector<std::string> lines(8, line);
    lines.push_back(last);
    return lines;
  }
  std::vector<Repair> more_;
};

TEST_F(FileTest, WhatTheFileSaysElsewhereMendsAWord) {
  const std::string read = "số trẻ uông? vitamin";
  EXPECT_EQ(LastMended({read}), "số trẻ uông vitamin") << "the word model alone is not sure";
  EXPECT_EQ(LastMended(Often("cho trẻ uống vitamin", read)), "số trẻ uống vitamin");
  ASSERT_EQ(more_.size(), 1u);
  EXPECT_EQ(more_[0].raw, "uông");
  EXPECT_EQ(more_[0].rule, "word.file");
}

TEST_F(FileTest, NamesOfPlacesToo) {
  EXPECT_EQ(LastMended(Often("huyện Giồng Riềng và", "huyện Giông? Riềng và")), "huyện Giồng Riềng và");
  EXPECT_EQ(LastMended(Often("ông Trần Văn Tám và", "ông Trần Văn Tâm? và")), "ông Trần Văn Tâm và") << "of persons never";
}

// Between the very same neighbours the file has the other word again and again; of a word that the engine was sure of, that is no proof.
TEST_F(FileTest, TheSamePhraseDamagedOnce) {
  const auto mended = [&](const std::string& line, const std::string& word, std::vector<LetterDoubt> doubts) {
    FileWords words;
    for (const std::string& other : Often("các Trưởng Ban Chỉ đạo của tỉnh", "trẻ nội trú tại viện, nội trú tại viện, nội trú tại viện")) {
      PageReading page = Line(other);
      words.Add(page, {});
    }
    PageReading last = Line(line);
    for (Word& one : last.words) one.doubts = one.text == word ? doubts : std::vector<LetterDoubt>{{0, "x", 0.01f}};
    repairs_ = repairer_.Mend(&last);
    more_ = repairer_.MendByFile(&last, repairs_, words);
    std::string out;
    for (const Word& one : last.words) out += (out.empty() ? "" : " ") + one.text;
    return out;
  };
  EXPECT_EQ(mended("các Phòng Ban Chi đạo theo lĩnh vực", "Chi", {{2, "ỉ", 0.03f}}), "các Phòng Ban Chỉ đạo theo lĩnh vực");
  ASSERT_EQ(more_.size(), 1u);
  EXPECT_EQ(more_[0].rule, "word.file");
  EXPECT_EQ(mended("người nội trợ tại viện", "trợ", {}), "người nội trợ tại viện");
}

TEST_F(FileTest, WhatTheFileHasBothWaysStays) {
  std::vector<std::string> lines = Often("cho trẻ uống vitamin", "số trẻ uông vitamin");
  for (int i = 0; i < 8; ++i) lines.push_back("số trẻ uông vitamin");
  EXPECT_EQ(LastMended(lines), "số trẻ uông vitamin");
}

TEST_F(FileTest, LanguageGoesBeforeWhatAFileRepeats) {
  EXPECT_EQ(LastMended(Often("xem Phu luc? kèm theo", "xem Phụ lục kèm theo")), "xem Phụ lục kèm theo");
  EXPECT_THAT(more_, IsEmpty());
}

TEST_F(RepairerTest, LettersSeenTwiceAreOne) {
  EXPECT_EQ(Mended("sửa đổi, bỗổ sung một số điều"), "sửa đổi, bổ sung một số điều");
  EXPECT_EQ(Mended("xuâật khẩu hàng hóa"), "xuất khẩu hàng hóa");
  EXPECT_EQ(Mended("Đáảnh giá kết quả"), "Đánh giá kết quả") << "not parted";
}

// Of more syllables than two each bears the others out; two that often stand so need no neighbour.
TEST_F(RepairerTest, MergedWordsOfManySyllables) {
  EXPECT_EQ(Mended("ĐIỆNLỰCMIỀNBẮC"), "ĐIỆN LỰC MIỀN BẮC");
  EXPECT_EQ(Mended("TỐICAO, CỘNG"), "TỐI CAO, CỘNG");
  EXPECT_EQ(Mended("VÀ ĐÀOTẠO CỘNG"), "VÀ ĐÀO TẠO CỘNG");
  EXPECT_EQ(Mended("phòngchốngthiêntai"), "phòng chống thiên tai");
  for (const char* text : {"ĐẮKLẮK", "PLEIKU", "Krôngpắc", "HĐND", "SXKD", "Ơchâm"}) EXPECT_EQ(Mended(text), text);
}

TEST_F(RepairerTest, MergedWordsArePartedWhereTheyStandBesideEachOther) {
  EXPECT_EQ(Mended("công tác củacác đơn vị"), "công tác của các đơn vị");
  EXPECT_EQ(Mended("tại cơsở, khám bệnh"), "tại cơ sở, khám bệnh");
  ASSERT_EQ(repairs_.size(), 1u);
  EXPECT_EQ(repairs_[0].raw, "cơsở,");
  EXPECT_EQ(repairs_[0].rule, "word.merged");
  EXPECT_EQ(Mended("huyện AnMinh tổ chức"), "huyện An Minh tổ chức");
  EXPECT_EQ(Mended("BỘCÔNG THƯƠNG"), "BỘ CÔNG THƯƠNG");
  for (const char* text : {"uống vitamin cho trẻ", "gửi qua website và email", "UBND tỉnh, HĐND, BCĐCCHC", "phần mềm VOffice, iOffice"}) {
    EXPECT_EQ(Mended(text), text);
  }
}

TEST_F(RepairerTest, AStopInTheMiddleOfASentenceIsASpeck) {
  EXPECT_EQ(Mended("bố trí kinh phí dự. phòng theo quy định"), "bố trí kinh phí dự phòng theo quy định");
  ASSERT_EQ(repairs_.size(), 1u);
  EXPECT_EQ(repairs_[0].rule, "word.stop");
  EXPECT_EQ(Mended("Căn cứ Thông. tư số 19/2016/TT-BYT"), "Căn cứ Thông tư số 19/2016/TT-BYT");
  EXPECT_EQ(Mended("ngày 06 tháng 12 năm.2017 của Bộ Y tế"), "ngày 06 tháng 12 năm 2017 của Bộ Y tế");
  EXPECT_EQ(Mended("các tổ.chuyên môn trong trường"), "các tổ chuyên môn trong trường");
  EXPECT_EQ(Mended("BGH, P., KHTC"), "BGH, P. KHTC");
  for (const char* text : {"theo quyết định. Kiện toàn tổ chức", "gửi về so.yte theo quy định", "số 2.2017", "ông, bà có tên", "đ/c. chủ tịch", "các phường, xã v.v. thực hiện", "tr. hai",
                           "số 12. thực hiện", "tổ chức thực hiện."})
    EXPECT_EQ(Mended(text), text);
}

TEST_F(RepairerTest, AStopBeforeSmallLettersWasAComma) {
  EXPECT_EQ(Mended("vòng làm kín. sơn epoxy"), "vòng làm kín, sơn epoxy");
  ASSERT_EQ(repairs_.size(), 1u);
  EXPECT_EQ(repairs_[0].rule, "word.comma");
  EXPECT_EQ(Mended("tại Cẩm Giàng. hành tỏi Kinh Môn"), "tại Cẩm Giàng, hành tỏi Kinh Môn");
  EXPECT_EQ(Mended("giai đoạn 2026 - 2030. trình tỉnh"), "giai đoạn 2026 - 2030, trình tỉnh");
  EXPECT_EQ(Mended("màn hình HMI. van tỷ lệ"), "màn hình HMI, van tỷ lệ");
  EXPECT_EQ(Mended("(xã Lam). phát triển"), "(xã Lam), phát triển");
  for (const char* text : {"TP. vinh", "12. kính gửi", "a. kính gửi", "mục 2.1. sơn", "vòng làm kín. Sơn epoxy"}) EXPECT_EQ(Mended(text), text);
}

// Over the end of a line: the next one begins to the left, one line below.
TEST_F(RepairerTest, ACommaAtTheEndOfALine) {
  const auto mended = [&](int down, int cell) {
    PageReading reading = Line("làm kín.");
    Word next{"sơn", reading.words[0].box, 0.9f, -1, cell, {}};
    next.box.left -= 5;
    next.box.top += down, next.box.bottom += down;
    reading.words.push_back(next);
    repairer_.Mend(&reading);
    return reading.words[1].text;
  };
  const int height = Line("làm").words[0].box.Height();
  EXPECT_EQ(mended(height * 5 / 4, -1), "kín,");
  EXPECT_EQ(mended(height * 3, -1), "kín.") << "another paragraph";
  EXPECT_EQ(mended(height * 5 / 4, 3), "kín.") << "another cell";
}

TEST_F(RepairerTest, ASpeckAtTheEndOfALineBeforeADay) {
  const auto mended = [&](const char* behind) {
    PageReading reading = Line("Trước ngày.");
    Word next{behind, reading.words[0].box, 0.9f, -1, -1, {}};
    const int down = next.box.Height() * 5 / 4;
    next.box.left -= 5;
    next.box.top += down, next.box.bottom += down;
    reading.words.push_back(next);
    repairer_.Mend(&reading);
    return reading.words[1].text;
  };
  EXPECT_EQ(mended("30/11/2023"), "ngày");
  EXPECT_EQ(mended("12."), "ngày.") << "an item may begin there";
}

TEST_F(RepairerTest, SpecksAheadOfNumbers) {
  EXPECT_EQ(Mended("-4. Đề nghị các sở"), "4. Đề nghị các sở");
  ASSERT_EQ(repairs_.size(), 1u);
  EXPECT_EQ(repairs_[0].rule, "word.stop");
  EXPECT_EQ(Mended(".16"), "16");
  EXPECT_EQ(Mended("’7) Rà soát"), "7) Rà soát");
  for (const char* text : {"-4 độ C", "giảm .16", "-3-", "...", ".05", "-2024.", "- 4. Đề nghị"}) EXPECT_EQ(Mended(text), text);
}

TEST_F(RepairerTest, SpecksBeforeFiguresAndBetweenWords) {
  EXPECT_EQ(Mended("Nghị định số. 26/2019/NĐ-CP"), "Nghị định số 26/2019/NĐ-CP");
  EXPECT_EQ(Mended("Trước ngày. 30/11/2023"), "Trước ngày 30/11/2023");
  EXPECT_EQ(Mended("số 100 ngày-20/10/2015"), "số 100 ngày 20/10/2015");
  EXPECT_EQ(Mended("lắp camera giảm.sóc"), "lắp camera giảm sóc");
  for (const char* text : {"trang chinhphu.bocao", "ngày-đêm", "điểm số. Hai"}) EXPECT_EQ(Mended(text), text);
}

// The engine saw a B beside the R; no letter of a place's name changes for that.
TEST_F(RepairerTest, PlacesKeepTheirLetters) {
  const auto mended = [&](const std::string& before) {
    PageReading reading = Line("phường Vĩnh Lạc, " + before + " Rạc? 1 Giá");
    for (Word& word : reading.words) {
      if (word.text == "Rạc") word.doubts = {{0, "B", 0.4f}};
    }
    repairer_.Mend(&reading);
    return reading.words[reading.words.size() - 3].text;
  };
  EXPECT_EQ(mended("thành phố"), "Rạc");
}

TEST_F(RepairerTest, OneLetterInCapitalsStandsAmongWordsInCapitals) { EXPECT_EQ(Mended("SỞ Y TE?"), "SỞ Y TẾ"); }

TEST(Repairer, WithoutItsFilesNothingIsChanged) {
  TempFolder folder;
  Repairer repairer(folder / "", {});
  PageReading reading = Line("đâu thâu qua mạng");
  EXPECT_THAT(repairer.Mend(&reading), IsEmpty());
  EXPECT_EQ(reading, Line("đâu thâu qua mạng"));
}

// Can chi: stem and branch go together, and with the year in figures.
TEST_F(RepairerTest, NamesOfYearsAreMendedByTheCycle) {
  EXPECT_EQ(Mended("Tết Nguyên đán Nhâm Dằn và tổ chức trồng cây"), "Tết Nguyên đán Nhâm Dần và tổ chức trồng cây");
  EXPECT_EQ(repairs_.at(0).rule, "year.name");
  EXPECT_EQ(Mended("mừng Xuân Quý Mạo năm 2023"), "mừng Xuân Quý Mão năm 2023");
  EXPECT_EQ(Mended("TẾT NGUYÊN ĐÁN ẤT TÝ 2025"), "TẾT NGUYÊN ĐÁN ẤT TÝ 2025") << "another spelling stays";
  EXPECT_EQ(Mended("đón Tết Nguyên đán Nhâm Dằn-năm 2022 đầm ấm"), "đón Tết Nguyên đán Nhâm Dần-năm 2022 đầm ấm");
  EXPECT_EQ(Mended("Xuân Canh Ngo 1990"), "Xuân Canh Ngọ 1990");
}

TEST_F(RepairerTest, NamesThatAreNoYearsStay) {
  for (const char* text : {"ông Nguyễn Đinh Dân, Chủ tịch", "bà Trần Quý Thận", "năm Giáp Mạo", "Xuân Quý Dân 2023"}) {
    EXPECT_EQ(Mended(text), text);
    for (const Repair& repair : repairs_) EXPECT_NE(repair.rule, "year.name");
  }
}

// Letters whose capitals are the small ones, but higher.
TEST_F(RepairerTest, CapitalsAmidSmallWords) {
  EXPECT_EQ(Mended("đề xuất khung lịch thời VỤ"), "đề xuất khung lịch thời vụ");
  EXPECT_EQ(repairs_.at(0).rule, "word.capitals");
  EXPECT_EQ(Mended("tiêm phòng vắc xin Dại chính VỤ"), "tiêm phòng vắc xin Dại chính vụ");
  EXPECT_EQ(Mended("khung lịch thời VỤ, cơ cấu giống"), "khung lịch thời vụ, cơ cấu giống");
  for (const char* text : {"báo cáo về VỤ ÁN", "kế hoạch của VKS", "giao cho Phòng VỤ", "công tác tại ĐỒN"}) EXPECT_EQ(Mended(text), text);
}

}  // namespace
}  // namespace trichluc
