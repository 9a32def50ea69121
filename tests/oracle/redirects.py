#!/usr/bin/env python3
"""redirects.py - run a web server with redirect maps, on the loopback, and ask it for each.

usage: redirects.py nginx REDIRECTS CONF WORK       redirects.py apache REDIRECTS MAP txt|dbm WORK
       redirects.py file REDIRECTS FILE

REDIRECTS is what sitecsv made; every address in it must be answered with 301 and its target, in
all ways in which it can be written, and others must not. Exit status 77: there is no such server.
"""
import http.client
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.parse
import xml.etree.ElementTree as ET

MODULES = ["/usr/lib/apache2/modules", "/usr/lib64/httpd/modules", "/usr/libexec/apache2"]


def redirects(file):
    return [r.attrib for r in ET.parse(file).getroot()]


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def program(*names):
    for name in names:
        path = shutil.which(name, path=os.environ["PATH"] + ":/usr/sbin:/sbin")
        if path:
            return path
    print("no", names[0], "here")
    sys.exit(77)


def ask(port, target):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.putrequest("GET", target, skip_host=True)
    connection.putheader("Host", "www.example.org")
    connection.endheaders()
    answer = connection.getresponse()
    answer.read()
    return answer.status, answer.getheader("Location")


def expected(where, to):
    """Servers write a path as an address on the host that was asked."""
    return {to, "http://www.example.org" + to, where + to}


def check(port, rows):
    wrong = []
    where = f"http://www.example.org:{port}"
    for row in rows:
        query = "?" + row["query"] if "query" in row else ""
        usual = urllib.parse.quote(row["path"], safe="/:@!$&'()*+,;=~-._")
        ways = {usual + query, usual.replace("%C3", "%c3") + query,
                usual.replace("e", "%65", 1) + query}
        for way in ways:
            status, location = ask(port, way)
            to = {row["to"], row["to"].replace("$", "%24")}
            if status != 301 or not any(location in expected(where, t) for t in to):
                wrong.append(f"{way}: {status} {location}, not {row['to']}")
    for other in ("/", "/not/redirected", "/old", "/index.php?id=55&x=1"):
        status, location = ask(port, other)
        if status == 301 and other.partition("?")[0] not in [r["path"] for r in rows]:
            wrong.append(f"{other}: {status} {location}")
    return wrong


def serve(command, port, rows, log):
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT)
    try:
        for _ in range(100):
            try:
                ask(port, "/")
                break
            except OSError:
                time.sleep(0.05)
        return check(port, rows)
    except OSError as e:
        with open(log, encoding="utf-8", errors="replace") as f:
            return [str(e), f.read()[-2000:]]
    finally:
        server.terminate()
        server.wait()


def nginx(rows, conf, work):
    server, port = program("nginx"), free_port()
    with open(f"{work}/nginx.conf", "w", encoding="utf-8") as f:
        f.write(f"""daemon off; master_process off; pid {work}/pid; error_log {work}/log;
events {{}}
http {{
    access_log off; client_body_temp_path {work}/t1; proxy_temp_path {work}/t2;
    fastcgi_temp_path {work}/t3; uwsgi_temp_path {work}/t4; scgi_temp_path {work}/t5;
    include {os.path.abspath(conf)};
    server {{
        listen 127.0.0.1:{port}; port_in_redirect off;
        if ($siteglean_to) {{ return 301 $siteglean_to; }}
        location / {{ return 404; }}
    }}
}}
""")
    command = [server, "-p", work, "-c", f"{work}/nginx.conf", "-e", f"{work}/log"]
    test = subprocess.run(command + ["-t"], capture_output=True, text=True)
    if test.returncode:
        return [test.stderr]
    return serve(command, port, rows, f"{work}/log")


def apache(rows, redirect_map, kind, work):
    server, port = program("apache2", "httpd"), free_port()
    place, modules = os.path.abspath(redirect_map), next(filter(os.path.isdir, MODULES))
    if kind == "dbm":
        subprocess.run([program("httxt2dbm"), "-i", place, "-o", f"{work}/map.dbm"], check=True,
                       capture_output=True)
        place = f"{work}/map.dbm"
    load = "".join(f"LoadModule {n}_module {modules}/mod_{n}.so\n"
                   for n in ("mpm_event", "authz_core", "rewrite")
                   if os.path.exists(f"{modules}/mod_{n}.so"))
    os.makedirs(f"{work}/root", exist_ok=True)
    version = subprocess.run([server, "-v"], capture_output=True, text=True, check=True).stdout
    numbers = [int(n) for n in version.partition("Apache/")[2].split()[0].split(".")]
    unsafe = ",UnsafeAllow3F" if numbers >= [2, 4, 60] else ""
    with open(f"{work}/apache.conf", "w", encoding="utf-8") as f:
        f.write(f"""ServerRoot {work}
ServerName www.example.org
Listen 127.0.0.1:{port}
PidFile {work}/pid
ErrorLog {work}/log
{"User nobody" if os.getuid() == 0 else ""}
{"Group nogroup" if os.getuid() == 0 else ""}
{load}
DocumentRoot {work}/root
RewriteEngine on
RewriteMap escape int:escape
RewriteMap redirects {kind}:{place}
RewriteCond ${{redirects:${{escape:%{{REQUEST_URI}}}}?%{{QUERY_STRING}}}} ^(.+)$
RewriteRule ^ %1 [R=301,L,NE,QSD{unsafe}]
RewriteCond ${{redirects:${{escape:%{{REQUEST_URI}}}}}} ^(.+)$
RewriteRule ^ %1 [R=301,L,NE{unsafe}]
""")
    return serve([server, "-f", f"{work}/apache.conf", "-DFOREGROUND"], port, rows, f"{work}/log")


def static_file(rows, file):
    """Lines of path, parameters, target and status; those with parameters first."""
    with open(file, encoding="utf-8") as f:
        lines = [line.split(" ") for line in f.read().splitlines()]
    have = []
    for path, *query, to, status in lines:
        if status != "301" or any("=" not in q for q in query) or ":" in path or "*" in path:
            return [f"{path} {query} {to} {status}"]
        have.append((urllib.parse.unquote(path), "&".join(query), to))
    want = [(r["path"], r.get("query", ""), r["to"]) for r in rows]
    wrong = [] if sorted(have) == sorted(want) else [f"{set(have) ^ set(want)}"]
    with_query = [bool(q) for _, q, _ in have]
    return wrong + ([] if with_query == sorted(with_query, reverse=True) else ["order"])


def main():
    kind, rows = sys.argv[1], redirects(sys.argv[2])
    if kind == "nginx":
        wrong = nginx(rows, *sys.argv[3:])
    elif kind == "apache":
        wrong = apache(rows, *sys.argv[3:])
    else:
        wrong = static_file(rows, *sys.argv[3:])
    print(len(rows), "redirects")
    print("\n".join(wrong))
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
