// A larger network that begins as what a smaller one has learnt (Chen, Goodfellow, Shlens 2016, "Net2Net").
#pragma once

#include "corpus/random.h"
#include "hand/network.h"

namespace trichluc::clerk {

using corpus::Random;

// `network` with `times` as many channels in all layers but the last, and one more layer of 1 × 3 ahead of it
// that hands on what it gets. Added channels are copies whose readers share the weight unevenly; `noise`, in
// parts of a weight's usual size, makes them grow apart. With noise 0 it reads as before.
Network Grow(const Network& network, double times, double noise, Random* random);

}  // namespace trichluc::clerk
