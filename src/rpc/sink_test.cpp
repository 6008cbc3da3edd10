#include "rpc/sink.h"

#include <google/protobuf/wrappers.pb.h>
#include <gtest/gtest.h>

#include <optional>

#include "rpc/local.h"

namespace hp::rpc {
namespace {

using Number = google::protobuf::Int32Value;

Number number(int value) {
  Number out;
  out.set_value(value);
  return out;
}

TEST(Sink, AStreamGetsWhatIsWrittenThenItsEnd) {
  Registry registry;
  registry.server_streaming<Number, Number>(
      "/t.S/Count", [](const Number& request, const Call&, Sink<Number> sink) {
        for (int i = 1; i <= request.value(); ++i) sink.write(number(i));
        sink.finish();
        EXPECT_FALSE(sink.write(number(0)));
      });
  auto out = std::make_shared<Recorder<Number>>();
  ASSERT_TRUE(stream_local(registry, "/t.S/Count", number(3), out).has_value());
  ASSERT_EQ(out->messages().size(), 3U);
  EXPECT_EQ(out->messages()[2].value(), 3);
  EXPECT_TRUE(out->result().has_value());
  EXPECT_FALSE(out->open());
}

TEST(Sink, ASinkMayBeKeptAndWrittenLater) {
  Registry registry;
  std::optional<Sink<Number>> kept;
  registry.server_streaming<Number, Number>(
      "/t.S/Watch", [&](const Number&, const Call&, Sink<Number> sink) { kept = sink; });
  auto out = std::make_shared<Recorder<Number>>();
  ASSERT_TRUE(stream_local(registry, "/t.S/Watch", number(0), out).has_value());
  EXPECT_TRUE(kept->write(number(7)));
  bool told = false;
  kept->on_closed([&] { told = true; });
  EXPECT_FALSE(told);
  out->hang_up();
  EXPECT_TRUE(told);
  EXPECT_FALSE(kept->write(number(8)));
  EXPECT_EQ(out->messages().size(), 1U);
}

TEST(Sink, AForgottenStreamEndsWithAnError) {
  Registry registry;
  registry.server_streaming<Number, Number>("/t.S/Forget",
                                            [](const Number&, const Call&, Sink<Number>) {});
  auto out = std::make_shared<Recorder<Number>>();
  ASSERT_TRUE(stream_local(registry, "/t.S/Forget", number(0), out).has_value());
  ASSERT_FALSE(out->result().has_value());
  EXPECT_TRUE(out->result().error().is(codes::kRpcNoAnswer));
}

TEST(Sink, WhatAStreamingHandlerThrowsEndsTheStreamAsInternal) {
  Registry registry;
  registry.server_streaming<Number, Number>(
      "/t.S/Throw",
      [](const Number&, const Call&, Sink<Number>) { throw std::runtime_error("boom"); });
  auto out = std::make_shared<Recorder<Number>>();
  ASSERT_TRUE(stream_local(registry, "/t.S/Throw", number(0), out).has_value());
  EXPECT_TRUE(out->result().error().is(codes::kRpcHandlerFault));
}

}  // namespace
}  // namespace hp::rpc
