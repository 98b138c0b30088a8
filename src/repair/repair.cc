#include "repair/repair.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <utility>

#include "base/files.h"
#include "repair/doubts.h"
#include "repair/likeliest.h"
#include "repair/merged_words.h"
#include "repair/lone_capitals.h"
#include "repair/place_names.h"
#include "repair/sequence.h"
#include "repair/spellings.h"
#include "repair/stray_stops.h"
#include "repair/tokens.h"
#include "repair/year_names.h"
#include "text/syllable.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr double kOften = 2;  // less is no reason to look
constexpr double kEngineSure = 0.9;
constexpr const char* kFiles[] = {"/words.counts", "/confusions.tsv", "/spellings.tsv"};

std::string FolderIn(const std::string& rules) { return rules + "/repair"; }

// `folded` in the capitals of `read`.
std::string LikeRead(const std::string& folded, const std::string& read) {
  if (Length(read) > 1 && IsUpper(read)) return ToUpper(folded);
  return ToLower(read) == read ? folded : Capitalise(folded);
}

}  // namespace

struct Repairer::Impl {
  Impl(const std::string& folder, const RepairNames& names, RepairWeights chosen)
      : counts(folder + kFiles[0]),
        confusions(folder + kFiles[1]),
        candidates(counts, confusions),
        spellings(folder + kFiles[2]),
        weights(chosen),
        likeliest(counts, confusions, weights),
        places(names.provinces, names.units) {
    for (const std::string& name : names.families) family_names.push_back(FoldKey(name));
  }

  WordCounts counts;
  Confusions confusions;
  CandidateMaker candidates;
  Spellings spellings;
  RepairWeights weights;
  Likeliest likeliest;
  PlaceNames places;
  std::vector<std::string> family_names;

  // How much less likely the text is with slots [from, to) as read.
  double Margin(const Sequence& slots, const Choice& choice, size_t from, size_t to, const FileWords& file) const {
    Choice read = choice;
    std::fill(read.begin() + static_cast<std::ptrdiff_t>(from),
              read.begin() + static_cast<std::ptrdiff_t>(to), 0);
    return likeliest.Score(slots, choice, from, to + 2, file) - likeliest.Score(slots, read, from, to + 2, file);
  }

  // Whether the word model, which knows nothing of the file, takes slots [from, to) for no worse language than as read.
  bool IsLanguage(const Sequence& slots, const Choice& choice, size_t from, size_t to) const {
    double print = 0;
    for (size_t i = from; i < to; ++i) print += likeliest.Print(slots[i], choice[i]);
    return Margin(slots, choice, from, to, {}) >= print;
  }

  // A word of the language that the engine was sure of, without a sight of this other. Small marks of tones are lost on worn
  // print without a trace.
  static bool IsSure(const Slot& slot, size_t option) {
    const std::string &read = slot.options[0].word, &other = slot.options[option].word;
    return slot.doubted && slot.confidence >= kEngineSure && slot.options[option].seen <= kUnseen && IsSyllable(read) &&
           WithoutTones(other) != read;
  }

  double Needed(const Sequence& slots, const Choice& choice, size_t from, size_t to) const {
    double needed = 0;
    for (size_t i = from; i < to; ++i) {
      const auto letters = [&](size_t option) { return StripDiacritics(slots[i].options[option].word); };
      needed += weights.least + (letters(choice[i]) == letters(0) ? 0 : weights.letters) +
                (slots[i].name ? weights.names : 0) + (IsSure(slots[i], choice[i]) ? weights.unseen : 0);
    }
    return needed;
  }

  // The file has each of the other words many times between these very neighbours, and what was read hardly ever: the same phrase,
  // damaged in one place. Beside a sentence's end, a figure or an abbreviation one neighbour has to do. Not for words that the engine
  // was sure of: "người nội trợ tại" stands beside many a "nội trú tại".
  bool IsSamePhrase(const Sequence& slots, const Choice& choice, size_t from, size_t to, const FileWords& file) const {
    constexpr double kMany = 4, kTimes = 3;
    for (size_t i = from; i < to; ++i) {
      if (IsSure(slots[i], choice[i])) return false;
      const WordHash read = slots[i].options[0].known.hash, other = slots[i].options[choice[i]].known.hash;
      size_t beside = 0;
      const auto told = [&](size_t neighbour, bool before) {
        if (neighbour >= slots.size()) return true;
        const Candidate& next = slots[neighbour].options[choice[neighbour]];
        if (!IsSyllable(next.word)) return true;
        ++beside;
        const auto count = [&](WordHash word) { return before ? file.Count(next.known.hash, word) : file.Count(word, next.known.hash); };
        return count(other) >= kMany && count(other) >= kTimes * count(read);
      };
      if (!told(i - 1, true) || !told(i + 1, false) || beside == 0) return false;
    }
    return true;
  }

  // Whether slots [from, to) are changed. The file itself tells where there is one.
  bool IsLikelyEnough(const Sequence& slots, const Choice& choice, size_t from, size_t to, double margin, const FileWords& file) const {
    const double needed = Needed(slots, choice, from, to);
    if (file.empty()) return margin >= needed;
    if (!IsLanguage(slots, choice, from, to)) return false;
    return margin >= needed + weights.by_file || (margin > 0 && IsSamePhrase(slots, choice, from, to, file));
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

  // Which words stand at most two words from one for which the file often has another there.
  std::vector<bool> SaysOtherwise(const std::vector<std::string>& tokens, const FileWords& file) {
    std::vector<WordHash> hashes;
    for (const std::string& token : tokens) hashes.push_back(HashOf(token));
    const auto often = [&](size_t i, WordHash word) {
      return (i > 0 && file.Count(hashes[i - 1], word) >= kOften) ||
             (i + 1 < hashes.size() && file.Count(word, hashes[i + 1]) >= kOften);
    };
    std::vector<bool> near(tokens.size());
    for (size_t i = 0; i < tokens.size(); ++i) {
      if (!IsLetters(tokens[i])) continue;
      const std::vector<Candidate>& others = candidates.For(tokens[i]);
      if (std::none_of(others.begin(), others.end(), [&](const Candidate& other) { return often(i, other.known.hash); }))
        continue;
      for (size_t at = i - std::min<size_t>(i, 2); at < std::min(i + 3, tokens.size()); ++at) near[at] = true;
    }
    return near;
  }

  void MendSequence(const Sequence& slots, const FileWords& file, PageReading* reading, std::vector<Repair>* repairs,
                    std::set<int>* undecided) {
    if (std::none_of(slots.begin(), slots.end(), [](const Slot& slot) { return slot.options.size() > 1; }))
      return;
    Choice choice = likeliest.Of(slots, file);
    for (size_t from = 0; from < slots.size(); ++from) {
      if (choice[from] == 0) continue;
      size_t to = from + 1;
      while (to < slots.size() && choice[to] != 0) ++to;  // neighbours speak for each other
      const double margin = Margin(slots, choice, from, to, file);
      if (!IsLikelyEnough(slots, choice, from, to, margin, file)) {
        for (size_t i = from; undecided != nullptr && i < to; ++i) undecided->insert(slots[i].word);
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

Repairer::Repairer(const std::string& rules, const RepairNames& names, RepairWeights weights) {
  const std::string folder = FolderIn(rules);
  if (std::filesystem::is_directory(folder)) impl_ = std::make_unique<Impl>(folder, names, weights);
}
Repairer::~Repairer() = default;

std::string RepairerHash(const std::string& rules, const RepairNames& names) {
  const std::string folder = FolderIn(rules);
  std::string all;
  for (const char* file : kFiles) {
    if (std::filesystem::exists(folder + file)) all += Sha256OfFile(folder + file);
  }
  for (const auto* list : {&names.families, &names.provinces, &names.units}) {
    for (const std::string& name : *list) all += name + '\n';
  }
  return Sha256(all);
}

std::vector<Repair> Repairer::Mend(PageReading* reading, std::set<int>* undecided) {
  std::vector<Repair> repairs;
  if (impl_ == nullptr) return repairs;
  MendYearNames(reading, &repairs);
  impl_->places.Mend(impl_->spellings, reading, &repairs);
  PartMerged(impl_->counts, reading, &repairs);
  DropStrayStops(impl_->counts, reading, &repairs);
  MendLoneCapitals(reading, &repairs);
  for (Sequence& slots : SequencesOf(*reading, impl_->family_names, &impl_->candidates)) {
    impl_->KeepSpellings(&slots);
    if (!slots.empty()) impl_->MendSequence(slots, {}, reading, &repairs, undecided);
  }
  return repairs;
}

std::vector<Repair> Repairer::MendByFile(PageReading* reading, const std::vector<Repair>& repairs,
                                         const FileWords& file) {
  std::vector<Repair> more;
  if (impl_ == nullptr || file.empty()) return more;
  const auto place = [](const Box& box) { return std::pair(box.left, box.top); };
  std::set<std::pair<int, int>> changed;
  for (const Repair& repair : repairs) changed.insert(place(repair.box));
  const auto mended = [&](const Slot& slot) {
    return slot.word >= 0 && changed.contains(place(reading->words[static_cast<size_t>(slot.word)].box));
  };
  const auto open = [&](const std::vector<std::string>& tokens) { return impl_->SaysOtherwise(tokens, file); };
  for (Sequence& slots : SequencesOf(*reading, impl_->family_names, &impl_->candidates, open)) {
    impl_->KeepSpellings(&slots);
    for (Slot& slot : slots) {
      if (mended(slot)) slot.options.resize(1);
    }
    impl_->MendSequence(slots, file, reading, &more, nullptr);
  }
  for (Repair& repair : more) repair.rule = "word.file";
  return more;
}

}  // namespace trichluc
