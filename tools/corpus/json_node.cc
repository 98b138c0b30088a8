#include "corpus/json_node.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "corpus/error.h"
#include "corpus/plain.h"

namespace trichluc::corpus {
namespace {

// A key as a JSON pointer wants it.
std::string Escaped(const std::string& key) {
  std::string result;
  for (const char c : key) {
    if (c == '~') {
      result += "~0";
    } else if (c == '/') {
      result += "~1";
    } else {
      result += c;
    }
  }
  return result;
}

}  // namespace

void Node::Fail(const std::string& what) const {
  throw Error(fmt::format("{}: {}: {}", file_, pointer_.empty() ? "/" : pointer_, what));
}

void Node::AllowOnly(std::initializer_list<const char*> keys) const {
  if (!value_->is_object()) Fail(fmt::format("is {}, write an object {{…}}", value_->type_name()));
  for (const auto& [key, value] : value_->items()) {
    const bool known = key == "comment" || std::find(keys.begin(), keys.end(), key) != keys.end();
    if (!known) Fail(fmt::format("unknown key \"{}\"; known are {}", key, fmt::join(keys, ", ")));
  }
}

bool Node::Has(const std::string& key) const {
  return value_->is_object() && value_->contains(key) && !value_->at(key).is_null();
}

Node Node::At(const std::string& key) const {
  if (!value_->is_object()) Fail(fmt::format("is {}, write an object {{…}}", value_->type_name()));
  if (!value_->contains(key)) Fail(fmt::format("lacks the key \"{}\"; add it", key));
  return {&value_->at(key), file_, pointer_ + "/" + Escaped(key)};
}

std::vector<Node> Node::Items() const {
  if (!value_->is_array()) Fail(fmt::format("is {}, write a list […]", value_->type_name()));
  std::vector<Node> result;
  for (const Json& item : *value_)
    result.emplace_back(&item, file_, fmt::format("{}/{}", pointer_, result.size()));
  return result;
}

std::vector<Node> Node::Items(const std::string& key) const {
  return Has(key) ? At(key).Items() : std::vector<Node>{};
}

std::string Node::String() const {
  if (!value_->is_string()) Fail(fmt::format("is {}, write a string", value_->type_name()));
  return Nfc(value_->get<std::string>());
}

std::string Node::Text() const {
  std::string text = String();
  std::string why;
  if (!StripMarkup(text, &why)) Fail(fmt::format("wrong markup ({}); write &amp; &lt; &gt; for & < >", why));
  return text;
}

std::string Node::TextOr(const std::string& key, const std::string& otherwise) const {
  return Has(key) ? Text(key) : otherwise;
}

std::vector<std::string> Node::Lines(const std::string& key) const {
  std::vector<std::string> result;
  if (!Has(key)) return result;
  const Node node = At(key);
  if (node.json().is_string()) return {node.Text()};
  for (const Node& item : node.Items()) result.push_back(item.Text());
  return result;
}

std::string Node::Choice(const std::string& key, std::initializer_list<const char*> choices) const {
  if (!Has(key)) return *choices.begin();
  const std::string chosen = At(key).String();
  if (std::find(choices.begin(), choices.end(), chosen) == choices.end()) {
    At(key).Fail(fmt::format("\"{}\" is not one of {}", chosen, fmt::join(choices, ", ")));
  }
  return chosen;
}

double Node::NumberOr(const std::string& key, double otherwise) const {
  if (!Has(key)) return otherwise;
  if (!At(key).json().is_number()) At(key).Fail("is no number; write one without quotes");
  return At(key).json().get<double>();
}

int Node::IntOr(const std::string& key, int otherwise) const {
  if (!Has(key)) return otherwise;
  if (!At(key).json().is_number_integer()) At(key).Fail("is no whole number; write one without quotes");
  return At(key).json().get<int>();
}

bool Node::BoolOr(const std::string& key, bool otherwise) const {
  if (!Has(key)) return otherwise;
  if (!At(key).json().is_boolean()) At(key).Fail("is neither true nor false");
  return At(key).json().get<bool>();
}

}  // namespace trichluc::corpus
