#include "text/legacy.h"

#include <map>
#include <sstream>

#include "text/syllable.h"
#include "text/text.h"
#include "text/unicode.h"

namespace trichluc {
namespace {

using Table = std::map<std::u32string, char32_t>;

// TCVN 5712:1993, VN3, as the .Vn fonts have it; a full stop: nothing of Vietnamese.
constexpr std::u32string_view kTcvn3FromA1 =
    U"ĂÂÊÔƠƯĐăâêôơưđ......àảãáạ.ằẳẵắ.......ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò.ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹýỵ";
constexpr char32_t kTcvn3First = 0xA1;

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
void AddPair(std::u32string codes, char32_t letter, Table* table) {
  (*table)[codes] = letter;
  codes[0] = Upper(codes[0]);
  (*table)[codes] = Upper(letter);
  if (codes.size() > 1) {
    codes[1] = Upper(codes[1]);
    (*table)[codes] = Upper(letter);
  }
}

Table Tcvn3() {
  Table table;
  for (size_t i = 0; i < kTcvn3FromA1.size(); ++i) {
    if (kTcvn3FromA1[i] != U'.') table[{static_cast<char32_t>(kTcvn3First + i)}] = kTcvn3FromA1[i];
  }
  return table;
}

Table Vni() {
  Table table;
  for (const VniMark& mark : kVniMarks) {
    for (size_t i = 0; i < mark.on.size(); ++i) AddPair({mark.on[i], mark.code}, mark.gives[i], &table);
  }
  for (size_t i = 0; i < kVniAlone.size(); ++i) AddPair({kVniAlone[i]}, kVniAloneGives[i], &table);
  return table;
}

// Letters as in Latin 1, but for these; marks of tones stand behind their vowel.
Table Windows1258() {
  return {{U"Ã", U'Ă'}, {U"Ì", 0x300}, {U"Ð", U'Đ'}, {U"Ò", 0x309}, {U"Õ", U'Ơ'}, {U"Ý", U'Ư'}, {U"Þ", 0x303},
          {U"ã", U'ă'}, {U"ì", 0x301}, {U"ð", U'đ'}, {U"ò", 0x323}, {U"õ", U'ơ'}, {U"ý", U'ư'}};
}

const Table& TableOf(LegacyEncoding encoding) {
  static const auto* tcvn3 = new Table(Tcvn3());
  static const auto* vni = new Table(Vni());
  static const auto* windows = new Table(Windows1258());
  return encoding == LegacyEncoding::kVni           ? *vni
         : encoding == LegacyEncoding::kWindows1258 ? *windows
                                                    : *tcvn3;
}

std::u32string Converted(const std::u32string& points, const Table& table) {
  std::u32string out;
  for (size_t i = 0; i < points.size();) {
    size_t length = i + 1 < points.size() ? 2 : 1;
    auto found = table.find(points.substr(i, length));
    if (found == table.end() && length == 2) found = table.find(points.substr(i, length = 1));
    out += found == table.end() ? points[i] : found->second;
    i += found == table.end() ? 1 : length;
  }
  return out;
}

// "th-êng": the layer's hyphen may be the letter ư.
std::u32string WithLostHorn(const std::u32string& word) {
  const size_t at = word.find(U'-');
  if (at == std::u32string::npos || word.size() < 2) return word;
  std::u32string horned = word;
  for (char32_t& code : horned) code = code == U'-' ? U'ư' : code;
  return IsSyllable(FoldKey(FromCodePoints(horned))) ? horned : word;
}

// Calls `visit` for each run of anything but white space, and of white space.
template <typename Change>
std::u32string EachWord(const std::u32string& text, Change change) {
  std::u32string out, word;
  for (const char32_t code : text) {
    if (code != U' ' && code != U'\n' && code != U'\t') {
      word += code;
      continue;
    }
    out += change(word);
    word.clear();
    out += code;
  }
  return out + change(word);
}

// Of the words that hold a letter beyond ASCII: how many there are, and are syllables.
std::pair<int, int> Sense(const std::string& text) {
  std::pair<int, int> sense{0, 0};
  std::istringstream in(text);
  for (std::string word; in >> word;) {
    const std::u32string points = ToCodePoints(word);
    std::u32string letters;
    bool marked = false;
    for (const char32_t code : points) {
      if (code < 0x80 && ((code | 0x20) < U'a' || (code | 0x20) > U'z')) continue;
      letters += code;
      marked = marked || code >= 0x80;
    }
    if (!marked) continue;
    ++sense.first;
    sense.second += IsSyllable(FoldKey(FromCodePoints(letters)));
  }
  return sense;
}

std::string Composed(const std::string& text) {
  std::string out;
  for (const Point& point : DecodeNfc(text)) AppendTo(&out, point.code);
  return out;
}

}  // namespace

LegacyEncoding EncodingOfFont(std::string_view font) {
  if (font.size() > 7 && font[6] == '+') font.remove_prefix(7);
  std::string name = ToLower(font);
  if (name.starts_with("vni-") || name.starts_with("vni ")) return LegacyEncoding::kVni;
  if (!name.starts_with(".vn")) return LegacyEncoding::kNone;
  name = name.substr(0, name.find_first_of(",- "));  // ".VnTimeH,Bold", ".VnTime-Italic"
  return name.back() == 'h' ? LegacyEncoding::kTcvn3Capitals : LegacyEncoding::kTcvn3;
}

std::string FromLegacy(std::string_view text, LegacyEncoding encoding) {
  if (encoding == LegacyEncoding::kNone) return std::string(text);
  const bool tcvn3 = encoding == LegacyEncoding::kTcvn3 || encoding == LegacyEncoding::kTcvn3Capitals;
  std::u32string converted = Converted(ToCodePoints(text), TableOf(encoding));
  if (tcvn3) converted = EachWord(converted, WithLostHorn);
  const std::string out = FromCodePoints(converted);
  if (encoding == LegacyEncoding::kTcvn3Capitals) return ToUpper(out);
  return encoding == LegacyEncoding::kWindows1258 ? Composed(out) : out;
}

LegacyEncoding GuessEncoding(std::string_view text) {
  constexpr int kEnough = 12;
  LegacyEncoding best = LegacyEncoding::kNone;
  auto [all, most] = Sense(std::string(text));
  if (all < kEnough || most * 10 >= all * 8) return best;
  for (const LegacyEncoding encoding :
       {LegacyEncoding::kTcvn3, LegacyEncoding::kVni, LegacyEncoding::kWindows1258}) {
    const auto [words, syllables] = Sense(FromLegacy(text, encoding));
    if (words < kEnough || syllables * 10 < words * 9 || syllables <= most) continue;
    most = syllables;
    best = encoding;
  }
  return best;
}

}  // namespace trichluc
