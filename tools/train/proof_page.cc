#include "train/proof_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

#include "corpus/error.h"
#include "corpus/seal.h"

namespace trichluc::train {
namespace {

using corpus::SetText;
using corpus::TextStyle;

constexpr double kWidth = 595.3, kHeight = 841.9, kLeft = 85, kRight = 547, kTop = 57, kBottom = 785;
constexpr const char* kFaces[] = {"Tinos", "TeX Gyre Termes", "FreeSerif"};  // all as wide as Times
constexpr std::size_t kMostLines = 7;                                        // of one paragraph or cell

std::string Escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '&') out += "&amp;";
    if (c == '<') out += "&lt;";
    if (c == '>') out += "&gt;";
    if (c != '&' && c != '<' && c != '>') out += c;
  }
  return out;
}

// A footnote's mark behind a word, or before all at the beginning of the note.
std::string WithNoteMark(std::string markup, bool in_front, Random* random) {
  const std::string mark = "<sup>" + std::to_string(1 + random->Next() % 30) + "</sup>";
  if (in_front) return mark + " " + markup;
  const std::size_t blank = markup.find(' ', random->Next() % (markup.size() + 1));
  return markup.insert(std::min(blank, markup.size()), mark);
}

class Setter {
 public:
  Setter(const Matter& matter, Random* random) : matter_(matter), random_(*random) {
    page_.sheet = std::make_unique<corpus::Sheet>(kWidth, kHeight);
    y_ = kTop + Between(0, 12);
    if (matter_.worn) family_ = kFaces[random_.Next() % std::size(kFaces)];
  }

  ProofPage Fill(bool seal) {
    if (matter_.signatures) return SignatureBlocks();
    while (y_ < kBottom - 20) {
      const double kind = random_.Unit();
      if (matter_.figures_only) {
        Cells();
      } else if (matter_.worn && kind < 0.30) {
        OfficeLine();
      } else if (kind < 0.42) {
        Paragraphs(1);
      } else if (kind < 0.60) {
        Paragraphs(1 + static_cast<int>(random_.Next() % 3));
      } else if (kind < 0.72) {
        ShortLine();
      } else {
        Cells();
      }
      y_ += Between(1, 7);
    }
    if (seal) {
      corpus::DrawSeal(Between(kLeft + 40, kRight - 40), Between(kTop + 40, kBottom - 60), "SỞ NỘI VỤ",
                       "TỈNH", &random_, page_.sheet.get());
    }
    return std::move(page_);
  }

 private:
  double Between(double low, double high) { return random_.Between(low, high); }
  bool Chance(double share) { return random_.Unit() < share; }

  TextStyle Style(double least, double most) {
    TextStyle style;
    // Offices set in whole and half points.
    style.size = std::lround(Between(least, most) * 2) / 2.0;
    style.bold = Chance(matter_.worn ? 0.5 : 0.25);
    style.italic = Chance(matter_.worn ? 0.25 : 0.18);
    style.family = family_;
    style.leading = Between(1.0, 1.35);
    return style;
  }

  std::string Running(int words) {
    if (!matter_.hard.empty() && Chance(0.35)) {
      // The more often a word was wrong, the nearer to the front it stands, the more often it is drawn.
      const double at = random_.Unit() * random_.Unit();
      const auto place = static_cast<std::size_t>(at * static_cast<double>(matter_.hard.size()));
      return matter_.text->WordsAround(matter_.hard[place], words, &random_);
    }
    std::string text = matter_.text->Words(words, &random_);
    if (Chance(0.10) && !matter_.as_written) text = WithOtherTones(text, &random_);
    if (Chance(0.08)) text = Upper(text);
    if (Chance(0.05)) text = (Chance(0.8) ? "- " : "+ ") + text;
    // How the subject of a letter begins.
    if (Chance(0.06)) text = (Chance(0.7) ? "V/v " : "Về việc ") + text;
    return text;
  }

  // Sets `text` with its top at `y`; answers its height, 0 when the font lacks a letter.
  double Put(const std::string& text, const TextStyle& style, bool underline, double x, double y,
             double width) {
    try {
      std::string markup = Escaped(text);
      if (std::count(text.begin(), text.end(), ' ') > 2 && Chance(0.06))
        markup = WithNoteMark(markup, Chance(0.3), &random_);
      // Pango would print a hyphen where it breaks a long word, which is no part of the text.
      std::string how = "insert_hyphens=\"false\"";
      if (matter_.worn && Chance(0.3))
        how += fmt::format(" letter_spacing=\"{}\"",
                           static_cast<int>(Between(-0.035, 0.06) * style.size * 1024));
      markup = "<span " + how + ">" + markup + "</span>";
      const SetText set(underline ? "<u>" + markup + "</u>" : markup, style, width);
      const std::size_t count = std::min(set.size(), kMostLines);
      for (std::size_t i = 0; i < count; ++i) {
        const double top = y + static_cast<double>(i) * set.line_height();
        SetText::Ink ink = set.ink(i);
        if (set.text(i).empty()) continue;
        set.Draw(page_.sheet->ink(), i, x, top);
        ink = {ink.left + x, ink.top + top, ink.right + x, ink.bottom + top, ink.baseline + top};
        page_.lines.push_back({set.text(i), ink, style.size});
      }
      return static_cast<double>(count) * set.line_height();
    } catch (const corpus::Error&) {
      return 0;
    }
  }

  void Paragraphs(int columns) {
    const double gap = 18, width = (kRight - kLeft - gap * (columns - 1)) / columns;
    double height = 0;
    for (int c = 0; c < columns; ++c) {
      TextStyle style = Style(columns == 1 ? 12 : 10, 14);
      if (Chance(0.6)) style.align = "justify";
      if (Chance(0.3)) style.indent = 28;
      const int words = static_cast<int>(Between(3, columns == 1 ? 70 : 28));
      height =
          std::max(height, Put(Running(words), style, Chance(0.04), kLeft + c * (width + gap), y_, width));
    }
    y_ += height;
  }

  void ShortLine() {
    TextStyle style = Style(11, 14);
    style.bold = Chance(0.5);
    style.align = Chance(0.5) ? "center" : "left";
    const double height = Put(matter_.phrases->Any(&random_), style, Chance(0.08), kLeft, y_, kRight - kLeft);
    // A rule as under the motto, sometimes so near that it cuts the descenders.
    if (Chance(0.15))
      page_.sheet->Rule(kLeft + Between(0, 150), y_ + height - Between(-3, 4), Between(60, 250));
    y_ += height;
  }

  // A subject, a boxed stamp, a title above a signature, a name: what stands alone and is mostly bold.
  void OfficeLine() {
    TextStyle style = Style(10, 15);
    style.bold = Chance(0.75);
    style.align = Chance(0.5) ? "center" : "left";
    const double x = kLeft + Between(0, 120), width = Between(150, kRight - x);
    if (Chance(0.45)) {
      std::string subject = (Chance(0.6)   ? "V/v "
                             : Chance(0.5) ? "Về việc "
                                           : "") +
                            matter_.text->Words(static_cast<int>(Between(4, 26)), &random_);
      if (Chance(0.12) && !matter_.as_written) subject = WithOtherTones(subject, &random_);
      y_ += Put(subject, style, false, x, y_, width);
      return;
    }
    const std::string text = matter_.phrases->Office(&random_);
    const std::size_t before = page_.lines.size();
    const double height = Put(text, style, false, x, y_ + 4, width);
    if (Chance(0.4) && page_.lines.size() == before + 1) {
      const SetText::Ink& ink = page_.lines.back().ink;
      const double side = Between(3, 9), above = Between(2, 6);
      page_.sheet->Box(ink.left - side, ink.top - above, ink.right - ink.left + 2 * side,
                       ink.bottom - ink.top + 2 * above, Between(0.5, 1.6), corpus::Colour{});
    }
    y_ += height + 12;
  }

  std::string CellText(double width) {
    const Phrases& phrases = *matter_.phrases;
    if (matter_.figures_only) return phrases.Figures(&random_);
    if (width < 40) return Chance(0.85) ? phrases.Mark(&random_) : phrases.Figures(&random_);
    const double kind = random_.Unit();
    if (kind < 0.14) return phrases.Deadline(&random_);
    if (kind < 0.24) return phrases.Agencies(&random_);
    if (kind < 0.31) return phrases.Agency(&random_);
    if (kind < 0.36) return phrases.Figures(&random_);
    if (kind < 0.48) return phrases.Any(&random_);
    if (kind < 0.66) return Running(1 + static_cast<int>(random_.Next() % 3));
    return Running(static_cast<int>(Between(3, width / 5)));
  }

  // Authority, title, white, name, one below the other about a middle; the seal over the left of them, the pen between title and name.
  ProofPage SignatureBlocks() {
    constexpr double kMiddles[] = {165, 435}, kHalf = 118, kAside = 28;
    const double radius = corpus::Millimetres(17.5);
    for (const double middle : kMiddles) {
      for (y_ = kTop + Between(0, 20); y_ < kBottom - 130; y_ += Between(22, 40)) {
        TextStyle style = Style(12, 14);
        style.bold = Chance(0.92);
        style.italic = false;
        style.align = "center";
        const double above = y_;
        const auto line = [&](const std::string& text) { y_ += Put(text, style, false, middle - kHalf, y_, 2 * kHalf); };
        for (const std::string& text : matter_.phrases->Authorities(&random_)) line(text);
        const double title = y_;
        y_ += Between(30, 62);
        std::string name = matter_.phrases->Signer(&random_);
        if (Chance(0.08)) name = Upper(name);
        const std::size_t names = page_.lines.size();
        line(name);
        if (page_.lines.size() == names || matter_.bare) continue;
        const SetText::Ink ink = page_.lines.back().ink;
        const double x = Between(ink.left - 0.3 * radius, ink.left + 0.55 * (ink.right - ink.left));
        const double y = Chance(0.75) ? ink.top - radius * Between(0.15, 1.0) : Between(above, title + 0.5 * radius);
        corpus::DrawSeal(x, y, Upper(matter_.phrases->Agency(&random_)), Chance(0.5) ? "TỈNH" : "", &random_, page_.sheet.get());
        corpus::DrawSignature(Between(middle - 25, middle + 35), (title + ink.top) / 2 + Between(-8, 12), &random_, page_.sheet.get());
      }
    }
    page_.aside = kAside;
    return std::move(page_);
  }

  // A ruled table of one to six rows.
  void Cells() {
    std::vector<double> edges = {kLeft};
    if (Chance(0.8)) edges.push_back(kLeft + Between(22, 42));
    while (edges.back() < kRight - 60)
      edges.push_back(edges.back() + Between(matter_.figures_only ? 50 : 58, 210));
    edges.back() = kRight;
    const TextStyle common = Style(10, 13.5);
    const double begin = y_, padding = Between(1, 5);
    for (int rows = 1 + static_cast<int>(random_.Next() % 6); rows > 0 && y_ < kBottom - 20; --rows) {
      const bool head = y_ == begin && Chance(0.4);
      double height = common.size * 1.2;
      for (std::size_t c = 0; c + 1 < edges.size(); ++c) {
        const double width = edges[c + 1] - edges[c];
        if (Chance(0.06)) continue;
        TextStyle style = common;
        style.bold = head || Chance(0.1);
        style.italic = Chance(0.08);
        style.align = head || width < 60 || Chance(0.35) ? "center" : Chance(0.5) ? "justify" : "left";
        height = std::max(height, Put(CellText(width), style, false, edges[c] + 3, y_ + padding, width - 6));
      }
      page_.sheet->Rule(kLeft, y_, kRight - kLeft, Between(0.4, 0.9));
      y_ += height + padding + Between(0, 4);
    }
    page_.sheet->Rule(kLeft, y_, kRight - kLeft, Between(0.4, 0.9));
    cairo_t* ink = page_.sheet->ink();
    for (const double x : edges) {
      cairo_move_to(ink, x, begin);
      cairo_line_to(ink, x, y_);
      cairo_set_line_width(ink, Between(0.4, 0.9));
      cairo_stroke(ink);
    }
  }

  const Matter& matter_;
  Random& random_;
  ProofPage page_;
  std::string family_ = "Tinos";
  double y_ = 0;
};

}  // namespace

void StampLines(int seals, const Phrases& phrases, Random* random, ProofPage* page) {
  const double radius = corpus::Millimetres(17.5);
  struct Stamped {
    double x, y, left, right, up, down;
  };
  std::vector<Stamped> all;
  const auto place = [&](const Stamped& reach) {
    const SetText::Ink& ink = page->lines[random->Next() % page->lines.size()].ink;
    Stamped stamped = reach;
    stamped.x = random->Between(ink.left, ink.right);
    stamped.y = (ink.top + ink.bottom) / 2;
    all.push_back(stamped);
    return stamped;
  };
  for (int i = 0; i < seals && !page->lines.empty(); ++i) {
    const Stamped seal = place({0, 0, radius, radius, radius, radius});
    corpus::DrawSeal(seal.x, seal.y, Upper(phrases.Agency(random)), random->Unit() < 0.5 ? "TỈNH" : "", random,
                     page->sheet.get());
  }
  if (!page->lines.empty()) {
    const Stamped pen = place({0, 0, corpus::Millimetres(18), corpus::Millimetres(16), 20, 14});
    corpus::DrawSignature(pen.x, pen.y, random, page->sheet.get());
  }
  std::erase_if(page->lines, [&](const PrintedLine& line) {
    return std::none_of(all.begin(), all.end(), [&](const Stamped& s) {
      return line.ink.left < s.x + s.right && line.ink.right > s.x - s.left && line.ink.top < s.y + s.down &&
             line.ink.bottom > s.y - s.up;
    });
  });
}

ProofPage SetProofPage(const Matter& matter, bool seal, Random* random) {
  return Setter(matter, random).Fill(seal);
}

}  // namespace trichluc::train
