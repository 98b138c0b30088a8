#include "report/graph.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
#include <vector>

#include "report/find.h"
#include "report/text_layout.h"

namespace trichluc {
namespace {

// What a document is said to rest on comes first.
constexpr std::array<const char*, 6> kRelations = {"basis",    "implements",  "amends",
                                                   "replaces", "attached_to", "mentions"};

size_t RankOf(const std::string& relation) {
  return static_cast<size_t>(std::find(kRelations.begin(), kRelations.end(), relation) - kRelations.begin());
}

std::string NameOf(const StoredDocument& stored) {
  const Document& document = stored.document;
  if (document.number) return *document.number;
  if (document.symbol) return "…/" + *document.symbol;
  return stored.path.substr(stored.path.find_last_of('/') + 1);
}

std::string NameOf(const Reference& reference) {
  if (reference.number) return *reference.number;
  return reference.type.value_or("?") + (reference.date ? " " + *reference.date : "");
}

struct Edge {
  long long from = 0, to = 0;  // ids of documents; to 0: not in the database
  const StoredDocument* source = nullptr;
  Reference reference;
};

struct Graph {
  std::map<long long, StoredDocument> documents;
  std::vector<Edge> edges;
};

Graph Load(const Database& database) {
  Graph graph;
  database.ForEachDocument([&](const StoredDocument& stored) {
    graph.documents.emplace(stored.id, stored);
    return true;
  });
  for (const auto& [id, stored] : graph.documents) {
    for (size_t i = 0; i < stored.document.references.size(); ++i) {
      const long long target = i < stored.reference_targets.size() ? stored.reference_targets[i] : 0;
      graph.edges.push_back({id, target, &stored, stored.document.references[i]});
    }
  }
  std::stable_sort(graph.edges.begin(), graph.edges.end(), [](const Edge& a, const Edge& b) {
    return std::make_tuple(a.from, RankOf(a.reference.relation)) <
           std::make_tuple(b.from, RankOf(b.reference.relation));
  });
  return graph;
}

// The documents that are meant, all of them for "".
std::vector<long long> Meant(const Database& database, const Graph& graph, const std::string& key) {
  std::vector<long long> ids;
  if (key.empty()) {
    for (const auto& [id, stored] : graph.documents) ids.push_back(id);
  } else {
    for (const StoredDocument& stored : FindDocumentsOrSuggest(database, key)) ids.push_back(stored.id);
  }
  return ids;
}

std::string Title(const StoredDocument& stored) {
  const Document& document = stored.document;
  std::string title = fmt::format("{}  {}", stored.id, NameOf(stored));
  if (document.doc_type) title += "  " + document.doc_type->name;
  if (document.issued_on) title += ", " + *document.issued_on;
  if (document.issuer) title += ", " + document.issuer->name;
  return title;
}

// A string of the DOT language; line breaks as it writes them.
std::string Quoted(const std::string& text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    if (c == '\n') {
      quoted += "\\n";
    } else {
      quoted += c;
    }
  }
  return quoted + "\"";
}

}  // namespace

std::string GraphText(const Database& database, const std::string& key, size_t width) {
  const Graph graph = Load(database);
  std::string text;
  for (const long long id : Meant(database, graph, key)) {
    if (!text.empty()) text += '\n';
    const std::string title = Title(graph.documents.at(id));
    text += (width > 0 ? Cut(title, width) : title) + "\n";
    std::vector<std::vector<std::string>> names, named;
    for (const Edge& edge : graph.edges) {
      const Reference& to = edge.reference;
      if (edge.from == id) {
        names.push_back({"  " + to.relation, NameOf(to), to.type.value_or(""), to.date.value_or(""),
                         to.agency.value_or(""), fmt::format("p. {}", to.page),
                         edge.to > 0 ? fmt::format("is {}", edge.to) : "not imported"});
      }
      if (edge.to == id && edge.from != id) {
        const Document& from = edge.source->document;
        named.push_back({"  " + to.relation, NameOf(*edge.source), from.doc_type ? from.doc_type->name : "",
                         from.issued_on.value_or(""), from.issuer ? from.issuer->name : "",
                         fmt::format("p. {}", to.page), fmt::format("is {}", edge.from)});
      }
    }
    const auto table = [&](const char* what, const std::vector<std::vector<std::string>>& rows) {
      if (rows.empty()) return;
      text += RenderTable(
          {{what, 0}, {"number", 0}, {"type", 8}, {"date", 0}, {"agency", 10}, {"where", 0}, {"document", 0}},
          rows, width);
    };
    table("names", names);
    table("named by", named);
    if (names.empty() && named.empty()) text += "  names no document, and none names it\n";
  }
  return text.empty() ? "no documents\n" : text;
}

std::string GraphDot(const Database& database, const std::string& key) {
  const Graph graph = Load(database);
  const std::vector<long long> ids = Meant(database, graph, key);
  const std::set<long long> meant(ids.begin(), ids.end());
  std::set<long long> shown(meant);
  std::map<std::string, std::string> unimported;  // node → label
  std::set<std::tuple<std::string, std::string, std::string>> arrows;
  for (const Edge& edge : graph.edges) {
    if (meant.count(edge.from) == 0 && meant.count(edge.to) == 0) continue;
    const Reference& to = edge.reference;
    std::string target = fmt::format("d{}", edge.to);
    if (edge.to > 0) {
      shown.insert(edge.to);
    } else {
      target = "? " + NameOf(to) + (to.number && to.date ? " " + *to.date : "");
      unimported[target] = to.number && to.type ? *to.type + "\n" + *to.number : NameOf(to);
    }
    shown.insert(edge.from);
    arrows.emplace(fmt::format("d{}", edge.from), target, to.relation);
  }
  std::string dot =
      "digraph documents {\n  rankdir=LR;\n  node [shape=box, fontname=\"sans-serif\", fontsize=10];\n"
      "  edge [fontname=\"sans-serif\", fontsize=8];\n";
  for (const long long id : shown) {
    const StoredDocument& stored = graph.documents.at(id);
    const std::string type = stored.document.doc_type ? stored.document.doc_type->name + "\n" : "";
    dot += fmt::format("  d{} [label={}];\n", id, Quoted(type + NameOf(stored)));
  }
  for (const auto& [node, label] : unimported) {
    dot += fmt::format("  {} [label={}, style=dashed];\n", Quoted(node), Quoted(label));
  }
  for (const auto& [from, to, relation] : arrows) {
    dot += fmt::format("  {} -> {} [label={}];\n", from, to[0] == '?' ? Quoted(to) : to, Quoted(relation));
  }
  return dot + "}\n";
}

}  // namespace trichluc
