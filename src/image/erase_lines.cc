#include "image/erase_lines.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace trichluc {
namespace {

constexpr int kInk = 140;         // darker is ink
constexpr int kPaper = 225;       // lighter is paper: where the seam of a line ends
constexpr double kDot = 0.03;     // inch: the dot below a vowel at 14 pt
constexpr double kAround = 0.25;  // inch to each side: where the line's own tones are measured
constexpr double kSolid = 0.85;   // share of the line's length that has ink, else it is dotted or broken
constexpr int kBlack = 48;        // a line as dark as this hides what it crosses
constexpr int kCleared = 200;     // what is left this light after the line is divided out is paper

// A page seen along a line: (t, a) is (x, y) for horizontal and (y, x) for vertical lines.
class View {
 public:
  View(Image& image, bool vertical) : image_(image), vertical_(vertical) {}
  int Along() const { return vertical_ ? image_.height : image_.width; }
  int Across() const { return vertical_ ? image_.width : image_.height; }
  uint8_t& operator()(int t, int a) { return vertical_ ? image_.Row(t)[a] : image_.Row(a)[t]; }

 private:
  Image& image_;
  bool vertical_;
};

// Whether ink stands at `a` within `reach` of t (strokes cross at a slant).
bool InkNear(View& view, int t, int a, int reach) {
  if (a < 0 || a >= view.Across()) return false;
  for (int i = std::max(0, t - reach); i <= std::min(view.Along() - 1, t + reach); ++i) {
    if (view(i, a) < kInk) return true;
  }
  return false;
}

// From the centre outward to the first paper, at most `most`; `most` + 1 when there is none.
int Seam(View& view, int t, int centre, int direction, int most) {
  for (int d = 0; d <= most; ++d) {
    const int a = centre + direction * d;
    if (a < 0 || a >= view.Across() || view(t, a) >= kPaper) return d;
  }
  return most + 1;
}

// How far the line and its grey seam reach on one side, at most `most`: the median over its length, letters
// touching it here and there weigh nothing.
int OwnSeam(View& view, const RuledLine& line, int direction, int most) {
  std::vector<int> seams;
  for (int t = std::max(0, line.begin); t < std::min(view.Along(), line.end); ++t) {
    const int centre = static_cast<int>(std::lround(line.At(t)));
    if (centre >= 0 && centre < view.Across()) seams.push_back(Seam(view, t, centre, direction, most));
  }
  if (seams.empty()) return most;
  std::nth_element(seams.begin(), seams.begin() + seams.size() / 2, seams.end());
  return std::min(most, seams[seams.size() / 2]);
}

// What stands on a line on one side of it at one place.
struct Contact {
  int seam = 0;         // pixels from the centre to paper
  bool stroke = false;  // ink beyond the line's own seam, reaching further than a dot
  bool dot = false;     // as little ink as the dot below ạ, or the foot of a g
};

Contact ContactAt(View& view, int t, int centre, int direction, int own, int most, int dot) {
  Contact contact;
  contact.seam = Seam(view, t, centre, direction, most);
  if (!InkNear(view, t, centre + direction * (own + 1), 0)) return contact;
  const bool beyond = Seam(view, t, centre, direction, own + dot) > own + dot;
  (beyond ? contact.stroke : contact.dot) = true;
  return contact;
}

// The tones across a line, offset by offset from its centre, as medians over its neighbourhood: letters on
// the line are too few to weigh. `solid`: it has ink nearly everywhere there.
struct Profile {
  std::vector<int> tones;
  bool solid = false;
};

// The median of values that come and go at the two ends of a window.
class MovingMedian {
 public:
  void Add(uint8_t value) {
    ++counts_[value];
    ++size_;
    below_ += value < median_;
  }
  void Drop(uint8_t value) {
    --counts_[value];
    --size_;
    below_ -= value < median_;
  }
  int size() const { return size_; }
  // The upper one of two; 255 of none.
  int Get() {
    if (size_ == 0) return 255;
    while (below_ > size_ / 2) below_ -= counts_[static_cast<size_t>(--median_)];
    while (below_ + counts_[static_cast<size_t>(median_)] <= size_ / 2) below_ += counts_[static_cast<size_t>(median_++)];
    return median_;
  }

 private:
  std::array<int, 256> counts_{};
  int size_ = 0, below_ = 0, median_ = 0;  // below_: values less than median_
};

// Profiles at each kStep from `begin` to `end`, `around` pixels to both sides.
std::vector<Profile> ProfilesAlong(View& view, const RuledLine& line, int begin, int end, int around, int reach) {
  const int first = std::max(0, line.begin), last = std::min(view.Along(), line.end);
  std::vector<int> centres;
  for (int i = first; i < last; ++i) centres.push_back(static_cast<int>(std::lround(line.At(i))));
  std::vector<Profile> profiles(static_cast<size_t>((end - begin + RuledLine::kStep - 1) / RuledLine::kStep));
  for (int k = -reach; k <= reach; ++k) {
    MovingMedian median;
    int from = first, to = first, inked = 0;
    const auto take = [&](int i, int sign) {
      const int a = centres[static_cast<size_t>(i - first)] + k;
      if (a < 0 || a >= view.Across()) return;
      const uint8_t tone = view(i, a);
      inked += sign * (tone < kPaper);
      sign > 0 ? median.Add(tone) : median.Drop(tone);
    };
    for (size_t p = 0; p < profiles.size(); ++p) {
      const int t = begin + static_cast<int>(p) * RuledLine::kStep;
      for (; to < std::min(last, t + around); ++to) take(to, 1);
      for (; from < std::min(to, t - around); ++from) take(from, -1);
      profiles[p].tones.push_back(median.Get());
      if (k == 0) profiles[p].solid = median.size() > 0 && inked >= kSolid * median.size();
    }
  }
  return profiles;
}

// What a pixel was before the line was printed over it: inks darken each other by factors.
uint8_t WithoutLine(int tone, int line_tone) {
  const int text = tone * 255 / std::max(1, line_tone);
  return static_cast<uint8_t>(std::min(255, text * 255 / kCleared));
}

// The line as a mask: white, but where a letter crosses or touches it.
void PaintWhite(View& view, int t, int centre, int half, int most, const Contact& before,
                const Contact& after) {
  if (before.dot || after.dot || (before.stroke && after.stroke)) return;
  if (before.stroke && InkNear(view, t, centre + most + 1, most)) return;
  if (after.stroke && InkNear(view, t, centre - most - 1, most)) return;
  // A dot of a dotted line may stand a pixel beside the line's centre, which is paper then.
  const int from = before.stroke ? half : std::clamp(before.seam, half, most),
            to = after.stroke ? half : std::clamp(after.seam, half, most);
  for (int a = std::max(0, centre - from); a <= std::min(view.Across() - 1, centre + to); ++a)
    view(t, a) = 255;
}

void EraseLine(View view, const RuledLine& line, int dpi) {
  const int half = static_cast<int>(std::ceil(line.thickness / 2)), most = half + 2, reach = most + 1;
  const int own_before = OwnSeam(view, line, -1, most), own_after = OwnSeam(view, line, 1, most);
  const int dot = static_cast<int>(std::lround(kDot * dpi)),
            around = static_cast<int>(std::lround(kAround * dpi));
  const int begin = std::max(0, line.begin - 2), end = std::min(view.Along(), line.end + 2);
  // Measured before anything is painted.
  const std::vector<Profile> profiles = end > begin ? ProfilesAlong(view, line, begin, end, around, reach) : std::vector<Profile>{};
  for (int t = begin; t < end; ++t) {
    const int centre = static_cast<int>(std::lround(line.At(t)));
    if (centre < 0 || centre >= view.Across()) continue;
    const Profile& profile = profiles[(t - begin) / RuledLine::kStep];
    const bool black = *std::min_element(profile.tones.begin(), profile.tones.end()) < kBlack;
    if (black || !profile.solid) {
      PaintWhite(view, t, centre, half, most, ContactAt(view, t, centre, -1, own_before, most, dot),
                 ContactAt(view, t, centre, 1, own_after, most, dot));
    } else {
      for (int k = -reach; k <= reach; ++k) {
        const int a = centre + k;
        if (a >= 0 && a < view.Across()) view(t, a) = WithoutLine(view(t, a), profile.tones[k + reach]);
      }
    }
  }
}

int Dpi(const Image& image) { return image.dpi > 0 ? image.dpi : 200; }

}  // namespace

void EraseHorizontal(Image& grey, const RuledLine& line) { EraseLine(View(grey, false), line, Dpi(grey)); }
void EraseVertical(Image& grey, const RuledLine& line) { EraseLine(View(grey, true), line, Dpi(grey)); }

}  // namespace trichluc
