#include "text/legacy_tables.h"

#include "text/text.h"

namespace trichluc {
namespace {

// In the tables by code a full stop is nothing of Vietnamese.
constexpr std::u32string_view kTcvn3FromA1 =
    U"ĂÂÊÔƠƯĐăâêôơưđ......àảãáạ.ằẳẵắ.......ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò.ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹýỵ";
constexpr char32_t kTcvn3First = 0xA1;

// Capitals with a dot below stand on control codes, the rest in the upper half.
constexpr std::u32string_view kVpsFrom02 = U"ẠẬẶẸỆ.........ỊỌỘỢỤỰ...Ỵ..ẪỮ";
constexpr std::u32string_view kVpsFrom80 =
    U"ÀẢÃẤẦẨọỗĂếềểệẮẰẲẾ..ỀỂỄỐỒỔỖýỷỵỚỜỞ.ắằẳẵặỠớÙờởỡŨỨợỪổỬỲỸÍÌộỈĨÓửữÒỎÕự"
    U"ầÁÂấẩẫậđẻÉÊẹỉễịỹƯỦồốÔỏơÈừứÚũưÝẺ.àáâãảạă.èéêẽìí.ĩẴĐòóôõ.Ơụùúủ.ỶẼỳ";
constexpr std::u32string_view kWindows1252From80 = U"€.‚ƒ„…†‡ˆ‰Š‹Œ.Ž..‘’“”•–—˜™š›œ.žŸ";

// VNI-Windows: a vowel, and a letter behind it for its marks. Rows: marks, letters without.
struct VniMark {
  char32_t code;
  std::u32string_view on, gives;  // the vowel it stands behind, and what both are
};
constexpr VniMark kVniMarks[] = {{U'ù', U"aeouyôö", U"áéóúýớứ"},
                                 {U'ø', U"aeouyôö", U"àèòùỳờừ"},
                                 {U'û', U"aeouyôö", U"ảẻỏủỷởử"},
                                 {U'õ', U"aeouyôö", U"ãẽõũỹỡữ"},
                                 {U'ï', U"aeouôö", U"ạẹọụợự"},
                                 {U'â', U"aeo", U"âêô"},
                                 {U'á', U"aeo", U"ấếố"},
                                 {U'à', U"aeo", U"ầềồ"},
                                 {U'å', U"aeo", U"ẩểổ"},
                                 {U'ã', U"aeo", U"ẫễỗ"},
                                 {U'ä', U"aeo", U"ậệộ"},
                                 {U'ê', U"a", U"ă"},
                                 {U'é', U"a", U"ắ"},
                                 {U'è', U"a", U"ằ"},
                                 {U'ú', U"a", U"ẳ"},
                                 {U'ü', U"a", U"ẵ"},
                                 {U'ë', U"a", U"ặ"}};
constexpr std::u32string_view kVniAlone = U"íìæóòôöîñ", kVniAloneGives = U"íìỉĩịơưỵđ";

char32_t Upper(char32_t letter) { return ToCodePoints(ToUpper(FromCodePoints({letter}))).front(); }

// Both cases of a row; the mark of a capital may be small or capital.
void AddPair(std::u32string codes, char32_t letter, LegacyTable* table) {
  (*table)[codes] = letter;
  codes[0] = Upper(codes[0]);
  (*table)[codes] = Upper(letter);
  if (codes.size() > 1) {
    codes[1] = Upper(codes[1]);
    (*table)[codes] = Upper(letter);
  }
}

void AddByCode(char32_t first, std::u32string_view letters, LegacyTable* table) {
  for (size_t i = 0; i < letters.size(); ++i) {
    if (letters[i] != U'.') (*table)[{static_cast<char32_t>(first + i)}] = letters[i];
  }
}

// µ and · come also as the Greek letter and the bullet operator that fonts name alike.
LegacyTable Tcvn3() {
  LegacyTable table;
  AddByCode(kTcvn3First, kTcvn3FromA1, &table);
  table[U"\u03BC"] = table.at(U"\u00B5");
  table[U"\u2219"] = table.at(U"\u00B7");
  return table;
}

LegacyTable Vps() {
  LegacyTable table;
  AddByCode(0x02, kVpsFrom02, &table);
  AddByCode(0x80, kVpsFrom80, &table);
  for (size_t i = 0; i < kWindows1252From80.size(); ++i) {
    if (kVpsFrom80[i] != U'.' && kWindows1252From80[i] != U'.')
      table[{kWindows1252From80[i]}] = kVpsFrom80[i];
  }
  return table;
}

LegacyTable Vni() {
  LegacyTable table;
  for (const VniMark& mark : kVniMarks) {
    for (size_t i = 0; i < mark.on.size(); ++i) AddPair({mark.on[i], mark.code}, mark.gives[i], &table);
  }
  for (size_t i = 0; i < kVniAlone.size(); ++i) AddPair({kVniAlone[i]}, kVniAloneGives[i], &table);
  return table;
}

// Letters as in Latin 1, but for these; marks of tones stand behind their vowel.
LegacyTable Windows1258() {
  return {{U"Ã", U'Ă'}, {U"Ì", 0x300}, {U"Ð", U'Đ'}, {U"Ò", 0x309}, {U"Õ", U'Ơ'}, {U"Ý", U'Ư'}, {U"Þ", 0x303},
          {U"ã", U'ă'}, {U"ì", 0x301}, {U"ð", U'đ'}, {U"ò", 0x323}, {U"õ", U'ơ'}, {U"ý", U'ư'}};
}

}  // namespace

const LegacyTable& TableOf(LegacyEncoding encoding) {
  static const auto* tcvn3 = new LegacyTable(Tcvn3());
  static const auto* vni = new LegacyTable(Vni());
  static const auto* vps = new LegacyTable(Vps());
  static const auto* windows = new LegacyTable(Windows1258());
  switch (encoding) {
    case LegacyEncoding::kVni:
      return *vni;
    case LegacyEncoding::kVps:
    case LegacyEncoding::kVpsCapitals:
      return *vps;
    case LegacyEncoding::kWindows1258:
      return *windows;
    default:
      return *tcvn3;
  }
}

}  // namespace trichluc
