// The knowledge, loaded from rules/*.toml: checked, compiled, immutable. Nothing about document kinds, column
// names, agencies or date wordings is compiled into the program.
//
// A pattern rule is one RE2 expression over the matching key of a text (text/text.h MakeKey),
// case-insensitive but for what stands behind (?-i). What the pattern says literally goes through the same
// key; a literal blank is any white space. {{NAME}} stands for a macro. Named groups are what it yields.
// Rules of a set are tried in file order; earlier rules are more specific.
//
// A rule set does not change once loaded and may be used by several threads. Matching takes time linear in
// the text.
//
// rules/README.md documents every key and every error.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/error.h"

namespace trichluc {

// A rule file that is refused. what() holds several lines: "file:line:column: message", the line itself, a
// caret, and "did you mean …?" for a misspelt key.
class RuleError : public UsageError {
 public:
  using UsageError::UsageError;
};

struct Span {
  size_t begin = 0, end = 0;
  bool operator==(const Span&) const = default;
};

struct RuleExample {
  std::string text;
  std::map<std::string, std::string> expect;  // group or `gives` name → expected text
  int line = 0;
};

struct PatternRule {
  std::string id;                            // "deadline.quarter"; unique over all files
  std::string set;                           // "deadline"
  std::map<std::string, std::string> gives;  // constants the rule adds: {kind = "quarter"}
  std::map<std::string, int> longest;        // group → letters at most: a match with more of them is none
  bool whole = false;                        // matches whole texts only, also in First and All
  double confidence = 1;                     // of a clean match, 0..1
  std::string source;                        // which article, which document taught it
  std::string file;
  int line = 0;
  std::vector<RuleExample> examples;
  std::vector<std::string> rejects;  // texts the rule must not match
};

// A match in the text that was passed in (offsets are of that text, not of its key).
struct Match {
  const PatternRule* rule = nullptr;
  Span span;
  std::map<std::string, Span> groups;         // groups that took part
  std::map<std::string, std::string> values;  // their text, normalised; and the rule's `gives`

  bool Has(const std::string& name) const { return values.count(name) != 0; }
  std::string Get(const std::string& name) const {  // "" when absent
    auto found = values.find(name);
    return found == values.end() ? std::string() : found->second;
  }
};

// rules/types.toml
struct TypeEntry {
  std::string code, name;           // "KH", "Kế hoạch"
  std::vector<std::string> titles;  // further title wordings; the name in capitals is implied
  std::vector<std::string> codes;   // further abbreviations seen in symbols (older: "QĐ-UB")
  std::string family;               // "state", "party", "legal", "copy"
  std::string folded;               // FoldKey of the name
};

// rules/columns.toml: meaning of a table column
struct ColumnEntry {
  std::string meaning;  // no content kind lead coordinators approver deadline output basis leader …
  std::vector<std::string> titles;    // whole header cells, by FoldKey
  std::vector<std::string> contains;  // phrases that decide when the whole does not match
  // The two as they are compared: folded (FoldKey), the titles in code points.
  std::vector<std::u32string> folded_titles;
  std::vector<std::string> folded_contains;
};

// rules/agencies/*.toml
struct AgencyEntry {
  std::string id, name;
  std::vector<std::string> aliases;
  std::string level;   // central, province, district, commune, party, front, enterprise
  bool local = false;  // one in every province ("Sở Y tế"): completed by the place in an issuer's name
  std::string valid_from, valid_to, successor;
};
// A word or phrase of a list of the rules as it is compared.
struct ListEntry {
  std::string text;
  std::string folded, bare;  // FoldKey, StripDiacritics
  std::u32string letters;    // `bare`, each letter once where it stands twice: broken ones are read so
  size_t length = 0;         // of the text, in code points
};
struct AbbreviationEntry {
  std::string abbreviation, expansion;  // "UBND" → "Ủy ban nhân dân"
};
struct UnitEntry {
  std::string name, kind;  // "Kiên Giang", "tỉnh"
  std::string province;    // of a district or commune; empty for a province
  std::string valid_from, valid_to;
  std::string successor;  // of a province: the name of the one that it became part of
  std::string bare;       // StripDiacritics of the name
};

class RuleSet {
 public:
  // Reads every .toml below `directory`. Throws RuleError for the first mistake found.
  static std::shared_ptr<const RuleSet> Load(const std::string& directory);
  ~RuleSet();
  RuleSet(const RuleSet&) = delete;
  RuleSet& operator=(const RuleSet&) = delete;

  // The first rule of the set (file order) that matches anywhere in the text, at its leftmost place.
  std::optional<Match> First(std::string_view set, std::string_view text) const;
  // The first of them whose match is accepted; later ones are not tried.
  std::optional<Match> FirstThat(std::string_view set, std::string_view text, const std::function<bool(const Match&)>& accepts) const;
  // The first rule of the set that matches the whole text (white space at both ends apart).
  std::optional<Match> Full(std::string_view set, std::string_view text) const;
  // All matches of all rules of the set, by position; where two overlap the earlier rule wins.
  std::vector<Match> All(std::string_view set, std::string_view text) const;

  const std::vector<PatternRule>& patterns() const;
  const std::vector<TypeEntry>& types() const;
  const std::vector<ColumnEntry>& columns() const;
  // FoldKey of every title of a column → its meaning.
  const std::unordered_map<std::string, std::string>& column_titles() const;
  const std::vector<AgencyEntry>& agencies() const;
  const std::vector<AbbreviationEntry>& abbreviations() const;
  const std::vector<UnitEntry>& units() const;
  // A plain list of rules/lists.toml by name; throws RuleError when there is none of that name.
  const std::vector<std::string>& List(std::string_view name) const;
  // The same list, as its entries are compared.
  const std::vector<ListEntry>& Entries(std::string_view name) const;

  // As given to Load.
  const std::string& directory() const;

  // SHA-256 over all rule files: what was extracted with other rules is known to be stale.
  const std::string& hash() const;

  // Runs every rule's examples and rejects. Empty when all hold; else one line each: "file:line: rule id: …".
  std::vector<std::string> Check() const;

  struct Impl;

 private:
  explicit RuleSet(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace trichluc
