// Tesseract with this program's network in place of its own. Private to the room.
#pragma once

#include <memory>
#include <string>

#include "lstm/line_network.h"

namespace trichluc {

// A network that computes lines once its first line has come out as Tesseract computes it, and how many lines
// it and Tesseract did.
struct OwnNetwork {
  lstm::LineNetwork network;
  enum { kUntried, kTrusted, kRefuted } trust = kUntried;
  long lines_here = 0, lines_by_tesseract = 0;
};

// Of the model of one language. None when its network is of a shape that only Tesseract computes, or when
// this is no Tesseract whose memory is known.
std::unique_ptr<OwnNetwork> MakeOwnNetwork(const std::string& traineddata_path);

// While it lives, Tesseract's lines of this thread are computed by `network` (none: by Tesseract).
class NetworkInUse {
 public:
  explicit NetworkInUse(OwnNetwork* network);
  ~NetworkInUse();
  NetworkInUse(const NetworkInUse&) = delete;

 private:
  OwnNetwork* before_;
};

}  // namespace trichluc
