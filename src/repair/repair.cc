#include "repair/repair.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <utility>

#include "base/files.h"
#include "repair/likeliest.h"
#include "repair/sequence.h"
#include "repair/spellings.h"
#include "repair/tokens.h"
#include "repair/year_names.h"
#include "text/syllable.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr const char* kFiles[] = {"/words.counts", "/confusions.tsv", "/spellings.tsv"};
const WordHash kEnd = HashOf(kSentenceEnd);

std::string FolderIn(const std::string& rules) { return rules + "/repair"; }

// `folded` in the capitals of `read`.
std::string LikeRead(const std::string& folded, const std::string& read) {
  if (Length(read) > 1 && IsUpper(read)) return ToUpper(folded);
  return ToLower(read) == read ? folded : Capitalise(folded);
}

}  // namespace

struct Repairer::Impl {
  Impl(const std::string& folder, const std::vector<std::string>& names, RepairWeights chosen)
      : counts(folder + kFiles[0]),
        confusions(folder + kFiles[1]),
        candidates(counts, confusions),
        spellings(folder + kFiles[2]),
        weights(chosen),
        likeliest(counts, confusions, weights) {
    for (const std::string& name : names) family_names.push_back(FoldKey(name));
  }

  WordCounts counts;
  Confusions confusions;
  CandidateMaker candidates;
  Spellings spellings;
  RepairWeights weights;
  Likeliest likeliest;
  std::vector<std::string> family_names;

  WordHash HashAt(const Sequence& slots, const Choice& choice, std::ptrdiff_t at) const {
    return at < 0 ? kEnd : slots[static_cast<size_t>(at)].options[choice[static_cast<size_t>(at)]].known.hash;
  }

  double Language(WordHash before, WordHash previous, WordHash word) const {
    return weights.language * counts.LogChance(before, previous, word);
  }

  double Score(const Sequence& slots, const Choice& choice, size_t from, size_t to) const {
    double sum = 0;
    for (size_t i = from; i < std::min(to, slots.size()); ++i) {
      const auto at = static_cast<std::ptrdiff_t>(i);
      sum += likeliest.Print(slots[i], choice[i]) + Language(HashAt(slots, choice, at - 2),
                                                   HashAt(slots, choice, at - 1), HashAt(slots, choice, at));
    }
    return sum;
  }

  // How much less likely the text is with slots [from, to) as read.
  double Margin(const Sequence& slots, const Choice& choice, size_t from, size_t to) const {
    Choice read = choice;
    std::fill(read.begin() + static_cast<std::ptrdiff_t>(from),
              read.begin() + static_cast<std::ptrdiff_t>(to), 0);
    return Score(slots, choice, from, to + 2) - Score(slots, read, from, to + 2);
  }

  double Needed(const Sequence& slots, const Choice& choice, size_t from, size_t to) const {
    double needed = 0;
    for (size_t i = from; i < to; ++i) {
      const auto letters = [&](size_t option) { return StripDiacritics(slots[i].options[option].word); };
      needed += weights.least + (letters(choice[i]) == letters(0) ? 0 : weights.letters) +
                (slots[i].name ? weights.names : 0);
    }
    return needed;
  }

  // What is printed in one of two good spellings may not become the other.
  void KeepSpellings(Sequence* slots) const {
    for (size_t i = 0; i < slots->size(); ++i) {
      std::vector<Candidate>& options = (*slots)[i].options;
      if (options.size() < 2) continue;
      const std::string read = options[0].word;
      const std::string next = i + 1 < slots->size() ? (*slots)[i + 1].options[0].word : std::string();
      std::erase_if(options, [&](const Candidate& other) { return spellings.AreOne(read, other.word, next); });
    }
  }

  void MendSequence(const Sequence& slots, PageReading* reading, std::vector<Repair>* repairs) {
    if (std::none_of(slots.begin(), slots.end(), [](const Slot& slot) { return slot.options.size() > 1; }))
      return;
    Choice choice = likeliest.Of(slots);
    for (size_t from = 0; from < slots.size(); ++from) {
      if (choice[from] == 0) continue;
      size_t to = from + 1;
      while (to < slots.size() && choice[to] != 0) ++to;  // neighbours speak for each other
      const double margin = Margin(slots, choice, from, to);
      if (margin < Needed(slots, choice, from, to)) {
        std::fill(choice.begin() + static_cast<std::ptrdiff_t>(from),
                  choice.begin() + static_cast<std::ptrdiff_t>(to), 0);
      } else {
        for (size_t i = from; i < to; ++i) Change(slots[i], choice[i], margin, reading, repairs);
      }
      from = to;
    }
  }

  void Change(const Slot& slot, size_t option, double margin, PageReading* reading,
              std::vector<Repair>* repairs) const {
    Word& word = reading->words[static_cast<size_t>(slot.word)];
    const WordParts parts = SplitWord(word.text);
    Repair repair{reading->page, word.box, word.text, "", "", 1 / (1 + std::exp(-margin))};
    repair.text = parts.before + LikeRead(slot.options[option].word, parts.core) + parts.after;
    repair.rule = IsSyllable(slot.options[0].word) ? "word.context" : "word.syllable";
    word.text = repair.text;
    repairs->push_back(std::move(repair));
  }
};

Repairer::Repairer(const std::string& rules, const std::vector<std::string>& family_names,
                   RepairWeights weights) {
  const std::string folder = FolderIn(rules);
  if (std::filesystem::is_directory(folder)) impl_ = std::make_unique<Impl>(folder, family_names, weights);
}
Repairer::~Repairer() = default;

std::string RepairerHash(const std::string& rules, const std::vector<std::string>& family_names) {
  const std::string folder = FolderIn(rules);
  std::string all;
  for (const char* file : kFiles) {
    if (std::filesystem::exists(folder + file)) all += Sha256OfFile(folder + file);
  }
  for (const std::string& name : family_names) all += name + '\n';
  return Sha256(all);
}

std::vector<Repair> Repairer::Mend(PageReading* reading) {
  std::vector<Repair> repairs;
  if (impl_ == nullptr) return repairs;
  MendYearNames(reading, &repairs);
  for (Sequence& slots : SequencesOf(*reading, impl_->family_names, &impl_->candidates)) {
    impl_->KeepSpellings(&slots);
    if (!slots.empty()) impl_->MendSequence(slots, reading, &repairs);
  }
  return repairs;
}

}  // namespace trichluc
