#include "repair/sequence.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "repair/doubts.h"
#include "repair/tokens.h"
#include "text/text.h"

namespace trichluc {
namespace {

enum class Case { kNone, kLower, kTitle, kUpper, kMixed };

struct Seen {
  int index;  // in PageReading::words
  WordParts parts;
  Case letters = Case::kNone;  // kNone: no letters, or others beside them
  std::string folded;
  bool ends = false;  // a sentence
  bool in_cell = false;
};

Case CaseOf(const std::string& core) {
  if (!IsLetters(core)) return Case::kNone;
  if (IsUpper(core)) return Length(core) == 1 ? Case::kTitle : Case::kUpper;
  if (ToLower(core) == core) return Case::kLower;
  return Capitalise(ToLower(core)) == core ? Case::kTitle : Case::kMixed;
}

// The next word of a text stands right of this one, or at the beginning of the next line.
bool Continues(const Word& before, const Word& word) {
  if (before.grid != word.grid || before.cell != word.cell) return false;
  const int height = std::max(before.box.bottom - before.box.top, word.box.bottom - word.box.top);
  const bool beside = word.box.CentreY() < before.box.bottom && word.box.CentreY() > before.box.top;
  if (beside) return word.box.left > before.box.left && word.box.left - before.box.right < 4 * height;
  return word.box.top > before.box.top && word.box.top - before.box.bottom < 2 * height;
}

bool IsNumeral(const std::string& core) { return core.find_first_not_of("IVXLC") == std::string::npos; }

bool HasVowel(const std::string& folded) {
  return StripDiacritics(folded).find_first_of("aeiouy") != std::string::npos;
}

// What a word may become: nothing else, what the engine saw itself, also words that differ in their marks
// alone, those and nothing else, anything.
enum class Freedom { kNone, kSeen, kMarks, kMarksAlone, kAny };

class Run {
 public:
  Run(std::vector<Seen> words, const std::vector<std::string>& family_names)
      : words_(std::move(words)), family_names_(family_names) {}

  size_t size() const { return words_.size(); }
  const Seen& at(size_t i) const { return words_[i]; }

  Freedom MayChange(size_t i) const {
    const Seen& word = words_[i];
    if (!HasVowel(word.folded)) return Freedom::kNone;
    switch (word.letters) {
      case Case::kLower:
        if (BeforeName(i)) return Freedom::kNone;
        return Length(word.folded) > 1 || (word.folded.size() > 1 && LowerBeside(i)) ? Freedom::kAny
                                                                                     : Freedom::kNone;
      case Case::kTitle:
        if (Length(word.folded) < 2 || OfPerson(i)) return Freedom::kNone;
        if (InName(i)) return Freedom::kSeen;
        return OfPlace(i) ? Freedom::kMarksAlone : Freedom::kMarks;
      case Case::kUpper:
        return !IsNumeral(word.parts.core) && InCapitals(i) && !OfSchool(i) ? Freedom::kMarks : Freedom::kNone;
      default:
        return Freedom::kNone;
    }
  }

 private:
  Case CaseBefore(size_t i) const {
    return i == 0 || words_[i - 1].ends ? Case::kNone : words_[i - 1].letters;
  }
  Case CaseBehind(size_t i) const {
    return i + 1 >= words_.size() || words_[i].ends ? Case::kNone : words_[i + 1].letters;
  }
  bool LowerBeside(size_t i) const {
    return words_[i].parts.after.empty() && CaseBefore(i) == Case::kLower && CaseBehind(i) == Case::kLower;
  }
  static bool Named(Case letters) { return letters == Case::kTitle || letters == Case::kMixed; }
  bool InName(size_t i) const { return Named(CaseBefore(i)) || Named(CaseBehind(i)); }
  // Behind what kind of unit it is the name of: no other name for a letter ("thành phố Rạc 1 Giá" is not Bạc).
  bool OfPlace(size_t i) const {
    static const std::array<std::string, 9> kUnits = {"tỉnh", "phố", "huyện", "quận", "xã", "phường", "trấn", "thôn", "ấp"};
    return i > 0 && !words_[i - 1].ends && words_[i - 1].letters == Case::kLower &&
           std::find(kUnits.begin(), kUnits.end(), words_[i - 1].folded) != kUnits.end();
  }
  // "bình Quang Thiệu": alone before two or three capitalised words of a line that stands by itself: the first name of a person, whose
  // capital ink took.
  bool BeforeName(size_t i) const {
    if (words_[i].in_cell || CaseBefore(i) != Case::kNone) return false;
    const size_t left = words_.size() - i - 1;
    return (left == 2 || left == 3) && std::all_of(words_.begin() + static_cast<std::ptrdiff_t>(i) + 1, words_.end(),
                                                   [](const Seen& word) { return Named(word.letters) && !word.ends; });
  }
  // In the run of capitalised words that begins with a family name or stands behind ông, bà, đồng chí.
  bool OfPerson(size_t i) const {
    size_t first = i;
    while (first > 0 && Named(CaseBefore(first))) --first;
    if (first > 0) {
      const std::string& before = words_[first - 1].folded;
      if (before == "ông" || before == "bà" || before == "chí" || before == "đc") return true;
    }
    if (!InName(i)) return false;
    for (size_t at = first; at <= i; ++at) {
      if (std::find(family_names_.begin(), family_names_.end(), words_[at].folded) != family_names_.end())
        return true;
    }
    return false;
  }
  // In capitals alone, also of one letter ("SỞ Y TẾ").
  bool Capital(size_t i) const {
    const Seen& word = words_[i];
    return word.letters == Case::kUpper || (word.letters == Case::kTitle && Length(word.parts.core) == 1);
  }
  // Among other words in capitals that do not begin like a person's name.
  bool InCapitals(size_t i) const {
    size_t first = i, last = i;
    while (first > 0 && !words_[first - 1].ends && Capital(first - 1)) --first;
    while (last + 1 < words_.size() && !words_[last].ends && Capital(last + 1)) ++last;
    if (last == first) return false;
    const bool name = last - first < 5 && std::find(family_names_.begin(), family_names_.end(),
                                                    words_[first].folded) != family_names_.end();
    return !name;
  }

  // "TRƯỜNG THPT NGUYỄN CÔNG TRỨ", "BỆNH VIỆN NGUYỄN TRI PHƯƠNG": the person whom a house is called after, up to three words behind the family.
  bool OfSchool(size_t i) const {
    static const std::array<std::string, 7> kKinds = {"thpt", "thcs", "th", "học", "thông", "non", "viện"};
    for (size_t family = i; family > 0 && i - family <= 3; --family) {
      if (words_[family - 1].ends || !Capital(family)) return false;
      if (Length(words_[family].folded) < 2) continue;  // BỆNH VIỆN Y HỌC CỔ TRUYỀN
      const bool behind = std::find(kKinds.begin(), kKinds.end(), words_[family - 1].folded) != kKinds.end();
      if (behind && std::find(family_names_.begin(), family_names_.end(), words_[family].folded) != family_names_.end()) return true;
    }
    return false;
  }

  std::vector<Seen> words_;
  const std::vector<std::string>& family_names_;
};

// The letters alone, each once where it stands twice ("Củúm").
std::string BareLetters(const std::string& word) {
  std::string letters = StripDiacritics(word);
  letters.erase(std::unique(letters.begin(), letters.end()), letters.end());
  return letters;
}

bool Allowed(const Candidate& option, const std::string& read, Freedom freedom) {
  if (freedom == Freedom::kAny || option.word == read) return true;
  if (freedom != Freedom::kMarksAlone && option.seen < 0 && option.seen > kUnseen) return true;
  return (freedom == Freedom::kMarks || freedom == Freedom::kMarksAlone) && BareLetters(option.word) == BareLetters(read);
}

constexpr double kLeastSeen = -5;  // log odds
constexpr double kLogChanceOfSeen =
    -9;  // that the word is read as another, where no list of confusions tells

// What the engine saw of each option, and the words that only it knows of.
void AddSeen(const Seen& seen, const Word& word, CandidateMaker* candidates,
             std::vector<Candidate>* options) {
  std::map<std::string, double> odds =
      SeenInstead(word, Length(seen.parts.before), Length(seen.parts.after), kLeastSeen);
  for (size_t i = 1; i < options->size(); ++i) {
    Candidate& option = (*options)[i];
    const auto found = odds.find(option.word);
    option.seen = found != odds.end() ? found->second : option.unseen;
    if (found != odds.end()) odds.erase(found);
  }
  for (const auto& [other, chance] : odds) {
    if (other != seen.folded && candidates->Knows(other))
      options->push_back({other, candidates->AsRead(other).known, kLogChanceOfSeen, chance});
  }
}

// TokensOf the word, which for letters alone is known already.
std::vector<std::string> TokensIn(const Seen& seen, const Word& word) {
  if (seen.letters == Case::kNone) return TokensOf(word.text);
  std::vector<std::string> tokens = {seen.folded};
  if (seen.ends) tokens.emplace_back(kSentenceEnd);
  return tokens;
}

// `open` as in SequencesOf; empty: all.
Sequence SlotsOf(const Run& run, const PageReading& reading, bool doubted, const std::vector<bool>& open,
                 CandidateMaker* candidates) {
  Sequence slots;
  for (size_t i = 0; i < run.size(); ++i) {
    const Seen& seen = run.at(i);
    const Word& word = reading.words[static_cast<size_t>(seen.index)];
    for (const std::string& token : TokensIn(seen, word)) {
      const bool end = token == kSentenceEnd;
      slots.push_back({end ? -1 : seen.index, word.confidence, doubted, false, {candidates->AsRead(token)}});
      const Freedom freedom = run.MayChange(i);
      if (end || token != seen.folded || freedom == Freedom::kNone) continue;
      if (!open.empty() && !open[slots.size() - 1]) continue;
      slots.back().name = freedom == Freedom::kSeen;
      std::vector<Candidate>& options = slots.back().options;
      const std::vector<Candidate>& others = candidates->For(token);
      options.insert(options.end(), others.begin(), others.end());
      if (doubted) AddSeen(seen, word, candidates, &options);
      // Names change by what the engine saw of them, or by what the file says.
      const Freedom here = freedom == Freedom::kSeen && !open.empty() ? Freedom::kMarks : freedom;
      std::erase_if(options, [&](const Candidate& other) { return !Allowed(other, token, here); });
    }
  }
  return slots;
}

void ForEachRun(const PageReading& reading, const std::function<void(std::vector<Seen>)>& each) {
  std::vector<Seen> run;
  for (size_t i = 0; i < reading.words.size(); ++i) {
    const Word& word = reading.words[i];
    if (i > 0 && !Continues(reading.words[i - 1], word)) each(std::exchange(run, {}));
    Seen seen{static_cast<int>(i), SplitWord(word.text)};
    seen.letters = CaseOf(seen.parts.core);
    if (seen.letters != Case::kNone) seen.folded = FoldKey(seen.parts.core);
    seen.ends = seen.parts.after.find_first_of(".;:!?") != std::string::npos;
    seen.in_cell = word.cell >= 0;
    run.push_back(std::move(seen));
  }
  if (!run.empty()) each(std::move(run));
}

std::vector<std::string> TokensOfRun(const std::vector<Seen>& run, const PageReading& reading) {
  std::vector<std::string> tokens;
  for (const Seen& seen : run) {
    for (std::string& token : TokensIn(seen, reading.words[static_cast<size_t>(seen.index)]))
      tokens.push_back(std::move(token));
  }
  return tokens;
}

}  // namespace

std::vector<Sequence> SequencesOf(const PageReading& reading, const std::vector<std::string>& family_names,
                                  CandidateMaker* candidates,
                                  const OpenTokens& open) {
  std::vector<Sequence> sequences;
  const bool doubted = std::any_of(reading.words.begin(), reading.words.end(),
                                   [](const Word& word) { return !word.doubts.empty(); });
  ForEachRun(reading, [&](std::vector<Seen> run) {
    const std::vector<bool> may = open ? open(TokensOfRun(run, reading)) : std::vector<bool>();
    if (open && std::find(may.begin(), may.end(), true) == may.end()) return;
    sequences.push_back(SlotsOf(Run(std::move(run), family_names), reading, doubted, may, candidates));
  });
  return sequences;
}

void ForEachToken(const PageReading& reading, const std::function<void(const std::string& token, const Word* word)>& each) {
  ForEachRun(reading, [&](const std::vector<Seen>& run) {
    for (const Seen& seen : run) {
      const Word& word = reading.words[static_cast<size_t>(seen.index)];
      for (const std::string& token : TokensIn(seen, word)) each(token, token == kSentenceEnd ? nullptr : &word);
    }
    each(std::string(kSentenceEnd), nullptr);
  });
}

}  // namespace trichluc
