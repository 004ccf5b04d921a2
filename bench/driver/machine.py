"""What a reader must know about the machine to judge the figures."""

import os
import platform
import re
import subprocess

import build


def facts(programs, workers):
    return {
        "cpus": len(os.sched_getaffinity(0)),
        "cpu": cpu_model(),
        "kernel": f"{platform.system()} {platform.release()}",
        "compiler": first_line(programs.cache("CMAKE_CXX_COMPILER"), "--version"),
        "asio": programs.asio_version(),
        "workers": workers,
        "commit": first_line("git", "-C", build.ROOT, "describe", "--always", "--dirty"),
        "load_before": load(),
    }


def load():
    """Processes that were ready to run, averaged over the last minute."""
    return round(os.getloadavg()[0], 2)


def cpu_model():
    try:
        with open("/proc/cpuinfo") as f:
            match = re.search(r"^model name\s*:\s*(.*)$", f.read(), re.MULTILINE)
    except OSError:
        match = None
    return match.group(1) if match else platform.machine()


def first_line(*command):
    try:
        text = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                              text=True).stdout
    except OSError:
        text = ""
    return text.partition("\n")[0]
