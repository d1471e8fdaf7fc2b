"""A server on this machine that behaves as it is told, well or badly."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Answer = bytes | Callable[[socket.socket], None]
PAGE = "<html><body><p>Le fabricant Ormel ouvre un atelier à Gérardmer.</p></body></html>".encode()


def answer(body: bytes = PAGE, status: str = "200 OK", **headers: str) -> bytes:
    """Return a whole answer; `headers` are written with `-` for `_`."""
    said = {"Content_Type": "text/html; charset=utf-8", "Content_Length": str(len(body))} | headers
    head = "".join(f"{key.replace('_', '-')}: {value}\r\n" for key, value in said.items())
    return f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body


class Server:
    """Answers each path by its list of answers, the last one again and again; 404 where there is none."""

    def __init__(self, answers: dict[str, list[Answer]]) -> None:
        self.answers = {"/robots.txt": [answer(b"", "404 Not Found")], **answers}
        self.asked: list[str] = []
        self.heads: list[str] = []
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        threading.Thread(target=self._serve, daemon=True).start()

    def close(self) -> None:
        self._socket.close()

    def count(self, path: str) -> int:
        return self.asked.count(path)

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            threading.Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, connection: socket.socket) -> None:
        with connection:
            head = b""
            while b"\r\n\r\n" not in head:
                piece = connection.recv(65_536)
                if not piece:
                    return
                head += piece
            path = head.split(b" ", 2)[1].decode()
            self.heads.append(head.decode())
            left = self.answers.get(path, [answer(b"", "404 Not Found")])
            said = left[min(self.count(path), len(left) - 1)]
            self.asked.append(path)
            try:
                connection.sendall(said) if isinstance(said, bytes) else said(connection)
            except OSError:
                return


@contextmanager
def serving(answers: dict[str, list[Answer]]) -> Iterator[Server]:
    server = Server(answers)
    try:
        yield server
    finally:
        server.close()
