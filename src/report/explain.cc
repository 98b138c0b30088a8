#include "report/explain.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "base/error.h"
#include "report/contract.h"
#include "report/find.h"
#include "report/text_layout.h"
#include "text/text.h"

namespace trichluc {
namespace {

using Parts = std::vector<std::string>;

Parts Split(const std::string& path) {
  Parts parts;
  std::string part;
  for (const char c : path + "/") {
    if (c != '/' && c != '.' && c != '[' && c != ']') {
      part += c;
    } else if (!part.empty()) {
      parts.push_back(std::move(part));
      part.clear();
    }
  }
  return parts;
}

std::string Join(const Parts& parts) {
  std::string path;
  for (const std::string& part : parts) path += (path.empty() ? "" : "/") + part;
  return path;
}

bool BeginsWith(const Parts& path, const Parts& head) {
  return head.size() <= path.size() && std::equal(head.begin(), head.end(), path.begin());
}

bool IsIndex(const std::string& part) {
  return !part.empty() && part.size() < 7 && part.find_first_not_of("0123456789") == std::string::npos;
}

const OrderedJson* Find(const OrderedJson& json, const Parts& path) {
  const OrderedJson* at = &json;
  for (const std::string& part : path) {
    if (at->is_array() && IsIndex(part) && std::stoul(part) < at->size()) {
      at = &(*at)[std::stoul(part)];
    } else if (at->is_object() && at->contains(part)) {
      at = &(*at)[part];
    } else {
      return nullptr;
    }
  }
  return at;
}

// Every path of the object, inner ones included.
void Collect(const OrderedJson& json, const Parts& head, std::vector<Parts>* paths) {
  for (const auto& item : json.items()) {
    if (!item.value().is_structured() && json.is_array())
      continue;  // "recipients/3": the list's own name does
    Parts path = head;
    path.push_back(item.key());
    paths->push_back(path);
    if (item.value().is_structured()) Collect(item.value(), path, paths);
  }
}

// What `field` may mean: itself, or every path that ends in that name.
std::vector<Parts> Resolve(const OrderedJson& json, const Document& document, const std::string& field) {
  const Parts asked = Split(field);
  const bool evident = std::any_of(document.evidence.begin(), document.evidence.end(),
                                   [&](const Evidence& e) { return BeginsWith(Split(e.field), asked); });
  if (!asked.empty() && (evident || Find(json, asked) != nullptr)) return {asked};
  std::vector<Parts> all, meant;
  Collect(json, {}, &all);
  std::set<std::string> names;
  for (const Parts& path : all) {
    if (asked.size() == 1 && path.back() == asked[0] && path[0] != "confidence") meant.push_back(path);
    for (const std::string& part : path) {
      if (!IsIndex(part)) names.insert(part);
    }
  }
  if (!meant.empty()) return meant;
  const std::vector<std::string> nearest =
      Nearest(asked.empty() ? field : asked.back(), {names.begin(), names.end()});
  const bool index = !asked.empty() && IsIndex(asked.back());
  std::string text = "the document has no field \"" + field + "\"" + (index ? "" : DidYouMean(nearest));
  if (index || nearest.empty())
    text += "; the fields are those of `trichluc show`, rows counted from 0: tasks/0/deadline";
  throw UsageError(text);
}

// Evidence at the path or below it; where there is none, that for the whole that it is a part of.
std::vector<Evidence> EvidenceFor(const Document& document, Parts path) {
  std::vector<Evidence> found;
  for (const Evidence& evidence : document.evidence) {
    if (BeginsWith(Split(evidence.field), path)) found.push_back(evidence);
  }
  while (found.empty() && path.size() > 1) {
    path.pop_back();
    for (const Evidence& evidence : document.evidence) {
      if (Split(evidence.field) == path) found.push_back(evidence);
    }
  }
  return found;
}

// Flags begin with the field they concern ("number: …"), or with the task ("task 4.1 …", "task #3 …").
bool Concerns(const Flag& flag, const Document& document, const Parts& path) {
  const auto begins = [&](const std::string& head) {
    return flag.detail.rfind(head, 0) == 0 &&
           (flag.detail.size() == head.size() ||
            std::string(" :,").find(flag.detail[head.size()]) != std::string::npos);
  };
  if (path[0] != "tasks") return begins(path[0]) || begins(Join(path));
  if (path.size() == 1) return begins("task") || flag.code.rfind("numbering", 0) == 0;
  if (!IsIndex(path[1]) || std::stoul(path[1]) >= document.tasks.size()) return false;
  const Task& task = document.tasks[std::stoul(path[1])];
  return begins(Join(path)) || begins("task #" + std::to_string(std::stoul(path[1]) + 1)) ||
         (task.no && begins("task " + *task.no) && flag.page == task.page_from);
}

class Explainer {
 public:
  Explainer(const StoredDocument& stored, size_t width, const std::vector<FieldChange>& changes)
      : document_(stored.document),
        changes_(changes),
        repairs_(stored.repairs),
        json_(ToContract(stored)),
        flags_(AllFlags(stored)),
        width_(std::max<size_t>(width, 40)) {}

  std::string Explain(const std::string& field) {
    for (const Parts& path : Resolve(json_, document_, field)) {
      if (!text_.empty()) text_ += '\n';
      Value(path);
      Confidence(path);
      const std::vector<Evidence> evidence = EvidenceFor(document_, path);
      for (const Evidence& piece : evidence) Piece(piece, Join(path));
      if (evidence.empty()) Line("evidence", "none: no rule gave a value here");
      for (const Flag& flag : flags_) {
        if (Concerns(flag, document_, path)) Line("flag", flag.code + ": " + flag.detail);
      }
      for (const FieldChange& change : changes_) {
        if (change.field == path[0]) Change(change);
      }
    }
    return std::move(text_);
  }

 private:
  void Line(const std::string& name, const std::string& value, size_t indent = 2) {
    const std::vector<std::string> lines = Wrap(value, width_ - 14 - indent);
    for (size_t i = 0; i < lines.size(); ++i) {
      text_ += std::string(indent, ' ') + Pad(i == 0 ? name : "", 12) + lines[i] + '\n';
    }
  }

  void Value(const Parts& path) {
    text_ += Join(path) + '\n';
    const OrderedJson* value = Find(json_, path);
    if (value == nullptr) return;
    if (!value->is_structured())
      return Line("value", value->is_string() ? value->get<std::string>() : ToLine(*value));
    if (value->empty()) return Line("value", "empty");
    std::istringstream lines(value->dump(2, ' ', false, OrderedJson::error_handler_t::replace));
    bool first = true;
    for (std::string line; std::getline(lines, line); first = false) {
      text_ += "  " + Pad(first ? "value" : "", 12) + Cut(line, width_ - 14) + '\n';
    }
  }

  void Confidence(const Parts& path) {
    for (const auto& [field, chance] : document_.confidence) {
      if (field == path[0]) Line("confidence", fmt::format("{:.2f}", chance));
    }
    if (path[0] == "tasks" && path.size() > 1 && IsIndex(path[1]) &&
        std::stoul(path[1]) < document_.tasks.size()) {
      Line("confidence",
           fmt::format("{:.2f} of the whole task", document_.tasks[std::stoul(path[1])].confidence));
    }
  }

  void Piece(const Evidence& piece, const std::string& path) {
    const std::string where = piece.field == path ? "" : piece.field + ": ";
    Line("evidence", fmt::format("{}rule {}, page {}, box {}, confidence {:.2f}", where, piece.rule,
                                 piece.page, Dump(piece.box), piece.confidence));
    Line("", "“" + Normalise(piece.raw) + "”");
    for (const Repair& repair : repairs_) {
      if (repair.page != piece.page || !piece.box.Contains(repair.box.CentreX(), repair.box.CentreY()))
        continue;
      Line("repair", fmt::format("read “{}”, repaired to “{}”, rule {}, confidence {:.2f}", repair.raw,
                                 repair.text, repair.rule, repair.confidence));
    }
  }

  void Change(const FieldChange& change) {
    Line("changed", fmt::format("{} from {} to {}, confidence {:.2f}{}", change.at,
                                change.before.value_or("none"), change.after.value_or("none"),
                                change.probability, change.reason.empty() ? "" : ", rules " + change.reason));
  }

  const Document& document_;
  const std::vector<FieldChange>& changes_;
  const std::vector<Repair>& repairs_;
  OrderedJson json_;
  std::vector<Flag> flags_;
  size_t width_;
  std::string text_;
};

}  // namespace

std::string ExplainField(const StoredDocument& stored, const std::string& field, size_t width,
                         const std::vector<FieldChange>& changes) {
  return Explainer(stored, width, changes).Explain(field);
}

std::string PictureOf(const Database& database, const StoredDocument& stored, const std::string& field) {
  static const std::map<std::string, std::string> kKinds = {{"number", "number"},
                                                            {"number_seq", "number"},
                                                            {"symbol", "number"},
                                                            {"issued_on", "date"},
                                                            {"place", "date"}};
  const auto kind = kKinds.find(field);
  if (kind == kKinds.end()) {
    throw UsageError("no picture is kept of \"" + field + "\"; pictures are kept of number and issued_on");
  }
  for (const Crop& crop : database.Crops(stored.file_id, stored.document.page_from)) {
    if (crop.kind == kind->second && !crop.png.empty()) return crop.png;
  }
  throw UsageError("no picture was kept of \"" + field + "\": its box was not found on page " +
                   std::to_string(stored.document.page_from));
}

}  // namespace trichluc
