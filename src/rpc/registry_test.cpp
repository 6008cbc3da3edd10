#include "rpc/registry.h"

#include <google/protobuf/wrappers.pb.h>
#include <gtest/gtest.h>

#include <optional>
#include <stdexcept>
#include <thread>

#include "rpc/local.h"

namespace hp::rpc {
namespace {

using Text = google::protobuf::StringValue;
using Number = google::protobuf::Int32Value;

constexpr ErrorCode kRefused{"test_refused", Status::kFailedPrecondition, "Từ chối", "Refused"};

Text text(std::string value) {
  Text out;
  out.set_value(std::move(value));
  return out;
}

Result<Number> length(const Text& request, const Call&) {
  if (request.value().empty()) return fail(kRefused, "value");
  Number out;
  out.set_value(static_cast<int>(request.value().size()));
  return out;
}

TEST(Registry, AHandlerThatReturnsAnswersAtOnce) {
  Registry registry;
  registry.unary<Text, Number>("/t.S/Length", length);
  EXPECT_EQ(call_local<Number>(registry, "/t.S/Length", text("bốn"))->value(), 5);
}

TEST(Registry, AnErrorOfTheHandlerIsTheAnswer) {
  Registry registry;
  registry.unary<Text, Number>("/t.S/Length", length);
  const auto answer = call_local<Number>(registry, "/t.S/Length", text(""));
  ASSERT_FALSE(answer.has_value());
  EXPECT_TRUE(answer.error().is(kRefused));
  EXPECT_EQ(answer.error().where, "value");
}

TEST(Registry, AHandlerMayAnswerLaterOnAnotherThreadWithItsRequestStillAlive) {
  Registry registry;
  std::optional<std::jthread> later;
  registry.unary<Text, Number>(
      "/t.S/Later", [&](const Text& request, const Call& call, Reply<Number> reply) {
        later.emplace([&request, &call, reply] { reply(length(request, call)); });
      });
  EXPECT_EQ(call_local<Number>(registry, "/t.S/Later", text("later"))->value(), 5);
}

TEST(Registry, AReplyThatIsDroppedIsAnsweredAsInternal) {
  Registry registry;
  registry.unary<Text, Number>("/t.S/Drop", [](const Text&, const Call&, Reply<Number>) {});
  EXPECT_TRUE(call_local<Number>(registry, "/t.S/Drop", text("x")).error().is(codes::kRpcNoAnswer));
}

TEST(Registry, OnlyTheFirstAnswerCounts) {
  Registry registry;
  registry.unary<Text, Number>("/t.S/Twice",
                               [](const Text& request, const Call& call, Reply<Number> reply) {
                                 reply(length(request, call));
                                 reply(fail(kRefused));
                               });
  EXPECT_EQ(call_local<Number>(registry, "/t.S/Twice", text("one"))->value(), 3);
}

TEST(Registry, WhatAHandlerThrowsIsAnsweredAsInternal) {
  Registry registry;
  registry.unary<Text, Number>("/t.S/Throw", [](const Text&, const Call&) -> Result<Number> {
    throw std::runtime_error("boom");
  });
  const auto answer = call_local<Number>(registry, "/t.S/Throw", text("x"));
  EXPECT_TRUE(answer.error().is(codes::kRpcHandlerFault));
  EXPECT_EQ(answer.error().detail, "boom");
}

TEST(Registry, FindsByTheExactPathAndNoOther) {
  Registry registry;
  registry.unary<Text, Number>("/t.S/Length", length, Effect::kNone);
  ASSERT_NE(registry.find("/t.S/Length"), nullptr);
  EXPECT_EQ(registry.find("/t.S/Length")->effect, Effect::kNone);
  EXPECT_FALSE(registry.find("/t.S/Length")->streams());
  for (const char* other : {"", "/", "/t.S/length", "/t.S/Length/", "t.S/Length", "/t.S"}) {
    EXPECT_EQ(registry.find(other), nullptr) << other;
  }
  EXPECT_TRUE(
      call_local<Number>(registry, "/t.S/No", text("x")).error().is(codes::kRpcUnknownMethod));
}

TEST(Registry, RefusesAPathThatIsTakenOrMisshapen) {
  Registry registry;
  registry.unary<Text, Number>("/t.S/Length", length);
  for (const char* path : {"/t.S/Length", "t.S/X", "/X", "/t.S/X/y", "/t.S/", "//X", ""}) {
    EXPECT_THROW((registry.unary<Text, Number>(path, length)), std::logic_error) << path;
  }
}

}  // namespace
}  // namespace hp::rpc
