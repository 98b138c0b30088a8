#include "rules/fields.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/text.h"

namespace trichluc {
namespace {

const char* TypeName(const toml::node& node) {
  switch (node.type()) {
    case toml::node_type::table:
      return "a table";
    case toml::node_type::array:
      return "a list";
    case toml::node_type::string:
      return "a text";
    case toml::node_type::integer:
    case toml::node_type::floating_point:
      return "a number";
    case toml::node_type::boolean:
      return "true or false";
    default:
      return "a date or time";
  }
}

// "2025", "2025-02", "2025-02-01"
bool IsDay(const std::string& text) {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool dash = i == 4 || i == 7;
    if (dash ? text[i] != '-' : text[i] < '0' || text[i] > '9') return false;
  }
  return true;
}

}  // namespace

Fields::Fields(const RuleFile& file, const toml::table& table, std::string what,
               std::vector<std::string> known)
    : file_(file), table_(table), what_(std::move(what)) {
  const toml::key* first = nullptr;  // in the order of the file: the table is sorted by key
  for (const auto& [key, value] : table) {
    if (std::find(known.begin(), known.end(), key.str()) != known.end()) continue;
    if (first == nullptr || PlaceOf(key).line < PlaceOf(*first).line) first = &key;
  }
  if (first == nullptr) return;
  Refuse(file, PlaceOf(*first), fmt::format("unknown key `{}` in {}", first->str(), what_),
         DidYouMean(first->str(), known));
}

Place Fields::At(const std::string& key) const {
  const toml::node* node = Find(key);
  return PlaceOf(node == nullptr ? static_cast<const toml::node&>(table_) : *node);
}

void Fields::RefuseAt(const std::string& key, const std::string& message, const std::string& hint) const {
  Refuse(file_, At(key), message, hint);
}

void Fields::WrongType(const toml::node& node, const std::string& key, const char* expected) const {
  Refuse(file_, PlaceOf(node),
         fmt::format("`{}` in {} must be {}, not {}", key, what_, expected, TypeName(node)));
}

std::string Fields::TextOf(const toml::node& node, const std::string& key, const char* expected) const {
  const auto* text = node.as_string();
  if (text == nullptr) WrongType(node, key, expected);
  return text->get();
}

std::string Fields::WordsOf(const toml::node& node, const std::string& key, const char* expected) const {
  std::string words = Normalise(TextOf(node, key, expected));
  if (words.empty()) Refuse(file_, PlaceOf(node), fmt::format("`{}` in {} is empty", key, what_));
  return words;
}

std::string Fields::Text(const std::string& key) const {
  const toml::node* node = Find(key);
  if (node == nullptr) RefuseAt(key, fmt::format("{} needs `{}`", what_, key));
  return TextOf(*node, key, "a text");
}

std::string Fields::Words(const std::string& key) const {
  const toml::node* node = Find(key);
  if (node == nullptr) RefuseAt(key, fmt::format("{} needs `{}`", what_, key));
  return WordsOf(*node, key, "a text");
}

std::string Fields::WordsOr(const std::string& key, const std::string& otherwise) const {
  const toml::node* node = Find(key);
  return node == nullptr ? otherwise : WordsOf(*node, key, "a text");
}

double Fields::NumberOr(const std::string& key, double otherwise) const {
  const toml::node* node = Find(key);
  if (node == nullptr) return otherwise;
  const std::optional<double> number = node->value<double>();
  if (!node->is_number() || !number) WrongType(*node, key, "a number");
  return *number;
}

bool Fields::FlagOr(const std::string& key, bool otherwise) const {
  const toml::node* node = Find(key);
  if (node == nullptr) return otherwise;
  if (!node->is_boolean()) WrongType(*node, key, "true or false");
  return *node->value<bool>();
}

const toml::array* Fields::ArrayOf(const std::string& key) const {
  const toml::node* node = Find(key);
  if (node != nullptr && !node->is_array()) WrongType(*node, key, "a list of texts");
  return node == nullptr ? nullptr : node->as_array();
}

std::vector<std::string> Fields::Texts(const std::string& key) const {
  std::vector<std::string> out;
  const toml::array* array = ArrayOf(key);
  if (array == nullptr) return out;
  for (const toml::node& node : *array) out.push_back(TextOf(node, key, "a list of texts"));
  return out;
}

std::vector<std::string> Fields::WordList(const std::string& key) const {
  std::vector<std::string> out;
  const toml::array* array = ArrayOf(key);
  if (array == nullptr) return out;
  for (const toml::node& node : *array) out.push_back(WordsOf(node, key, "a list of texts"));
  return out;
}

std::map<std::string, std::string> Fields::WordMap(const std::string& key) const {
  std::map<std::string, std::string> out;
  const toml::node* node = Find(key);
  if (node == nullptr) return out;
  if (!node->is_table()) WrongType(*node, key, "a table of texts");
  for (const auto& [name, value] : *node->as_table()) {
    out[std::string(name.str())] = WordsOf(value, fmt::format("{}.{}", key, name.str()), "a text");
  }
  return out;
}

std::map<std::string, int> Fields::CountMap(const std::string& key) const {
  std::map<std::string, int> out;
  const toml::node* node = Find(key);
  if (node == nullptr) return out;
  if (!node->is_table()) WrongType(*node, key, "a table of whole numbers");
  for (const auto& [name, value] : *node->as_table()) {
    const std::optional<int> count = value.is_integer() ? value.value<int>() : std::nullopt;
    if (!count || *count < 1)
      Refuse(file_, PlaceOf(value), fmt::format("`{}.{}` in {} must be a whole number from 1", key, name.str(), what_));
    out[std::string(name.str())] = *count;
  }
  return out;
}

std::string Fields::OneOf(const std::string& key, const std::vector<std::string>& allowed) const {
  std::string word = Words(key);
  if (std::find(allowed.begin(), allowed.end(), word) == allowed.end()) {
    RefuseAt(
        key,
        fmt::format("`{}` in {} must be one of {}, not `{}`", key, what_, fmt::join(allowed, ", "), word),
        DidYouMean(word, allowed));
  }
  return word;
}

std::string Fields::DayOr(const std::string& key) const {
  std::string day = WordsOr(key, "");
  if (!day.empty() && !IsDay(day))
    RefuseAt(key, fmt::format("`{}` in {} must be \"YYYY\", \"YYYY-MM\" or \"YYYY-MM-DD\"", key, what_));
  return day;
}

std::vector<const toml::table*> TablesOf(const RuleFile& file, const std::string& name) {
  std::vector<const toml::table*> out;
  const toml::node* node = file.root.get(name);
  if (node == nullptr) return out;
  const toml::array* array = node->as_array();
  if (array == nullptr) {
    Refuse(file, PlaceOf(*node), fmt::format("`{}` must be written [[{}]], once for each entry", name, name));
  }
  for (const toml::node& entry : *array) {
    if (!entry.is_table()) {
      Refuse(file, PlaceOf(entry),
             fmt::format("`{}` must be written [[{}]], once for each entry", name, name));
    }
    out.push_back(entry.as_table());
  }
  return out;
}

}  // namespace trichluc
