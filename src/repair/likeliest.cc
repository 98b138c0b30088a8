#include "repair/likeliest.h"

#include <algorithm>
#include <utility>

#include "repair/tokens.h"

namespace trichluc {

Likeliest::Likeliest(const WordCounts& counts, const Confusions& confusions, const RepairWeights& weights)
    : counts_(counts),
      confusions_(confusions),
      weights_(weights),
      end_(counts.KnownOf(HashOf(kSentenceEnd))) {}

double Likeliest::Print(const Slot& slot, size_t option) const {
  if (option == 0) return 0;
  const Candidate& other = slot.options[option];
  if (slot.doubted) return weights_.seen * other.seen + weights_.confusions * other.log_chance;
  return other.log_chance + weights_.sureness * confusions_.LogOddsWrong(slot.confidence);
}

// The likeliest way to an option and the one before it.
Likeliest::State Likeliest::BestOf(size_t at, double print, size_t previous, size_t option) const {
  const size_t before = Options(at - 2), between = Options(at - 1);
  const WordCounts::Pair& pair = behind_[previous * Options(at) + option];
  const WordHash middle = words_[at - 1][previous].hash, last = words_[at][option].hash;
  State best{-1e300, 0};
  for (size_t b = 0; b < before; ++b) {
    const double reached = at == 2 ? 0 : table_[at - 1][b * between + previous].score;
    if (reached + print <= best.score) continue;  // no chance is above 1, and its logarithm above 0
    const double score = reached + print +
                         weights_.language * counts_.LogChance(words_[at - 2][b].hash, middle, last,
                                                               contexts_[b * between + previous], pair);
    if (score > best.score) best = {score, b};
  }
  return best;
}

namespace {

// The word that was read behind the first of two slots, if the file's counts hold it.
WordHash ReadBehind(const Slot& first, const Slot& second) {
  const bool counted = first.word >= 0 && second.word >= 0 && first.confidence >= FileWords::kSure &&
                       second.confidence >= FileWords::kSure;
  return counted ? second.options[0].known.hash : 0;
}

}  // namespace

void Likeliest::Step(const Sequence& slots, size_t at, const FileWords& file) {
  const size_t here = Options(at), previous = Options(at - 1);
  if (pairs_at_ == at - 1) {
    std::swap(contexts_, behind_);
  } else {
    counts_.PairsOf(words_[at - 2], words_[at - 1], &contexts_);
  }
  counts_.PairsOf(words_[at - 1], words_[at], &behind_);
  pairs_at_ = at;
  if (!file.empty() && at > 2) {
    const WordHash read = ReadBehind(slots[at - 3], slots[at - 2]);
    for (size_t p = 0; p < previous; ++p) {
      for (size_t h = 0; h < here; ++h) {
        double& chance = behind_[p * here + h].chance;
        chance = file.Chance(words_[at - 1][p].hash, words_[at][h].hash, chance, weights_.model, p == 0 ? read : 0);
      }
    }
  }
  for (size_t p = 0; p < previous; ++p) {
    if (contexts_[p].count == 0) continue;
    for (size_t h = 0; h < here; ++h) {
      if (behind_[p * here + h].met)
        counts_.Expect(words_[at - 2][0].hash, words_[at - 1][p].hash, words_[at][h].hash);
    }
  }
  table_[at].resize(previous * here);
  for (size_t h = 0; h < here; ++h) {
    const double print = Print(slots[at - 2], h);
    for (size_t p = 0; p < previous; ++p) table_[at][p * here + h] = BestOf(at, print, p, h);
  }
}

double Likeliest::Language(const Sequence& slots, const Choice& choice, size_t at, const FileWords& file) const {
  const auto chosen = [&](size_t back) {
    return at < back ? end_ : slots[at - back].options[choice[at - back]].known;
  };
  const WordCounts::Known before = chosen(2), previous = chosen(1), word = chosen(0);
  WordCounts::Pair pair = counts_.PairOf(previous, word);
  if (!file.empty() && at > 0) {
    const WordHash read = choice[at - 1] == 0 ? ReadBehind(slots[at - 1], slots[at]) : 0;
    pair.chance = file.Chance(previous.hash, word.hash, pair.chance, weights_.model, read);
  }
  return counts_.LogChance(before.hash, previous.hash, word.hash, counts_.PairOf(before, previous), pair);
}

double Likeliest::Score(const Sequence& slots, const Choice& choice, size_t from, size_t to, const FileWords& file) const {
  double sum = 0;
  for (size_t i = from; i < std::min(to, slots.size()); ++i)
    sum += Print(slots[i], choice[i]) + weights_.language * Language(slots, choice, i, file);
  return sum;
}

Choice Likeliest::Of(const Sequence& slots, const FileWords& file) {
  const size_t size = slots.size() + 2;
  if (words_.size() < size) words_.resize(size);
  if (table_.size() < size) table_.resize(size);
  words_[0] = words_[1] = {end_};
  for (size_t at = 2; at < size; ++at) {
    words_[at].clear();
    for (const Candidate& option : slots[at - 2].options) words_[at].push_back(option.known);
  }
  pairs_at_ = 0;
  for (size_t at = 2; at < size; ++at) {
    if (Options(at) > 1 || Options(at - 1) > 1 || Options(at - 2) > 1) {
      Step(slots, at, file);
    } else {  // one way alone: what it costs is the same for all that follow
      table_[at].assign(1, {at == 2 ? 0 : table_[at - 1][0].score, 0});
    }
  }
  return Trace(slots);
}

Choice Likeliest::Trace(const Sequence& slots) const {
  Choice choice(slots.size(), 0);
  const size_t last = slots.size() - 1, here = slots[last].options.size();
  const States& ends = table_[last + 2];
  const auto best = std::max_element(ends.begin(), ends.end(),
                                     [](const State& a, const State& b) { return a.score < b.score; });
  size_t state = static_cast<size_t>(best - ends.begin());
  size_t option = state % here, previous = state / here;
  for (size_t i = last;; --i) {
    choice[i] = option;
    const size_t before = table_[i + 2][previous * slots[i].options.size() + option].before;
    if (i == 0) break;
    option = previous;
    previous = before;
  }
  return choice;
}

}  // namespace trichluc
