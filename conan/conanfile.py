import os
import re

from conan import ConanFile
from conan.tools.build import check_min_cppstd
from conan.tools.cmake import CMake, CMakeDeps, CMakeToolchain, cmake_layout
from conan.tools.files import copy, load, rmdir

required_conan_version = ">=2.0"


class CoioConan(ConanFile):
    name = "coio"
    description = "A work-stealing execution context for Asio"
    license = "BSL-1.0"
    topics = ("asio", "coroutines", "network", "scheduler", "work-stealing")
    package_type = "library"
    settings = "os", "arch", "compiler", "build_type"
    # boost: for Boost.Asio, as coio::boost, instead of standalone Asio.
    options = {"shared": [True, False], "fPIC": [True, False], "boost": [True, False]}
    default_options = {"shared": False, "fPIC": True, "boost": False, "boost/*:header_only": True}
    implements = ["auto_shared_fpic"]

    @property
    def _root(self):
        return os.path.join(self.recipe_folder, "..")

    def set_version(self):
        text = load(self, os.path.join(self._root, "include", "coio", "version.hpp"))
        self.version = ".".join(re.search(rf"COIO_VERSION_{part} (\d+)", text)[1]
                                for part in ("MAJOR", "MINOR", "PATCH"))

    def export_sources(self):
        for pattern in ("CMakeLists.txt", "LICENSE", "cmake/*", "include/*", "src/*"):
            copy(self, pattern, self._root, self.export_sources_folder)

    def requirements(self):
        # The library's names carry Asio's version: another one makes another package.
        if self.options.boost:
            self.requires("boost/[>=1.78 <2]", transitive_headers=True,
                          package_id_mode="full_version_mode")
        else:
            self.requires("asio/[>=1.22 <2]", transitive_headers=True,
                          package_id_mode="full_version_mode")
            self.requires("boost/[>=1.71 <2]", visible=False)
        self.requires("nlohmann_json/[>=3.9 <4]", visible=False)

    def validate(self):
        check_min_cppstd(self, 20)

    def layout(self):
        cmake_layout(self)

    def generate(self):
        CMakeDeps(self).generate()
        toolchain = CMakeToolchain(self)
        toolchain.cache_variables["COIO_TESTS"] = False
        toolchain.cache_variables["COIO_EXAMPLES"] = False
        toolchain.cache_variables["COIO_BOOST"] = bool(self.options.boost)
        toolchain.generate()

    def build(self):
        cmake = CMake(self)
        cmake.configure()
        cmake.build()

    def package(self):
        CMake(self).install()
        copy(self, "LICENSE", self.source_folder, os.path.join(self.package_folder, "licenses"))
        # Conan's generators write these.
        rmdir(self, os.path.join(self.package_folder, "lib", "cmake"))
        rmdir(self, os.path.join(self.package_folder, "lib", "pkgconfig"))

    def package_info(self):
        library = "coio_boost" if self.options.boost else "coio"
        self.cpp_info.set_property("cmake_file_name", "coio")
        self.cpp_info.set_property("cmake_target_name",
                                   "coio::boost" if self.options.boost else "coio::coio")
        self.cpp_info.set_property("pkg_config_name", library)
        self.cpp_info.libs = [library]
        if self.options.boost:
            self.cpp_info.defines = ["COIO_BOOST_ASIO"]
            self.cpp_info.requires = ["boost::headers"]
        else:
            self.cpp_info.defines = ["ASIO_STANDALONE"]
            self.cpp_info.requires = ["asio::asio"]
        if self.options.shared:
            self.cpp_info.defines.append("COIO_SHARED")
        prefix = "BOOST_" if self.options.boost else ""
        if self.settings.os in ("Linux", "FreeBSD"):
            self.cpp_info.system_libs = ["pthread"]
        if self.settings.os == "Windows":
            self.cpp_info.system_libs = ["ws2_32", "mswsock", "bcrypt"]
            self.cpp_info.defines.append("_WIN32_WINNT=0x0A00")
            if self.settings.compiler == "gcc":
                self.cpp_info.defines.append(f"{prefix}ASIO_HAS_PTHREADS=1")
        # The other definitions of cmake/find_asio.cmake: Asio 1.22 and 1.23 with Clang.
        asio = self.dependencies["boost" if self.options.boost else "asio"].ref.version
        if "clang" in str(self.settings.compiler) and asio < ("1.80" if prefix else "1.24"):
            self.cpp_info.defines += [f"{prefix}ASIO_HAS_CO_AWAIT=1",
                                      f"{prefix}ASIO_HAS_STD_COROUTINE=1"]
