"""browser.py - a headless Chromium that shows given pages, scripting off, off the network.

Spoken to over a pipe (Chrome DevTools protocol, messages ended by NUL). Every request of the
browser is held: the page asked for is answered from memory, once, and all else is refused, so
neither an image nor a refresh leads anywhere.
"""
import base64
import fcntl
import json
import os
import select
import shutil
import subprocess
import tempfile
import time

FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
    "--disable-extensions", "--disable-background-networking", "--no-first-run",
    "--disable-component-update", "--disable-features=BackForwardCache,Translate",
    "--host-resolver-rules=MAP * ~NOTFOUND", "--remote-debugging-pipe",
]


class Trouble(Exception):
    """The browser refused a call, or did not answer in time."""


class Browser:
    def __init__(self, program="chromium"):
        self._profile = tempfile.mkdtemp()
        self._pending = b""
        self._id = 0
        self._answer = None
        self._loaded = False
        self._session = None
        self._start(program)
        target = self._call("Target.createTarget", {"url": "about:blank"})["targetId"]
        self._session = self._call("Target.attachToTarget",
            {"targetId": target, "flatten": True})["sessionId"]
        self._call("Emulation.setScriptExecutionDisabled", {"value": True})
        self._call("Page.enable", {})
        self._call("Fetch.enable", {"patterns": [{"urlPattern": "*"}]})

    def _start(self, program):
        ours_in, theirs_out = os.pipe()
        theirs_in, ours_out = os.pipe()
        high_in = fcntl.fcntl(theirs_in, fcntl.F_DUPFD, 10)
        high_out = fcntl.fcntl(theirs_out, fcntl.F_DUPFD, 10)

        def place():
            os.dup2(high_in, 3)
            os.dup2(high_out, 4)

        self._process = subprocess.Popen(
            [program, *FLAGS, "--user-data-dir=" + self._profile],
            preexec_fn=place, pass_fds=(3, 4), stderr=subprocess.DEVNULL)
        for fd in theirs_in, theirs_out, high_in, high_out:
            os.close(fd)
        self._in, self._out = ours_in, ours_out

    def close(self):
        os.close(self._out)
        self._process.terminate()
        self._process.wait()
        os.close(self._in)
        shutil.rmtree(self._profile, ignore_errors=True)

    def version(self):
        return self._call("Browser.getVersion", {})["product"]

    def _send(self, method, params):
        self._id += 1
        message = {"id": self._id, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self._out, data):]
        return self._id

    def _receive(self, deadline):
        """The next message, or None when the deadline passes first."""
        while b"\0" not in self._pending:
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([self._in], [], [], left)[0]:
                return None
            data = os.read(self._in, 1 << 20)
            if not data:
                raise Trouble("the browser is gone")
            self._pending += data
        message, _, self._pending = self._pending.partition(b"\0")
        return json.loads(message)

    def _handle(self, message):
        if message.get("method") == "Fetch.requestPaused":
            self._serve(message["params"])
        elif message.get("method") == "Page.loadEventFired":
            self._loaded = True

    def _serve(self, request):
        if self._answer and request["request"]["url"] == self._answer[0]:
            _, body, content_type = self._answer
            self._answer = None
            self._send("Fetch.fulfillRequest", {
                "requestId": request["requestId"], "responseCode": 200,
                "responseHeaders": [{"name": "Content-Type", "value": content_type}],
                "body": base64.b64encode(body).decode()})
        else:
            self._send("Fetch.failRequest",
                {"requestId": request["requestId"], "errorReason": "Aborted"})

    def _call(self, method, params, seconds=60):
        wanted = self._send(method, params)
        deadline = time.monotonic() + seconds
        while True:
            message = self._receive(deadline)
            if message is None:
                raise Trouble("%s: no answer" % method)
            if message.get("id") != wanted:
                self._handle(message)
            elif "error" in message:
                raise Trouble("%s: %s" % (method, message["error"]["message"]))
            else:
                return message["result"]

    def load(self, url, body, content_type="text/html", seconds=20):
        """Show a page; False when it had not finished loading in time."""
        self._answer = (url, body, content_type)
        self._loaded = False
        result = self._call("Page.navigate", {"url": url})
        if "errorText" in result:
            raise Trouble("%s: %s" % (url, result["errorText"]))
        deadline = time.monotonic() + seconds
        while not self._loaded:
            message = self._receive(deadline)
            if message is None:
                return False
            self._handle(message)
        return True

    def evaluate(self, expression):
        """The value of a JavaScript expression, which must be JSON."""
        result = self._call("Runtime.evaluate",
            {"expression": expression, "returnByValue": True})
        if "exceptionDetails" in result:
            raise Trouble(result["exceptionDetails"]["text"])
        return result["result"].get("value")
