// A target over its corpus, without a fuzzer.
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

extern "C" int COIO_FUZZ_TARGET(const std::uint8_t* data, std::size_t size);

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: corpus FOLDER\n";
    return 2;
  }
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(argv[1])) {
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    std::cout << entry.path().filename() << std::endl;  // the last one, if it aborts
    COIO_FUZZ_TARGET(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
    ++files;
  }
  if (files != 0) return 0;
  std::cerr << "corpus: expected inputs in " << argv[1] << ", found none\n";
  return 1;
}
