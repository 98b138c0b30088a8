#include "extract/written_out.h"

#include <algorithm>

#include "extract/letter_case.h"
#include "extract/titles.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr size_t kTelling = 4;  // letters that hardly stand in a row by chance
constexpr int kMostParts = 3;   // abbreviations in one name
constexpr size_t kMostBetween = 6;  // words between a name and its abbreviation: "(sau đây gọi tắt là"
constexpr size_t kLongestHead = 3;  // words: "Ban Quản lý"

std::string InitialOf(const std::string& word) {
  const std::u32string letters = ToCodePoints(ToLower(word));
  if (letters.empty()) return "";
  return letters[0] == U'đ' ? "đ" : StripDiacritics(FromCodePoints(letters.substr(0, 1)));
}

std::vector<std::string> InitialsOf(const std::string& abbreviation) {
  std::vector<std::string> letters;
  for (const char32_t point : ToCodePoints(abbreviation)) {
    if (point != U'&' && point != U'-') letters.push_back(InitialOf(FromCodePoints(std::u32string(1, point))));
  }
  return letters;
}

// What was found, and how often; "" until then. Several that differ are none.
struct Candidate {
  std::string text;
  int times = 0;
  bool several = false;

  void Take(const std::string& found) {
    several = several || (times > 0 && FoldKey(found) != FoldKey(text));
    if (times++ == 0) text = found;
  }
};

}  // namespace

OwnWords::OwnWords(const Work& work) : work_(work) {
  for (const Paragraph& paragraph : work.paragraphs) Add(paragraph.Text());
  for (const Table& table : work.tables) {
    for (const auto* rows : {&table.header, &table.rows}) {
      for (const TableRow& row : *rows) {
        for (const TableCell& cell : row.cells) Add(Normalise(cell.Text()));
      }
    }
  }
}

void OwnWords::Add(const std::string& text) {
  Tokens tokens;
  for (const std::string& word : WordsOf(text)) {
    const std::string bare = Trimmed(word);
    Token token{bare, InitialOf(bare), StartsUpper(bare), false, false, word.back() == ','};
    token.joins = bare == "và" || word == "-" || word == "–" || word == "&";
    token.stops = !token.joins && !bare.empty() && std::string_view(".;:)(").find(word.back()) != std::string_view::npos;
    if (bare.size() > 0 && word.front() == '(' && !tokens.empty()) tokens.back().stops = true;
    tokens.push_back(std::move(token));
  }
  if (!tokens.empty()) texts_.push_back(std::move(tokens));
}

bool OwnWords::InCapitals(const Token& token) { return Length(token.text) > 1 && IsUpper(token.text); }

std::optional<OwnWords::Found> OwnWords::At(const Tokens& tokens, size_t begin, const std::vector<std::string>& letters) const {
  Found found;
  size_t at = begin, letter = 0;
  for (; letter < letters.size(); ++at) {
    if (at == tokens.size()) return std::nullopt;
    const Token& token = tokens[at];
    const bool joint = letter > 0 && token.joins;
    if (!joint && (InCapitals(token) || token.initial != letters[letter])) return std::nullopt;
    found.text += (found.text.empty() ? "" : " ") + (token.joins && token.text.empty() ? "-" : token.text);
    letter += !joint;
    if (token.stops && letter < letters.size()) return std::nullopt;
  }
  found.behind = at;
  return found;
}

std::optional<std::string> OwnWords::WrittenOut(const std::string& head, const std::string& abbreviation) const {
  const std::vector<std::string> letters = InitialsOf(abbreviation);
  const std::string folded_head = FoldKey(head);
  Candidate defined, named, alike;
  bool capital = false;
  for (const Tokens& tokens : texts_) {
    for (size_t i = 0; i < tokens.size(); ++i) {
      const auto found = At(tokens, i, letters);
      if (!found) continue;
      const bool same_head = !head.empty() && i > 0 && FoldKey(tokens[i - 1].text) == folded_head;
      const bool said = SaysBehind(tokens, *found, abbreviation);
      if (said) defined.Take(found->text);
      if (same_head && tokens[i].upper) named.Take(found->text);
      alike.Take(found->text);
      capital = capital || tokens[i].upper;
    }
  }
  if (defined.times > 0) return defined.several ? std::nullopt : std::optional(defined.text);
  if (named.times > 0) return named.several ? std::nullopt : std::optional(named.text);
  const bool telling = letters.size() >= kTelling && !alike.several && alike.times > 0 && (capital || alike.times > 1);
  return telling ? std::optional(alike.text) : std::nullopt;
}

// "(KHTH)", "(sau đây viết tắt là KHTH)", "viết tắt là KHTH".
bool OwnWords::SaysBehind(const Tokens& tokens, const Found& found, const std::string& abbreviation) const {
  const auto is = [&](size_t at) { return at < tokens.size() && tokens[at].text == abbreviation; };
  if (is(found.behind)) return tokens[found.behind - 1].stops;
  std::string words;
  for (size_t at = found.behind; at < std::min(tokens.size(), found.behind + kMostBetween); ++at) {
    words += (words.empty() ? "" : " ") + tokens[at].text;
    if (is(at + 1)) return work_.rules.Full("called_in_short", words).has_value();
  }
  return false;
}

// "KHTH: Phòng …", "KHTH là Phòng …", "KHTH - Phòng …".
bool OwnWords::SaysBefore(const Tokens& tokens, size_t begin, const std::string& abbreviation) {
  if (begin == 0) return false;
  if (tokens[begin - 1].text == abbreviation) return tokens[begin - 1].stops;
  const bool sign = tokens[begin - 1].text.empty() || tokens[begin - 1].text == "là";
  return sign && begin > 1 && tokens[begin - 2].text == abbreviation;
}

// Where the office begins whose name ends in these words: "Phòng" before "Tổ chức cán bộ"; none where it is no office.
std::optional<size_t> OwnWords::HeadOf(const Tokens& tokens, size_t begin, const std::string& name) const {
  std::optional<size_t> head;
  std::string office = name;
  for (size_t at = begin;; --at) {
    if (tokens[at].upper && work_.agencies.StartsAgency(office)) head = at;
    if (at == 0 || begin - at == kLongestHead) return head;
    const Token& before = tokens[at - 1];
    if (before.stops || before.comma || before.joins || InCapitals(before)) return head;
    office = before.text + " " + office;
  }
}

std::optional<std::string> OwnWords::OfficeOf(const std::string& abbreviation) const {
  const std::vector<std::string> letters = InitialsOf(abbreviation);
  Candidate defined;
  for (const Tokens& tokens : texts_) {
    for (size_t i = 0; i < tokens.size(); ++i) {
      const auto found = At(tokens, i, letters);
      const auto head = found ? HeadOf(tokens, i, found->text) : std::nullopt;
      if (!head || (!SaysBehind(tokens, *found, abbreviation) && !SaysBefore(tokens, *head, abbreviation))) continue;
      std::string office;
      for (size_t at = *head; at < i; ++at) office += tokens[at].text + " ";
      defined.Take(office + found->text);
    }
  }
  return defined.times > 0 && !defined.several ? std::optional(defined.text) : std::nullopt;
}

namespace {

// The name with each abbreviation that the document writes out; as it is where it writes out none.
std::string WithOwnWords(const RuleSet& rules, const OwnWords& words, std::string name) {
  std::string behind;
  for (int part = 0; part < kMostParts; ++part) {
    const auto match = rules.Full("short_part", name);
    if (!match) break;
    const std::string before = Normalise(match->Get("before")), abbreviation = match->Get("short"), number = match->Get("number");
    const std::vector<std::string> heads = WordsOf(before);
    auto written = words.WrittenOut(heads.empty() ? "" : heads.back(), abbreviation);
    if (written && !number.empty()) *written += " " + number;  // "Phòng NV1" is "Phòng Nghiệp vụ 1"
    const std::string after = Normalise(match->Get("behind") + " " + behind);
    behind = (written ? *written : abbreviation + number) + (after.empty() ? "" : " " + after);
    name = before;
  }
  return Capitalise(Normalise(name + " " + behind));
}

}  // namespace

void WriteOutShortNames(Work& work) {
  std::optional<OwnWords> words;
  std::map<std::string, std::string> names;  // as they came out before
  std::map<std::string, std::optional<std::string>> offices;
  const auto take = [&](Agency& agency, const std::string& name) {
    const std::string printed = agency.printed;
    agency = work.agencies.Resolve(name, work.place);
    agency.printed = printed;
  };
  // "KHTH", which is mostly short for "Kế hoạch tổng hợp", is the document's "Phòng Kế hoạch tổng hợp".
  const auto take_office = [&](Agency& agency) {
    const auto alone = work.rules.Full("short_name", agency.printed);
    if (agency.id || !alone || !alone->Get("head").empty()) return false;
    if (!words) words.emplace(work);
    auto known = offices.find(agency.printed);
    if (known == offices.end()) known = offices.emplace(agency.printed, words->OfficeOf(alone->Get("short"))).first;
    const bool ends_so = known->second && (agency.name == agency.printed || FoldKey(*known->second).ends_with(FoldKey(agency.name)));
    if (ends_so) take(agency, *known->second);
    return ends_so;
  };
  const auto write_out = [&](Agency& agency) {
    if (take_office(agency)) return;
    if (agency.id || !work.rules.First("unknown_abbreviation", agency.name)) return;
    if (!words) words.emplace(work);
    const auto known = names.find(agency.name);
    const std::string name = known != names.end() ? known->second : WithOwnWords(work.rules, *words, agency.name);
    names.emplace(agency.name, name);
    if (name != agency.name) take(agency, name);
  };
  for (Task& task : work.document.tasks) {
    for (auto* agencies : {&task.lead, &task.coordinators, &task.approver}) {
      for (Agency& agency : *agencies) write_out(agency);
    }
  }
}

}  // namespace trichluc
