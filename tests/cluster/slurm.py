"""A Slurm of one machine, for the time of a test."""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import time

PATIENCE = 120
PROGRAMS = ["munged", "slurmctld", "slurmd", "sbatch", "scontrol"]
CONFIGURATION = """
ClusterName=phuluc
SlurmctldHost={host}(127.0.0.1)
SlurmctldPort={ctld}
SlurmdPort={slurmd}
SlurmUser=root
AuthType=auth/munge
AuthInfo=socket={folder}/munge.socket
CredType=cred/munge
ProctrackType=proctrack/pgid
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SwitchType=switch/none
MpiDefault=none
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd.pid
SlurmctldLogFile={folder}/slurmctld.log
SlurmdLogFile={folder}/slurmd.log
SlurmdParameters=config_overrides
ReturnToService=2
KillWait=2
NodeName={host} NodeAddr=127.0.0.1 CPUs=4 State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP
"""


def can_run():
    return os.geteuid() == 0 and all(shutil.which(name, path="/usr/sbin:/usr/bin:/sbin:/bin") for name in PROGRAMS)


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Slurm:
    def __init__(self, folder):
        self.folder = folder
        self.environment = {**os.environ, "SLURM_CONF": os.path.join(folder, "slurm.conf"),
                            "PATH": "/usr/sbin:/usr/bin:/sbin:/bin"}
        self.services = []

    def _serve(self, *command):
        log = open(os.path.join(self.folder, command[0] + ".out"), "wb")
        self.services.append(subprocess.Popen(command, env=self.environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log))
        log.close()

    def start(self):
        os.chmod(self.folder, 0o755)
        for name in ("state", "spool"):
            os.mkdir(os.path.join(self.folder, name))
        key = os.path.join(self.folder, "munge.key")
        with open(os.open(key, os.O_WRONLY | os.O_CREAT, 0o400), "wb") as file:
            file.write(os.urandom(128))
        with open(self.environment["SLURM_CONF"], "w", encoding="utf-8") as file:
            file.write(CONFIGURATION.format(host=socket.gethostname().split(".")[0], folder=self.folder, ctld=_free_port(),
                                            slurmd=_free_port()))
        self._serve("munged", "--foreground", "--force", f"--key-file={key}", *(f"--{name}-file={self.folder}/munged.{name}"
                    for name in ("pid", "log", "seed")), f"--socket={self.folder}/munge.socket")
        self.wait(lambda: os.path.exists(os.path.join(self.folder, "munge.socket")), "munge")
        self._serve("slurmctld", "-D", "-c")
        self._serve("slurmd", "-D")
        self.wait(lambda: "idle" in self.ask("sinfo", "--noheader", "--format=%T"), "an idle node")

    def stop(self):
        for service in reversed(self.services):
            service.terminate()
        for service in self.services:
            with contextlib.suppress(subprocess.TimeoutExpired):
                service.wait(10)
            if service.poll() is None:
                service.kill()
        self._end_steps()

    def _end_steps(self):
        """Steps outlive their daemon; ours are those that were started with our configuration."""
        mark = b"SLURM_CONF=" + self.environment["SLURM_CONF"].encode() + b"\0"
        for pid in filter(str.isdigit, os.listdir("/proc")):
            with contextlib.suppress(OSError), open(f"/proc/{pid}/environ", "rb") as file:
                if mark in file.read():
                    os.kill(int(pid), signal.SIGKILL)

    def wait(self, condition, what):
        end = time.monotonic() + PATIENCE
        while not condition():
            if time.monotonic() > end:
                raise AssertionError(f"waited in vain for {what}: {self.logs()}")
            time.sleep(0.1)

    def logs(self):
        words = []
        for name in ("munged.out", "slurmctld.out", "slurmd.out"):
            with contextlib.suppress(OSError), open(os.path.join(self.folder, name), encoding="utf-8", errors="replace") as file:
                words.append(f"{name}: {file.read()[-600:]}")
        return "\n".join(words)

    def ask(self, *command, **more):
        done = subprocess.run(command, env={**self.environment, **more.pop("env", {})}, stdin=subprocess.DEVNULL,
                              capture_output=True, check=False, timeout=PATIENCE, **more)
        return done.stdout.decode() + done.stderr.decode()

    def state_of(self, job):
        """Of each task: COMPLETED, FAILED:2, RUNNING, ..."""
        states = {}
        for line in self.ask("scontrol", "--oneliner", "show", "job", job).splitlines():
            words = dict(word.split("=", 1) for word in line.split() if "=" in word)
            if "JobState" in words:
                code = words.get("ExitCode", "0:0")
                state = words["JobState"] + (f":{code.split(':')[0]}" if words["JobState"] == "FAILED" else "")
                states[words.get("ArrayTaskId", "")] = state
        return states

    def wait_for(self, job):
        over = ("COMPLETED", "FAILED", "CANCELLED", "NODE_FAIL", "TIMEOUT")
        self.wait(lambda: all(state.startswith(over) for state in self.state_of(job).values() or [""]), f"job {job}")
        return self.state_of(job)


@contextlib.contextmanager
def slurm(folder):
    os.makedirs(folder)
    cluster = Slurm(folder)
    try:
        cluster.start()
        yield cluster
    finally:
        cluster.stop()
