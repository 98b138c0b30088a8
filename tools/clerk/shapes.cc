#include "clerk/shapes.h"

#include <zlib.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <sstream>

#include "base/files.h"
#include "corpus/error.h"

namespace trichluc::clerk {
namespace {

constexpr int kMnist = 28, kSemeion = 16;
constexpr size_t kPart = 8;  // an eighth of each file is held out
// Of a figure whose bar was written last (WithoutLifts), in heights: how far right of and above the lowest point the pen ended, and how
// steeply from one point to the next it rose when it was lifted.
constexpr double kBarBehind = 0.1, kBarAbove = 0.25, kRise = 0.12;

std::string ReadGzip(const std::string& path) {
  gzFile file = gzopen(path.c_str(), "rb");
  if (file == nullptr)
    throw corpus::Error(path + ": cannot be opened; --data names the folder of the digit sets");
  std::string out;
  char buffer[1 << 16];
  for (int got; (got = gzread(file, buffer, sizeof buffer)) > 0;) out.append(buffer, got);
  gzclose(file);
  return out;
}

std::vector<std::vector<double>> ReadNumbers(const std::string& path) {
  std::istringstream in(ReadFile(path));
  std::vector<std::vector<double>> rows;
  for (std::string line; std::getline(in, line);) {
    std::replace(line.begin(), line.end(), ',', ' ');
    std::erase(line, '"');
    std::istringstream cells(line);
    std::vector<double> row;
    for (double number; cells >> number;) row.push_back(number);
    if (row.size() > 10) rows.push_back(std::move(row));
  }
  return rows;
}

// Held out is the last eighth, of Semeion the first (its rows are sorted: the first eighth has each digit of
// some writers).
bool Wanted(size_t row, size_t rows, bool held_out, bool first = false) {
  return (first ? row < rows / kPart : row >= rows - rows / kPart) == held_out;
}

using Form = std::vector<std::vector<Point>>;  // strokes of a copybook form, by control points

// A point named twice is a corner.
const std::map<char, std::vector<Form>>& Forms() {
  static const std::map<char, std::vector<Form>> forms = {
      {'0',
       {{{{.3, 0}, {.05, .3}, {.05, .7}, {.28, 1}, {.52, .7}, {.52, .3}, {.3, 0}}},
        {{{.25, .02}, {.02, .5}, {.25, 1}, {.45, .55}, {.28, .0}, {.18, .06}}},
        {{{.4, .05}, {.1, .1}, {.0, .55}, {.3, 1}, {.62, .6}, {.55, .15}, {.3, .0}}}}},
      {'1',
       {{{{.1, 0}, {.1, .5}, {.1, 1}}},
        {{{0, .3}, {0, .3}, {.22, 0}, {.22, 0}, {.22, 1}}},
        {{{0, .55}, {0, .55}, {.3, 0}, {.3, 0}, {.27, 1}}},
        {{{0, .8}, {0, .8}, {.38, 0}, {.38, 0}, {.36, 1}}},
        {{{0, 1}, {0, 1}, {.42, 0}, {.42, 0}, {.36, 1}}},
        {{{0, .4}, {0, .4}, {.25, 0}, {.25, 0}, {.22, 1}}, {{0, 1}, {0, 1}, {.5, .98}}},
        {{{0, .5}, {.15, .3}, {.3, 0}, {.3, 0}, {.28, .5}, {.24, 1}}}}},
      {'2',
       {{{{.03, .25}, {.25, 0}, {.5, .25}, {.3, .65}, {0, 1}, {0, 1}, {.58, 1}}},
        {{{.05, .2}, {.3, 0}, {.48, .25}, {.2, .75}, {.0, .98}, {.1, .82}, {.25, .95}, {.55, .95}}},
        {{{.0, .15}, {.3, 0}, {.45, .2}, {.2, .7}, {.02, .98}, {.02, .98}, {.3, .92}, {.6, 1}}},
        {{{.05, .3}, {.15, .05}, {.4, .05}, {.42, .35}, {.05, 1}, {.05, 1}, {.5, .97}}},
        {{{.0, .1}, {.0, .1}, {.4, .02}, {.45, .2}, {.02, 1}, {.02, 1}, {.55, .98}}}}},
      {'3',
       {{{{.02, .12}, {.28, 0}, {.45, .2}, {.2, .45}, {.2, .45}, {.5, .68}, {.3, 1}, {0, .88}}},
        {{{.0, .02}, {.0, .02}, {.45, .02}, {.45, .02}, {.2, .42}, {.2, .42}, {.5, .7}, {.25, 1}, {0, .9}}},
        {{{.05, .15}, {.3, 0}, {.42, .22}, {.15, .48}, {.45, .6}, {.4, .9}, {.1, 1}, {-.05, .85}}}}},
      {'4',
       {{{{.2, 0}, {.2, 0}, {.0, .62}, {.0, .62}, {.6, .6}}, {{.42, .25}, {.42, .25}, {.38, 1}}},
        {{{.42, 0}, {.42, 0}, {.0, .68}, {.0, .68}, {.62, .66}}, {{.42, 0}, {.42, 0}, {.42, 1}}},
        {{{.0, .72}, {.0, .72}, {.4, 0}, {.4, 0}, {.42, 1}}, {{.05, .68}, {.05, .68}, {.62, .66}}},
        {{{.1, .05}, {.02, .55}, {.02, .55}, {.5, .52}}, {{.5, 0}, {.5, 0}, {.45, 1}}},
        {{{.6, .62}, {.6, .62}, {.0, .66}, {.0, .66}, {.42, .02}, {.42, .02}, {.4, 1}}}}},
      {'5',
       {{{{.1, .03}, {.1, .03}, {.06, .42}, {.06, .42}, {.4, .45}, {.42, .85}, {.1, 1}, {-.05, .9}},
         {{.1, .03}, {.1, .03}, {.5, 0}}},
        {{{.5, .0}, {.5, .0}, {.12, .02}, {.12, .02}, {.08, .42}, {.42, .5}, {.38, .9}, {0, .97}}},
        {{{.12, .1}, {.12, .1}, {.08, .45}, {.35, .42}, {.45, .75}, {.2, 1}, {-.02, .88}},
         {{.12, .1}, {.12, .1}, {.6, -.05}}},
        {{{.15, .05}, {.05, .4}, {.35, .55}, {.35, .9}, {-.05, .95}}, {{.18, .02}, {.18, .02}, {.45, .04}}}}},
      {'6',
       {{{{.42, .0}, {.1, .3}, {.02, .75}, {.25, 1}, {.45, .75}, {.25, .5}, {.05, .7}}},
        {{{.3, 0}, {.08, .4}, {.05, .85}, {.25, 1}, {.42, .8}, {.25, .6}, {.06, .8}}},
        {{{.5, .08}, {.3, 0}, {.05, .45}, {.08, .9}, {.35, .98}, {.42, .65}, {.15, .58}, {.04, .75}}}}},
      {'7',
       {{{{.0, .08}, {.0, .08}, {.5, .02}, {.5, .02}, {.2, 1}}, {{.1, .52}, {.1, .52}, {.52, .48}}},
        {{{.0, .15}, {.03, .02}, {.03, .02}, {.45, .05}, {.45, .05}, {.28, .5}, {.2, 1}},
         {{.08, .5}, {.08, .5}, {.5, .5}}},
        {{{.0, .05}, {.0, .05}, {.48, .05}, {.48, .05}, {.15, 1}}},
        {{{.0, .2}, {.15, .02}, {.3, .1}, {.5, .0}, {.3, .45}, {.22, 1}},
         {{.05, .55}, {.05, .55}, {.55, .42}}},
        {{{.0, .1}, {.2, .03}, {.48, .05}, {.48, .05}, {.32, .4}, {.25, 1}},
         {{.0, .5}, {.0, .5}, {.58, .46}}}}},
      {'8',
       {{{{.42, .12},
          {.22, 0},
          {.05, .2},
          {.25, .48},
          {.42, .78},
          {.22, 1},
          {.02, .78},
          {.22, .48},
          {.45, .15},
          {.38, .05}}},
        {{{.25, 0}, {.08, .22}, {.25, .45}, {.42, .22}, {.25, 0}},
         {{.25, .45}, {.02, .72}, {.25, 1}, {.48, .72}, {.25, .45}}},
        {{{.5, .1}, {.25, 0}, {.1, .25}, {.35, .6}, {.3, .98}, {.02, .85}, {.2, .5}, {.52, .08}}}}},
      {'9',
       {{{{.42, .2}, {.2, 0}, {.02, .25}, {.2, .5}, {.42, .2}, {.42, .2}, {.38, 1}}},
        {{{.42, .15},
          {.15, .02},
          {.04, .3},
          {.25, .48},
          {.42, .15},
          {.42, .15},
          {.42, .7},
          {.25, 1},
          {0, .92}}},
        {{{.4, .1}, {.1, .05}, {.05, .4}, {.3, .45}, {.42, .1}, {.4, .5}, {.15, 1}}},
        {{{.42, .25}, {.25, 0}, {.0, .2}, {.15, .48}, {.4, .3}, {.42, .12}, {.4, .75}, {.1, 1}, {-.1, .8}}}}},
      {'a', {{{{.4, .5}, {.15, .42}, {.0, .75}, {.2, 1}, {.4, .55}, {.4, .55}, {.42, .9}, {.55, .98}}}}},
      {'b',
       {{{{.0, .9}, {.2, .3}, {.18, 0}, {.08, .3}, {.08, .9}, {.3, .95}, {.38, .6}, {.25, .5}}},
        {{{.05, 0}, {.05, 0}, {.05, .95}, {.05, .95}, {.3, 1}, {.4, .7}, {.2, .52}, {.06, .65}}}}},
      {'c', {{{{.38, .55}, {.2, .45}, {.0, .75}, {.2, 1}, {.45, .9}}}}},
  };
  return forms;
}

}  // namespace

std::vector<Stroke> WithoutLifts(const std::vector<Point>& trace, int digit) {
  const auto foot = std::max_element(trace.begin(), trace.end(), [](const Point& a, const Point& b) { return a.y < b.y; });
  const bool barred = (digit == 5 || digit == 7) && trace.end() - foot > 2 && trace.back().x > foot->x + kBarBehind &&
                      trace.back().y < foot->y - kBarAbove;
  if (!barred) return {trace};
  std::vector<Stroke> strokes(1);
  for (auto point = trace.begin(); point != trace.end(); ++point) {
    const bool lifted = point > foot && point->y < (point - 1)->y - kRise;
    if (lifted) strokes.emplace_back();
    strokes.back().push_back(*point);
  }
  std::erase_if(strokes, [](const Stroke& stroke) { return stroke.size() < 2; });
  return strokes;
}

Stroke Smooth(const std::vector<Point>& points) {
  if (points.size() < 3) return points;
  Stroke line;
  const int count = static_cast<int>(points.size());
  const auto at = [&](int i) { return points[std::clamp(i, 0, count - 1)]; };
  for (int i = 0; i + 1 < count; ++i) {
    const Point a = at(i - 1), b = at(i), c = at(i + 1), d = at(i + 2);
    constexpr int kParts = 6;
    for (int k = 0; k < kParts; ++k) {
      const double t = static_cast<double>(k) / kParts, t2 = t * t, t3 = t2 * t;
      const auto mix = [&](double p, double q, double r, double s) {
        return 0.5 * (2 * q + (r - p) * t + (2 * p - 5 * q + 4 * r - s) * t2 + (3 * q - p - 3 * r + s) * t3);
      };
      line.push_back({mix(a.x, b.x, c.x, d.x), mix(a.y, b.y, c.y, d.y)});
    }
  }
  line.push_back(points.back());
  return line;
}

DigitSets::DigitSets(const std::string& directory, bool held_out) {
  std::vector<int> labels[3];
  const std::string images = ReadGzip(directory + "/t10k-images-idx3-ubyte.gz");
  const std::string names = ReadGzip(directory + "/t10k-labels-idx1-ubyte.gz");
  const size_t area = kMnist * kMnist, count = (images.size() - 16) / area;
  for (size_t i = 0; i < count; ++i) {
    if (!Wanted(i, count, held_out)) continue;
    Shape shape{kMnist, kMnist, {}, {}};
    for (size_t p = 0; p < area; ++p)
      shape.ink.push_back(static_cast<uint8_t>(images[16 + i * area + p]) / 255.0f);
    shapes_[0].push_back(std::move(shape));
    labels[0].push_back(names[8 + i]);
  }
  const auto semeion = ReadNumbers(directory + "/semeion.data");
  for (size_t i = 0; i < semeion.size(); ++i) {
    if (!Wanted(i, semeion.size(), held_out, true) || semeion[i].size() != kSemeion * kSemeion + 10) continue;
    Shape shape{kSemeion, kSemeion, {semeion[i].begin(), semeion[i].begin() + kSemeion * kSemeion}, {}};
    shapes_[1].push_back(std::move(shape));
    labels[1].push_back(static_cast<int>(std::max_element(semeion[i].end() - 10, semeion[i].end()) -
                                         (semeion[i].end() - 10)));
  }
  const auto pen = ReadNumbers(directory + "/pendigits.csv");
  for (size_t i = 0; i < pen.size(); ++i) {
    if (!Wanted(i, pen.size(), held_out) || pen[i].size() < 18) continue;
    std::vector<Point> points;
    for (int p = 0; p < 8; ++p) points.push_back({pen[i][1 + 2 * p] / 130, 1 - pen[i][2 + 2 * p] / 100});
    labels[2].push_back(static_cast<int>(pen[i][17]));
    std::vector<Stroke> strokes = WithoutLifts(points, labels[2].back());
    for (Stroke& stroke : strokes) stroke = Smooth(stroke);
    shapes_[2].push_back({0, 0, {}, std::move(strokes)});
  }
  for (int set = 0; set < 3; ++set) {
    for (size_t i = 0; i < shapes_[set].size(); ++i) index_[set][labels[set][i]].push_back(&shapes_[set][i]);
    for (const auto& found : index_[set]) {
      if (found.empty())
        throw corpus::Error(directory + ": a digit set lacks a digit; see tools/clerk/README.md");
    }
  }
}

const Shape& DigitSets::Draw(int digit, int set, Random* random) const {
  const auto& found = index_[set][digit];
  return *found[random->Next() % found.size()];
}

std::string DigitSets::Summary() const {
  return std::to_string(shapes_[0].size()) + " of MNIST, " + std::to_string(shapes_[1].size()) +
         " of Semeion, " + std::to_string(shapes_[2].size()) + " of Pendigits";
}

Shape DrawCopybook(char sign, double wander, Random* random) {
  const std::vector<Form>& forms = Forms().at(sign);
  Shape shape;
  const Form& form = forms[random->Next() % forms.size()];
  const double stretch = random->Between(0.75, 1.35);
  for (const std::vector<Point>& control : form) {
    std::vector<Point> points;
    for (size_t i = 0; i < control.size(); ++i) {
      if (i > 0 && control[i].x == control[i - 1].x && control[i].y == control[i - 1].y) {
        points.push_back(points.back());
        continue;
      }
      points.push_back(
          {control[i].x * stretch + wander * random->Gauss(), control[i].y + wander * random->Gauss()});
    }
    shape.strokes.push_back(Smooth(points));
  }
  return shape;
}

}  // namespace trichluc::clerk
