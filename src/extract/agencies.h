// Agency names: printed forms → registered, canonical names (contract: "Agencies", "Issuer").
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "model/record.h"
#include "rules/rules.h"

namespace trichluc {

// Where the document comes from; completes "tỉnh", "huyện". Names without the kind: "Kiên Giang". Empty: not known.
struct PlaceContext {
  std::string province, district, commune;
};

class AgencyRegistry {
 public:
  explicit AgencyRegistry(std::shared_ptr<const RuleSet> rules);
  ~AgencyRegistry();

  // A cell or phrase that lists agencies, split as the contract says: "Sở Tài chính; Sở Nội vụ" is two, "Các Sở: Kế
  // hoạch và Đầu tư, Tài chính" is two with the head repeated, groups ("Các Sở, ngành có liên quan") stay one, "Sở Nội
  // vụ và các địa phương" is two. Empty for empty text. Line breaks and leading dashes of list cells separate entries.
  std::vector<Agency> ResolveList(std::string_view text, const PlaceContext& place) const;

  // One printed name. `name` is the canonical full form: abbreviations written out, case of the registry, the place
  // completed where the registry has that agency ("UBND tỉnh" → "Ủy ban nhân dân tỉnh Kiên Giang").
  Agency Resolve(std::string_view printed, const PlaceContext& place) const;

  // A letterhead in capitals: "SỞ Y TẾ" under "UBND TỈNH KIÊN GIANG" → "Sở Y tế tỉnh Kiên Giang".
  Agency ResolveIssuer(std::string_view printed, std::string_view parent_printed, const PlaceContext& place) const;

  // Is this (whole) text an agency or a group of agencies, 0..1? For columns without a header and for running text.
  double Likelihood(std::string_view text) const;

  // The place a letterhead speaks of: "UBND HUYỆN GÒ QUAO", "Gò Quao" → district Gò Quao, province Kiên Giang when the
  // units list knows it.
  PlaceContext PlaceOf(std::string_view issuer, std::string_view parent, std::string_view place) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace trichluc
