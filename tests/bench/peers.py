"""Fetch, once, what the filters are measured on and beside: saves from Debian's packages, peers
from Debian, PyPI, crates.io and npm. All is kept under a folder of the build.

A peer is a list: the words of its command; and its name with the version. What cannot be had
raises one of NOT_TO_BE_HAD.
"""

import os
import shutil
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent
NOT_TO_BE_HAD = (subprocess.SubprocessError, OSError, StopIteration)
LONGEST = 1800  # seconds that a peer may take to be built


def quietly(*command, **more):
    """Run a command of the set-up; what it says is of interest only when it fails."""
    return subprocess.run(command, check=True, capture_output=True, text=True,
                          stdin=subprocess.DEVNULL, timeout=LONGEST, **more).stdout


class Peers:
    def __init__(self, build):
        self.corpora = build / "corpora"
        self.work = build / "bench"
        self.work.mkdir(parents=True, exist_ok=True)

    def package(self, name):
        """The folder a Debian package was unpacked into."""
        folder = self.corpora / name
        if not folder.exists():
            download = self.corpora / "download"
            download.mkdir(parents=True, exist_ok=True)
            quietly("apt-get", "download", name, cwd=download)
            part = folder.with_suffix(".part")
            quietly("dpkg", "-x", next(download.glob(name + "_*.deb")), part)
            part.rename(folder)
        return folder

    def debian(self, package, program, *arguments):
        """A program of a Debian package that need not be installed."""
        folder = self.package(package)
        version = next((self.corpora / "download").glob(package + "_*.deb")).name.split("_")[1]
        return [str(folder / "usr/bin" / program), *arguments], f"{package} {version}"

    def compiled(self, name, *flags, sources=()):
        program = self.work / name
        source = HERE / "peers" / f"{name}.c"
        newest = max(path.stat().st_mtime for path in (source, HERE / "pages.h"))
        if not program.exists() or program.stat().st_mtime < newest:
            quietly("cc", "-O3", "-w", f"-I{HERE}", "-o", program, source, *sources, *flags)
        return [str(program)]

    def libxml2(self):
        flags = quietly("pkg-config", "--cflags", "--libs", "libxml-2.0").split()
        version = quietly("pkg-config", "--modversion", "libxml-2.0").strip()
        return self.compiled("libxml2", *flags), f"libxml2 {version}"

    def gumbo(self):
        folder = self.package("libgumbo-dev") / "usr"
        library = next((folder / "lib").rglob("libgumbo.a"))
        version = next((folder / "lib").rglob("gumbo.pc")).read_text().split("Version:")[1].split()[0]
        return (self.compiled("gumbo", f"-I{folder}/include", sources=[library]),
                f"gumbo {version}")

    def lexbor(self):
        """No package has the library; the sources of a Python module bring it along."""
        module = next(self.work.glob("selectolax-*[0-9]"), None)
        if not module:
            self.pip("pip")
            quietly(self.work / "venv/bin/pip", "download", "-q", "--no-deps", "--no-binary",
                    ":all:", "-d", self.work, "selectolax")
            quietly("tar", "-xf", next(self.work.glob("selectolax-*.tar.gz")), "-C", self.work)
            module = next(self.work.glob("selectolax-*[0-9]"))
        source = module / "lexbor/source"
        parts = ("core", "css", "dom", "encoding", "html", "ns", "ports/posix", "punycode",
                 "selectors", "tag", "unicode")
        sources = sorted(file for part in parts for file in (source / "lexbor" / part).rglob("*.c"))
        version = (module / "lexbor/version").read_text().strip()
        return (self.compiled("lexbor", f"-I{source}", "-lm", sources=sources),
                "lexbor " + version.removeprefix("LEXBOR_VERSION="))

    def pip(self, module):
        """The folder of programs of a virtual environment with a module, and its version."""
        venv = self.work / "venv"
        if not venv.exists():
            quietly("python3", "-m", "venv", venv)
        quietly(venv / "bin/pip", "install", "-q", *module.split())
        shown = quietly(venv / "bin/pip", "show", module.split()[0]).splitlines()
        return venv / "bin", next(line.split()[1] for line in shown if line.startswith("Version:"))

    def python(self, module):
        """peers/MODULE.py."""
        programs, version = self.pip(module)
        name = module.split()[0]
        return [str(programs / "python"), str(HERE / "peers" / f"{name}.py")], f"{name} {version}"

    def pip_tool(self, module, *arguments):
        programs, version = self.pip(module)
        return [str(programs / module), *arguments], f"{module} {version}"

    def rust(self, crate, *others):
        """peers/CRATE.rs."""
        project = self.work / crate
        if not (project / "Cargo.lock").exists():
            shutil.rmtree(project, ignore_errors=True)
            quietly("cargo", "init", "-q", "--vcs", "none", "--name", "peer", project)
            quietly("cargo", "add", "-q", crate, *others, cwd=project)
        shutil.copy(HERE / "peers" / f"{crate}.rs", project / "src/main.rs")
        quietly("cargo", "build", "-q", "--release", cwd=project)
        version = quietly("cargo", "pkgid", crate, cwd=project).strip()
        return ([str(project / "target/release/peer")],
                f"{crate} {version.rsplit('@')[-1].rsplit('#')[-1]}")

    def cargo(self, crate, *arguments):
        """The program of a crate."""
        program = self.work / "cargo/bin" / crate
        if not program.exists():
            quietly("cargo", "install", "-q", "--locked", "--root", self.work / "cargo", crate)
        return [str(program), *arguments], quietly(program, "--version").strip()

    def npm(self, package):
        """The folder with a package from npm, and its version."""
        folder = self.work / "npm"
        folder.mkdir(exist_ok=True)
        installed = folder / "node_modules" / package / "package.json"
        if not installed.exists():
            quietly("npm", "--silent", "install", "--prefix", folder, package)
        return folder, quietly("node", "-p", f"require('{installed}').version").strip()

    def npm_tool(self, package, *arguments):
        folder, version = self.npm(package)
        return [str(folder / "node_modules/.bin" / package), *arguments], f"{package} {version}"

    def readability(self, dom):
        folder, version = self.npm("@mozilla/readability")
        self.npm(dom)
        script = HERE / "peers/readability.mjs"
        return (["env", "-C", str(folder), "node", str(script), dom],
                f"Readability.js {version} on {dom}")

    def xmllint(self, *arguments):
        said = subprocess.run(["xmllint", "--version"], capture_output=True, text=True).stderr
        return ["xmllint", *arguments], "xmllint " + said.splitlines()[0].split()[-1]
