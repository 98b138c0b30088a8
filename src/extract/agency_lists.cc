#include "extract/agency_lists.h"

#include <algorithm>

#include "extract/titles.h"
#include "text/text.h"

namespace trichluc {
namespace {

size_t SkipBlanks(const std::string& text, size_t at) {
  return std::min(text.find_first_not_of(" \t\n", at), text.size());
}

}  // namespace

AgencyLists::AgencyLists(const RuleSet& rules, Registered registered)
    : rules_(rules), registered_(std::move(registered)) {
  for (const AbbreviationEntry& entry : rules.abbreviations()) {
    if (entry.abbreviation.find(' ') != std::string::npos) spaced_.push_back(entry.abbreviation);
  }
}

std::vector<AgencyPiece> AgencyLists::Split(std::string_view text) const {
  std::vector<AgencyPiece> pieces;
  for (const std::string& part : Break(text)) SplitPart(part, pieces);
  return pieces;
}

// "Phòng Đào tạo | - Chỉ đạo tuyến": a dash that came to stand at the head of a line, in a list without bullets, or with them behind
// an item that is not closed, as others are: "- Vụ Kế hoạch | - Tài chính; | - Bộ Y tế".
bool AgencyLists::IsDashOfName(const std::string& lines, const Span& span) const {
  if (span.begin == 0 || lines[span.begin] != '\n' || span.begin + 1 >= span.end) return false;
  const bool bulleted = rules_.First("agency_bullet", lines).has_value();
  const bool closed = std::string_view(".;,:").find(lines[span.begin - 1]) != std::string_view::npos;
  const std::string mark = Normalise(std::string_view(lines).substr(span.begin, span.end - span.begin));
  const bool others_closed = lines.find(";\n") != std::string::npos;
  const size_t above = lines.rfind('\n', span.begin - 1) + 1;  // 0 where there is none
  const std::vector<size_t> posts = PostsOf(lines.substr(above));
  const bool post = std::find(posts.begin(), posts.end(), span.end - above) != posts.end();  // "Đ/c Lê Văn Hoa | - Trưởng phòng"
  const std::string rest = lines.substr(span.end);
  return mark == "-" && (!bulleted || others_closed) && !closed && (post || !StartsAgency(rest) || IsShortOfField(rest));
}

std::vector<size_t> AgencyLists::PostsOf(const std::string& text) const {
  std::vector<size_t> begins;
  if (!StartsPerson(text)) return begins;
  // What ends one post may begin the next: "…, Chi ủy viên, Chủ tịch Công đoàn".
  for (size_t at = 0; const auto match = rules_.First("person_post", std::string_view(text).substr(at));) {
    at += match->groups.at("post").begin;
    begins.push_back(at);
  }
  if (const auto room = rules_.First("person_room", text)) begins.push_back(room->groups.at("post").begin);
  return begins;
}

// At what always separates: ";", bullets, the end of a sentence. Line breaks are wrapping.
std::vector<std::string> AgencyLists::Break(std::string_view text) const {
  std::vector<std::string> parts;
  const std::string lines = NormaliseLines(text);
  size_t begin = 0;
  auto add = [&](size_t end) {
    const std::string part = Normalise(std::string_view(lines).substr(begin, end - begin));
    if (!part.empty()) parts.push_back(part);
  };
  for (const Match& match : rules_.All("agency_break", lines)) {
    const Span span = match.groups.count("break") != 0 ? match.groups.at("break") : match.span;
    if (span.begin < begin || IsDashOfName(lines, span)) continue;
    add(span.begin);
    begin = span.end;
  }
  add(lines.size());
  return parts;
}

std::string AgencyLists::Strip(const std::string& piece) const {
  std::string text = Normalise(piece);
  for (int turn = 0; turn < 6; ++turn) {
    const auto noise = rules_.First("agency_noise", text);
    if (noise && noise->Get("of") == "agency" && StartsPerson(text)) break;
    if (!noise || rules_.First("agency_of_its_work", text)) break;
    const Span span = noise->groups.count("noise") != 0 ? noise->groups.at("noise") : noise->span;
    if (span.begin >= span.end) break;
    const std::string rest = Normalise(text.substr(0, span.begin) + " " + text.substr(span.end));
    if (rest.empty() || rules_.First("agency_bare_noun", rest)) break;
    text = rest;
  }
  return text;
}

bool AgencyLists::IsGroup(std::string_view text) const {
  return rules_.First("agency_group", text).has_value();
}

bool AgencyLists::StartsAgency(std::string_view text) const {
  if (rules_.First("agency_no_start", text)) return false;
  return rules_.First("agency_start", text).has_value() || IsGroup(text) || StartsPerson(text);
}

bool AgencyLists::StartsPerson(std::string_view text) const {
  return rules_.First("person_start", text) && !rules_.First("person_no_start", text);
}

bool AgencyLists::IsRegistered(const std::string& text, bool near) const {
  return registered_(Strip(text), near);
}

// Whether a separator stands inside an abbreviation that is printed with it: "Ngân hàng NN và PTNT huyện".
bool AgencyLists::InAbbreviation(const std::string& part, size_t at) const {
  return std::any_of(spaced_.begin(), spaced_.end(), [&](const std::string& shortened) {
    for (size_t begin = part.find(shortened); begin != std::string::npos; begin = part.find(shortened, begin + 1)) {
      const size_t end = begin + shortened.size();
      const bool word = (begin == 0 || part[begin - 1] == ' ') && (end == part.size() || std::string_view(" ,;.").find(part[end]) != std::string_view::npos);
      if (word && begin < at && at < end) return true;
    }
    return false;
  });
}

// Separators outside parentheses.
std::vector<AgencyLists::Join> AgencyLists::Joins(const std::string& part) const {
  std::vector<Join> joins;
  for (const Match& match : rules_.All("agency_join", part)) {
    const std::string before = part.substr(0, match.span.begin);
    const bool inside =
        std::count(before.begin(), before.end(), '(') > std::count(before.begin(), before.end(), ')');
    const auto join = match.groups.find("join");
    const Span span = join == match.groups.end() ? match.span : join->second;
    // "Chi cục Kiểm ngư Vùng I, II, III": one name with its numbers
    const bool numeral = rules_.First("agency_numeral", std::string_view(part).substr(span.end)).has_value();
    const bool unfinished = before.ends_with('.') && rules_.First("agency_unfinished", before);
    const bool units = rules_.First("agency_units_go_on", before + " | " + part.substr(span.end)).has_value();
    if (!inside && !numeral && !unfinished && !units && !InAbbreviation(part, span.begin)) joins.push_back({span.begin, span.end});
  }
  return joins;
}

// A head that several names share ("Các Sở: …") opens here: where the first name begins, `begin` when there
// is none.
size_t AgencyLists::OpenHead(const std::string& part, size_t begin, const std::vector<Join>& joins,
                             Head& head) const {
  const auto shared = rules_.First("agency_shared_head", std::string_view(part).substr(begin));
  if (!shared || shared->span.begin != 0) return begin;
  // "các khoa: Khám bệnh, Nội" is "Khoa Khám bệnh", "Khoa Nội".
  const Head opened{Capitalise(shared->Get("head")), shared->Get("kind"), true};
  const size_t name_begin = SkipBlanks(part, begin + shared->groups.at("all").end);
  if (shared->Get("sure") != "yes") {
    const size_t end = EndOfRegistered(part, name_begin, joins, opened.Full(), false);
    if (end == 0 || end == part.size()) return begin;  // "các Ban Thành ủy", "các Sở Công Thương" is a group
  }
  head = opened;
  return name_begin;
}

// The longest registered name that begins here. A damaged longer name is preferred to a shorter one behind
// which no agency begins: "Sở Nông nghiệp và Phát triển nông toôn" is not "Sở Nông nghiệp". 0 when there is
// none.
size_t AgencyLists::EndOfName(const std::string& part, size_t begin, const std::vector<Join>& joins,
                              const std::string& head) const {
  const size_t exact = EndOfRegistered(part, begin, joins, head, false);
  if (exact == part.size()) return exact;
  if (exact > 0) {
    const auto join =
        std::find_if(joins.begin(), joins.end(), [&](const Join& j) { return j.begin >= exact; });
    if (join == joins.end() || StartsAgency(part.substr(SkipBlanks(part, join->end)))) return exact;
  }
  return std::max(exact, EndOfRegistered(part, begin, joins, head, true));
}

AgencyLists::Entry AgencyLists::EntryAt(const std::string& part, size_t begin, const std::vector<Join>& joins,
                                        Head& head) const {
  Entry entry{OpenHead(part, begin, joins, head), 0, "", false};
  const std::string name = part.substr(entry.name_begin);
  if (!head.text.empty() && rules_.First("agency_unit_start", name)) {
    entry.head = head.text;  // UBND thành phố Rạch Giá, huyện Châu Thành
    entry.end = EndOfRegistered(part, entry.name_begin, joins, entry.head, false);
    if (entry.end > 0) return entry;
  }
  // "Các Sở: Giáo dục và Đào tạo, Y tế": also a name of its own, that an announced head makes a registered one
  const bool of_head = head.list && EndOfRegistered(part, entry.name_begin, joins, head.Full(), false) > 0;
  if (entry.name_begin == begin && StartsAgency(name) && !of_head) head = {};
  entry.head = head.Full();
  if (head.text.empty() && IsGroup(name)) {
    entry.group = true;
    entry.end = EndOfGroup(part, entry.name_begin, joins);
  } else if (!head.text.empty()) {
    entry.end = EndOfName(part, entry.name_begin, joins, entry.head);
  }
  if (entry.end > 0) return entry;
  entry.end = EndOfName(part, entry.name_begin, joins, "");
  const bool registered = entry.end > 0;
  if (!registered) entry.end = EndOfUnknown(part, entry.name_begin, joins, head.list);
  if (registered || !head.list) entry.head.clear();
  return entry;
}

void AgencyLists::SplitPart(const std::string& part, std::vector<AgencyPiece>& pieces) const {
  const std::vector<Join> joins = Joins(part);
  Head head;
  for (size_t begin = SkipBlanks(part, 0); begin < part.size();) {
    const Entry entry = EntryAt(part, begin, joins, head);
    AgencyPiece piece{Strip(part.substr(entry.name_begin, entry.end - entry.name_begin)), entry.head,
                      entry.group};
    if (head.text.empty()) {
      if (const auto own = rules_.First("agency_own_head", piece.name)) head = {own->Get("head"), "", false};
    }
    if (ToLower(piece.name) != ToUpper(piece.name)) pieces.push_back(std::move(piece));  // it has letters
    const auto next =
        std::find_if(joins.begin(), joins.end(), [&](const Join& join) { return join.begin >= entry.end; });
    if (next == joins.end()) break;
    begin = SkipBlanks(part, next->end);
  }
}

// A group goes on over separators until an agency or another group begins.
size_t AgencyLists::EndOfGroup(const std::string& part, size_t begin, const std::vector<Join>& joins) const {
  for (const Join& join : joins) {
    if (join.begin <= begin) continue;
    const std::string next = part.substr(SkipBlanks(part, join.end));
    if (!rules_.First("agency_group_part", next) && StartsAgency(next)) return join.begin;
  }
  return part.size();
}

// "Phòng Kinh tế | và vật liệu xây dựng", "Trung tâm Giáo dục nghề nghiệp | - Giáo dục thường xuyên": behind a weak separator
// stands neither an agency nor a name that the first one's head completes ("Sở Tài chính và Nội vụ"): one unknown name.
bool AgencyLists::GoesOn(const std::string& part, size_t end, const std::vector<Join>& joins, const std::string& name) const {
  const auto join = std::find_if(joins.begin(), joins.end(), [&](const Join& j) { return j.begin == end; });
  if (join == joins.end()) return false;
  const std::string separator = Normalise(part.substr(join->begin, join->end - join->begin));
  if (!rules_.Full("agency_weak_join", separator)) return false;
  const size_t begin = SkipBlanks(part, join->end);
  const auto next = std::find_if(joins.begin(), joins.end(), [&](const Join& j) { return j.begin > begin; });
  const std::string rest = part.substr(begin, (next == joins.end() ? part.size() : next->begin) - begin);
  if (rest.empty() || (StartsAgency(rest) && !IsShortOfField(rest)) || IsRegistered(rest, false)) return false;
  const auto own = rules_.First("agency_own_head", name);
  return !own || !IsRegistered(own->Get("head") + " " + rest, false);
}

// The longest registered name that begins here and ends at a separator; 0 when there is none.
size_t AgencyLists::EndOfRegistered(const std::string& part, size_t begin, const std::vector<Join>& joins,
                                    const std::string& head, bool near) const {
  std::vector<size_t> ends{part.size()};
  for (auto join = joins.rbegin(); join != joins.rend(); ++join) {
    if (join->begin > begin) ends.push_back(join->begin);
  }
  constexpr size_t kMostSeparators = 5;  // no name has more
  const size_t skip = ends.size() > kMostSeparators ? ends.size() - kMostSeparators : 0;
  for (size_t i = skip; i < ends.size(); ++i) {
    const std::string name = part.substr(begin, ends[i] - begin);
    const std::string full = head.empty() ? name : head + " " + name;
    if (IsRegistered(full, near) && !GoesOn(part, ends[i], joins, full)) return ends[i];
  }
  return 0;
}

// "Huỳnh Ngọc Lan Chi, Trương Gia Bảo": names of persons of known families on both sides of a separator.
bool AgencyLists::PartsPersons(const std::string& part, size_t begin, const Join& join, const std::vector<Join>& joins) const {
  const auto person = [&](size_t from, size_t to) {
    const auto name = rules_.Full("person_name", Normalise(part.substr(from, to - from)));
    return name && Length(name->Get("name")) > 4 && HasFamilyName(name->Get("name"), rules_);
  };
  const size_t next = SkipBlanks(part, join.end);
  const auto end = std::find_if(joins.begin(), joins.end(), [&](const Join& other) { return other.begin > next; });
  return person(begin, join.begin) && person(next, end == joins.end() ? part.size() : end->begin);
}

// "Vụ Khoa học công nghệ | và HTQT": such behind a weak separator.
bool AgencyLists::IsShortField(const std::string& part, const Join& join) const {
  const std::string separator = Normalise(part.substr(join.begin, join.end - join.begin));
  return rules_.Full("agency_weak_join", separator) && IsShortOfField(part.substr(SkipBlanks(part, join.end)));
}

// "HTQT", "GPMB, …": begins with capitals that are short for a field, not for an office.
bool AgencyLists::IsShortOfField(const std::string& rest) const {
  const std::string word = rest.substr(0, rest.find_first_of(" \n,;.("));
  const auto& entries = rules_.abbreviations();
  const auto entry = std::find_if(entries.begin(), entries.end(), [&](const AbbreviationEntry& one) { return one.abbreviation == word; });
  return entry != entries.end() && !StartsAgency(entry->expansion);
}

// What stands behind the separator is the person's post or room, or the separator stands in the name of one that began before it:
// "Đồng chí Lê Văn Hoa, Chủ tịch UBND xã", "Đ/c Lê Văn Hoa - Chánh Văn phòng HĐND | và UBND xã".
bool AgencyLists::IsOfPerson(const std::string& part, size_t begin, const Join& join, const std::vector<Join>& joins) const {
  const std::vector<size_t> posts = PostsOf(part.substr(begin));
  return std::any_of(posts.begin(), posts.end(), [&](size_t post) {
    const size_t from = begin + post;
    return from == SkipBlanks(part, join.end) || (from <= join.begin && EndOfRegistered(part, from, joins, "", false) > join.begin);
  });
}

// A name that the registry does not have ends where an agency begins; in an announced list, at every
// separator.
size_t AgencyLists::EndOfUnknown(const std::string& part, size_t begin, const std::vector<Join>& joins,
                                 bool list) const {
  for (const Join& join : joins) {
    if (join.begin <= begin || IsOfPerson(part, begin, join, joins)) continue;
    const bool starts = StartsAgency(part.substr(SkipBlanks(part, join.end))) && !IsShortField(part, join);
    if (list || starts || PartsPersons(part, begin, join, joins)) return join.begin;
  }
  return part.size();
}

}  // namespace trichluc
