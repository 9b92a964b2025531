"""
Headless Chromium, spoken to over a pipe (its DevTools protocol), so that a page can be measured at any width and what it
asks for and complains about is seen.
"""
import base64
import fcntl
import json
import os
import select
import subprocess
import time

FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--hide-scrollbars",
         "--remote-debugging-pipe"]
TIMEOUT = 60
LOWEST_FREE = 10  # descriptors that no shell redirection meets


def pipe():
    """Both ends with numbers that are out of the way of 3 and 4, which Chromium uses."""
    ends = []
    for end in os.pipe():
        ends.append(fcntl.fcntl(end, fcntl.F_DUPFD, LOWEST_FREE))
        os.close(end)
    return ends


class Browser:
    def __init__(self, folder):
        """folder: a new one, for what Chromium keeps; processes that it started may still write there when it has ended."""
        theirs, self.to = pipe()
        self.source, answers = pipe()
        command = ["bash", "-c", f'exec "$@" 3<&{theirs} 4>&{answers}', "bash", "chromium", *FLAGS,
                   f"--user-data-dir={folder}", "about:blank"]
        self.process = subprocess.Popen(command, pass_fds=(theirs, answers), stdin=subprocess.DEVNULL,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(theirs)
        os.close(answers)
        self.buffer, self.number, self.session, self.events = b"", 0, None, []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        os.close(self.to)
        os.close(self.source)
        self.process.terminate()
        try:
            self.process.wait(TIMEOUT)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def read(self, deadline):
        while b"\0" not in self.buffer:
            if not select.select([self.source], [], [], max(0, deadline - time.monotonic()))[0]:
                raise TimeoutError("Chromium does not answer")
            data = os.read(self.source, 1 << 20)
            if not data:
                raise EOFError(f"Chromium has ended with status {self.process.wait(TIMEOUT)}")
            self.buffer += data
        message, _, self.buffer = self.buffer.partition(b"\0")
        return json.loads(message)

    def call(self, method, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.to, json.dumps(message).encode() + b"\0")
        deadline = time.monotonic() + TIMEOUT
        while True:
            answer = self.read(deadline)
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']['message']}")
                return answer["result"]
            self.events.append(answer)

    def wait_for(self, method):
        deadline = time.monotonic() + TIMEOUT
        while not any(event.get("method") == method for event in self.events):
            self.events.append(self.read(deadline))

    def open(self, path, width, height, phone=False):
        """A new page on the file; everything after is about this page."""
        self.session = None
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.events = []
        for domain in ("Page", "Runtime", "Network", "Log", "Accessibility"):
            self.call(f"{domain}.enable")
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=phone)
        self.call("Page.navigate", url=f"file://{path}")
        self.wait_for("Page.loadEventFired")

    def value(self, script):
        answer = self.call("Runtime.evaluate", expression=script, returnByValue=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(answer["exceptionDetails"]["text"])
        return answer["result"].get("value")

    def screenshot(self, whole=False):
        """PNG of the window, or of the whole page."""
        return base64.b64decode(self.call("Page.captureScreenshot", format="png", captureBeyondViewport=whole)["data"])

    def pdf(self):
        return base64.b64decode(self.call("Page.printToPDF", preferCSSPageSize=True, printBackground=False)["data"])

    def requests(self):
        """Addresses that the page has asked for."""
        return [event["params"]["request"]["url"] for event in self.events
                if event.get("method") == "Network.requestWillBeSent"]

    def complaints(self):
        """What the page or the browser about it has written to the console."""
        told = [event["params"]["entry"]["text"] for event in self.events if event.get("method") == "Log.entryAdded"]
        told += [str(event["params"]["args"]) for event in self.events
                 if event.get("method") == "Runtime.consoleAPICalled"]
        return told + [event["params"]["exceptionDetails"]["text"] for event in self.events
                       if event.get("method") == "Runtime.exceptionThrown"]
