#include "corpus/old_fonts.h"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <qpdf/Pl_String.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFTokenizer.hh>
#include <qpdf/QPDFWriter.hh>
#include <vector>

namespace trichluc::corpus {
namespace {

using Token = QPDFTokenizer::Token;
enum Face { kPlain, kCapitals, kOther };  // kOther: a Unicode font
constexpr const char* kFaceMarks[] = {"", "H", "U"};

// One font of the file: codes of `width` bytes → letters, and the faces its text is set in.
struct Font {
  QPDFObjectHandle made;  // as cairo made it
  std::size_t width = 1;
  std::map<unsigned, std::u16string> letters;
  bool used[3] = {};
};

std::u16string ParseUtf16(const std::string& hex) {
  std::u16string text;
  for (std::size_t i = 0; i + 3 < hex.size(); i += 4)
    text += static_cast<char16_t>(std::stoul(hex.substr(i, 4), nullptr, 16));
  return text;
}

// cairo writes bfchar pairs, and ranges "<01> <05> <0041>" or with an array of targets.
void ReadToUnicode(const std::string& map, Font* font) {
  std::vector<std::string> pending;
  bool ranges = false;
  for (std::size_t at = 0; at < map.size(); ++at) {
    if (map.compare(at, 12, "beginbfrange") == 0) ranges = true, pending.clear();
    if (map.compare(at, 11, "beginbfchar") == 0) ranges = false, pending.clear();
    if (map.compare(at, 17, "endcodespacerange") == 0) pending.clear();
    if (map[at] != '<' || map[at + 1] == '<') {
      at += map[at] == '<';
      continue;
    }
    const std::size_t end = map.find('>', at);
    pending.push_back(map.substr(at + 1, end - at - 1));
    at = end;
    if (pending.size() < (ranges ? 3 : 2)) continue;
    font->width = pending[0].size() / 2;
    const unsigned first = std::stoul(pending[0], nullptr, 16);
    const unsigned last = ranges ? std::stoul(pending[1], nullptr, 16) : first;
    std::u16string letters = ParseUtf16(pending.back());
    for (unsigned code = first; code <= last; ++code, ++letters.back()) font->letters[code] = letters;
    pending.clear();
  }
}

std::string ToUnicodeOf(const Font& font,
                        const std::function<std::u16string(const std::u16string&)>& change) {
  std::string map = fmt::format(
      "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) "
      "/Ordering (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
      "1 begincodespacerange\n<{:0{}x}> <{}>\nendcodespacerange\n",
      0, font.width * 2, std::string(font.width * 2, 'f'));
  int left = 0;
  for (auto at = font.letters.begin(); at != font.letters.end(); ++at, --left) {
    if (left == 0) {
      left = static_cast<int>(std::min<std::ptrdiff_t>(100, std::distance(at, font.letters.end())));
      map += fmt::format("{}{} beginbfchar\n", at == font.letters.begin() ? "" : "endbfchar\n", left);
    }
    map += fmt::format("<{:0{}x}> <", at->first, font.width * 2);
    for (const char16_t unit : change(at->second)) map += fmt::format("{:04x}", static_cast<unsigned>(unit));
    map += ">\n";
  }
  return map + "endbfchar\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

char32_t OneLetter(const std::u16string& text) { return text.size() == 1 ? text[0] : 0; }

// A glyph on its way through the rewriter.
struct Glyph {
  std::size_t op, operand;  // where it stands
  std::string bytes;
  char32_t letter;
  Face face;
};

// Text objects are held until their end, since a word may go over several operators.
class Rewriter : public QPDFObjectHandle::TokenFilter {
 public:
  Rewriter(std::map<std::string, Font*> fonts, OldFonts old) : fonts_(std::move(fonts)), old_(old) {}

  void handleToken(const Token& token) override {
    if (!inside_ && token.getType() != QPDFTokenizer::tt_word) return writeToken(token);
    if (token.getType() == QPDFTokenizer::tt_space || token.getType() == QPDFTokenizer::tt_comment) return;
    if (!inside_) {
      inside_ = token.getValue() == "BT";
      return writeToken(token);
    }
    pending_.push_back(token);
    if (token.getType() != QPDFTokenizer::tt_word) return;
    ops_.push_back(std::move(pending_));
    pending_.clear();
    if (token.getValue() == "ET") WriteText();
  }

 private:
  static std::string Name(const std::vector<Token>& op) { return op.back().getValue(); }

  std::vector<Glyph> Glyphs() const {
    std::vector<Glyph> glyphs;
    const Font* font = font_.empty() ? nullptr : fonts_.at(font_);
    for (std::size_t o = 0; o < ops_.size(); ++o) {
      const std::string name = Name(ops_[o]);
      if (name == "Tf") font = fonts_.at(ops_[o][0].getValue());
      const bool moves = name == "Td" || name == "TD" || name == "Tm" || name == "T*";
      if (moves) glyphs.push_back({o, 0, "", U' ', kPlain});
      if ((name != "TJ" && name != "Tj") || font == nullptr) continue;
      for (std::size_t t = 0; t < ops_[o].size(); ++t) {
        if (ops_[o][t].getType() != QPDFTokenizer::tt_string) continue;
        const std::string bytes = ops_[o][t].getValue();
        for (std::size_t i = 0; i + font->width <= bytes.size(); i += font->width) {
          unsigned code = 0;
          for (std::size_t b = 0; b < font->width; ++b)
            code = code * 256 + static_cast<unsigned char>(bytes[i + b]);
          const auto known = font->letters.find(code);
          glyphs.push_back({o, t, bytes.substr(i, font->width),
                            known == font->letters.end() ? 0 : OneLetter(known->second), kPlain});
        }
      }
    }
    return glyphs;
  }

  void ChooseFaces(std::vector<Glyph>* glyphs) const {
    const auto blank = [](const Glyph& glyph) { return glyph.letter == U' '; };
    for (auto from = glyphs->begin(); from != glyphs->end();) {
      const auto to = std::find_if(from, glyphs->end(), blank);
      bool small = false, lacking = false;
      for (auto at = from; at != to; ++at) {
        const bool capital = ToSmall(at->letter) != at->letter;
        small = small || (u_isalpha(static_cast<UChar32>(at->letter)) && !capital);
        if (CodeOf(at->letter, old_)) continue;
        const bool drawn = capital && !CapitalsFontName(old_).empty() && CodeOf(ToSmall(at->letter), old_);
        at->face = drawn ? kCapitals : kOther;
        lacking = lacking || drawn;
      }
      for (auto at = from; at != to && lacking && !small; ++at) {
        if (at->face == kPlain && CodeOf(at->letter, old_)) at->face = kCapitals;
      }
      from = to == glyphs->end() ? to : to + 1;
    }
  }

  void WriteText() {
    std::vector<Glyph> glyphs = Glyphs();
    ChooseFaces(&glyphs);
    auto glyph = glyphs.begin();
    for (std::size_t o = 0; o < ops_.size(); ++o) {
      const std::string name = Name(ops_[o]);
      if (name == "Tf") font_ = ops_[o][0].getValue(), size_ = ops_[o][1].getRawValue();
      while (glyph != glyphs.end() && glyph->op == o && glyph->bytes.empty()) ++glyph;
      if (name == "TJ" || name == "Tj") {
        WriteShow(o, &glyph, glyphs.end());
        continue;
      }
      write("\n");
      for (const Token& token : ops_[o]) writeToken(token), write(" ");
    }
    write("\n");
    ops_.clear();
    inside_ = false;
  }

  // "[ … ]TJ" cut where the face changes.
  void WriteShow(std::size_t index, std::vector<Glyph>::iterator* glyph, std::vector<Glyph>::iterator end) {
    const std::vector<Token>& op = ops_[index];
    Face face = kPlain;
    std::string held;
    const auto flush = [&] {
      if (!held.empty()) write("\n[" + held + "]TJ");
      held.clear();
    };
    const auto turn = [&](Face to) {
      if (to == face) return;
      flush();
      face = to;
      write(fmt::format("\n{}{} {} Tf", font_, kFaceMarks[face], size_));
    };
    for (std::size_t t = 0; t < op.size(); ++t) {
      if (op[t].getType() == QPDFTokenizer::tt_integer || op[t].getType() == QPDFTokenizer::tt_real)
        held += " " + op[t].getRawValue() + " ";
      for (; *glyph != end && (*glyph)->op == index && (*glyph)->operand == t; ++*glyph) {
        turn((*glyph)->face);
        fonts_.at(font_)->used[face] = true;
        held += "<";
        for (const char byte : (*glyph)->bytes)
          held += fmt::format("{:02x}", static_cast<unsigned char>(byte));
        held += ">";
      }
    }
    flush();
    turn(kPlain);
  }

  std::map<std::string, Font*> fonts_;
  OldFonts old_;
  bool inside_ = false;
  std::string font_, size_;  // of the text state
  std::vector<Token> pending_;
  std::vector<std::vector<Token>> ops_;
};

// What the letters of a font extract as, in a face.
std::u16string Layer(const std::u16string& text, Face face, OldFonts old) {
  if (face == kOther || OneLetter(text) == 0) return text;
  const char32_t letter = OneLetter(text);
  auto code = CodeOf(letter, old);
  if (face == kCapitals && letter > 0x7F) code = CodeOf(ToSmall(letter), old);
  return code.value_or(text);
}

// "/ABCDEF+Tinos-Bold" → "/ABCDEF+.VnTimeH-Bold"
std::string Renamed(const std::string& name, Face face, OldFonts old) {
  const std::size_t plus = name.find('+'), dash = name.find('-');
  const std::string faces[] = {FontName(old), CapitalsFontName(old), "TimesNewRomanPSMT"};
  return name.substr(0, plus == name.npos ? 1 : plus + 1) + faces[face] +
         (dash == name.npos ? "" : name.substr(dash));
}

QPDFObjectHandle InFace(QPDF& file, Font& font, Face face, OldFonts old) {
  QPDFObjectHandle dictionary = font.made.shallowCopy();
  const auto rename = [&](QPDFObjectHandle object, const char* key) {
    if (object.hasKey(key))
      object.replaceKey(key, QPDFObjectHandle::newName(Renamed(object.getKey(key).getName(), face, old)));
  };
  const auto describe = [&](QPDFObjectHandle object) {
    rename(object, "/BaseFont");
    if (!object.hasKey("/FontDescriptor")) return;
    QPDFObjectHandle descriptor = object.getKey("/FontDescriptor").shallowCopy();
    rename(descriptor, "/FontName");
    object.replaceKey("/FontDescriptor", file.makeIndirectObject(descriptor));
  };
  describe(dictionary);
  if (dictionary.hasKey("/DescendantFonts")) {
    QPDFObjectHandle below = dictionary.getKey("/DescendantFonts").getArrayItem(0).shallowCopy();
    describe(below);
    dictionary.replaceKey("/DescendantFonts", QPDFObjectHandle::newArray({file.makeIndirectObject(below)}));
  }
  const std::string map =
      ToUnicodeOf(font, [&](const std::u16string& text) { return Layer(text, face, old); });
  dictionary.replaceKey("/ToUnicode", QPDFObjectHandle::newStream(&file, map));
  return file.makeIndirectObject(dictionary);
}

std::string Contents(QPDFObjectHandle stream) {
  const auto data = stream.getStreamData(qpdf_dl_generalized);
  return {reinterpret_cast<const char*>(data->getBuffer()), data->getSize()};
}

// The fonts of a page or form under their names, read once each.
std::map<std::string, Font*> FontsOf(QPDFObjectHandle resources, std::map<QPDFObjGen, Font>* known) {
  std::map<std::string, Font*> fonts;
  if (!resources.isDictionary() || !resources.hasKey("/Font")) return fonts;
  for (const auto& [name, object] : resources.getKey("/Font").getDictAsMap()) {
    Font& font = (*known)[object.getObjGen()];
    if (font.letters.empty()) {
      font.made = object;
      ReadToUnicode(Contents(font.made.getKey("/ToUnicode")), &font);
    }
    fonts[name] = &font;
  }
  return fonts;
}

void RewriteText(QPDFObjectHandle content, const std::map<std::string, Font*>& fonts, OldFonts old) {
  std::string text;
  Pl_String buffer("content", nullptr, text);
  Rewriter rewriter(fonts, old);
  content.filterAsContents(&rewriter, &buffer);
  content.replaceStreamData(text, QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
}

}  // namespace

std::string InOldFonts(const std::string& pdf, OldFonts fonts) {
  QPDF file;
  file.processMemoryFile("digital", pdf.data(), pdf.size());
  std::vector<std::pair<QPDFObjectHandle, QPDFObjectHandle>> contents;  // with their resources
  for (QPDFObjectHandle page : file.getAllPages())
    contents.emplace_back(page.getKey("/Contents"), page.getKey("/Resources"));
  for (QPDFObjectHandle object : file.getAllObjects()) {
    if (object.isFormXObject()) contents.emplace_back(object, object.getDict().getKey("/Resources"));
  }
  std::map<QPDFObjGen, Font> known;
  std::vector<std::map<std::string, Font*>> used;  // before any is renamed: resources may be shared
  for (auto& [content, resources] : contents) {
    used.push_back(FontsOf(resources, &known));
    if (!used.back().empty()) RewriteText(content, used.back(), fonts);
  }
  std::map<std::pair<QPDFObjGen, Face>, QPDFObjectHandle> made;
  for (std::size_t i = 0; i < contents.size(); ++i) {
    for (const auto& [name, font] : used[i]) {
      for (const Face face : {kPlain, kCapitals, kOther}) {
        if (face != kPlain && !font->used[face]) continue;
        QPDFObjectHandle& object = made[{font->made.getObjGen(), face}];
        if (!object.isInitialized()) object = InFace(file, *font, face, fonts);
        contents[i].second.getKey("/Font").replaceKey(name + kFaceMarks[face], object);
      }
    }
  }
  QPDFWriter writer(file);
  writer.setOutputMemory();
  writer.setDeterministicID(true);
  writer.write();
  const auto bytes = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()};
}

}  // namespace trichluc::corpus
