// Cells and phrases that list agencies → pieces, one for each agency or group (contract "Agencies"). Private
// to the room.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/rules.h"

namespace trichluc {

// One entry of a list. `head` stands before the list and belongs to each of its entries: "Các Sở: Tài chính,
// Nội vụ" gives {"Tài chính", "Sở"} and {"Nội vụ", "Sở"}.
struct AgencyPiece {
  std::string name;    // the piece of the text, without its head and what is no part of a name
  std::string head;    // "" when the piece stands for itself
  bool group = false;  // "các sở, ban, ngành"

  std::string Full() const { return head.empty() ? name : head + " " + name; }
};

class AgencyLists {
 public:
  // Says whether a text is, as a whole, the name of a registered agency or unit; with `near` also a damaged
  // one.
  using Registered = std::function<bool(const std::string& text, bool near)>;

  AgencyLists(const RuleSet& rules, Registered registered);

  std::vector<AgencyPiece> Split(std::string_view text) const;

  // The piece without what is no part of a name: bullets, parentheses at the end, "Mời …", "… thực hiện".
  std::string Strip(const std::string& piece) const;
  bool IsGroup(std::string_view text) const;
  bool StartsAgency(std::string_view text) const;

  // A person with a form of address: "Đồng chí Lê Văn Hoa, Chủ tịch UBND xã", "BS. Hùng, khoa Nội". Where the posts and rooms of one
  // begin; none where no person stands in front.
  bool StartsPerson(std::string_view text) const;
  std::vector<size_t> PostsOf(const std::string& text) const;

 private:
  struct Join {  // a separator that may also stand inside a name
    size_t begin, end;
  };
  struct Head {
    std::string text;   // "Sở", "UBND"
    std::string kind;   // of "UBND các huyện A, B": belongs to names without a kind of their own
    bool list = false;  // announced: "Các Sở: …"; else remembered from the entry before

    std::string Full() const { return kind.empty() ? text : text + " " + kind; }
  };

  std::vector<std::string> Break(std::string_view text) const;
  bool IsDashOfName(const std::string& lines, const Span& span) const;
  struct Entry {
    size_t name_begin, end;
    std::string head;  // that belongs to its name
    bool group;
  };
  size_t OpenHead(const std::string& part, size_t begin, const std::vector<Join>& joins, Head& head) const;
  Entry EntryAt(const std::string& part, size_t begin, const std::vector<Join>& joins, Head& head) const;
  void SplitPart(const std::string& part, std::vector<AgencyPiece>& pieces) const;
  std::vector<Join> Joins(const std::string& part) const;
  bool InAbbreviation(const std::string& part, size_t at) const;
  size_t EndOfGroup(const std::string& part, size_t begin, const std::vector<Join>& joins) const;
  bool GoesOn(const std::string& part, size_t end, const std::vector<Join>& joins, const std::string& name) const;
  size_t EndOfRegistered(const std::string& part, size_t begin, const std::vector<Join>& joins,
                         const std::string& head, bool near) const;
  size_t EndOfName(const std::string& part, size_t begin, const std::vector<Join>& joins,
                   const std::string& head) const;
  size_t EndOfUnknown(const std::string& part, size_t begin, const std::vector<Join>& joins, bool list) const;
  bool IsRegistered(const std::string& text, bool near) const;
  bool IsOfPerson(const std::string& part, size_t begin, const Join& join, const std::vector<Join>& joins) const;
  bool PartsPersons(const std::string& part, size_t begin, const Join& join, const std::vector<Join>& joins) const;
  bool IsShortField(const std::string& part, const Join& join) const;
  bool IsShortOfField(const std::string& rest) const;

  const RuleSet& rules_;
  Registered registered_;
  std::vector<std::string> spaced_;  // abbreviations of several words: "NN và PTNT"
};

}  // namespace trichluc
