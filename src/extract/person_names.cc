#include "extract/person_names.h"

#include <algorithm>

#include "extract/titles.h"
#include "text/syllable.h"
#include "text/text.h"
#include "text/unicode.h"

namespace trichluc {
namespace {

constexpr double kSureFamily = 0.85;  // confidence of a family's name that is not mended but by its marks
constexpr double kCalm = 0.9;         // and of a word whose letters may be of the wrong case, under ink

bool AllSyllables(const std::string& name) {
  const std::vector<std::string> words = WordsOf(name);
  return std::all_of(words.begin(), words.end(),
                     [](const std::string& word) { return IsSyllable(FoldKey(word)); });
}

// "lLêHoàngVinh", in heavy print: a word that is cut before its capitals into a family's name and syllables.
std::optional<std::string> GluedName(const ViewLine& line, const RuleSet& rules) {
  for (const Word& word : line.line.words) {
    const auto match = rules.First("glued_name", word.text);
    if (!match) continue;
    std::string name;
    for (const char32_t letter : ToCodePoints(match->Get("name"))) {
      const std::string one = FromCodePoints({letter});
      name += (!name.empty() && IsUpper(one) ? " " : "") + one;
    }
    if (HasFamilyName(name, rules) && AllSyllables(name)) return name;
  }
  return std::nullopt;
}

// Without the strokes of a pen that cross the line, which are far higher than its words and hold no letter, and what the engine hardly
// read behind a name: "Đinh 7 Công Thiệp", "Lương Thị Ánh Sương an".
ViewLine WithoutStrokes(const ViewLine& printed) {
  constexpr double kHigh = 2, kHardlyRead = 0.25;
  constexpr size_t kWholeName = 3;
  ViewLine line = printed;
  std::vector<int> heights;
  for (const Word& word : line.line.words) heights.push_back(word.box.Height());
  if (heights.empty()) return line;
  const auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
  std::nth_element(heights.begin(), middle, heights.end());
  const double usual = *middle;
  const auto strokes = std::erase_if(line.line.words, [&](const Word& word) {
    const std::u32string letters = ToCodePoints(word.text);
    return word.box.Height() > kHigh * usual && std::none_of(letters.begin(), letters.end(), IsLetter);
  });
  size_t ends = 0;
  while (line.line.words.size() > kWholeName && line.line.words.back().confidence < kHardlyRead) line.line.words.pop_back(), ++ends;
  if (strokes + ends > 0) line.text = Normalise(line.line.Text());
  return line;
}

// "Nguyễn Vàn Khải" → "Nguyễn Văn Khải": a second of three names or more that is none but for a mark.
std::string WithMiddleName(const std::string& name, const RuleSet& rules) {
  std::vector<std::string> words = WordsOf(name);
  if (words.size() < 3) return name;
  const auto mended = rules.Full("middle_name", words[1]);
  if (!mended) return name;
  words[1] = mended->Get("name");
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

// "Lương Thị Ánh sương": of three syllables or more one alone begins small.
std::string WithOneCapitalMore(const std::string& name) {
  std::vector<std::string> words = WordsOf(name);
  const auto small = [](const std::string& word) { return !IsUpper(FromCodePoints(ToCodePoints(word).substr(0, 1))); };
  if (words.size() < 3 || small(words.front()) || std::count_if(words.begin(), words.end(), small) != 1 || !AllSyllables(name)) return name;
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + (small(word) ? Capitalise(word) : word);
  return text;
}

// The family's name mended; further where its own word is not sure.
std::string WithMendedFamily(const std::string& name, const ViewLine& line, const RuleSet& rules) {
  const std::string first = FoldKey(name.substr(0, name.find(' ')));
  const auto word = std::find_if(line.line.words.begin(), line.line.words.end(), [&](const Word& other) {
    return FoldKey(Trimmed(other.text)) == first;
  });
  const auto is_name_word = [&](const Word& other) { return rules.First("name_word", Trimmed(other.text)).has_value(); };
  // A rare family's name, read as clearly as can be, is no misread common one by more than its marks: "Luyện" is no "Nguyễn".
  constexpr double kClear = 0.96, kOfText = 0.99;  // the second: of text that stands in the file, where "Lường" is no "Lương"
  if (word != line.line.words.end() && word->confidence >= kOfText) return name;
  const bool clear = word != line.line.words.end() && word->confidence >= kClear && IsSyllable(first);
  if (clear) return WithMiddleName(WithMarkedFamilyName(name, rules), rules);
  // What no family of the lists is called is misread more often than it is one of them; a letter alone ("A Thuỳ Trang") is as it is.
  constexpr double kSureUnlisted = 0.93;
  const double enough = HasFamilyName(name, rules) || Length(first) == 1 ? kSureFamily : kSureUnlisted;
  const bool sure = word == line.line.words.end() || (word->confidence >= enough && is_name_word(*word));
  // Letters of a seal read before a name make words that are none: no family is guessed for those.
  return WithMiddleName(sure || !AllSyllables(name) ? WithFamilyName(name, rules) : WithLikelyFamilyName(name, rules), rules);
}

// "ly Bùi Đình Long", "TY Hoàng Thị Hạnh", "^ Tại từ Trần Đình Khoa": strokes, or a rank under them, read as words before a name that
// is read surely and begins with a family's.
std::optional<std::string> NameBehindStrokes(const ViewLine& line, const RuleSet& rules) {
  constexpr size_t kFewest = 3, kMostSure = 2;  // words; the last: of those before the name
  const std::vector<Word>& words = line.line.words;
  if (words.size() <= kFewest || words.front().confidence >= kSureFamily || HasFamilyName(words.front().text, rules)) return std::nullopt;
  size_t begin = 1;
  while (begin < words.size() && words[begin].confidence < kSureFamily) ++begin;
  if (std::any_of(words.begin() + static_cast<std::ptrdiff_t>(begin), words.end(), [](const Word& word) { return word.confidence < kSureFamily; }))
    return std::nullopt;
  for (size_t first = begin; first < begin + kMostSure && first + kFewest <= words.size(); ++first) {
    std::string text;
    for (size_t i = first; i < words.size(); ++i) text += (text.empty() ? "" : " ") + words[i].text;
    const auto whole = rules.Full("person_name", Normalise(text));
    if (whole && HasFamilyName(whole->Get("name"), rules)) return whole->Get("name");
  }
  return std::nullopt;
}

// "TT Hà Văn Lộc", "l Bùi Thị Hoa": one to three letters that are no family's name, before a name of three words or more that begins
// with one.
std::optional<std::string> NameBehindLetters(const ViewLine& line, const RuleSet& rules) {
  constexpr size_t kLongest = 3, kFewest = 4;
  constexpr double kLikely = 0.6;
  const std::vector<Word>& words = line.line.words;
  if (words.size() < kFewest || HasFamilyName(Trimmed(words.front().text), rules)) return std::nullopt;
  const std::string first = Trimmed(words.front().text);
  const bool letters = Length(first) <= kLongest && (!IsSyllable(FoldKey(first)) || words.front().confidence < kSureFamily);
  std::string text;
  for (size_t i = 1; i < words.size(); ++i) {
    if (words[i].confidence < kLikely) return std::nullopt;
    text += (text.empty() ? "" : " ") + words[i].text;
  }
  const auto whole = rules.Full("person_name", Normalise(text));
  return letters && whole && HasFamilyName(whole->Get("name"), rules) ? std::optional(whole->Get("name")) : std::nullopt;
}

// "Số Đão Ngọc Khoa Nam": an unsure word of a seal's letters before a whole name, which begins with a family's but for marks.
std::optional<ViewLine> WithoutFirstWord(const ViewLine& line, const RuleSet& rules) {
  constexpr size_t kFewest = 3, kLongest = 3;
  constexpr float kUnsure = 0.75f, kHardly = 0.5f;  // the second: before a name of two words
  const std::vector<Word>& words = line.line.words;
  if (words.size() < kFewest || words.front().confidence >= (words.size() > kFewest ? kUnsure : kHardly) || HasFamilyName(Trimmed(words.front().text), rules)) return std::nullopt;
  if (Length(Trimmed(words.front().text)) > kLongest) return std::nullopt;  // "Ngiyễn Hoàng Tùng"
  ViewLine rest = line;
  rest.line.words.erase(rest.line.words.begin());
  for (Word& word : rest.line.words) word.text = word.confidence < kCalm ? Capitalise(ToLower(word.text)) : word.text;
  rest.text = WithOneCapitalMore(Normalise(rest.line.Text()));
  const auto name = rules.Full("person_name", rest.text);
  if (!name) return std::nullopt;
  const std::string whole = name->Get("name");
  if (words.size() == kFewest) return HasFamilyName(whole, rules) ? std::optional(rest) : std::nullopt;
  if (HasFamilyName(WithMarkedFamilyName(whole, rules), rules)) return rest;
  // "uc boàn Hữu Vịnh": a family's name that the engine was not sure of, but for a letter
  const std::string first = whole.substr(0, whole.find(' ')), likely = WithLikelyFamilyName(whole, rules);
  const bool unsure = rest.line.words.front().confidence < kSureFamily;
  const bool near = EditDistance(StripDiacritics(first), StripDiacritics(likely.substr(0, likely.find(' '))), 1) <= 1;
  return unsure && near && HasFamilyName(likely, rules) ? std::optional(rest) : std::nullopt;
}

// Persons have names of two words only where the first is a family's.
bool IsWholeName(const std::string& name, const RuleSet& rules) {
  return HasFamilyName(name, rules) || (AllSyllables(name) && WordsOf(name).size() > 2);
}

// "Hồ Hồ Thị Xa Cam": the family's name, read once more in the pen's strokes before it.
std::string WithoutDouble(const std::string& name) {
  const size_t end = name.find(' ');
  const bool doubled = end != std::string::npos && name.compare(0, end + 1, name, end + 1, end + 1) == 0 && std::count(name.begin(), name.end(), ' ') > 2;
  return doubled ? name.substr(end + 1) : name;
}

}  // namespace

bool IsSureName(const ViewLine& line, const std::string& name) {
  constexpr double kSureFamily = 0.7, kTouching = 0.6;
  const std::vector<Word>& words = line.line.words;
  const std::string first = name.substr(0, name.find(' '));
  const auto word = std::find_if(words.begin(), words.end(), [&](const Word& other) { return Trimmed(other.text) == first; });
  if (word == words.end() || word->confidence < kSureFamily) return false;
  if (word == words.begin()) return true;
  const Word& before = *std::prev(word);
  const bool letters = before.box.Height() > word->box.Height() / 2 && !Trimmed(before.text).empty();
  return !letters || word->box.left - before.box.right > kTouching * word->box.Height();
}

std::optional<std::string> NameIn(const ViewLine& printed, const RuleSet& rules) {
  constexpr double kUnsure = 0.7;
  const ViewLine line = WithoutStrokes(printed);
  if (IsUpper(line.text) || rules.First("not_name", line.text)) return std::nullopt;
  if (auto name = NameBehindStrokes(line, rules)) return name;
  if (auto name = NameBehindLetters(line, rules)) return name;
  if (const auto rest = WithoutFirstWord(line, rules)) return NameIn(*rest, rules);
  std::string text = line.text;
  if (const auto rank = rules.First("name_rank", text)) text = Normalise(text.substr(rank->span.end));
  text = WithOneCapitalMore(Trimmed(WithMiddleName(WithFirstLetter(text, rules), rules)));
  if (const auto whole = rules.Full("person_name", text)) {
    const std::string name = WithoutDouble(WithMendedFamily(whole->Get("name"), line, rules));
    return IsWholeName(name, rules) ? std::optional<std::string>(name) : std::nullopt;
  }
  // A letter under ink may come out as a capital, and a capital as small: NguạFn, trà Văn Lộc.
  std::string calm;
  for (const Word& word : line.line.words) {
    calm +=
        (calm.empty() ? "" : " ") + (word.confidence < kCalm ? Capitalise(ToLower(word.text)) : word.text);
  }
  if (const auto whole = rules.Full("person_name", Normalise(calm))) {
    const bool sure = line.line.words.front().confidence >= kSureFamily;
    const std::string name = whole->Get("name"), mended = sure ? WithMarkedFamilyName(name, rules) : WithMendedFamily(name, line, rules);
    if (HasFamilyName(mended, rules)) return WithMiddleName(mended, rules);
  }
  std::vector<std::string> words;
  bool name = false;
  std::string before;  // what the pen left of the family's name: "Ngr yến" Văn Lộc
  bool cut = false;    // a capital goes on behind: "Vũ Tuân Nhữn.202U"
  for (const Word& word : line.line.words) {
    const bool part = word.confidence >= kUnsure && rules.First("name_word", word.text);
    if (name && !part) {
      cut = IsUpper(FromCodePoints(ToCodePoints(word.text).substr(0, 1))) && Length(Trimmed(word.text)) > 2;
      break;
    }
    if (part) {
      words.push_back(word.text);
    } else {
      const auto letters = rules.First("name_part", word.text);
      const bool goes_on = letters && letters->span.begin == 0 && !IsUpper(FromCodePoints(ToCodePoints(word.text).substr(0, 1)));
      before = !letters ? "" : (goes_on ? before : "") + letters->Get("part");
    }
    name = name || part;
  }
  if (words.empty()) return GluedName(line, rules);
  // With what stands before the sure words, or without: strokes read as letters begin no name.
  const auto named = [&](const std::string& first) -> std::optional<std::string> {
    std::string joined = first;
    for (const std::string& word : words) joined += (joined.empty() ? "" : " ") + word;
    const auto part = rules.Full("person_name", Normalise(joined));
    return part ? std::optional<std::string>(part->Get("name")) : std::nullopt;
  };
  const auto alone = named(""), with = before.empty() ? std::nullopt : named(Capitalise(ToLower(before)));
  if (alone && words.size() > 2 && HasFamilyName(*alone, rules)) return alone;
  for (const auto& found : {with, alone}) {
    if (!found) continue;
    const std::string mended = WithMendedFamily(*found, line, rules);
    if (HasFamilyName(mended, rules) && (!cut || WordsOf(mended).size() > 2)) return mended;
  }
  return std::nullopt;
}

std::optional<std::string> EndOfName(const ViewLine& line, const RuleSet& rules) {
  constexpr size_t kFewest = 2, kMost = 3;
  const std::vector<Word>& words = line.line.words;
  if (IsUpper(line.text) || rules.First("not_name", line.text)) return std::nullopt;
  size_t begin = words.size();
  while (begin > 0 && words[begin - 1].confidence >= kSureFamily && rules.Full("name_word", words[begin - 1].text) && IsSyllable(FoldKey(words[begin - 1].text))) --begin;
  if (begin == 0 || words.size() - begin < kFewest || words.size() - begin > kMost || words[begin - 1].confidence >= kSureFamily) return std::nullopt;
  std::string name;
  for (size_t i = begin; i < words.size(); ++i) name += (name.empty() ? "" : " ") + words[i].text;
  return name;
}

bool IsRareName(const ViewLine& line, const ViewLine* above, const RuleSet& rules) {
  constexpr double kSure = 0.85, kRoom = 1.5, kAligned = 0.05;
  if (above == nullptr || IsUpper(line.text) || line.top - above->bottom < kRoom * line.Height()) return false;
  return std::abs(line.Centre() - above->Centre()) < kAligned && MeanConfidence(line.line.words) >= kSure &&
         rules.Full("person_name", line.text);
}

}  // namespace trichluc
