#!/usr/bin/env python3
"""Serve the site of harbour.py as an HTTP proxy on the loopback, so that its pages keep their
host's name; the port is the first line of standard output. Requests for other hosts fail."""

import mimetypes
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote, urlsplit

from harbour import FILES, HOST, PAGES, TOP


class Server(BaseHTTPRequestHandler):
    def answer(self, status, kind, body, **headers):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    def do_GET(self):
        url = urlsplit(self.path)
        name = unquote(url.path).removeprefix("/" + TOP) + ("?" + url.query if url.query else "")
        if not name or name.endswith("/"):
            name += "index.html"
        if url.netloc not in ("", HOST) or not url.path.startswith("/" + TOP):
            self.answer(404, "text/html", b"<title>404 Not Found</title><h1>Not Found</h1>")
        elif name in PAGES:
            self.answer(200, "text/html", PAGES[name].encode())
        elif name in FILES:
            self.answer(200, mimetypes.guess_type(name)[0], FILES[name])
        elif name + "/index.html" in PAGES:
            self.answer(301, "text/html", b"", Location=self.path + "/")
        else:
            self.answer(404, "text/html", b"<title>404 Not Found</title><h1>Not Found</h1>")

    do_HEAD = do_GET

    def log_message(self, *_):
        pass


with ThreadingHTTPServer(("127.0.0.1", 0), Server) as server:
    print(server.server_port, flush=True)
    server.serve_forever()
