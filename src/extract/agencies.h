// Agency names: printed forms → registered, canonical names (contract: "Agencies", "Issuer").
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/record.h"
#include "rules/rules.h"

namespace trichluc {

// Where the document comes from; the province completes "tỉnh", all of it issuers. Names without the kind: "Kiên Giang". Empty: not
// known.
struct PlaceContext {
  std::string province, district, commune;
};

// An agency at the beginning of a text.
struct LeadingAgency {
  Agency agency;
  size_t length = 0;  // bytes of the text that name it
  bool registered = false;
};

// The registry of rules/agencies with the abbreviations and the units. Immutable and safe to share between
// threads.
class AgencyRegistry {
 public:
  explicit AgencyRegistry(std::shared_ptr<const RuleSet> rules);
  ~AgencyRegistry();

  // A cell or phrase that lists agencies, split as the contract says: "Sở Tài chính; Sở Nội vụ" is two, "Các
  // Sở: Kế hoạch và Đầu tư, Tài chính" is two with the head repeated, groups ("Các Sở, ngành có liên quan")
  // stay one, "Sở Nội vụ và các địa phương" is two. Empty for empty text. Line breaks are wrapping, bullets
  // behind them separate. `printed` is the piece that names the agency, without a head that stands before
  // several, notes in parentheses and words like "Mời", "thực hiện".
  std::vector<Agency> ResolveList(std::string_view text, const PlaceContext& place) const;

  // One printed name. `name` is the full form: abbreviations written out, case of the registry, no word more than printed (`id` tells
  // that "Đoàn Thanh niên" is the one of the registry), the province completed where the registry has that agency ("UBND tỉnh" →
  // "Ủy ban nhân dân tỉnh Kiên Giang"; contract: "Agencies"). A
  // damaged name takes the one registered name near it, told in `near`; between several equally near, told
  // there too, none is taken. A name unknown to the registry stays as printed, `id` absent.
  Agency Resolve(std::string_view printed, const PlaceContext& place) const;

  // The agency that a text begins with ("UBND tỉnh Kiên Giang ban hành …"): the longest registered name,
  // else, when the text begins with a capital, what stands before the first match of the rules
  // "reference_agency_end".
  std::optional<LeadingAgency> ResolveLeading(std::string_view text, const PlaceContext& place) const;

  // A letterhead in capitals: "SỞ Y TẾ" under "UBND TỈNH KIÊN GIANG" → "Sở Y tế tỉnh Kiên Giang".
  Agency ResolveIssuer(std::string_view printed, std::string_view parent_printed,
                       const PlaceContext& place) const;

  // A line of a letterhead whose words ran together ("BỘYTẾÉ", "UBNDTỈNHBÉÊNTRE 2") as the registry spells it, in capitals; none for
  // lines that are registered, or near to a registered name, as they are.
  std::optional<std::string> Respaced(std::string_view line, const PlaceContext& place) const;

  // Is this (whole) text an agency or a group of agencies, 0..1? For columns without a header and for running
  // text.
  double Likelihood(std::string_view text) const;

  // Whether a text begins as agencies or groups of them do; whether it is, as a whole, a registered name; whether a name cannot end
  // as this text does ("Chủ tịch", "Sở Tài chính và"; not where that is registered: "Văn phòng HĐND và UBND").
  bool StartsAgency(std::string_view text) const;
  bool IsRegistered(std::string_view text) const;
  bool IsOpen(std::string_view text) const;
  bool LiesInUnits(std::string_view name, std::string_view next) const;  // "Công an" | "các huyện, thành phố" is one name
  bool LiesInPerson(std::string_view name, std::string_view next) const;  // "Đ/c Lê Văn Hoa -" | "Phó Chủ tịch" | "UBND xã" is one person
  bool StartsLine(std::string_view text) const;  // begins as agencies do, and as the second line of a name hardly does

  // The place a letterhead speaks of: "UBND HUYỆN GÒ QUAO", "Gò Quao" → district Gò Quao, province Kiên Giang
  // when the units list knows it.
  PlaceContext PlaceOf(std::string_view issuer, std::string_view parent, std::string_view place) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace trichluc
