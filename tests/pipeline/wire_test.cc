#include "pipeline/wire.h"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

namespace trichluc {
namespace {

TEST(Wire, RequestsSurviveAnyPath) {
  for (const std::string path : {"a.pdf", "tên có dấu\nvà dòng.pdf", "\xff\xfe.pdf", " 12 3.pdf"}) {
    const WorkerRequest request{WorkerRequest::Kind::kRead, 17, path};
    const auto back = DecodeRequest(Encode(request));
    ASSERT_TRUE(back);
    EXPECT_EQ(back->page, 17);
    EXPECT_EQ(back->path, path);
    EXPECT_EQ(back->kind, WorkerRequest::Kind::kRead);
  }
}

TEST(Wire, DamagedRequestsAreRefused) {
  for (const char* bytes : {"", "r", "r1", "x1 a.pdf", "r99999999999 a.pdf", "rone a.pdf"}) {
    EXPECT_FALSE(DecodeRequest(bytes)) << bytes;
  }
}

TEST(Wire, AnswersAndErrors) {
  const auto ok = DecodeAnswer(Encode(WorkerAnswer{true, "", std::string("\0 body", 6)}));
  ASSERT_TRUE(ok && ok->ok);
  EXPECT_EQ(ok->body.size(), 6u);
  const auto error = DecodeAnswer(Encode(WorkerAnswer{false, "broken", "the page tree is damaged"}));
  ASSERT_TRUE(error && !error->ok);
  EXPECT_EQ(error->code, "broken");
  EXPECT_EQ(error->body, "the page tree is damaged");
  EXPECT_FALSE(DecodeAnswer(""));
}

TEST(Wire, FramesThroughAPipeAndItsEnd) {
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  ASSERT_TRUE(WriteFrame(ends[1], "one"));
  ASSERT_TRUE(WriteFrame(ends[1], ""));
  ASSERT_EQ(::write(ends[1], "\x09\x00\x00\x00torn", 8), 8);
  ::close(ends[1]);
  EXPECT_EQ(ReadFrame(ends[0]), "one");
  EXPECT_EQ(ReadFrame(ends[0]), "");
  EXPECT_FALSE(ReadFrame(ends[0])) << "a torn frame is the end";
  ::close(ends[0]);
}

TEST(Wire, AnOpenFileTravelsWithItsFrame) {
  int ends[2], pipe[2], file = -1;
  ASSERT_EQ(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
  ASSERT_EQ(::pipe(pipe), 0);
  ASSERT_TRUE(SendFrame(ends[0], "with", pipe[0]));
  ASSERT_TRUE(SendFrame(ends[0], "without", -1));
  EXPECT_EQ(ReceiveFrame(ends[1], &file), "with");
  ASSERT_GE(file, 0);
  ASSERT_EQ(::write(pipe[1], "x", 1), 1);
  char byte = 0;
  EXPECT_EQ(::read(file, &byte, 1), 1);
  EXPECT_EQ(byte, 'x');
  EXPECT_EQ(ReceiveFrame(ends[1], &file), "without");
  EXPECT_EQ(file, -1);
  ::close(ends[0]);
  EXPECT_EQ(ReceiveFrame(ends[1], &file), std::nullopt);
}

}  // namespace
}  // namespace trichluc
