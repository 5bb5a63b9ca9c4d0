#pragma once
// Ratios of this run beside those recorded last, so that a figure cannot age unnoticed. The record
// is a table of names, ratios and nothing else; its commit is the one it was committed with.
#include <map>
#include <string>
#include <vector>

namespace casustafel::bench {

class Ratios {
public:
    // Reads what was recorded; a file that is not there has nothing.
    explicit Ratios(const std::string& recorded_in);

    void note(const std::string& name, double ratio);
    // Prints the table and what became worse by more than a tenth; writes the ratios of this run
    // to `record_in` unless that is empty.
    void close(const std::string& record_in) const;

private:
    std::map<std::string, double> recorded_;
    std::vector<std::pair<std::string, double>> noted_;
};

}  // namespace casustafel::bench
