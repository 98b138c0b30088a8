#include "corpus/old_codes.h"

#include <iconv.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <sstream>
#include <string_view>
#include <unordered_map>

#include "corpus/error.h"

namespace trichluc::corpus {
namespace {

// By letter, as UniKey has them (ukengine/data.cpp), the codes as windows-1252 shows them.
constexpr const char* kLetters =
    "à ả ã á ạ ă ằ ẳ ẵ ắ ặ â ầ ẩ ẫ ấ ậ đ è ẻ ẽ é ẹ ê ề ể ễ ế ệ ì ỉ ĩ í ị ò ỏ õ ó ọ ô ồ ổ ỗ ố ộ ơ ờ ở ỡ ớ ợ ù "
    "ủ "
    "ũ ú ụ ư ừ ử ữ ứ ự ỳ ỷ ỹ ý ỵ "
    "À Ả Ã Á Ă Ằ Ẳ Ẵ Ắ Â Ầ Ẩ Ấ Đ È Ẻ Ẽ É Ê Ề Ể Ễ Ế Ì Ỉ Ĩ Í Ò Ỏ Õ Ó Ô Ồ Ổ Ỗ Ố Ơ Ờ Ở Ỡ Ớ Ù Ủ Ũ Ú Ư Ừ Ử Ứ Ỳ Ỷ Ỹ "
    "Ý";
constexpr const char* kVpsCodes =
    "à ä ã á å æ ¢ £ ¤ ¡ ¥ â À Ä Å Ã Æ Ç è È ë é Ë ê Š ‹ Í ‰ Œ ì Ì ï í Î ò Õ õ ó † ô Ò ° ‡ Ó ¶ Ö © ª « § ® ù "
    "û "
    "Û ú ø Ü Ø º » Ù ¿ ÿ › Ï š œ "
    "€ \u0081 ‚ Á ˆ Ž \u008F ð \u008D Â „ … ƒ ñ × Þ þ É Ê “ ” • \u0090 µ · ¸ ´ ¼ ½ ¾ ¹ Ô — ˜ ™ – ÷ ž Ÿ ¦ "
    "\u009D ¨ "
    "Ñ ¬ Ú Ð ¯ ± \u00AD ² ý ³ Ý";

// VNI-Windows by the parts of a letter: vowels whose mark stays with the tone (one code for both), and tones
// behind a vowel. Order of tones: none, grave, acute, tilde, hook, dot.
constexpr std::u32string_view kTones = U"\u0300\u0301\u0303\u0309\u0323";
constexpr std::u32string_view kVniCircumflex = U"âàáãåä", kVniBreve = U"êèéüúë", kVniTone = U" øùõûï";
constexpr std::u32string_view kVniI = U"iìíóæò";

std::unordered_map<char32_t, std::u16string> Vps() {
  std::istringstream letters(kLetters), codes(kVpsCodes);
  std::unordered_map<char32_t, std::u16string> table;
  for (std::string letter, code; letters >> letter && codes >> code;) {
    const auto wide = icu::UnicodeString::fromUTF8(code);
    table[icu::UnicodeString::fromUTF8(letter).char32At(0)] = {wide.getBuffer(),
                                                               static_cast<std::size_t>(wide.length())};
  }
  return table;
}

icu::UnicodeString Apart(char32_t letter) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  if (U_FAILURE(status)) throw Error("ICU has no NFD data; install libicu");
  return nfd->normalize(icu::UnicodeString(static_cast<UChar32>(letter)), status);
}

std::u16string SmallVni(char32_t letter) {
  if (letter == U'đ') return u"ñ";
  const icu::UnicodeString parts = Apart(letter);
  std::u16string code(1, parts[0]);
  char32_t mark = 0;
  std::size_t tone = 0;
  for (int i = 1; i < parts.length(); ++i) {
    const std::size_t at = kTones.find(parts[i]);
    if (at == kTones.npos) mark = parts[i];
    if (at != kTones.npos) tone = at + 1;
  }
  if (parts[0] == u'i') return {static_cast<char16_t>(kVniI[tone])};
  if (parts[0] == u'y' && tone == 5) return u"î";
  if (mark == 0x31B) code = parts[0] == u'o' ? u"ô" : u"ö";
  const std::u32string_view behind = mark == 0x302 ? kVniCircumflex : mark == 0x306 ? kVniBreve : kVniTone;
  if (behind[tone] != U' ') code += static_cast<char16_t>(behind[tone]);
  return code;
}

std::u16string Vni(char32_t letter) {
  std::u16string code = SmallVni(ToSmall(letter));
  if (ToSmall(letter) == letter) return code;
  for (char16_t& unit : code) unit = static_cast<char16_t>(u_toupper(unit));
  return code;
}

// The system's converter knows all of TCVN 5712; of it fonts have what stands from 0xA1 on, and there small
// letters and the seven capitals without tone alone.
std::optional<std::u16string> Tcvn3(char32_t letter) {
  if (ToSmall(letter) != letter && std::u32string_view(U"ĂÂÊÔƠƯĐ").find(letter) == std::u32string_view::npos)
    return std::nullopt;
  std::string in, bytes(8, '\0');
  icu::UnicodeString(static_cast<UChar32>(letter)).toUTF8String(in);
  const iconv_t converter = iconv_open("TCVN5712-1", "UTF-8");
  if (converter == iconv_t(-1)) throw Error("iconv does not know TCVN5712-1");
  char *from = in.data(), *to = bytes.data();
  std::size_t left = in.size(), room = bytes.size();
  const bool known = iconv(converter, &from, &left, &to, &room) != std::size_t(-1) &&
                     iconv(converter, nullptr, nullptr, &to, &room) != std::size_t(-1);
  iconv_close(converter);
  if (!known || bytes.size() - room != 1) return std::nullopt;
  return std::u16string(1, static_cast<unsigned char>(bytes[0]));
}

bool IsVietnamese(char32_t letter) {
  static const auto letters = icu::UnicodeString::fromUTF8(kLetters);
  return letter != U' ' && letters.indexOf(static_cast<UChar32>(ToSmall(letter))) >= 0;
}

}  // namespace

char32_t ToSmall(char32_t letter) { return static_cast<char32_t>(u_tolower(static_cast<UChar32>(letter))); }

std::optional<std::u16string> CodeOf(char32_t letter, OldFonts fonts) {
  if (letter >= 0x20 && letter < 0x7F) return std::u16string(1, static_cast<char16_t>(letter));
  if (!IsVietnamese(letter)) return std::nullopt;
  if (fonts == OldFonts::kTcvn3) return Tcvn3(letter);
  if (fonts == OldFonts::kVni) return Vni(letter);
  static const auto* vps = new std::unordered_map<char32_t, std::u16string>(Vps());
  const auto found = vps->find(letter);
  return found == vps->end() ? std::nullopt : std::optional(found->second);
}

std::string FontName(OldFonts fonts) {
  return fonts == OldFonts::kTcvn3 ? ".VnTime" : fonts == OldFonts::kVni ? "VNI-Times" : "VPSTimes";
}

std::string CapitalsFontName(OldFonts fonts) {
  return fonts == OldFonts::kTcvn3 ? ".VnTimeH" : fonts == OldFonts::kVps ? "VPSTimesHoa" : "";
}

}  // namespace trichluc::corpus
