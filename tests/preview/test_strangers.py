"""What strangers may ask of the preview: nothing that lies outside it, by no name but its own.

Requests are written byte for byte, because a well-behaved client would tidy them up.
"""

import socket
import struct
from collections.abc import Callable

import pytest

Send = Callable[[str], str]


@pytest.fixture
def send(port: int) -> Send:
    """A function that sends a request as it stands and returns the whole answer."""

    def sent(request: str) -> str:
        with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
            connection.sendall(request.encode())
            connection.shutdown(socket.SHUT_WR)
            return b"".join(iter(lambda: connection.recv(65536), b"")).decode()

    return sent


def status(answer: str) -> int:
    return int(answer.split()[1])


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/%2e%2e%2fsecret.txt",
        "/..%5csecret.txt",
        "/%252e%252e/secret.txt",
        "/a/../../secret.txt",
        "//secret.txt",
        "//127.0.0.1/../secret.txt",
        "http://evil.example/../secret.txt",
        "/index.html/../../secret.txt",
        "/./.././secret.txt",
        "/secret.txt%00.html",
        "../secret.txt",
        "/~root/secret.txt",
        "/assets/../../secret.txt",
        "/assets/search/../../../../secret.txt",
        "/assets/search/%2e%2e/%2e%2e/secret.txt",
        "/attachments/lixi/../../secret.txt",
        "http://[::1/secret.txt",
    ],
)
def test_no_way_leads_out_of_the_site(send: Send, path: str) -> None:
    answer = send(f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")

    assert "SECRET" not in answer
    assert status(answer) in {400, 404, 503}


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "LOCALHOST:80"])
def test_its_own_names_are_answered(send: Send, name: str) -> None:
    assert status(send(f"GET / HTTP/1.1\r\nHost: {name}\r\nConnection: close\r\n\r\n")) == 200


@pytest.mark.parametrize(
    "head",
    [
        "Host: evil.example\r\n",
        "Host: localhost.evil.example\r\n",
        "Host: evil.example:80@localhost.x\r\n",
        "Host: 127.0.0.1.nip.io\r\n",
        "Host: 0.0.0.0\r\n",
        "Host: [::1\r\n",
        "Host: localhost:x:y]\r\n",
        "Host: \r\n",
        "",
        "Host: evil.example\r\nX-Forwarded-Host: localhost\r\n",
        "Host: localhost\r\nHost: evil.example\r\n",
    ],
)
def test_any_other_name_is_refused(send: Send, head: str) -> None:
    answer = send(f"GET / HTTP/1.1\r\n{head}Connection: close\r\n\r\n")

    assert status(answer) == 421
    assert "协商" not in answer


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "X"])
def test_nothing_can_be_done_to_it(send: Send, method: str) -> None:
    answer = send(f"{method} / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")

    assert status(answer) == 501
    assert "协商" not in answer


def test_a_reader_that_goes_away_ends_nothing(port: int, send: Send) -> None:
    for _ in range(20):
        with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
            off_at_once = struct.pack("ii", 1, 0)
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, off_at_once)
            connection.sendall(b"GET /lixi/ HTTP/1.1\r\nHost: localhost\r\n\r\n")

    assert status(send("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")) == 200


def test_no_other_site_may_read_or_frame_it(send: Send) -> None:
    answer = send(
        "GET / HTTP/1.1\r\nHost: localhost\r\nOrigin: https://evil.example\r\n"
        "Connection: close\r\n\r\n"
    )

    assert "access-control" not in answer.lower()
    assert "Cross-Origin-Resource-Policy: same-origin\r\n" in answer
    assert "X-Content-Type-Options: nosniff\r\n" in answer
    assert "X-Frame-Options: DENY\r\n" in answer


def test_it_listens_to_this_machine_only(port: int) -> None:
    with socket.create_server(("127.0.0.2", port)) as other:
        assert other.getsockname()[1] == port
