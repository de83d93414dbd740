"""A wire between browser and server that can be cut (reset) or stalled (silent, nothing closed)."""
import contextlib
import socket
import struct
import threading

from support.server import free_port

CHUNK = 65536


class Proxy:
    def __init__(self):
        self.port = free_port()
        self.url = f"https://localhost:{self.port}"
        self.target = None
        self._is_cut = False
        self._flows = threading.Event()
        self._flows.set()
        self._pairs = set()
        self._listener = socket.create_server(("127.0.0.1", self.port))
        threading.Thread(target=self._accept, daemon=True).start()

    def cut(self):
        """Every connection is reset, and so is each new one."""
        self._is_cut = True
        for pair in list(self._pairs):
            for end in pair:
                reset(end)

    def stall(self):
        """Nothing gets through any more, and nobody is told."""
        self._flows.clear()

    def mend(self):
        """New connections work; those that stalled while it lasted are gone."""
        if not self._flows.is_set():
            self.cut()
        self._is_cut = False
        self._flows.set()

    def close(self):
        self._listener.close()
        self.cut()
        self._flows.set()

    def _accept(self):
        with contextlib.suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                if self._is_cut:
                    reset(client)
                else:
                    threading.Thread(target=self._join, args=(client,), daemon=True).start()

    def _join(self, client):
        try:
            server = socket.create_connection(("127.0.0.1", self.target))
        except OSError:
            reset(client)
            return
        pair = (client, server)
        self._pairs.add(pair)
        for source, sink in (pair, pair[::-1]):
            threading.Thread(target=self._pump, args=(source, sink, pair), daemon=True).start()

    def _pump(self, source, sink, pair):
        try:
            while data := source.recv(CHUNK):
                self._flows.wait()
                sink.sendall(data)
        except OSError:
            pass
        self._pairs.discard(pair)
        for end in pair:
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)


def reset(end):
    with contextlib.suppress(OSError):
        end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        end.shutdown(socket.SHUT_RDWR)
        end.close()
