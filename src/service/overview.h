// What a hall screen shows of a congress, as numbers.
#pragma once

#include "homphieu/v1/api.pb.h"
#include "service/book.h"

namespace hp::service {

v1::CongressName name_of(const State& state);
v1::TreeHead head_of(const Book::Page& page);
v1::Overview overview_of(const Book::Page& page);

}  // namespace hp::service
