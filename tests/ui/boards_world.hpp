#pragma once
// Boards for the made-up session: a QuickScan on which Veilig Thuis works, with cards of all kinds,
// and a signal board whose pattern lit up.
#include "client/model/model.hpp"

namespace casustafel::ui {

// `cards`: how many more signals there are than the first few.
void put_boards(model::Model& model, int cards = 0);

}  // namespace casustafel::ui
