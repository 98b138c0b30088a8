#include "corpus/old_fonts.h"

#include <gtest/gtest.h>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <set>

#include "corpus/make.h"
#include "corpus_support.h"

namespace trichluc::corpus {
namespace {

std::u16string Code(char32_t letter, OldFonts fonts) { return CodeOf(letter, fonts).value_or(u"-"); }

TEST(CorpusOldFontsTest, LettersHaveTheirCodes) {
  EXPECT_EQ(Code(U'ế', OldFonts::kTcvn3), u"\u00D5");
  EXPECT_EQ(Code(U'ư', OldFonts::kTcvn3), u"\u00AD");
  EXPECT_EQ(Code(U'Đ', OldFonts::kTcvn3), u"§");
  EXPECT_EQ(Code(U'Ế', OldFonts::kTcvn3), u"-") << "only the font of capitals draws it";
  EXPECT_EQ(Code(U'ế', OldFonts::kVni), u"eá");
  EXPECT_EQ(Code(U'Ự', OldFonts::kVni), u"ÖÏ");
  EXPECT_EQ(Code(U'ỵ', OldFonts::kVni), u"î");
  EXPECT_EQ(Code(U'ế', OldFonts::kVps), u"‰");
  EXPECT_EQ(Code(U'Ế', OldFonts::kVps), u"\u0090");
  EXPECT_EQ(Code(U'Ệ', OldFonts::kVps), u"-");
  EXPECT_EQ(Code(U'a', OldFonts::kVps), u"a");
  EXPECT_EQ(Code(U'“', OldFonts::kVni), u"-");
}

std::set<std::string> FontsOf(const std::string& pdf) {
  QPDF file;
  file.processMemoryFile("made", pdf.data(), pdf.size());
  std::set<std::string> names;
  for (QPDFObjectHandle object : file.getAllObjects()) {
    if (!object.isDictionaryOfType("/Font") || !object.hasKey("/BaseFont")) continue;
    const std::string name = object.getKey("/BaseFont").getName();
    names.insert(name.substr(name.find('+') + 1));
  }
  return names;
}

TEST(CorpusOldFontsTest, CapitalsStandInTheirOwnFont) {
  const Description description = Described(R"({"kind": "para", "text": "ỦY BAN nhân dân “tỉnh” Ước"})");
  const std::string made = MakeScan(description, Typeset(description), FindQuality("tcvn3"));
  EXPECT_EQ(FontsOf(made), (std::set<std::string>{".VnTime", ".VnTimeH", "TimesNewRomanPSMT"}));
  EXPECT_EQ(made, MakeScan(description, Typeset(description), FindQuality("tcvn3")));
}

}  // namespace
}  // namespace trichluc::corpus
