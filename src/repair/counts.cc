#include "repair/counts.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstring>

#include "base/error.h"

namespace trichluc {
namespace {

constexpr std::string_view kMagic = "TLCOUNT1";
constexpr size_t kHead = 28;
constexpr double kFull = 0.86;  // share of slots in use: fuller tables are searched longer

// Sightings of a context that weigh as much as what is known without it: as many as different words are to be
// expected behind it.
double Unseen(double context) { return 1 + 0.8 * std::pow(context, 0.6); }

WordHash Stir(WordHash hash) {
  hash ^= hash >> 31;
  hash *= 0x9e3779b97f4a7c15u;
  return hash ^ (hash >> 29);
}

uint16_t Mark(WordHash hash) { return static_cast<uint16_t>(hash & 0xffff); }

// Of a slot and the byte behind it.
uint32_t FourBytes(const unsigned char* slot) {
  uint32_t all;
  std::memcpy(&all, slot, sizeof all);
  return std::endian::native == std::endian::little ? all : __builtin_bswap32(all);
}
size_t Place(WordHash hash, size_t slots) { return (hash >> 16) % slots; }

// 1 … 255; 8 steps to a doubling.
unsigned char Squeezed(double count) {
  return static_cast<unsigned char>(std::clamp(std::lround(8 * std::log2(count)) + 1, 1l, 255l));
}

template <typename Of>
std::array<double, 256> OfEachStep(Of of) {
  std::array<double, 256> made;
  for (int i = 0; i < 256; ++i) made[static_cast<size_t>(i)] = of(i == 0 ? 0 : std::exp2((i - 1) / 8.0));
  return made;
}
const std::array<double, 256> kStretched = OfEachStep([](double count) { return count; });
const std::array<double, 256> kUnseenOfStep = OfEachStep(Unseen);

double Stretched(unsigned char step) { return kStretched[step]; }

template <typename Number>
Number NumberAt(std::string_view bytes, size_t at) {
  Number value = 0;
  for (size_t i = 0; i < sizeof value; ++i) {
    value |= static_cast<Number>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
  }
  return value;
}

template <typename Number>
void AppendNumber(std::string* out, Number value) {
  for (size_t i = 0; i < sizeof value; ++i) out->push_back(static_cast<char>(value >> (8 * i)));
}

}  // namespace

WordHash HashOf(std::string_view token) {
  WordHash hash = 0xcbf29ce484222325u;
  for (const unsigned char c : token) hash = (hash ^ c) * 0x100000001b3u;
  return Stir(hash);
}
WordHash HashOf(WordHash first, WordHash second) { return Stir(first * 3 + Stir(second)); }
WordHash HashOf(WordHash first, WordHash second, WordHash third) {
  return Stir(first * 5 + Stir(second * 3 + Stir(third)));
}

WordCounts::WordCounts(const std::string& path) : file_(path) {
  const std::string_view bytes = file_.bytes();
  const auto damaged = [&] {
    return UsageError(path + ": no word counts; make them again with trichluc-repair count");
  };
  if (bytes.size() < kHead || bytes.substr(0, kMagic.size()) != kMagic) throw damaged();
  const size_t words = NumberAt<uint32_t>(bytes, 8), text_bytes = NumberAt<uint32_t>(bytes, 12);
  tokens_ = static_cast<double>(std::max<uint64_t>(1, NumberAt<uint64_t>(bytes, 16)));
  slots_ = NumberAt<uint32_t>(bytes, 24);
  if (slots_ == 0 || bytes.size() != kHead + text_bytes + 3 * slots_) throw damaged();
  std::string_view text = bytes.substr(kHead, text_bytes);
  words_.reserve(words);
  by_hash_.reserve(words);
  while (!text.empty()) {
    const size_t blank = text.find(' '), end = text.find('\n');
    if (blank == std::string_view::npos || end == std::string_view::npos || blank > end) throw damaged();
    double count = 0;
    std::from_chars(text.data() + blank + 1, text.data() + end, count);
    words_.emplace_back(text.substr(0, blank), count);
    by_hash_.emplace(HashOf(text.substr(0, blank)),
                     Known{HashOf(text.substr(0, blank)), count, Unseen(count), Alone(count)});
    text.remove_prefix(end + 1);
  }
  table_ = reinterpret_cast<const unsigned char*>(bytes.data()) + kHead + text_bytes;
}

unsigned char WordCounts::Find(WordHash hash) const { return FindFrom(Place(hash, slots_), hash); }

unsigned char WordCounts::FindFrom(size_t place, WordHash hash) const {
  const uint32_t mark = Mark(hash);
  const unsigned char* slot = table_ + 3 * place;
  const unsigned char* last = table_ + 3 * (slots_ - 1);
  for (int round = 0; round < 2; ++round) {
    for (; slot < last; slot += 3) {
      const uint32_t all = FourBytes(slot);
      if ((all & 0xffff) == mark && (all & 0xff0000) != 0) return slot[2];
      if ((all & 0xff0000) == 0) return 0;
    }
    if (slot == last) {  // four bytes would reach beyond the file
      if ((slot[0] | slot[1] << 8) == static_cast<int>(mark) || slot[2] == 0) return slot[2];
      slot = table_;
    }
  }
  return 0;  // a full table, which EncodeCounts never makes
}

size_t WordCounts::Fetch(WordHash hash) const {
  const size_t place = Place(hash, slots_);
  __builtin_prefetch(table_ + 3 * place);
  __builtin_prefetch(table_ + 3 * place + 64);
  return place;
}

WordCounts::Known WordCounts::KnownOf(WordHash word) const {
  const auto found = by_hash_.find(word);
  return found == by_hash_.end() ? Known{word, 0, 1, Alone(0)} : found->second;
}

double WordCounts::Count(WordHash word) const { return KnownOf(word).count; }
double WordCounts::Count(WordHash first, WordHash second) const {
  return Stretched(Find(HashOf(first, second)));
}
double WordCounts::Count(WordHash first, WordHash second, WordHash third) const {
  return Stretched(Find(HashOf(first, second, third)));
}

WordCounts::Pair WordCounts::PairOf(const Known& first, const Known& second, unsigned char step) const {
  Pair pair;
  pair.count = Stretched(step);
  pair.unseen = kUnseenOfStep[step];
  pair.met = first.count > 0 && step > 0;
  const double counted = pair.met ? std::min(pair.count, first.count) : 0;
  pair.chance = (counted + first.unseen * second.alone) / (first.count + first.unseen);
  return pair;
}

WordCounts::Pair WordCounts::PairOf(const Known& first, const Known& second) const {
  return PairOf(first, second, Find(HashOf(first.hash, second.hash)));
}

void WordCounts::PairsOf(const std::vector<Known>& firsts, const std::vector<Known>& seconds,
                         std::vector<Pair>* pairs) const {
  struct Asked {
    WordHash hash;
    size_t place;
  };
  std::vector<Asked> asked(seconds.size());
  pairs->clear();
  for (const Known& first : firsts) {
    for (size_t i = 0; i < seconds.size(); ++i) {
      const WordHash both = HashOf(first.hash, seconds[i].hash);
      asked[i] = {both, Fetch(both)};
    }
    for (size_t i = 0; i < seconds.size(); ++i)
      pairs->push_back(PairOf(first, seconds[i], FindFrom(asked[i].place, asked[i].hash)));
  }
}

void WordCounts::Expect(WordHash before, WordHash previous, WordHash word) const {
  Fetch(HashOf(before, previous, word));
}

double WordCounts::LogChance(WordHash before, WordHash previous, WordHash word, const Pair& context,
                             const Pair& pair) const {
  if (context.count == 0) return std::log(pair.chance);
  const double triple = pair.met ? Count(before, previous, word) : 0;
  return std::log((std::min(triple, context.count) + context.unseen * pair.chance) /
                  (context.count + context.unseen));
}

double WordCounts::LogChance(WordHash before, WordHash previous, WordHash word) const {
  const Known first = KnownOf(previous);
  return LogChance(before, previous, word, PairOf(KnownOf(before), first, Find(HashOf(before, previous))),
                   PairOf(first, KnownOf(word), Find(HashOf(previous, word))));
}

std::string EncodeCounts(const RawCounts& counts, size_t most) {
  std::string text;
  for (const auto& [word, count] : counts.words)
    text += word + " " + std::to_string(std::llround(count)) + "\n";
  struct Entry {
    float weight, count;
    WordHash hash;
  };
  std::vector<Entry> entries;
  entries.reserve(counts.pairs.size() + counts.triples.size());
  for (const auto& [hash, count] : counts.pairs) entries.push_back({count, count, hash});
  for (const auto& [hash, count] : counts.triples) entries.push_back({count / 2, count, hash});
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.hash < b.hash;
  });
  const size_t room = most > kHead + text.size() ? (most - kHead - text.size()) / 3 : 0;
  entries.resize(std::min(entries.size(), static_cast<size_t>(static_cast<double>(room) * kFull)));
  const size_t slots = static_cast<size_t>(static_cast<double>(entries.size()) / kFull) + 1;
  std::string table(3 * slots, '\0');
  for (const Entry& entry : entries) {
    size_t at = Place(entry.hash, slots);
    while (table[3 * at + 2] != 0) at = (at + 1) % slots;
    table[3 * at] = static_cast<char>(Mark(entry.hash) & 0xff);
    table[3 * at + 1] = static_cast<char>(Mark(entry.hash) >> 8);
    table[3 * at + 2] = static_cast<char>(Squeezed(entry.count));
  }
  std::string out(kMagic);
  AppendNumber(&out, static_cast<uint32_t>(counts.words.size()));
  AppendNumber(&out, static_cast<uint32_t>(text.size()));
  AppendNumber(&out, static_cast<uint64_t>(counts.tokens));
  AppendNumber(&out, static_cast<uint32_t>(slots));
  return out + text + table;
}

}  // namespace trichluc
