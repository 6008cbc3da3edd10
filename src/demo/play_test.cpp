// The whole play against the real service, in this process and without a network.
#include "demo/play.h"

#include <gtest/gtest.h>
#include <cstdlib>

#include "demo/papers.h"
#include "rpc/registry.h"
#include "service/hall.h"

namespace hp::demo {
namespace {

class PlayInAHall : public testing::Test {
 protected:
  PlayInAHall() {
    std::string pattern = (std::filesystem::temp_directory_path() / "play-test-XXXXXX").string();
    folder_ = mkdtemp(pattern.data());
    service::HallOptions options;
    options.data = folder_ / "server";
    options.clock = &clock_;
    hall_ = service::Hall::open(std::move(options)).value();
    hall_->add_methods(registry_);
  }
  ~PlayInAHall() override {
    hall_->stop();
    hall_.reset();
    std::filesystem::remove_all(folder_);
  }

  Venue venue() {
    Venue made;
    made.connect = [this]() -> Result<client::HallClient> {
      return client::HallClient::local(registry_);
    };
    made.setup_code = hall_->setup_code();
    made.tell = [this](const std::string& line) {
      if (std::getenv("DEMO_TELL") != nullptr) std::printf("%s\n", line.c_str());
      ++told_;
    };
    return made;
  }

  std::filesystem::path folder_;
  SystemClock clock_;
  std::unique_ptr<service::Hall> hall_;
  rpc::Registry registry_;
  int told_ = 0;
};

TEST_F(PlayInAHall, ASmallCongressElectsWhomItsVotesElect) {
  const Venue place = venue();
  Dice dice(1);
  const auto played = play(place, small_congress(7).value(), dice);
  ASSERT_TRUE(played.has_value()) << describe(played.error(), Language::kEnglish);
  ASSERT_EQ(played->contests.size(), 1u);
  EXPECT_EQ(played->contests[0].result.elected.size(), 3u);
  EXPECT_NE(results_text(*played).find("DỮ LIỆU MINH HỌA"), std::string::npos);
  ASSERT_TRUE(write_papers(*played, folder_ / "out").has_value());
  EXPECT_TRUE(std::filesystem::exists(folder_ / "out" / "dien-tap.record"));
  EXPECT_TRUE(std::filesystem::exists(folder_ / "out" / "minutes-ban-chap-hanh-1.json"));
}

}  // namespace
}  // namespace hp::demo
