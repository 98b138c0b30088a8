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
  return false;
}

// Of a title's first words a few letters are left, in order, the first among them.
bool IsRemainderOf(const std::string& seen, const std::string& whole) {
  if (seen.empty() || whole.empty() || seen.front() != whole.front()) return false;
  size_t at = 0;
  for (char letter : whole) at += at < seen.size() && letter == seen[at] ? 1 : 0;
  return at == seen.size();
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
  for (const auto fold : {FoldKey, StripDiacritics}) {
    const std::string folded = fold(line) + " ";
    for (const std::string& known : rules.List("signer_titles")) {
      if (folded.rfind(fold(known) + " ", 0) == 0) return KnownTitle{known, Length(known)};
    }
  }
  const std::string bare = OnceEach(StripDiacritics(line));
  std::optional<KnownTitle> nearest;
  size_t best = 0;
  for (const std::string& known : rules.List("signer_titles")) {
    const size_t limit = Length(known) / 5,
                 distance = EditDistance(bare, OnceEach(StripDiacritics(known)), limit);
    if (distance > limit || (nearest && distance >= best)) continue;
    nearest = KnownTitle{known, Length(line)};
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
    if (!IsRemainderOf(BareLetters(BeforeLastWord(line)), BareLetters(BeforeLastWord(known)))) continue;
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

std::string TitleInNormalCase(const std::string& title, const RuleSet& rules) {
  const auto known = TitleOf(title, rules);
  const std::u32string points = ToCodePoints(title);
  std::string text = known ? known->title : "";
  for (const std::string& word :
       WordsOf(FromCodePoints(points.substr(known ? std::min(points.size(), known->length) : 0)))) {
    const bool abbreviation = BareLetters(word).size() > 1 && !IsSyllable(FoldKey(word));
    text += (text.empty() ? "" : " ") + (abbreviation ? word : ToLower(word));
  }
  return Capitalise(Normalise(text));
}

bool HasFamilyName(const std::string& name, const RuleSet& rules) {
  const std::string first = FoldKey(name.substr(0, name.find(' ')));
  const std::vector<std::string>& known = rules.List("family_names");
  return std::any_of(known.begin(), known.end(),
                     [&](const std::string& family) { return FoldKey(family) == first; });
}

std::string WithFamilyName(const std::string& name, const RuleSet& rules) {
  constexpr size_t kLong = 5, kLonger = 6;
  const size_t end = std::min(name.find(' '), name.size());
  const std::string first = name.substr(0, end);
  if (HasFamilyName(name, rules)) return name;
  for (const size_t letters : {0, 1, 2}) {
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

}  // namespace trichluc
