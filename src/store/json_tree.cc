#include "store/json_tree.h"

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace trichluc {
namespace {

constexpr int kLevels = 32;

[[noreturn]] void Refuse(const std::string& what) { throw std::runtime_error("damaged page reading: " + what); }

bool IsUtf8(std::string_view text) {
  for (size_t i = 0; i < text.size();) {
    const auto byte = [&](size_t k) { return i + k < text.size() ? static_cast<unsigned char>(text[i + k]) : 0u; };
    const unsigned lead = byte(0);
    const size_t length = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
    if (length == 0) return false;
    for (size_t k = 1; k < length; ++k) {
      if ((byte(k) & 0xC0) != 0x80) return false;
    }
    const bool too_long = (lead == 0xE0 && byte(1) < 0xA0) || (lead == 0xF0 && byte(1) < 0x90);
    if (too_long || (lead == 0xED && byte(1) >= 0xA0) || (lead == 0xF4 && byte(1) >= 0x90)) return false;
    i += length;
  }
  return true;
}

void AppendCode(uint32_t code, std::string* out) {
  if (code < 0x80) {
    *out += static_cast<char>(code);
    return;
  }
  const int more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
  constexpr unsigned kLead[] = {0, 0xC0, 0xE0, 0xF0};
  *out += static_cast<char>(kLead[more] | code >> 6 * more);
  for (int k = more - 1; k >= 0; --k) *out += static_cast<char>(0x80 | (code >> 6 * k & 0x3F));
}

// The four figures behind \u at `i`, which moves behind them.
uint32_t Hex(std::string_view text, size_t* i) {
  uint32_t code = 0;
  const char* begin = text.data() + std::min(*i, text.size());
  const char* end = text.data() + std::min(*i + 4, text.size());
  if (std::from_chars(begin, end, code, 16).ptr != end || end != begin + 4) Refuse("\\u without four figures");
  *i += 4;
  return code;
}

uint32_t EscapedCode(std::string_view text, size_t* i) {
  const uint32_t code = Hex(text, i);
  if (code < 0xD800 || code > 0xDFFF) return code;
  if (code > 0xDBFF || text.substr(*i, 2) != "\\u") Refuse("half a character");
  *i += 2;
  const uint32_t low = Hex(text, i);
  if (low < 0xDC00 || low > 0xDFFF) Refuse("half a character");
  return 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
}

std::string Unescaped(std::string_view text) {
  constexpr std::string_view kEscapes = "\"\\/bfnrt", kMeant = "\"\\/\b\f\n\r\t";
  std::string out;
  for (size_t i = 0; i < text.size();) {
    const char c = text[i++];
    if (c != '\\') {
      out += c;
    } else if (const size_t known = kEscapes.find(text[i++]); known != std::string_view::npos) {
      out += kMeant[known];
    } else if (text[i - 1] == 'u') {
      AppendCode(EscapedCode(text, &i), &out);
    } else {
      Refuse("an escape that is none");
    }
  }
  return out;
}

}  // namespace

JsonTree::JsonTree(std::string_view text) : in_(text) {
  nodes_.reserve(text.size() / 4);
  Value(0);
  Blanks();
  if (at_ != in_.size()) Refuse("more than one value");
}

char JsonTree::Peek() const { return at_ < in_.size() ? in_[at_] : '\0'; }

void JsonTree::Blanks() {
  while (at_ < in_.size() && (in_[at_] == ' ' || (in_[at_] >= '\t' && in_[at_] <= '\r'))) ++at_;
}

void JsonTree::Value(int depth) {
  if (depth > kLevels) Refuse("too many levels");
  Blanks();
  switch (Peek()) {
    case '[':
      return Items(Kind::kArray, ']', depth);
    case '{':
      return Items(Kind::kObject, '}', depth);
    case '"':
      return TextNode();
    case 'n':
    case 't':
    case 'f':
      return Plain(Kind::kWord);
    default:
      return Plain(Kind::kNumber);
  }
}

void JsonTree::Items(Kind kind, char last, int depth) {
  const size_t own = nodes_.size();
  nodes_.emplace_back().kind = kind;
  ++at_;
  Blanks();
  for (bool first = true; Peek() != last; first = false) {
    if (!first && in_[at_] != ',') Refuse("a comma is missing");
    if (!first) ++at_;
    Blanks();
    if (kind == Kind::kObject) {
      if (Peek() != '"') Refuse("a key is missing");
      TextNode();
      Blanks();
      if (Peek() != ':') Refuse("a colon is missing");
      ++at_;
    }
    Value(depth + 1);
    Blanks();
    if (at_ >= in_.size()) Refuse("it ends too early");
  }
  ++at_;
  nodes_[own].next = nodes_.size();
}

void JsonTree::TextNode() {
  const size_t begin = ++at_;
  bool plain = true;
  for (; Peek() != '"'; ++at_) {
    if (at_ >= in_.size()) Refuse("it ends too early");
    const auto byte = static_cast<unsigned char>(in_[at_]);
    if (byte < 0x20) Refuse("a control character in a text");
    plain = plain && byte < 0x80 && byte != '\\';
    if (byte == '\\') ++at_;
  }
  nodes_.push_back({in_.substr(begin, at_ - begin), nodes_.size() + 1, Kind::kText, plain});
  ++at_;
}

void JsonTree::Plain(Kind kind) {
  const size_t end = std::min(in_.find_first_of(",]} \n", at_), in_.size());
  const std::string_view text = in_.substr(at_, end - at_);
  if (kind == Kind::kWord && text != "null" && text != "true" && text != "false") Refuse("a word that is none");
  nodes_.push_back({text, nodes_.size() + 1, kind, true});
  at_ = end;
}

const JsonTree::Node& JsonTree::Expect(size_t node, Kind kind) const {
  if (nodes_[node].kind != kind) Refuse("a value of another kind");
  return nodes_[node];
}

size_t JsonTree::Find(size_t object, std::string_view key) const {
  const size_t end = Expect(object, Kind::kObject).next;
  for (size_t member = object + 1; member < end; member = nodes_[member + 1].next) {
    if (nodes_[member].text == key) return member + 1;
  }
  return 0;
}

bool JsonValue::IsNull() const {
  const JsonTree::Node& node = tree_->nodes_[node_];
  return node.kind == JsonTree::Kind::kWord && node.text == "null";
}

bool JsonValue::Flag() const {
  const std::string_view word = tree_->Expect(node_, JsonTree::Kind::kWord).text;
  if (word == "null") Refuse("a value of another kind");
  return word == "true";
}

int JsonValue::Int() const {
  const std::string_view text = tree_->Expect(node_, JsonTree::Kind::kNumber).text;
  int value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec == std::errc() && read.ptr == text.data() + text.size()) return value;
  const double number = Number();
  if (!(number > -2147483649.0 && number < 2147483648.0)) Refuse("a number too large");
  return static_cast<int>(number);
}

double JsonValue::Number() const {
  const std::string_view text = tree_->Expect(node_, JsonTree::Kind::kNumber).text;
  double value = 0;
  if (text.find_first_not_of("+-.0123456789eE") != std::string_view::npos) Refuse("a number that is none");  // inf, nan
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size()) Refuse("a number that is none");
  return value;
}

std::string JsonValue::Text() const {
  const JsonTree::Node& node = tree_->Expect(node_, JsonTree::Kind::kText);
  if (node.plain) return std::string(node.text);
  if (!IsUtf8(node.text)) Refuse("a text that is not UTF-8");
  return node.text.find('\\') == std::string_view::npos ? std::string(node.text) : Unescaped(node.text);
}

std::vector<int> JsonValue::Ints() const {
  std::vector<int> values;
  for (const JsonValue& item : Items()) values.push_back(item.Int());
  return values;
}

std::vector<JsonValue> JsonValue::Items() const {
  const size_t end = tree_->Expect(node_, JsonTree::Kind::kArray).next;
  std::vector<JsonValue> items;
  for (size_t node = node_ + 1; node < end; node = tree_->nodes_[node].next) items.emplace_back(*tree_, node);
  return items;
}

JsonValue JsonValue::operator[](std::string_view key) const {
  const size_t found = tree_->Find(node_, key);
  if (found == 0) Refuse("no `" + std::string(key) + "`");
  return {*tree_, found};
}

bool JsonValue::Has(std::string_view key) const { return tree_->Find(node_, key) != 0; }

}  // namespace trichluc
