#include "report/show.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "report/contract.h"
#include "report/text_layout.h"

namespace trichluc {
namespace {

constexpr size_t kNameWidth = 15, kLeastWidth = 50;

std::string Join(const std::vector<std::string>& parts, const char* between) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : between) + part;
  return text;
}

std::string Pages(int from, int to) {
  return from == to ? fmt::format("p. {}", from) : fmt::format("p. {}-{}", from, to);
}

// "Canonical name (as printed)", the second only where it differs.
std::string AgencyText(const Agency& agency) {
  return agency.name + (agency.printed != agency.name ? " (" + agency.printed + ")" : "");
}

std::string AgenciesText(const std::vector<Agency>& agencies) {
  std::vector<std::string> names;
  for (const Agency& agency : agencies) names.push_back(AgencyText(agency));
  return Join(names, "; ");
}

std::string DeadlineText(const Deadline& deadline) {
  std::string period;
  if (deadline.from && deadline.from == deadline.to) {
    period = *deadline.to;
  } else if (deadline.from || deadline.to) {
    period = deadline.from.value_or("") + "…" + deadline.to.value_or("");
  }
  const std::string kind = deadline.recurrence ? deadline.kind + ", " + *deadline.recurrence : deadline.kind;
  return deadline.text + " = " + (period.empty() ? "" : period + " ") + "(" + kind + ")";
}

class Printer {
 public:
  Printer(const StoredDocument& stored, size_t width)
      : stored_(stored), d_(stored.document), width_(std::max(width, kLeastWidth)) {}

  std::string Print() {
    Title();
    Header();
    People();
    References();
    Tables();
    Tasks();
    Successors();
    Flags();
    return std::move(text_);
  }

 private:
  // `name` in its column, the value (and what stands after it) wrapped beside it.
  void Field(const std::string& name, const std::string& value, const std::string& after = "",
             size_t indent = 0, size_t name_width = kNameWidth) {
    if (value.empty()) return;
    const std::vector<std::string> lines = Wrap(value + after, width_ - indent - name_width);
    for (size_t i = 0; i < lines.size(); ++i) {
      text_ += std::string(indent, ' ') + Pad(i == 0 ? name : "", name_width) + lines[i] + '\n';
    }
  }

  void Scored(const std::string& name, const std::optional<std::string>& value) {
    std::string after;
    for (const auto& [field, chance] : d_.confidence) {
      if (field == name) after = fmt::format(" [{:.2f}]", chance);
    }
    Field(name, value.value_or(""), after);
  }

  void Heading(const std::string& title, size_t count) { text_ += fmt::format("\n{} ({})\n", title, count); }

  void Title() {
    const std::string name = d_.number ? *d_.number : d_.symbol ? "…/" + *d_.symbol : "(no number)";
    text_ += fmt::format("document {}: {}\n", stored_.id, name);
    Field("file",
          fmt::format("{}, {} of {}", stored_.path, Pages(d_.page_from, d_.page_to), stored_.file_pages));
    Field("id", IdentityOf(d_));
  }

  void Header() {
    Scored("number", d_.number);
    if (!d_.number) Scored("symbol", d_.symbol);
    if (d_.doc_type) Scored("doc_type", d_.doc_type->name + " (" + d_.doc_type->code + ")");
    Scored("issued_on", d_.issued_on);
    Scored("place", d_.place);
    if (d_.issuer) Scored("issuer", AgencyText(*d_.issuer));
    if (d_.parent_issuer) Scored("parent_issuer", AgencyText(*d_.parent_issuer));
    Scored("subject", d_.subject);
    Scored("urgency", d_.urgency);
    Scored("secrecy", d_.secrecy);
  }

  void People() {
    for (const Signer& signer : d_.signers) {
      std::vector<std::string> parts = {signer.name};
      if (signer.title) parts.push_back(*signer.title);
      if (signer.authority) parts.push_back(*signer.authority);
      Field("signer", Join(parts, ", "));
    }
    Field("recipients", Join(d_.recipients, "; "));
    if (const auto& incoming = d_.incoming) {
      Field("incoming", Join({incoming->number.value_or("?"), incoming->date.value_or("?"),
                              incoming->agency.value_or("?")},
                             ", "));
    }
    if (const auto& signature = d_.electronic_signature) {
      Field("electronic", Join({signature->signer.value_or("?"), signature->agency.value_or("?"),
                                signature->email.value_or("?"), signature->signed_at.value_or("?")},
                               ", "));
    }
  }

  void References() {
    if (d_.references.empty()) return;
    Heading("references", d_.references.size());
    for (size_t i = 0; i < d_.references.size(); ++i) {
      const Reference& r = d_.references[i];
      std::vector<std::string> parts;
      for (const auto& part : {r.type, r.number, r.date, r.agency}) {
        if (part) parts.push_back(*part);
      }
      std::string after = " " + Pages(r.page, r.page);
      const long long target = i < stored_.reference_targets.size() ? stored_.reference_targets[i] : 0;
      if (target != 0) after += fmt::format(" → document {}", target);
      Field(r.relation, Join(parts, " · "), after, 2);
    }
  }

  void Tables() {
    if (d_.tables.empty()) return;
    Heading("tables", d_.tables.size());
    for (const TableRecord& table : d_.tables) {
      Field(Pages(table.page_from, table.page_to),
            fmt::format("{} rows: {}", table.rows.size(), Join(table.columns, " | ")), "", 2);
    }
  }

  void Tasks() {
    Heading("tasks", d_.tasks.size());
    std::vector<std::string> section;
    for (size_t i = 0; i < d_.tasks.size(); ++i) {
      const Task& task = d_.tasks[i];
      if (task.section != section) Section(task.section);
      section = task.section;
      const std::string label =
          fmt::format("{}{}", task.no.value_or("-"), task.source == "text" ? " (text)" : "");
      Field(label, task.content, fmt::format(" [{:.2f}]", task.confidence), 2);
      for (const auto& [name, value] : Parts(task)) Field("  " + name, value, "", 2);
      Field("  explain", fmt::format("tasks/{}, {}", i, Pages(task.page_from, task.page_to)), "", 2);
    }
  }

  void Section(const std::vector<std::string>& titles) {
    text_ += "  " + (titles.empty() ? "(no section)" : Cut(Join(titles, " › "), width_ - 2)) + '\n';
  }

  static std::vector<std::pair<std::string, std::string>> Parts(const Task& task) {
    return {{"kind", task.kind.value_or("")},
            {"lead", AgenciesText(task.lead)},
            {"coordinators", AgenciesText(task.coordinators)},
            {"approver", AgenciesText(task.approver)},
            {"deadline", task.deadline ? DeadlineText(*task.deadline) : ""},
            {"output", task.output.value_or("")},
            {"basis", task.basis.value_or("")}};
  }

  // Agencies of the document that are no more, since when, and what followed.
  void Successors() {
    std::set<std::pair<std::string, std::string>> ended;
    const auto add = [&](const Agency& agency) {
      const AgencyLife& life = agency.life;
      if (!life.to) return;
      ended.emplace(*life.to, agency.name + (life.successor ? " → " + *life.successor : ""));
    };
    if (d_.issuer) add(*d_.issuer);
    if (d_.parent_issuer) add(*d_.parent_issuer);
    for (const Task& task : d_.tasks) {
      for (const auto* agencies : {&task.lead, &task.coordinators, &task.approver}) {
        for (const Agency& agency : *agencies) add(agency);
      }
    }
    if (ended.empty()) return;
    Heading("agencies that are no more", ended.size());
    for (const auto& [since, agency] : ended) Field(since, agency, "", 2);
  }

  void Flags() {
    const std::vector<Flag> flags = AllFlags(stored_);
    if (flags.empty()) return;
    Heading("flags: look at these", flags.size());
    size_t name_width = kNameWidth;
    for (const Flag& flag : flags) name_width = std::max(name_width, DisplayWidth(flag.code) + 2);
    for (const Flag& flag : flags) {
      Field(flag.code, flag.detail, flag.page ? " " + Pages(*flag.page, *flag.page) : "", 2, name_width);
    }
  }

  const StoredDocument& stored_;
  const Document& d_;
  size_t width_;
  std::string text_;
};

}  // namespace

std::string ShowDocument(const StoredDocument& stored, size_t width) {
  return Printer(stored, width).Print();
}

}  // namespace trichluc
