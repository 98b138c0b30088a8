// Agencies whose names were damaged: the registered name that one was taken for is evidence, with the
// distance; between several names equally near none was taken, which a person should look at.
#include <fmt/format.h>

#include <algorithm>

#include "extract/context.h"

namespace trichluc {
namespace {

constexpr double kPerLetter = 0.05;  // less sure for each letter that differs

// Where the field stands: its own evidence, else the task's.
Evidence PlaceOfField(const Document& document, const std::string& field, int page) {
  const std::string whole = field.substr(0, field.rfind('/') + 1);
  const Evidence* near = nullptr;
  for (const Evidence& evidence : document.evidence) {
    if (evidence.field == field) return evidence;
    if (near == nullptr && !whole.empty() && evidence.field.rfind(whole, 0) == 0) near = &evidence;
  }
  if (near != nullptr) return *near;
  Evidence none;
  none.page = page;
  return none;
}

void ExplainName(Document& document, const std::string& field, const std::string& index,
                 const std::string& where, int page, Agency& agency) {
  const std::vector<NearName> near = std::move(agency.near);
  agency.near.clear();
  if (near.size() == 1) {
    Evidence evidence = PlaceOfField(document, field, page);
    evidence.field = field + index;
    evidence.raw = agency.printed;
    evidence.rule = fmt::format("agency.near, distance {}", near.front().distance);
    evidence.confidence = std::max(0.5, 1 - kPerLetter * near.front().distance);
    document.evidence.push_back(evidence);
  } else if (near.size() > 1) {
    std::string names;
    for (const NearName& name : near) names += (names.empty() ? "" : " and ") + ("\"" + name.name + "\"");
    AddFlag(document, "ambiguous_agency", page,
            fmt::format("{}: \"{}\" is equally near to {} (distance {}), none was taken", where,
                        agency.printed, names, near.front().distance));
  }
}

}  // namespace

void ExplainDamagedNames(Work& work) {
  Document& document = work.document;
  const int first = document.page_from;
  if (document.issuer) ExplainName(document, "issuer", "", "issuer", first, *document.issuer);
  if (document.parent_issuer)
    ExplainName(document, "parent_issuer", "", "parent_issuer", first, *document.parent_issuer);
  for (size_t i = 0; i < document.tasks.size(); ++i) {
    Task& task = document.tasks[i];
    const std::string path = "tasks/" + std::to_string(i) + "/";
    const std::string where = "task " + task.no.value_or("#" + std::to_string(i + 1));
    const auto explain = [&](const char* role, std::vector<Agency>& agencies) {
      for (size_t j = 0; j < agencies.size(); ++j)
        ExplainName(document, path + role, "/" + std::to_string(j), where, task.page_from, agencies[j]);
    };
    explain("lead", task.lead);
    explain("coordinators", task.coordinators);
    explain("approver", task.approver);
  }
}

}  // namespace trichluc
