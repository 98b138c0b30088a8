#include <algorithm>
#include <array>
#include <functional>

#include "rules/impl.h"
#include "text/text.h"

namespace trichluc {
namespace {

bool IsBlank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// A match and where it stands in the key.
struct Found {
  Match match;
  Span in_key;
};

Span WithoutBlanks(const std::string& text) {
  Span inner{0, text.size()};
  while (inner.begin < inner.end && IsBlank(text[inner.begin])) ++inner.begin;
  while (inner.end > inner.begin && IsBlank(text[inner.end - 1])) --inner.end;
  return inner;
}

// A text as it is matched.
struct Prepared {
  std::string text;
  Key key;
  Span inner;  // of the key: without white space at both ends
};

// Good until the thread's next call: a line or a cell is asked with one set after another.
const Prepared& Prepare(std::string_view text) {
  constexpr size_t kSlots = 64;
  thread_local std::array<Prepared, kSlots> prepared;
  Prepared& slot = prepared[std::hash<std::string_view>()(text) % kSlots];
  if (slot.text == text && !slot.key.origin.empty()) return slot;
  slot.text = text;
  slot.key = MakeKey(text);
  slot.inner = WithoutBlanks(slot.key.text);
  return slot;
}

// A text with its key. One at a time.
class Subject {
 public:
  explicit Subject(std::string_view text) : text_(text), prepared_(Prepare(text)), key_(prepared_.key) {}

  size_t size() const { return key_.text.size(); }

  // Rules of the set that may match anywhere; that may match the whole text.
  std::vector<size_t> RulesAnywhere(const RuleGroup& group) const {
    return group.Anywhere(key_.text, Piece(prepared_.inner));
  }
  std::vector<size_t> RulesWhole(const RuleGroup& group) const { return group.Whole(Piece(prepared_.inner)); }

  // The rule's first match at or behind `begin`, an offset of the key.
  std::optional<Found> Find(const RuleSet::Impl& rules, size_t pattern, size_t begin) const {
    return Run(rules, pattern, {0, size()}, begin, RE2::UNANCHORED);
  }

  // The whole text, white space at both ends apart.
  std::optional<Found> Whole(const RuleSet::Impl& rules, size_t pattern) const {
    return Run(rules, pattern, prepared_.inner, 0, RE2::ANCHOR_BOTH);
  }

 private:
  std::optional<Found> Run(const RuleSet::Impl& rules, size_t pattern, Span within, size_t begin,
                           RE2::Anchor anchor) const {
    const CompiledPattern& compiled = rules.compiled[pattern];
    const re2::StringPiece text = Piece(within);
    std::vector<re2::StringPiece> parts(static_cast<size_t>(compiled.expression->NumberOfCapturingGroups()) +
                                        1);
    while (true) {
      if (!compiled.expression->Match(text, begin, text.size(), anchor, parts.data(),
                                      static_cast<int>(parts.size()))) {
        return std::nullopt;
      }
      const size_t behind = BehindTooLong(compiled, parts, text);
      if (behind == 0) break;
      begin = behind;
      if (anchor == RE2::ANCHOR_BOTH || begin > text.size()) return std::nullopt;
    }
    Found found{{&rules.patterns[pattern], Original(parts[0]), {}, rules.patterns[pattern].gives},
                InKey(parts[0])};
    for (const auto& [name, number] : compiled.groups) {
      const re2::StringPiece& part = parts[static_cast<size_t>(number)];
      if (part.data() == nullptr) continue;
      const Span span = Original(part);
      found.match.groups[name] = span;
      found.match.values[name] = Normalise(text_.substr(span.begin, span.end - span.begin));
    }
    return found;
  }

  // Where to look for the next match when a group of this one is too long, 0 when none is. Not one byte on: what ends where
  // this one ends is too long as well, and a text of many beginnings would be searched as often.
  static size_t BehindTooLong(const CompiledPattern& compiled, const std::vector<re2::StringPiece>& parts,
                              re2::StringPiece text) {
    constexpr size_t kBytes = 4;  // of a letter, at most
    size_t behind = 0;
    for (const auto& [group, most] : compiled.longest) {
      const re2::StringPiece& part = parts[static_cast<size_t>(group)];
      if (part.size() <= most || Length({part.data(), part.size()}) <= most) continue;
      const auto end = static_cast<size_t>(part.data() + part.size() - text.data());
      behind = std::max({behind, static_cast<size_t>(parts[0].data() - text.data()) + 1, end - std::min(end, most * kBytes)});
    }
    return behind;
  }

  re2::StringPiece Piece(Span within) const {
    return {key_.text.data() + within.begin, within.end - within.begin};
  }

  Span InKey(const re2::StringPiece& part) const {
    const auto begin = static_cast<size_t>(part.data() - key_.text.data());
    return {begin, begin + part.size()};
  }

  Span Original(const re2::StringPiece& part) const {
    const Span span = InKey(part);
    return {key_.origin[span.begin], key_.origin[span.end]};
  }

  std::string_view text_;
  const Prepared& prepared_;
  const Key& key_;
};

std::optional<Found> FindRule(const RuleSet::Impl& rules, size_t pattern, const Subject& subject,
                              size_t begin) {
  if (!rules.patterns[pattern].whole) return subject.Find(rules, pattern, begin);
  return begin == 0 ? subject.Whole(rules, pattern) : std::nullopt;
}

bool Overlap(const Span& a, const Span& b) { return a.begin < b.end && b.begin < a.end; }

// Adds the rule's matches that keep clear of those taken already.
void Collect(const RuleSet::Impl& rules, size_t pattern, const Subject& subject, std::vector<Found>& taken) {
  const size_t before = taken.size();
  for (size_t begin = 0; begin <= subject.size();) {
    std::optional<Found> found = FindRule(rules, pattern, subject, begin);
    if (!found) return;
    const Span span = found->in_key;
    begin = std::max(span.end, begin + 1);
    if (span.begin == span.end) continue;
    const auto end = taken.begin() + static_cast<std::ptrdiff_t>(before);
    const auto rival =
        std::find_if(taken.begin(), end, [&](const Found& f) { return Overlap(f.in_key, span); });
    if (rival == end) {
      taken.push_back(std::move(*found));
    } else {
      begin = std::max(span.begin + 1, rival->in_key.end);
    }
  }
}

const RuleGroup& GroupOf(const RuleSet::Impl& rules, std::string_view set) {
  static const RuleGroup kNone;
  const auto found = rules.sets.find(set);
  return found == rules.sets.end() ? kNone : found->second;
}

}  // namespace

std::optional<Match> MatchRule(const RuleSet::Impl& rules, size_t pattern, std::string_view text) {
  std::optional<Found> found = FindRule(rules, pattern, Subject(text), 0);
  return found ? std::optional<Match>(std::move(found->match)) : std::nullopt;
}

std::optional<Match> RuleSet::First(std::string_view set, std::string_view text) const {
  return FirstThat(set, text, [](const Match&) { return true; });
}

std::optional<Match> RuleSet::FirstThat(std::string_view set, std::string_view text,
                                        const std::function<bool(const Match&)>& accepts) const {
  const Subject subject(text);
  for (const size_t pattern : subject.RulesAnywhere(GroupOf(*impl_, set))) {
    std::optional<Found> found = FindRule(*impl_, pattern, subject, 0);
    if (found && accepts(found->match)) return std::move(found->match);
  }
  return std::nullopt;
}

std::optional<Match> RuleSet::Full(std::string_view set, std::string_view text) const {
  const Subject subject(text);
  for (const size_t pattern : subject.RulesWhole(GroupOf(*impl_, set))) {
    if (std::optional<Found> found = subject.Whole(*impl_, pattern)) return std::move(found->match);
  }
  return std::nullopt;
}

std::vector<Match> RuleSet::All(std::string_view set, std::string_view text) const {
  const Subject subject(text);
  std::vector<Found> taken;
  for (const size_t pattern : subject.RulesAnywhere(GroupOf(*impl_, set))) Collect(*impl_, pattern, subject, taken);
  std::sort(taken.begin(), taken.end(),
            [](const Found& a, const Found& b) { return a.in_key.begin < b.in_key.begin; });
  std::vector<Match> out;
  for (Found& found : taken) out.push_back(std::move(found.match));
  return out;
}

}  // namespace trichluc
