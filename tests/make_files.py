"""Files for tests that are built byte by byte: PDFs, and a server on this machine."""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Line = tuple[int, int, str]
"""Height on the page and size of the letters, in points, and the words."""


def pdf(objects: Sequence[bytes], trailer: bytes = b"<</Root 1 0 R>>") -> bytes:
    """Return a PDF of `objects`, numbered from 1; the first is the catalogue."""
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    return out + head + table + b"trailer\n" + trailer + b"\nstartxref\n%d\n%%%%EOF" % len(out)


def stream(data: bytes, extra: bytes = b"") -> bytes:
    """Return a stream object of a PDF."""
    return b"<</Length %d%s>>stream\n" % (len(data), extra) + data + b"\nendstream"


def text_pdf(pages: Sequence[Sequence[Line]], *, title: str = "", author: str = "") -> bytes:
    """Return a PDF whose pages show those lines in Helvetica."""
    n = len(pages)
    kids = b" ".join(b"%d 0 R" % (5 + 2 * i) for i in range(n))
    info = f"<</Title ({title})/Author ({author})>>".encode()
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, n), font, info]
    for i, lines in enumerate(pages):
        page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents %d 0 R>>"
        objects += [page % (6 + 2 * i), stream("\n".join(map(_shown, lines)).encode("cp1252"))]
    return pdf(objects, b"<</Root 1 0 R/Info 4 0 R>>")


def _shown(line: Line) -> str:
    y, size, text = line
    escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /F1 {size} Tf 1 0 0 1 57 {y} Tm ({escaped}) Tj ET"


Answer = Callable[[BaseHTTPRequestHandler], None]


@contextmanager
def server(answers: dict[str, Answer]) -> Iterator[str]:
    """Return the address of a web server on this machine that answers each path as told, others with 404."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            answer = answers.get(self.path)
            try:
                answer(self) if answer else self.send_error(404)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        def log_message(self, *args: object) -> None:
            pass

    web = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    web.daemon_threads = True
    thread = threading.Thread(target=web.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{web.server_port}"
    finally:
        web.shutdown()
        web.server_close()
        thread.join()


def page(body: bytes, media_type: str = "text/html", **headers: str) -> Answer:
    """Return an answer that sends `body`."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", media_type)
        handler.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def redirect(to: str) -> Answer:
    """Return an answer that sends the client elsewhere."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(302)
        handler.send_header("Location", to)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    return answer


def endless(piece: bytes, pause: threading.Event, seconds: float) -> Answer:
    """Return an answer that sends `piece` again and again, `seconds` apart, until `pause` is set."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.end_headers()
        while not pause.wait(seconds):
            handler.wfile.write(piece)

    return answer
