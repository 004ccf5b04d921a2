"""What a reader must know about the machine to judge the figures."""

import contextlib
import os
import platform
import re
import resource
import subprocess
import sys
import time

import build


def facts(programs, workers):
    return {
        "cpus": len(os.sched_getaffinity(0)),
        "cpu": cpu_model(),
        "governor": governor(),
        "kernel": f"{platform.system()} {platform.release()}",
        "compiler": first_line(programs.cache("CMAKE_CXX_COMPILER"), "--version"),
        "asio": programs.asio_version(),
        "peers": ", ".join(programs.versions()),
        "workers": workers,
        "commit": first_line("git", "-C", build.ROOT, "describe", "--always", "--dirty"),
        "date": time.strftime("%Y-%m-%d %H:%M UTC", time.gmtime()),
        "load_before": load(),
    }


def load():
    """Processes that were ready to run, averaged over the last minute."""
    return round(os.getloadavg()[0], 2)


# Processes that burn the CPUs beside a benchmark.
BURNERS = 2


@contextlib.contextmanager
def burners():
    """Has processes burn CPU for the length of a `with` block. They end with this process, too."""
    text = "import os\np = os.getppid()\nwhile os.getppid() == p: sum(range(10000))"
    processes = [subprocess.Popen([sys.executable, "-c", text]) for _ in range(BURNERS)]
    try:
        yield
    finally:
        for p in processes:
            p.kill()
        for p in processes:
            p.wait()


class Others:
    """How much of the machine went to processes that are not ours, since the start."""

    def __init__(self):
        self._begin = self._used(), time.monotonic()

    def share(self):
        """Of the CPUs; 0 where the system does not say. Our children count once they have ended."""
        used = self._used() - self._begin[0]
        return max(0.0, used / (time.monotonic() - self._begin[1]) / os.cpu_count())

    @staticmethod
    def _used():
        """CPU seconds of all processes, and those that the hypervisor took away, without ours."""
        try:
            with open("/proc/stat") as f:
                user, nice, system, _, _, _, _, steal = map(int, f.readline().split()[1:9])
        except (OSError, ValueError):
            return 0.0
        ours = sum(u.ru_utime + u.ru_stime for u in map(resource.getrusage, (
            resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))
        return (user + nice + system + steal) / os.sysconf("SC_CLK_TCK") - ours


def cpu_model():
    try:
        with open("/proc/cpuinfo") as f:
            match = re.search(r"^model name\s*:\s*(.*)$", f.read(), re.MULTILINE)
    except OSError:
        match = None
    return match.group(1) if match else platform.machine()


def governor():
    """How the clock of the first CPU is governed; virtual machines seldom know."""
    try:
        with open("/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor") as f:
            return f.read().strip()
    except OSError:
        return "unknown"


def first_line(*command):
    try:
        text = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                              text=True).stdout
    except OSError:
        text = ""
    return text.partition("\n")[0]
