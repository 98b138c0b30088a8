#include "extract/titles.h"

#include <algorithm>

#include "text/syllable.h"
#include "text/text.h"

namespace trichluc {
namespace {

// A broken letter may be read twice: ĐÓỎÓC for ĐỐC.
std::string OnceEach(std::string bare) {
  bare.erase(std::unique(bare.begin(), bare.end()), bare.end());
  return bare;
}

// Whether whole words at the beginning of `text` are `words`.
bool BeginsWith(const std::string& text, const std::string& words) {
  return text.starts_with(words) && (text.size() == words.size() || text[words.size()] == ' ');
}

// Letters alone, without marks: "GIẢMĐÓỚC)" → "giamdooc".
std::string BareLetters(const std::string& text) {
  std::string bare = StripDiacritics(text);
  std::erase_if(bare, [](char c) { return c < 'a' || c > 'z'; });
  return bare;
}

std::string BeforeLastWord(const std::string& text) {
  const size_t blank = text.rfind(' ');
  return blank == std::string::npos ? "" : text.substr(0, blank);
}

std::string LastWord(const std::string& text) { return text.substr(text.rfind(' ') + 1); }

// Whether the last words of a line, however they are parted, are the title but for marks and one letter in
// seven.
bool EndsWithTitle(const std::vector<std::string>& words, const std::string& title) {
  const std::string wanted = OnceEach(BareLetters(title));
  const size_t limit = wanted.size() / 7;
  std::string end;
  for (size_t i = words.size(); i > 0 && end.size() <= wanted.size() + limit; --i) {
    end = BareLetters(words[i - 1]) + end;
    if (EditDistance(OnceEach(end), wanted, limit) <= limit) return true;
  }
  // "VTGIÁMĐỘC": what the pen wrote in front hangs together with it.
  end = OnceEach(end);
  return end.size() > wanted.size() && EditDistance(end.substr(end.size() - wanted.size()), wanted, limit) <= limit;
}

// Of a title's first words a few letters are left, in order, the first among them.
bool IsRemainderOf(const std::string& seen, const std::string& whole) {
  if (seen.empty() || whole.empty() || seen.front() != whole.front()) return false;
  size_t at = 0;
  for (char letter : whole) at += at < seen.size() && letter == seen[at] ? 1 : 0;
  return at == seen.size();
}

// "Ủ TỊCH", "IỦ TỊCH": of the word before the last the end is left, with its marks; ink may have made one letter of the rest.
bool IsEndOf(const std::string& seen, const std::string& whole) {
  constexpr size_t kShortest = 3;
  if (whole.find(' ') != std::string::npos || Length(whole) < kShortest || seen.empty() || !IsUpper(seen)) return false;
  const std::u32string letters = ToCodePoints(ToLower(seen)), word = ToCodePoints(ToLower(whole));
  if (letters.size() >= word.size() || letters.find(U' ') != std::u32string::npos) return false;
  const std::u32string behind = letters.substr(letters.size() > 1 ? 1 : 0);
  return word.ends_with(letters) || word.ends_with(behind);
}

// What follows the consonants that a word begins with, with its marks: "Lê" → "ê".
std::string Rhyme(const std::string& word) {
  const std::u32string points = ToCodePoints(ToLower(word));
  size_t at = 0;
  while (at < points.size() && std::string_view("aeiouy").find(StripDiacritics(FromCodePoints({points[at]}))) == std::string_view::npos)
    ++at;
  return FromCodePoints(points.substr(at));
}

std::string WithoutTone(const std::string& word) {
  std::u32string points = ToCodePoints(word);
  std::transform(points.begin(), points.end(), points.begin(), LetterWithoutTone);
  return FromCodePoints(points);
}

// Capitals, but for one letter whose small form looks like its capital ("Bí THƯ"), or one that the pen spoilt among many ("ThIỆU
// TRƯỞNG").
bool LooksUpper(const std::string& text) {
  constexpr size_t kMany = 9;
  if (IsUpper(text)) return true;
  std::u32string points = ToCodePoints(text);
  const auto small = [](char32_t c) { return FromCodePoints({c}) != ToUpper(FromCodePoints({c})); };
  if (points.size() < 5 || std::count_if(points.begin(), points.end(), small) != 1) return false;
  if (points.size() >= kMany) return true;
  const char32_t letter = *std::find_if(points.begin(), points.end(), small);
  return std::string_view("icosuvwxz").find(StripDiacritics(FromCodePoints({letter}))) != std::string_view::npos;
}

}  // namespace

std::vector<std::string> WordsOf(const std::string& text) {
  std::vector<std::string> words;
  for (size_t at = 0; at < text.size();) {
    const size_t blank = std::min(text.find(' ', at), text.size());
    if (blank > at) words.push_back(text.substr(at, blank - at));
    at = blank + 1;
  }
  return words;
}

std::optional<KnownTitle> TitleOf(const std::string& line, const RuleSet& rules) {
  // As printed, or longer without its marks: "PHÓ BÍ THƯ THƯỜNG TRƯC" is not "Phó Bí thư".
  const std::vector<ListEntry>& titles = rules.Entries("signer_titles");
  const std::string folded = FoldKey(line), bare = StripDiacritics(line);
  std::optional<KnownTitle> longest;
  const auto take_first = [&](const std::string& own, std::string ListEntry::*form) {
    const auto known = std::find_if(titles.begin(), titles.end(), [&](const ListEntry& title) { return BeginsWith(own, title.*form); });
    if (known == titles.end() || (longest && known->length <= longest->length)) return;
    longest = KnownTitle{known->text, known->length};
  };
  take_first(folded, &ListEntry::folded);
  take_first(bare, &ListEntry::bare);
  if (longest) return longest;
  const std::u32string letters = ToCodePoints(OnceEach(bare));
  std::optional<KnownTitle> nearest;
  size_t best = 0;
  for (const ListEntry& known : titles) {
    const size_t limit = known.length / 5, distance = EditDistance(letters, known.letters, limit);
    if (distance > limit || (nearest && distance >= best)) continue;
    nearest = KnownTitle{known.text, Length(line)};
    best = distance;
  }
  return nearest;
}

std::optional<std::string> TitleAtEnd(const std::string& line, const RuleSet& rules) {
  const std::vector<std::string> words = WordsOf(line);
  if (words.empty() || !IsUpper(words.back()) || BareLetters(words.back()).size() < 2) return std::nullopt;
  std::optional<std::string> whole, by_last_word;
  size_t ends_alike = 0;
  for (const std::string& known : rules.List("signer_titles")) {
    if (rules.First("deputy_title", known)) continue;
    if ((!whole || known.size() > whole->size()) && EndsWithTitle(words, known)) whole = known;
    if (BareLetters(LastWord(known)) != BareLetters(words.back())) continue;
    const std::string seen = BeforeLastWord(line), before = BeforeLastWord(known);
    if (!IsRemainderOf(BareLetters(seen), BareLetters(before)) && !IsEndOf(seen, before)) continue;
    by_last_word = known;
    ++ends_alike;
  }
  if (whole) return whole;
  return ends_alike == 1 ? by_last_word : std::nullopt;
}

std::optional<std::string> DeputyOf(const std::string& title, const RuleSet& rules) {
  for (const std::string& known : rules.List("signer_titles")) {
    const auto deputy = rules.First("deputy_title", known);
    if (!deputy) continue;
    const std::string of = deputy->Has("of") ? deputy->Get("of") : Normalise(known.substr(deputy->span.end));
    if (FoldKey(of) == FoldKey(title)) return known;
  }
  return std::nullopt;
}

bool FitsDeputy(const std::string& line, const std::string& deputy, const RuleSet& rules) {
  constexpr size_t kFewest = 5;  // letters that can tell the end of a title
  const std::string seen = OnceEach(BareLetters(line)), whole = OnceEach(BareLetters(deputy));
  for (const std::string& known : rules.List("signer_titles")) {
    if (known != deputy && seen.starts_with(OnceEach(BareLetters(known)))) return false;
  }
  if (EditDistance(seen, whole, whole.size() / 2) <= whole.size() / 2) return true;
  const std::string first = deputy.substr(0, deputy.find(' '));
  if (BareLetters(line.substr(0, line.find(' '))) == BareLetters(first)) return true;
  if (seen.size() < kFewest) return false;
  const size_t limit = 2 * seen.size() / 5, shortest = OnceEach(BareLetters(LastWord(deputy))).size();
  for (size_t from = 0; from + shortest < whole.size(); ++from) {
    if (EditDistance(seen, whole.substr(from), limit) <= limit) return true;
  }
  return false;
}

namespace {

// "TỔ CHỨC - HÀNH CHÍNH" → "Tổ chức - Hành chính", "SỞ Y TẾ" → "Sở Y tế", "UBND TỈNH" → "UBND tỉnh": the office behind a title, as
// its name is written (Nghị định 30/2020/NĐ-CP, annex II); in capitals nothing tells more.
std::string UnitInNormalCase(const std::string& title, const std::string& printed, const RuleSet& rules) {
  const std::string folded = FoldKey(Trimmed(printed));
  if (folded.empty()) return "";
  // "Trưởng phòng" | "KINH TẾ, HẠ TẦNG VÀ ĐÔ THỊ": Phòng Kinh tế, …
  const std::string headed = FoldKey(title.substr(title.rfind(' ') + 1)) + " " + folded;
  for (const AgencyEntry& agency : rules.agencies()) {
    const std::string name = FoldKey(agency.name);
    if (name == folded) return agency.name;
    if (name == headed) return agency.name.substr(agency.name.find(' ') + 1);
  }
  for (const std::string& kind : rules.List("unit_kinds")) {  // "TRƯỞNG CÔNG AN" | "XÃ", "HUYỆN VÂN ĐỒN"
    const std::string key = FoldKey(kind);
    if (folded != key && !folded.starts_with(key + " ")) continue;
    std::string unit = kind;
    std::vector<std::string> words = WordsOf(printed);
    words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(WordsOf(kind).size()));
    for (const std::string& word : words) unit += " " + Capitalise(ToLower(word));
    return unit;
  }
  const std::vector<std::string>& heads = rules.List("title_offices");
  const auto is_head = [&](const std::string& name) { return std::find(heads.begin(), heads.end(), name) != heads.end(); };
  std::string text;
  for (const std::string& word : WordsOf(printed)) {
    const bool abbreviation = BareLetters(word).size() > 1 && !IsSyllable(FoldKey(Trimmed(word)));
    const bool begins = text.empty() || text.ends_with("-") || text.ends_with("–") || text.ends_with(",") || is_head(text);
    text += (text.empty() ? "" : " ") + (abbreviation ? word : begins ? Capitalise(ToLower(word)) : ToLower(word));
  }
  return text;
}

}  // namespace

std::string TitleInNormalCase(const std::string& title, const RuleSet& rules) {
  const auto known = TitleOf(title, rules);
  const std::u32string points = ToCodePoints(title);
  std::string text = known ? known->title : "";
  if (known && known->length < points.size()) {
    // "UBND THẲẰNHphớ" → "UBND thành phố"
    const std::string rest = OnceEach(BareLetters(FromCodePoints(points.substr(known->length))));
    for (const std::string& place : rules.List("title_places")) {
      const size_t limit = place.size() / 6;
      if (EditDistance(rest, OnceEach(BareLetters(place)), limit) <= limit) return Capitalise(text + " " + place);
    }
  }
  const std::u32string behind = points.substr(known ? std::min(points.size(), known->length) : 0);
  const std::vector<std::string> words = WordsOf(FromCodePoints(behind));
  if (known && words.size() > 1 && FoldKey(words.front()) == "kiêm") {  // PHÓ CHỈ HUY TRƯỞNG KIÊM THAM MƯU TRƯỞNG
    std::string second;
    for (size_t i = 1; i < words.size(); ++i) second += (second.empty() ? "" : " ") + words[i];
    return Capitalise(Normalise(text + " kiêm " + TitleInNormalCase(second, rules)));
  }
  if (const auto field = rules.First("title_field", title); known && field && field->Has("title") && !words.empty()) {  // PHÓ GIÁM ĐỐC PHỤ TRÁCH CHUYÊN MÔN
    const size_t charge = field->groups.at("title").end;
    return Normalise(TitleInNormalCase(title.substr(0, charge), rules) + " " + ToLower(title.substr(charge)));
  }
  const std::string rest = UnitInNormalCase(known ? known->title : "", FromCodePoints(behind), rules);
  text += (text.empty() || rest.empty() ? "" : " ") + rest;
  return Capitalise(Normalise(text));
}

std::string MendedBody(const std::string& body, const RuleSet& rules) {
  constexpr size_t kLetters = 6;  // one misread letter for each so many
  const std::u32string read = ToCodePoints(StripDiacritics(body));
  for (const ListEntry& known : rules.Entries("authority_bodies")) {
    const std::u32string letters = ToCodePoints(known.bare);
    const size_t limit = letters.size() / kLetters;
    if (read != letters && EditDistance(read, letters, limit) <= limit) return ToUpper(known.text);
  }
  return body;
}

bool IsBody(const std::string& text, const RuleSet& rules) {
  const std::vector<ListEntry>& bodies = rules.Entries("authority_bodies");
  const std::string letters = StripDiacritics(text);
  return std::any_of(bodies.begin(), bodies.end(), [&](const ListEntry& body) { return letters == body.bare; });
}

bool HasFamilyName(const std::string& name, const RuleSet& rules) {
  const std::string first = FoldKey(name.substr(0, name.find(' ')));
  const auto is_first = [&](const ListEntry& family) { return family.folded == first; };
  const std::vector<ListEntry>&known = rules.Entries("family_names"), &rare = rules.Entries("rare_family_names");
  return std::any_of(known.begin(), known.end(), is_first) || std::any_of(rare.begin(), rare.end(), is_first);
}

namespace {

// "Nguy" may be what ink left of "Nguyễn".
bool IsCutFrom(const std::string& read, const std::string& family) {
  constexpr size_t kFewest = 3, kHidden = 2;
  const std::string letters = StripDiacritics(read), whole = StripDiacritics(family);
  return Length(letters) >= kFewest && whole.size() >= letters.size() + kHidden && whole.starts_with(letters);
}

}  // namespace

std::string WithLikelyFamilyName(const std::string& name, const RuleSet& rules) {
  constexpr size_t kOtherTone = 15, kOtherLetter = 10;  // places of the list
  const size_t end = std::min(name.find(' '), name.size());
  if (HasFamilyName(name, rules)) return name;
  const std::string mended = WithFamilyName(name, rules), rhyme = Rhyme(name.substr(0, end)), letters = StripDiacritics(name.substr(0, end));
  const std::string near = mended.substr(0, mended.find(' '));
  // Of the names that rhyme, and of the nearest one, the commonest with the most of its letters: common names begin the list.
  const std::vector<std::string>& families = rules.List("family_names");
  std::string best;
  size_t least = families.size() + kOtherTone;
  for (size_t i = 0; i < families.size() && !rhyme.empty(); ++i) {
    const std::string other = Rhyme(families[i]);
    const bool cut = IsCutFrom(name.substr(0, end), families[i]);
    if (families[i] != near && !cut && WithoutTone(other) != WithoutTone(rhyme)) continue;
    const size_t others = cut ? 0 : EditDistance(StripDiacritics(families[i]), letters, letters.size());
    const size_t place = i + (other == rhyme ? 0 : kOtherTone) + kOtherLetter * others;
    if (place >= least) continue;
    best = families[i];
    least = place;
  }
  return best.empty() ? mended : best + name.substr(end);
}

namespace {

// The one family's name that differs from the first word by at most so many letters, and by marks.
std::string WithFamilyNameAt(const std::string& name, const RuleSet& rules, size_t most_letters) {
  constexpr size_t kLong = 5, kLonger = 6;
  const size_t end = std::min(name.find(' '), name.size());
  const std::string first = name.substr(0, end);
  if (HasFamilyName(name, rules)) return name;
  for (size_t letters = 0; letters <= most_letters; ++letters) {
    std::vector<std::string> alike;
    for (const std::string& family : rules.List("family_names")) {
      const size_t most = Length(family) < kLong ? 0 : Length(family) < kLonger ? 1 : 2;
      const size_t limit = std::min(letters, most);
      if (EditDistance(StripDiacritics(family), StripDiacritics(first), limit) <= limit)
        alike.push_back(family);
    }
    if (alike.size() == 1) return alike.front() + name.substr(end);
    if (!alike.empty()) break;
  }
  return name;
}

}  // namespace

std::string WithFirstLetter(const std::string& name, const RuleSet& rules) {
  constexpr size_t kTelling = 3;  // letters behind the first
  const size_t end = std::min(name.find(' '), name.size());
  const std::u32string first = ToCodePoints(name.substr(0, end));
  if (first.size() <= kTelling || IsSyllable(FoldKey(name.substr(0, end)))) return name;
  const std::string* meant = nullptr;
  for (const std::string& family : rules.List("family_names")) {
    const std::u32string known = ToCodePoints(family);
    if (known.size() != first.size() || known.substr(1) != first.substr(1)) continue;
    if (meant != nullptr) return name;
    meant = &family;
  }
  return meant == nullptr ? name : *meant + name.substr(end);
}

std::string WithFamilyName(const std::string& name, const RuleSet& rules) { return WithFamilyNameAt(name, rules, 2); }

std::string WithMarkedFamilyName(const std::string& name, const RuleSet& rules) { return WithFamilyNameAt(name, rules, 0); }

std::string Trimmed(const std::string& text) {
  std::u32string points = ToCodePoints(text);
  const auto is_letter = [](char32_t c) {
    const std::string one = FromCodePoints({c});
    return ToLower(one) != ToUpper(one);
  };
  points.erase(points.begin(), std::find_if(points.begin(), points.end(), is_letter));
  points.erase(std::find_if(points.rbegin(), points.rend(), is_letter).base(), points.end());
  return FromCodePoints(points);
}

std::optional<KnownTitle> TitleLine(const std::string& line, const RuleSet& rules) {
  const std::string text = Trimmed(line);
  const auto known = TitleOf(text, rules);
  return known && LooksUpper(FromCodePoints(ToCodePoints(text).substr(0, known->length))) ? known : std::nullopt;
}

}  // namespace trichluc
