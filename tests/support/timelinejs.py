"""``python -m tests.support.timelinejs FOLDER`` fetches TimelineJS as published, for the tests that open it.

npm fetches it from where this machine has its packages from; what comes is used only if it is the very file.
"""

import hashlib
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

PACKAGE = "@knight-lab/timelinejs@3.9.11"
SHA512 = (
    "fa352e635389fbdcd23b93b701f6122ddd72074bd0926db6cf2204973f01593e"
    "4343d98bd2bb31950901280a8b6d6a498c5b800097aaccb637e7114883a196e2"
)
NPM = ("npm", "pack", "--silent", "--ignore-scripts", "--fetch-retries=0", "--fetch-timeout=60000", PACKAGE)
PATIENCE = 120


def fetch(folder: Path) -> str:
    """Unpack the package as ``folder``, which is there only when all went well.

    Returns:
        A sentence on what went wrong; "" if nothing did.
    """
    part = folder.with_name(f"{folder.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    try:
        subprocess.run(NPM, cwd=part, check=True, capture_output=True, timeout=PATIENCE)
        (archive,) = part.glob("*.tgz")
        if hashlib.sha512(archive.read_bytes()).hexdigest() != SHA512:
            return f"What npm fetched as {PACKAGE} is another file than it was."
        with tarfile.open(archive) as packed:
            packed.extractall(part, filter="data")
        archive.unlink()
        part.replace(folder)
    except (OSError, ValueError, subprocess.SubprocessError, tarfile.TarError) as error:
        return f"{PACKAGE} could not be fetched ({type(error).__name__})."
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return ""


if __name__ == "__main__":
    problem = fetch(Path(sys.argv[1]))
    sys.exit(problem or 0)
