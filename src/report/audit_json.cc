// The audit as JSON.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "report/audit.h"

namespace trichluc {
namespace {

using Json = nlohmann::ordered_json;

Json Optional(const std::optional<std::string>& value) { return value ? Json(*value) : Json(nullptr); }

Json ShareAsJson(const Share& share) {
  return {{"value", share.Value()}, {"right", share.right}, {"all", share.all}};
}

Json ReliabilityAsJson(const Reliability& bins) {
  Json list = Json::array();
  for (size_t i = 0; i < bins.size(); ++i) {
    list.push_back({{"from", kBinStarts[i]}, {"right", bins[i].right}, {"all", bins[i].all}});
  }
  return list;
}

Json ScoreAsJson(const Score& score) {
  Json object = Json::object();
  for (const Figure& figure : Figures()) {
    if (const auto at = score.shares.find(figure.key); at != score.shares.end()) {
      object[figure.key] = ShareAsJson(at->second);
    }
    if (const auto at = score.lists.find(figure.key); at != score.lists.end()) {
      const Retrieval& list = at->second;
      object[figure.key] = {{"f1", list.F1()},         {"precision", list.Precision()},
                            {"recall", list.Recall()}, {"matched", list.matched},
                            {"found", list.found},     {"expected", list.expected}};
    }
    if (const auto at = score.rates.find(figure.key); at != score.rates.end()) {
      const ErrorRate& rate = at->second;
      object[figure.key] = {{"value", rate.Value()}, {"errors", rate.errors}, {"length", rate.length}};
    }
  }
  object["header_reliability"] = ReliabilityAsJson(score.header_reliability);
  object["task_reliability"] = ReliabilityAsJson(score.task_reliability);
  object["task_value_reliability"] = ReliabilityAsJson(score.task_value_reliability);
  return object;
}

}  // namespace

std::string AuditAsJson(const AuditReport& report, size_t limit) {
  Json object = {{"scans", Json::array()}, {"qualities", Json::object()}};
  for (const ScanScore& scan : report.scans) {
    object["scans"].push_back({{"id", scan.id},
                               {"quality", scan.quality},
                               {"path", scan.path},
                               {"figures", ScoreAsJson(scan.score)}});
  }
  for (const auto& [quality, score] : report.qualities) object["qualities"][quality] = ScoreAsJson(score);
  object["total"] = ScoreAsJson(report.total);
  object["unread"] = Json::array();
  for (const UnreadScan& scan : report.unread) {
    object["unread"].push_back(
        {{"id", scan.id}, {"quality", scan.quality}, {"path", scan.path}, {"reason", scan.reason}});
  }
  object["misses"] = Json::array();
  for (size_t i = 0; i < std::min(limit, report.misses.size()); ++i) {
    const Miss& miss = report.misses[i];
    object["misses"].push_back({{"scan", miss.scan},
                                {"quality", miss.quality},
                                {"document", miss.document},
                                {"field", miss.field},
                                {"expected", Optional(miss.expected)},
                                {"found", Optional(miss.found)}});
  }
  return object.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace trichluc
