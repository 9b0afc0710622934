"""Take away from a process what reading one file does not need."""

import ctypes
import os
import resource
import signal
import sys
from pathlib import Path

from kualik.engine.reading.limits import Limits

__all__ = ["confine"]

PR_SET_PDEATHSIG = 1  # linux/prctl.h
LINUX = sys.platform == "linux"
GRACE = 5  # seconds that the parent is given to stop this process before it stops itself


def confine(*, limits: Limits, folder: Path, parent: int) -> None:
    """Set what this process may use, for good.

    This is the one place where a child gives up rights, after its readers are imported and before it
    sees the first byte of a file; it holds no open file of the casebook, and needs none. Landlock
    (read: interpreter and Tesseract; write: `folder`) and seccomp (no socket, no fork or exec except
    for Tesseract) belong here, after the limits; requirement R-DOC-2.

    Args:
        limits: processor time, memory, written bytes and open files.
        folder: a private folder, which becomes the working and temporary folder.
        parent: the process that this one must not outlive.

    Assumes:
        It runs in a child, in a session of its own. macOS has no limit on memory that works: there
        a bomb is stopped by processor time alone.
    """
    if LINUX:
        ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:  # it died before we asked to be told
            os.kill(os.getpid(), signal.SIGKILL)
        _limit(resource.RLIMIT_AS, limits.memory_bytes)
    signal.alarm(limits.wall_seconds + GRACE)
    _limit(resource.RLIMIT_CPU, limits.cpu_seconds, grace=1)
    _limit(resource.RLIMIT_FSIZE, limits.written_bytes)
    _limit(resource.RLIMIT_NOFILE, limits.open_files)
    _limit(resource.RLIMIT_CORE, 0)
    os.chdir(folder)
    os.environ["TMPDIR"] = str(folder)


def _limit(what: int, value: int, *, grace: int = 0) -> None:
    """Lower a limit; one that is lower already stays. Past the soft limit comes a signal that says which it was."""
    hard = resource.getrlimit(what)[1]
    soft, hard = (bound if hard == resource.RLIM_INFINITY else min(bound, hard) for bound in (value, value + grace))
    resource.setrlimit(what, (soft, hard))
