#include "text/syllable.h"

#include <algorithm>
#include <string>
#include <unordered_set>

#include "text/text.h"
#include "text/tone.h"
#include "text/unicode.h"

namespace trichluc {
namespace {

// Without tones. Behind every onset but q; "gi" and "qu" are onsets of their own.
constexpr std::u32string_view kRimes[] = {
    U"a",    U"ai",   U"ao",   U"au",  U"am",   U"an",   U"ang", U"anh",  U"ac",   U"ach",  U"ap",  U"at",
    U"ay",   U"ăm",   U"ăn",   U"ăng", U"ăc",   U"ăp",   U"ăt",  U"âu",   U"ây",   U"âm",   U"ân",  U"âng",
    U"âc",   U"âp",   U"ât",   U"e",   U"eo",   U"em",   U"en",  U"eng",  U"ec",   U"ep",   U"et",  U"ê",
    U"êu",   U"êm",   U"ên",   U"ênh", U"êch",  U"êp",   U"êt",  U"i",    U"ia",   U"iu",   U"im",  U"in",
    U"inh",  U"ich",  U"ip",   U"it",  U"iêu",  U"iêm",  U"iên", U"iêng", U"iêc",  U"iêp",  U"iêt", U"o",
    U"oi",   U"om",   U"on",   U"ong", U"oc",   U"op",   U"ot",  U"oa",   U"oai",  U"oao",  U"oay", U"oam",
    U"oan",  U"oang", U"oanh", U"oac", U"oach", U"oap",  U"oat", U"oăm",  U"oăn",  U"oăng", U"oăc", U"oăt",
    U"oe",   U"oeo",  U"oen",  U"oet", U"oong", U"ooc",  U"ô",   U"ôi",   U"ôm",   U"ôn",   U"ông", U"ôc",
    U"ôp",   U"ôt",   U"ơ",    U"ơi",  U"ơm",   U"ơn",   U"ơp",  U"ơt",   U"u",    U"ua",   U"ui",  U"um",
    U"un",   U"ung",  U"uc",   U"up",  U"ut",   U"uôi",  U"uôm", U"uôn",  U"uông", U"uôc",  U"uôt", U"uy",
    U"uyu",  U"uynh", U"uych", U"uyt", U"uyên", U"uyêt", U"uya", U"uê",   U"uênh", U"uêch", U"uân", U"uât",
    U"uâng", U"uây",  U"uơ",   U"uyn", U"uyp",  U"ư",    U"ưa",  U"ưi",   U"ưu",   U"ưm",   U"ưng", U"ưc",
    U"ưt",   U"ươi",  U"ươu",  U"ươm", U"ươn",  U"ương", U"ươc", U"ươp",  U"ươt",  U"y",    U"yêu", U"yêm",
    U"yên",  U"yêng", U"yêt",  U"ynh", U"yt",   U"ych",  U"yn",  U"yp",   U"yu"};

constexpr std::u32string_view kOnsets[] = {
    U"ngh", U"ch", U"gh", U"gi", U"kh", U"ng", U"nh", U"ph", U"qu", U"th", U"tr", U"b", U"c", U"d",
    U"đ",   U"g",  U"h",  U"k",  U"l",  U"m",  U"n",  U"p",  U"r",  U"s",  U"t",  U"v", U"x", U""};

bool IsRime(const std::u32string& rime) {
  static const auto* rimes =
      new std::unordered_set<std::u32string_view>(std::begin(kRimes), std::end(kRimes));
  return rimes->count(rime) != 0;
}

bool EndsStopped(const std::u32string& rime) {
  const char32_t last = rime.back();
  return last == U'c' || last == U'p' || last == U't' || rime.ends_with(U"ch");
}

// c, g, ng stand as k, gh, ngh before e, ê, i, y.
bool SpelledTogether(std::u32string_view onset, char32_t next) {
  const bool front = std::u32string_view(U"eêiy").find(next) != std::u32string_view::npos;
  if (onset == U"k" || onset == U"gh" || onset == U"ngh") return front;
  if (onset == U"c" || onset == U"ng") return !front;
  if (onset == U"g") return !front || next == U'i';  // gì, giếng
  return true;
}

bool Fits(std::u32string_view onset, const std::u32string& letters, int tone) {
  const std::u32string rime = letters.substr(onset.size());
  if (rime.empty() || !IsRime(rime) || !SpelledTogether(onset, rime.front())) return false;
  return !EndsStopped(rime) || tone == 2 || tone == 5;
}

}  // namespace

int ToneOf(char32_t letter) { return ToneOfSmall(letter); }

char32_t LetterWithoutTone(char32_t letter) { return WithoutTone(letter); }

bool IsSyllable(std::string_view folded) {
  std::u32string letters;
  int tone = 0;
  for (size_t i = 0; i < folded.size();) {
    const char32_t code = DecodeAt(folded, &i);
    if (const int found = ToneOf(code); found != 0) {
      if (tone != 0) return false;
      tone = found;
    }
    letters += WithoutTone(code);
    if (letters.size() > 7) return false;
  }
  for (const std::u32string_view onset : kOnsets) {
    if (letters.starts_with(onset) && Fits(onset, letters, tone)) return true;
  }
  return false;
}

bool HasTone(std::string_view small) {
  const std::u32string letters = ToCodePoints(small);
  return std::any_of(letters.begin(), letters.end(), [](char32_t letter) { return ToneOf(letter) > 0; });
}

std::string WithoutTones(std::string_view small) {
  std::u32string letters = ToCodePoints(small);
  std::transform(letters.begin(), letters.end(), letters.begin(), LetterWithoutTone);
  return FromCodePoints(letters);
}

}  // namespace trichluc
