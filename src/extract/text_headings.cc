#include "extract/text_headings.h"

#include <algorithm>

namespace trichluc {

constexpr double kArticleRank = 2.5;

double TextHeadings::RankOf(const std::string& no) const {
  const double rank = RankOfNumber(rules_, no);
  return rank == 0 && !no.empty() && no.find(' ') != std::string::npos ? kArticleRank : rank;
}

void TextHeadings::Open(const std::string& no, const std::string& title) {
  const double rank = RankOfNumber(rules_, no);
  sections_.Open(rank > 0 ? rank : kUnnumberedRank, title);
  if (rank > kArabicRank) return;
  figure_ = last_ = rank == kArabicRank ? FigureOf(no) : 0;
  inner_ = false;
}

void TextHeadings::OpenChapter(double rank, const std::string& title) {
  sections_.Open(rank, title);
  figure_ = last_ = 0;
  inner_ = false;
}

bool TextHeadings::Follows(const std::string& no) const {
  const int figure = RankOfNumber(rules_, no) == kArabicRank ? FigureOf(no) : 0;
  return figure_ > 0 && !inner_ && last_ == figure_ && figure == figure_ + 1;
}

void TextHeadings::Pass(const std::string& no) {
  const int figure = RankOfNumber(rules_, no) == kArabicRank ? FigureOf(no) : 0;
  if (RankOf(no) == kArticleRank) sections_.CloseFor(kUnnumberedRank);
  if (figure == 0) return;
  inner_ = inner_ || figure <= figure_;
  if (figure_ > 0 && !inner_ && figure == last_ + 1) {
    sections_.CloseFor(kArabicRank);
    figure_ = 0;
  }
  last_ = figure;
}

void TextHeadings::Clear() {
  sections_ = {};
  figure_ = last_ = 0;
  inner_ = false;
}

bool TextHeadings::ShowsHow() const {
  const std::vector<std::string> titles = sections_.Titles();
  return std::any_of(titles.begin(), titles.end(), [&](const std::string& title) {
    return rules_.First("method_heading", title) && !rules_.First("assigning_heading", title);
  });
}

bool TextHeadings::Tells() const {
  const std::vector<std::string> titles = sections_.Titles();
  return ShowsHow() || (!titles.empty() && rules_.First("telling_heading", titles.back()));
}

bool TextHeadings::IsUnder(const std::string& set) const {
  if (ShowsHow()) return false;
  if (asked_below_ && !Tells()) return true;
  const std::vector<std::string> titles = sections_.Titles();
  const bool shares = concludes_ && set == "assigning_heading";
  return std::any_of(titles.begin(), titles.end(), [&](const std::string& title) {
    return rules_.First(set, title) || (shares && rules_.First("concluding_heading", title));
  });
}

}  // namespace trichluc
