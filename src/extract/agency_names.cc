#include "extract/agency_names.h"

#include <algorithm>

#include "extract/letter_case.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr double kMark = 0.5;  // a wrong tone mark counts half

// Punctuation that may stand at a word: taken off before an abbreviation is looked up.
constexpr std::string_view kOuter = ",.;:()[]\"'*";
constexpr std::string_view kInner = ",.;:()[]\"'*/&-+_";

std::vector<std::string> Split(const std::string& text) {
  std::vector<std::string> tokens;
  size_t at = 0;
  while (at < text.size()) {
    const size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) tokens.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return tokens;
}

struct Parted {
  std::string before, core, after;
};
Parted PartEnds(const std::string& token) {
  const size_t begin = std::min(token.find_first_not_of(kOuter), token.size());
  const size_t last = token.find_last_not_of(kOuter);
  const size_t end = last == std::string::npos ? begin : std::max(last + 1, begin);
  return {token.substr(0, begin), token.substr(begin, end - begin), token.substr(end)};
}

// No syllable: without a vowel ("TNHH"), a Roman numeral, or with a digit.
bool IsAcronym(const std::string& token) {
  const std::string core = PartEnds(token).core, letters = StripDiacritics(core);
  const bool roman = letters.find_first_not_of("ivxl") == std::string::npos && core.size() == letters.size();  // "VÌ" has a mark
  if (letters.find_first_of("0123456789&") != std::string::npos) return true;
  return letters.find_first_of("aeouy") == std::string::npos &&
         (letters.find('i') == std::string::npos || roman);
}

void Append(NameWords& words, const std::string& text, bool expanded) {
  for (const std::string& token : Split(text)) words.push_back({token, LooseKey(token), expanded});
}

// "và", also with its mark misread; `word` is folded.
bool IsConnective(const std::string& word) {
  const bool other_letter = static_cast<unsigned char>(word.front()) < 0x80 && word.front() != 'v';
  return !other_letter && StripDiacritics(word) == "va";
}

}  // namespace

std::string LooseKey(std::string_view text) {
  std::string folded = FoldKey(text);
  for (char& c : folded) {
    if (kInner.find(c) != std::string_view::npos) c = ' ';
  }
  if (folded.find(' ') == std::string::npos) return folded.empty() || IsConnective(folded) ? "" : folded;
  std::string key;
  for (const std::string& word : Split(folded)) {
    if (IsConnective(word)) continue;
    if (!key.empty()) key += ' ';
    key += word;
  }
  return key;
}

std::string JoinText(const NameWords& words, size_t begin, size_t end) {
  std::string text;
  for (size_t i = begin; i < end; ++i) text += (text.empty() ? "" : " ") + words[i].text;
  return text;
}

std::string JoinKeys(const NameWords& words, size_t begin, size_t end) {
  std::string key;
  for (size_t i = begin; i < end; ++i) {
    if (words[i].key.empty()) continue;
    key += (key.empty() ? "" : " ") + words[i].key;
  }
  return key;
}

AgencyNames::AgencyNames(const RuleSet& rules) : rules_(rules) {
  for (const AbbreviationEntry& entry : rules.abbreviations()) {
    abbreviations_.emplace(entry.abbreviation, entry.expansion);
    if (IsUpper(entry.abbreviation)) LearnBare(entry);
    const std::vector<std::string> words = Split(entry.abbreviation);
    longest_abbreviation_ = std::max(longest_abbreviation_, words.size());
    if (words.size() < 2) continue;
    long_heads_.insert(words.front());
    abbreviations_.emplace(ToUpper(entry.abbreviation), entry.expansion);  // "BCH ĐOÀN" among capitals
  }
  for (const UnitEntry& unit : rules.units()) {
    if (abbreviations_.count(ToUpper(unit.name.substr(0, unit.name.find(' '))))) places_.insert(FoldKey(unit.name));
  }
  for (const std::string& head : rules.List("heads_of_names")) name_heads_.insert(head);
  for (const AgencyEntry& entry : rules.agencies()) AddName(entry.name, entry);
  for (const AgencyEntry& entry : rules.agencies()) by_id_.emplace(entry.id, &entry);
  for (const AgencyEntry& entry : rules.agencies()) {
    for (const std::string& alias : entry.aliases) AddName(alias, entry);
  }
  for (const auto& [name, entry] : names_) {
    heads_[name.substr(0, name.find(' '))].push_back(known_.size());
    known_.push_back({ToCodePoints(name), ToCodePoints(StripDiacritics(name)), entry});
  }
}

// "UBNĐ" is "UBND": long abbreviations in capitals are known without their marks too, where that is one of
// them only.
void AgencyNames::LearnBare(const AbbreviationEntry& entry) {
  constexpr size_t kShortest = 4;
  if (Length(entry.abbreviation) < kShortest || entry.abbreviation.find(' ') != std::string::npos) return;
  auto [found, fresh] = bare_abbreviations_.emplace(StripDiacritics(entry.abbreviation), entry.expansion);
  if (!fresh && found->second != entry.expansion) found->second.clear();
}

const std::string* AgencyNames::FindAbbreviation(const std::string& printed) const {
  const auto found = abbreviations_.find(printed);
  if (found != abbreviations_.end()) return &found->second;
  if (printed.empty() || !IsUpper(printed)) return nullptr;
  const auto bare = bare_abbreviations_.find(StripDiacritics(printed));
  return bare == bare_abbreviations_.end() || bare->second.empty() ? nullptr : &bare->second;
}

void AgencyNames::AddName(const std::string& name, const AgencyEntry& entry) {
  const NameWords words = Words(name, false);
  for (const std::string& key : {LooseKey(name), JoinKeys(words, 0, words.size())}) {
    names_.emplace(key, &entry);
  }
}

NameWords AgencyNames::PlainWords(std::string_view printed) const {
  NameWords words;
  Append(words, Normalise(printed), false);
  return words;
}

NameWords AgencyNames::Words(std::string_view printed, bool lower) const {
  const std::vector<std::string> tokens = Split(WithHead(Normalise(printed)));
  NameWords words;
  for (size_t at = 0; at < tokens.size();) {
    if (const size_t used = Expand(tokens, at, words); used > 0) {
      at += used;
    } else if (ExpandDotted(tokens[at], words) || ExpandJoined(tokens[at], words)) {
      ++at;
    } else if (tokens[at] == "&" && !words.empty() && words.back().expanded) {
      Append(words, "và", true);  // "KTNV & THA"
      ++at;
    } else {
      const bool keep = !lower || IsAcronym(tokens[at]);
      Append(words, keep ? tokens[at] : ToLower(MakeKey(tokens[at]).text), false);
      ++at;
    }
  }
  return words;
}

// "P. HCQT", "P.Điều dưỡng" → "Phòng HCQT", "Phòng Điều dưỡng"; what stands behind the short head tells which it is.
std::string AgencyNames::WithHead(const std::string& name) const {
  constexpr size_t kLongestShort = 3;
  if (name.find_first_of(". /") > kLongestShort) return name;
  const auto match = rules_.First("short_head", name);
  return match ? match->Get("head") + " " + Normalise(name.substr(match->groups.at("short").end)) : name;
}

// "XÃ TƯ NGHĨA": no "Trung ương", a syllable of the place's name.
bool AgencyNames::BeginsPlace(const std::vector<std::string>& tokens, size_t at) const {
  if (at == 0 || at + 1 >= tokens.size()) return false;
  return places_.count(FoldKey(tokens[at] + " " + tokens[at + 1])) > 0;
}

// The longest abbreviation that begins at tokens[at]: how many tokens it takes, 0 when there is none.
size_t AgencyNames::Expand(const std::vector<std::string>& tokens, size_t at, NameWords& words) const {
  std::string joined;
  size_t used = 0;
  const std::string* expansion = nullptr;
  std::string before, after;
  for (size_t n = 0; n < longest_abbreviation_ && at + n < tokens.size(); ++n) {
    if (n == 1 && long_heads_.count(joined) == 0) break;
    const Parted parted = PartEnds(tokens[at + n]);
    if (n == 0) before = parted.before;
    if (n > 0) joined += ' ';
    if (n > 0 && PartEnds(tokens[at + n - 1]).after.find_first_not_of('.') != std::string::npos) break;
    for (const bool whole : {true, false}) {  // "TT." with its dot, then "UBND" without the comma at it
      if (!whole && parted.core.size() == tokens[at + n].size()) break;
      const std::string* found = FindAbbreviation(joined + (whole ? tokens[at + n] : parted.core));
      if (found == nullptr) continue;
      used = n + 1;
      expansion = found;
      after = whole ? std::string() : parted.after;
      break;
    }
    joined += parted.core;
  }
  if (expansion == nullptr || BeginsPlace(tokens, at)) return 0;
  if (after == ".") after.clear();  // the dot of an abbreviation
  // Behind the head a name begins: "Tổ CNTT" is "Tổ Công nghệ thông tin".
  const std::string head = at == 1 ? tokens[0] : at == 2 ? tokens[0] + " " + tokens[1] : "";  // "Tổ", "Trung tâm"
  const bool part_begins = at > 1 && tokens[at - 1] == "-";  // "Phòng Kế hoạch - GPMB"
  const bool name_begins = part_begins || name_heads_.count(head) > 0 || (at == 0 && StartsUpper(tokens[0]));
  Append(words, before + (name_begins ? Capitalise(*expansion) : *expansion) + after, true);
  return used;
}

// "VP.UBND", "P.TCKH": abbreviations joined by dots; all parts must be known.
bool AgencyNames::ExpandDotted(const std::string& token, NameWords& words) const {
  if (token.find('.') == std::string::npos || token.find('.') + 1 >= token.size()) return false;
  std::string text;
  size_t at = 0;
  bool any = false;
  while (at < token.size()) {
    const size_t end = std::min(token.find('.', at), token.size());
    const std::string part = token.substr(at, end - at);
    auto found = abbreviations_.find(part + ".");
    if (found == abbreviations_.end()) found = abbreviations_.find(PartEnds(part).core);
    any = any || found != abbreviations_.end();
    if (at == 0 && found == abbreviations_.end()) return false;
    text +=
        (text.empty() ? "" : " ") + (found == abbreviations_.end() ? part : found->second + PartEnds(part).after);
    at = end + 1;
  }
  if (any) Append(words, text, true);
  return any;
}

// "CBL&XLVP", "HĐND-UBND": abbreviations of one name; all parts must be known.
bool AgencyNames::ExpandJoined(const std::string& token, NameWords& words) const {
  const Parted parted = PartEnds(token);
  const char sign = parted.core.find('&') != std::string::npos ? '&' : '-';
  if (parted.core.find(sign) == std::string::npos) return false;
  std::string text;
  for (size_t at = 0; at <= parted.core.size();) {
    const size_t end = std::min(parted.core.find(sign, at), parted.core.size());
    const std::string* part = FindAbbreviation(parted.core.substr(at, end - at));
    if (part == nullptr) return false;
    text += text.empty() ? *part : sign == '&' ? " và " + *part : " - " + Capitalise(*part);
    at = end + 1;
  }
  Append(words, parted.before + (words.size() == 1 && name_heads_.count(words.front().text) > 0 ? Capitalise(text) : text) + parted.after, true);
  return true;
}

const AgencyEntry* AgencyNames::Find(const std::string& key) const {
  const auto found = names_.find(key);
  return found == names_.end() ? nullptr : found->second;
}

const AgencyEntry* AgencyNames::ById(const std::string& id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : found->second;
}

namespace {

// The words of a name that are numbers: names with others are others ("Đảng ủy phường 1"). A figure among letters is a misread one.
std::u32string FiguresOf(const std::u32string& name) {
  std::u32string figures;
  for (size_t at = 0; at < name.size();) {
    const size_t end = std::min(name.find(U' ', at), name.size());
    const auto figure = [](char32_t c) { return c >= U'0' && c <= U'9'; };
    if (std::all_of(name.begin() + static_cast<long>(at), name.begin() + static_cast<long>(end), figure))
      figures += name.substr(at, end - at) + U' ';
    at = end + 1;
  }
  return figures;
}

}  // namespace

struct NearSearch {
  std::u32string letters, bare, figures;
  double limit;
  size_t reach;
  bool marks_only;
};

struct NearFound {
  std::vector<const AgencyEntry*> best;
  double nearest;
};

void AgencyNames::Compare(const Known& known, const NearSearch& search, NearFound* found) {
  constexpr size_t kTold = 12;  // letters: of shorter names one word more is another name ("Cục Thú y" is no "Cục Thuế")
  const auto blanks = [](const std::u32string& name) { return std::count(name.begin(), name.end(), U' '); };
  if (search.letters.size() < kTold && blanks(known.letters) != blanks(search.letters)) return;
  const size_t reach = std::min(search.reach, static_cast<size_t>(found->nearest / kMark));  // farther off is not nearer
  const size_t points = known.letters.size(), own = search.letters.size();
  if ((points > own ? points - own : own - points) > reach) return;
  const size_t marked = EditDistance(search.letters, known.letters, reach);
  if (marked > reach) return;
  const size_t letters = EditDistance(search.bare, known.bare, reach);
  if (search.marks_only && letters > 0) return;
  const double distance =
      static_cast<double>(letters) + kMark * static_cast<double>(marked - std::min(marked, letters));
  if (distance > search.limit || distance > found->nearest || FiguresOf(known.letters) != search.figures) return;
  std::vector<const AgencyEntry*>& best = found->best;
  if (distance < found->nearest) best.clear();
  if (std::find(best.begin(), best.end(), known.entry) == best.end()) best.push_back(known.entry);
  found->nearest = distance;
}

NearEntry AgencyNames::FindNear(const std::string& key) const {
  constexpr size_t kShortest = 5, kShort = 8;  // letters: below kShort only marks may be wrong
  constexpr double kShare = 0.1;               // of the letters that may be wrong,
  constexpr double kMost = 3;                  // and no more than so many: "các" more or less is another name
  std::u32string points = ToCodePoints(key);
  const size_t length = points.size();
  if (length < kShortest) return {};
  const double limit = std::clamp(static_cast<double>(length) * kShare, 1.0, kMost);
  const std::u32string figures = FiguresOf(points);
  const NearSearch search{std::move(points), ToCodePoints(StripDiacritics(key)), figures, limit, static_cast<size_t>(limit / kMark),
                          length < kShort};
  NearFound found{{}, limit + 1};
  const auto same_head = heads_.find(key.substr(0, key.find(' ')));
  if (same_head != heads_.end()) {  // "Báo" is not a damaged "Bộ"
    for (const size_t i : same_head->second) Compare(known_[i], search, &found);
  } else {
    for (const Known& known : known_) Compare(known, search, &found);
  }
  std::vector<const AgencyEntry*>& best = found.best;
  if (best.size() == 1) return {best.front(), found.nearest, {}};
  std::sort(best.begin(), best.end(),
            [](const AgencyEntry* a, const AgencyEntry* b) { return a->name < b->name; });
  return {nullptr, best.empty() ? 0 : found.nearest, best};
}

}  // namespace trichluc
