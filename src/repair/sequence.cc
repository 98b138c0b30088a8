#include "repair/sequence.h"

#include <algorithm>

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

class Run {
 public:
  Run(std::vector<Seen> words, const std::vector<std::string>& family_names)
      : words_(std::move(words)), family_names_(family_names) {}

  size_t size() const { return words_.size(); }
  const Seen& at(size_t i) const { return words_[i]; }

  bool MayChange(size_t i) const {
    const Seen& word = words_[i];
    if (!HasVowel(word.folded)) return false;
    switch (word.letters) {
      case Case::kLower:
        return Length(word.folded) > 1 || (word.folded.size() > 1 && LowerBeside(i));
      case Case::kTitle:
        return Length(word.folded) > 1 && !InName(i);
      case Case::kUpper:
        return !IsNumeral(word.parts.core) && InCapitals(i);
      default:
        return false;
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
  bool InName(size_t i) const {
    const auto named = [](Case letters) { return letters == Case::kTitle || letters == Case::kMixed; };
    if (named(CaseBefore(i)) || named(CaseBehind(i))) return true;
    if (i == 0) return false;
    const std::string& before = words_[i - 1].folded;
    return before == "ông" || before == "bà" || before == "chí" || before == "đc";
  }
  // Among other words in capitals that do not begin like a person's name.
  bool InCapitals(size_t i) const {
    size_t first = i, last = i;
    while (first > 0 && CaseBefore(first) == Case::kUpper) --first;
    while (CaseBehind(last) == Case::kUpper) ++last;
    if (last == first) return false;
    const bool name = last - first < 5 && std::find(family_names_.begin(), family_names_.end(),
                                                    words_[first].folded) != family_names_.end();
    return !name;
  }

  std::vector<Seen> words_;
  const std::vector<std::string>& family_names_;
};

Candidate AsRead(const std::string& token) { return {token, HashOf(token), 0}; }

Sequence SlotsOf(const Run& run, const PageReading& reading, CandidateMaker* candidates) {
  Sequence slots;
  for (size_t i = 0; i < run.size(); ++i) {
    const Seen& seen = run.at(i);
    const Word& word = reading.words[static_cast<size_t>(seen.index)];
    for (const std::string& token : TokensOf(word.text)) {
      const bool end = token == kSentenceEnd;
      slots.push_back({end ? -1 : seen.index, word.confidence, {AsRead(token)}});
      if (end || token != seen.folded || !run.MayChange(i)) continue;
      const bool marks_only = seen.letters != Case::kLower;
      for (const Candidate& other : candidates->For(token)) {
        if (marks_only && StripDiacritics(other.word) != StripDiacritics(token)) continue;
        slots.back().options.push_back(other);
      }
    }
  }
  return slots;
}

}  // namespace

std::vector<Sequence> SequencesOf(const PageReading& reading, const std::vector<std::string>& family_names,
                                  CandidateMaker* candidates) {
  std::vector<Sequence> sequences;
  std::vector<Seen> run;
  const auto close = [&] {
    if (!run.empty()) sequences.push_back(SlotsOf(Run(std::move(run), family_names), reading, candidates));
    run.clear();
  };
  for (size_t i = 0; i < reading.words.size(); ++i) {
    const Word& word = reading.words[i];
    if (i > 0 && !Continues(reading.words[i - 1], word)) close();
    Seen seen{static_cast<int>(i), SplitWord(word.text)};
    seen.letters = CaseOf(seen.parts.core);
    if (seen.letters != Case::kNone) seen.folded = FoldKey(seen.parts.core);
    seen.ends = seen.parts.after.find_first_of(".;:!?") != std::string::npos;
    run.push_back(std::move(seen));
  }
  close();
  return sequences;
}

}  // namespace trichluc
