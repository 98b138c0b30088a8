// What sentences that assign work consist of: where the name of who does it ends, the work without its tail, the time by which it is
// to be done. Private to the room.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "extract/agencies.h"
#include "rules/rules.h"

namespace trichluc {

constexpr double kSaidToLead = 0.5;  // likelihood of an agency where "chủ trì" or "giao" says that somebody is asked
constexpr double kSameTask = 0.7;   // share of common words from which body and table assign the same work
constexpr double kSamePart = 0.75;  // the same of one piece of work among several

// Work that is known already.
class KnownTasks {
 public:
  void Remember(const std::string& content, const std::vector<Agency>& lead);
  // Whether one says the same work as `content`: this share of the shorter one's words stands in the same order where the longer one
  // begins, or nearly all of them within it when they are many. Short rows of a table ("Lập hồ sơ mời thầu") stand in other work,
  // too: of these all words must be the same. What others do is another task, unless every word of it is the same.
  bool Has(const std::string& content, const std::vector<Agency>& lead, double share) const;

 private:
  struct Known {
    std::vector<std::string> words;  // in their order
    std::set<std::string> all;
    std::set<std::string> who;  // who leads it
  };
  static std::set<std::string> NamesOf(const std::vector<Agency>& lead);
  std::vector<Known> known_;
};

// A name that was cut where a word of it is a verb of work elsewhere goes on to the next verb: "Sở Kế hoạch và | đầu tư
// …", "các cơ quan, | tổ chức liên quan | hướng dẫn"; to the end where there is none: "Các chủ | đầu tư, Ban Quản lý dự án:", "… và các |
// tổ chức chính trị - xã hội tỉnh". One that holds a verb which no list has ends with its place: "UBND thị trấn Ea Knốp | sơn kẻ …".
void EndName(const RuleSet& rules, const AgencyRegistry& agencies, std::string* name, std::string* content);

// Whether a name is none that `work` is given to: a heading, a verb, a name that was cut off. "Văn phòng" alone is one where the
// sentence itself ends it (`whole`: a colon, "chủ trì" behind it) or the work is one that offices do (rules "bare_office_works").
bool LeadsNothing(const RuleSet& rules, const std::string& name, const std::string& work, bool whole);

// Who helps in "Chủ trì, phối hợp với Sở Tài chính: rà soát …" below who leads, where the work begins behind the colon (contract: "from
// after the colon"); without one the work is the whole of it. "" where it says nobody, or none that is believed to be an agency.
std::string TakeHelpers(const RuleSet& rules, const AgencyRegistry& agencies, std::string* content);

// Who helps in "Phối hợp (chặt chẽ) với Sở X, Sở Y tổ chức …", which stays as it is; "" where it says nobody, or none
// that is believed to be an agency.
std::string HelpersBeside(const RuleSet& rules, const AgencyRegistry& agencies, const std::string& content);

// Normalised, without the ends of sentences and what the rules "content_tail" tell.
std::string TrimContent(const RuleSet& rules, const std::string& text);

// The time by which a sentence wants its work done, as printed: of the match that found the work, else of the sentence's clause; ""
// for none.
std::string WhenOf(const RuleSet& rules, const Match& match, const std::string& text);

}  // namespace trichluc
