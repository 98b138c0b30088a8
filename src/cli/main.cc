// trichluc: every command but the reading of pages, which trichluc-reader does (cli/reader/main.cc). It links none
// of the libraries that reading needs, and starts three times as fast.
#include "cli/command.h"

int main(int argc, char** argv) { return trichluc::RunCommands(argc, argv); }
