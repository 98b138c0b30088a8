#include "store/json_tree.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

namespace trichluc {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST(JsonTree, ReadsEachKindOfValue) {
  const JsonTree tree(R"( {"a":[1,-2.5,"x",[3,4],{"b":[]}], "c" : null,"d":true,"e":false,"f":1e2,"":"no key"} )");
  const JsonValue root = tree.root();
  const std::vector<JsonValue> items = root["a"].Items();
  ASSERT_EQ(items.size(), 5u);
  EXPECT_EQ(items[0].Int(), 1);
  EXPECT_EQ(items[1].Number(), -2.5);
  EXPECT_EQ(items[1].Int(), -2);
  EXPECT_EQ(items[2].Text(), "x");
  EXPECT_THAT(items[3].Ints(), ElementsAre(3, 4));
  EXPECT_TRUE(items[4]["b"].Items().empty());
  EXPECT_TRUE(root["c"].IsNull());
  EXPECT_TRUE(root["d"].Flag());
  EXPECT_FALSE(root["e"].Flag());
  EXPECT_EQ(root["f"].Int(), 100);
  EXPECT_EQ(root[""].Text(), "no key");
  EXPECT_TRUE(root.Has("a"));
  EXPECT_FALSE(root.Has("b"));
}

TEST(JsonTree, ReadsEscapesAndLetters) {
  const JsonTree tree(R"(["Số 5\/KH \"x\" \\ \n\t\u0007\u1EA1","\ud83d\ude00","😀"])");
  const std::vector<JsonValue> items = tree.root().Items();
  EXPECT_EQ(items[0].Text(), "Số 5/KH \"x\" \\ \n\t\x07ạ");
  EXPECT_EQ(items[1].Text(), items[2].Text());
}

std::string ErrorOf(const std::string& text) {
  try {
    const JsonTree tree(text);
    for (const JsonValue& item : tree.root().Items()) {
      if (text.find('"') != std::string::npos) {
        item.Text();
      } else {
        item.Number();
      }
    }
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return "";
}

TEST(JsonTree, RefusesWhatIsDamaged) {
  const std::pair<std::string, const char*> rows[] = {
      {"", "another kind"},       {"{}", "another kind"},        {"[1", "too early"},       {"[1 2]", "a comma"},
      {"[1],", "more than one"},  {"[1,]", "number"},            {"[inf]", "number"},       {"[1e999]", "number"},
      {"[nul]", "a word"},        {"[true]", "another kind"},    {"[\"x]", "too early"},    {"[\"\\", "too early"},
      {"[\"\\q\"]", "an escape"}, {"[\"\\u12\"]", "four"},       {"[\"\\ud800\"]", "half"}, {"[\"\\ude00\"]", "half"},
      {"[\"\n\"]", "control"},    {"[\"\xC3\"]", "not UTF-8"},   {"[\"\xED\xA0\x80\"]", "not UTF-8"},
      {"[\"\xC0\x80\"]", "not UTF-8"},                           {"[\"\xF4\x90\x80\x80\"]", "not UTF-8"},
      {"[1,\"x\"]", "another kind"},                             {std::string(40, '['), "levels"}};
  for (const auto& [text, error] : rows) EXPECT_THAT(ErrorOf(text), HasSubstr(error)) << text;
}

TEST(JsonTree, RefusesWhatIsNotThere) {
  const JsonTree tree(R"({"a":4294967296,"b":1})");
  EXPECT_THROW(tree.root()["c"], std::runtime_error);
  EXPECT_THROW(tree.root()["a"].Int(), std::runtime_error);
  EXPECT_THROW(tree.root()["a"].Text(), std::runtime_error);
  EXPECT_THROW(tree.root()["a"].Flag(), std::runtime_error);
  EXPECT_THROW(tree.root()["b"]["c"], std::runtime_error);
  EXPECT_THROW(JsonTree(R"({1:2})"), std::runtime_error);
  EXPECT_THROW(JsonTree(R"({"a" 2})"), std::runtime_error);
}

}  // namespace
}  // namespace trichluc
