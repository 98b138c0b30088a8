// JSON of a few plain kinds read without memory of its own for each value: a page's reading holds thousands of numbers.
// Inside the room only.
//
// Texts must be UTF-8. Every failure – of the syntax, a key that is not there, a value of another kind, more than 32 levels –
// is std::runtime_error.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace trichluc {

class JsonTree;

// One value of a tree; good as long as the tree.
class JsonValue {
 public:
  JsonValue(const JsonTree& tree, size_t node) : tree_(&tree), node_(node) {}

  bool IsNull() const;
  bool Flag() const;
  int Int() const;  // a fraction is cut off
  double Number() const;
  std::string Text() const;
  std::vector<int> Ints() const;
  std::vector<JsonValue> Items() const;  // of an array

  // A member of an object.
  JsonValue operator[](std::string_view key) const;
  bool Has(std::string_view key) const;

 private:
  const JsonTree* tree_;
  size_t node_;
};

class JsonTree {
 public:
  // `text` must outlive the tree.
  explicit JsonTree(std::string_view text);
  JsonValue root() const { return {*this, 0}; }

 private:
  friend class JsonValue;
  enum class Kind : uint8_t { kWord, kNumber, kText, kArray, kObject };  // kWord: null, true, false
  // Members of an object are a text and a value each. Within an array or object the next node stands at `next`.
  struct Node {
    std::string_view text;  // as written; of a text without its quotes
    size_t next = 0;
    Kind kind = Kind::kWord;
    bool plain = true;  // of a text: ASCII without escapes
  };

  const Node& Expect(size_t node, Kind kind) const;
  size_t Find(size_t object, std::string_view key) const;  // 0 when absent
  void Value(int depth);
  void Items(Kind kind, char last, int depth);
  void TextNode();
  void Plain(Kind kind);
  void Blanks();
  char Peek() const;

  std::string_view in_;
  size_t at_ = 0;
  std::vector<Node> nodes_;
};

}  // namespace trichluc
