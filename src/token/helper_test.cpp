// Helpers that misbehave, and what is left of them.
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

#include "token/child.h"
#include "token/message.h"
#include "token/test_support.h"

namespace hp::token {
namespace {

using namespace testing;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

const std::string kHello = R"(printf '\0\0\0\025H\0\0\0\020homphieu token 1'; )";

Result<Helper> shell(const std::string& script, Deadlines deadlines = {}) {
  return Helper::start({"/bin/sh", "-c", script}, deadlines);
}

std::size_t open_descriptors() {
  std::size_t count = 0;
  for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator("/proc/self/fd")) {
    ++count;
  }
  return count;
}

TEST(AHelper, ThatCanNotBeStartedIsNamed) {
  EXPECT_EQ(said(Helper::start({})), "token_helper_start");
  const Result<Helper> none = Helper::start({"/nowhere/homphieu", "token-helper"});
  EXPECT_EQ(said(none), "token_helper_start No such file or directory");
  EXPECT_EQ(none.error().where, "/nowhere/homphieu");
}

// Here it lists these tests, which is no answer.
TEST(AHelper, MayBeTheProgramItself) {
  EXPECT_EQ(said(Helper::start({"/proc/self/exe", "--gtest_list_tests"})), "token_helper_garbage");
}

TEST(AHelper, ThatDiesAtOnceSaysHow) {
  EXPECT_EQ(said(shell("exit 3")), "token_helper_died exit 3");
  EXPECT_EQ(said(shell("kill -9 $$")), "token_helper_died signal 9");
}

TEST(AHelper, ThatSaysHalfAFrameDied) {
  EXPECT_EQ(said(shell(R"(printf '\0\0')")), "token_helper_died exit 0");
  EXPECT_EQ(said(shell(R"(printf '\0\0\0\025H\0\0\0\020hom')")), "token_helper_died exit 0");
}

TEST(AHelper, ThatSaysHalfAFrameAndWaitsIsKilled) {
  const steady_clock::time_point begin = steady_clock::now();
  EXPECT_EQ(said(shell(R"(printf '\0\0\0\025H'; exec sleep 60)", {.start = milliseconds(200)})),
            "token_silent");
  EXPECT_LT(steady_clock::now() - begin, std::chrono::seconds(20));
}

TEST(AHelper, ThatSaysGarbageIsNotBelieved) {
  for (const char* garbage :
       {R"(hello, world\n)", R"(\377\377\377\377)", R"(\0\1\0\1)", R"(\0\0\0\0)", R"(\0\0\0\1E)",
        R"(\0\0\0\025H\0\0\0\020homphieu token 2)", R"(\0\0\0\026H\0\0\0\020homphieu token 1.)"}) {
    EXPECT_EQ(said(shell(std::string("printf '") + garbage + "'")), "token_helper_garbage")
        << garbage;
  }
}

// To a list: a signature, a key without its token, a second hello, an unknown code.
TEST(AHelper, ThatAnswersSomethingElseIsNotBelieved) {
  for (const char* answer :
       {R"(\0\0\0\6S\0\0\0\1a)", R"(\0\0\0\17K\0\0\0\1a\0\0\0\0\0\0\0\0\0)",
        R"(\0\0\0\025H\0\0\0\020homphieu token 1)", R"(\0\0\0\14X\0\0\0\3abc\0\0\0\0)"}) {
    Result<Helper> helper = shell(kHello + "printf '" + answer + "'; exec cat >/dev/null");
    ASSERT_EQ(said(helper), "good");
    EXPECT_EQ(said(helper->list("/x.so")), "token_helper_garbage") << answer;
    EXPECT_EQ(said(helper->list("/x.so")), "token_helper_died");
  }
}

TEST(AHelper, ThatNeverEndsAListIsStopped) {
  Result<Helper> helper =
      shell(kHello + R"(while :; do printf '\0\0\0\022T\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0'; done)");
  ASSERT_EQ(said(helper), "good");
  EXPECT_EQ(said(helper->list("/x.so")), "token_helper_garbage");
}

TEST(AHelper, GetsNoDescriptorOfOurs) {
  const int leaky = open("/dev/null", O_RDONLY);  // without O_CLOEXEC
  const std::string script =
      "[ -e /proc/self/fd/" + std::to_string(leaky) + " ] && exit 7; [ -e /proc/self/fd/0 ]";
  EXPECT_EQ(said(shell(script)), "token_helper_died exit 0");
  close(leaky);
}

TEST(AHelper, LeavesNeitherAZombieNorADescriptor) {
  const std::size_t before = open_descriptors();
  {
    Result<Helper> ended = Helper::start({TOKEN_TEST_HELPER});
    ASSERT_EQ(said(ended), "good");
    const Helper moved = std::move(*ended);
    Result<Helper> stubborn =
        shell(kHello + "trap '' TERM; exec sleep 60", {.end = milliseconds(50)});
    ASSERT_EQ(said(stubborn), "good");
    EXPECT_EQ(said(shell("exit 3")), "token_helper_died exit 3");
    EXPECT_GT(open_descriptors(), before);
  }
  EXPECT_EQ(open_descriptors(), before);
  EXPECT_EQ(waitpid(-1, nullptr, WNOHANG), -1);
  EXPECT_EQ(errno, ECHILD);
}

TEST(AHelper, EndsByItselfAtTheEndOfItsInput) {
  const auto child = Child::spawn({TOKEN_TEST_HELPER}).value();
  ASSERT_TRUE(child->receive(steady_clock::now() + std::chrono::seconds(10)).has_value());
  EXPECT_EQ(child->end(std::chrono::seconds(10)), "exit 0");
}

TEST(AHelper, EndsByItselfWhenAskedGarbage) {
  const steady_clock::time_point until = steady_clock::now() + std::chrono::seconds(10);
  for (const char* garbage : {"\xff\xff\xff\xff", "GET / HTTP/1.1", "QQQQ"}) {
    const auto child = Child::spawn({TOKEN_TEST_HELPER}).value();
    ASSERT_TRUE(child->receive(until).has_value());
    ASSERT_TRUE(child->send(view(garbage), until).has_value());
    EXPECT_EQ(said(child->receive(until)), "token_helper_died") << garbage;
    EXPECT_EQ(child->end(std::chrono::seconds(10)), "exit 0");
  }
}

// As when the program that asked is killed while a module hangs.
TEST(AHelper, WithAModuleThatHangsDoesNotOutliveTheDeadlineByMuch) {
  const Folder folder;
  std::filesystem::create_symlink(TOKEN_FAKE, folder / "hang_in_initialize.so");
  const steady_clock::time_point until = steady_clock::now() + std::chrono::seconds(10);
  const auto child = Child::spawn({TOKEN_TEST_HELPER}).value();
  ASSERT_TRUE(child->receive(until).has_value());
  FrameWriter writer;
  Request request{.milliseconds = 1};
  request.choice.module = folder / "hang_in_initialize.so";
  write(writer, request);
  ASSERT_TRUE(child->send(writer.frame().value(), until).has_value());
  EXPECT_EQ(child->end(std::chrono::seconds(10)), "signal " + std::to_string(SIGALRM));
}

}  // namespace
}  // namespace hp::token
