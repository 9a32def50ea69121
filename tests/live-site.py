#!/usr/bin/env python3
"""Serve a saved site as the server it was saved from would: live-site.py ROOT HOST

The address is 127.0.0.1 and a free port, printed as the first line of standard output. Meant to
be a client's HTTP proxy, so that pages keep their host's name; requests for other hosts fail.
What `wget -E -k` changed is changed back: /en/news?page=1 serves `en/news?page=1.html`, a folder
its index.html, and links in pages lose their `.html`.
"""

import mimetypes
import re
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

ROOT, HOST = Path(sys.argv[1], sys.argv[2]), sys.argv[2]
LINK = re.compile(rb'href="([^":#]*?)(index)?\.html(#[^"]*)?"')


def file_of(target):
    """The file a request target names, or None."""
    url = urlsplit(target)
    name = unquote(url.path).lstrip("/") + ("?" + url.query if url.query else "")
    if url.netloc not in ("", HOST) or ".." in name.split("/"):
        return None
    names = [name + "index.html"] if not name or name.endswith("/") else [name, name + ".html"]
    return next((ROOT / name for name in names if (ROOT / name).is_file()), None)


def live(page):
    """A page as the server sends it."""
    page = re.sub(rb"<!-- saved from url=.*?-->\n", b"", page)
    page = page.replace(b"https://" + HOST.encode(), b"http://" + HOST.encode())
    return LINK.sub(lambda m: b'href="%s%s"' % (m[1].replace(b"%3F", b"?") or (m[2] and b"./"),
                                                m[3] or b""), page)


class Server(BaseHTTPRequestHandler):
    def do_GET(self):
        file = file_of(self.path)
        if not file:
            self.send_error(404)
            return
        body = file.read_bytes()
        if file.suffix == ".html":
            body = live(body)
        self.send_response(200)
        # No charset: the page declares its own.
        self.send_header("Content-Type", mimetypes.guess_type(file.name)[0] or "text/javascript")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    do_HEAD = do_GET

    def log_message(self, *_):
        pass


with ThreadingHTTPServer(("127.0.0.1", 0), Server) as server:
    print(server.server_port, flush=True)
    server.serve_forever()
