#include "server/cli/program.hpp"

int main(int count, char** words) { return casustafel::cli::run(count, words); }
