// `casustafel-showcase FOLDER` writes the kit in every state as pictures, in both contrasts.
#include <cstdio>
#include <exception>
#include <string>

#include "tests/showcase/showcase.hpp"
#include "tests/support/screen/png.hpp"

int main(int count, char** words) {
    namespace ui = casustafel::ui;
    if (count != 2) {
        std::fputs("casustafel-showcase FOLDER\n", stderr);
        return 2;
    }
    try {
        for (const ui::ShowcasePage& page : ui::showcase()) {
            const std::string file = std::string(words[1]) + "/kit-" + page.name;
            ui::write_png(file + "-light.png", ui::shown(page, ui::Contrast::light).picture);
            ui::write_png(file + "-contrast.png", ui::shown(page, ui::Contrast::high).picture);
        }
    } catch (const std::exception& problem) {
        std::fprintf(stderr, "%s\n", problem.what());
        return 1;
    }
    return 0;
}
