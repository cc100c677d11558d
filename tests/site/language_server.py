"""The YAML language server as an editor talks to it: the protocol over its standard input and output."""

from __future__ import annotations

import json
import queue
import subprocess
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

Json = dict[str, Any]
SECONDS = 60
"""How long an answer may take."""
CURSOR = "¦"


@dataclass(slots=True)
class Server:
    """A language server with a folder open."""

    process: subprocess.Popen[bytes]
    root: Path
    settings: Json
    received: queue.Queue[Json] = field(default_factory=queue.Queue)
    found: dict[str, list[str]] = field(default_factory=dict)
    """What is wrong with each file, by its address: `line: message`."""
    versions: dict[str, int] = field(default_factory=dict)
    """How often each file was written."""
    asked: int = 0

    def uri(self, path: str) -> str:
        return (self.root / path).as_uri()

    def send(self, **message: Any) -> None:
        assert self.process.stdin is not None
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        self.process.stdin.flush()

    def request(self, method: str, params: Json | None) -> Any:
        """Ask the server something; gives its answer.

        Raises:
            AssertionError: it refused.
            queue.Empty: it gave none in time.

        """
        self.asked += 1
        self.send(id=self.asked, method=method, params=params)
        while True:
            message = self.take()
            if message.get("id") == self.asked and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def take(self) -> Json:
        """Take the next message, and do what an editor does with it."""
        message = self.received.get(timeout=SECONDS)
        params: Any = message.get("params")
        if message.get("method") == "textDocument/publishDiagnostics":
            told = [f"{one['range']['start']['line'] + 1}: {one['message']}" for one in params["diagnostics"]]
            self.found[params["uri"]] = told
        elif message.get("method") == "workspace/configuration":
            sections = [self.settings.get(one["section"], {}) for one in params["items"]]
            self.send(id=message["id"], result=sections)
        elif "method" in message and "id" in message:
            self.send(id=message["id"], result=None)
        return message

    def wrong(self, path: str, text: str) -> list[str]:
        """Open a file, or write it anew; gives what is wrong with it, as `line: message`."""
        uri = self.uri(path)
        version = self.versions[uri] = self.versions.get(uri, 0) + 1
        document = {"uri": uri, "version": version}
        if version == 1:
            opened = {"textDocument": {**document, "languageId": "yaml", "text": text}}
            self.send(method="textDocument/didOpen", params=opened)
        else:
            changed = {"textDocument": document, "contentChanges": [{"text": text}]}
            self.send(method="textDocument/didChange", params=changed)
        self.found.pop(uri, None)
        while uri not in self.found:
            self.take()
        return self.found[uri]

    def offered(self, path: str, marked: str) -> list[str]:
        """Write a file; gives what the server offers at the cursor."""
        answer = self.request("textDocument/completion", self.cursor(path, marked))
        return [one["label"] for one in answer["items"]]

    def explained(self, path: str, marked: str) -> str:
        """Write a file; gives what the server says of the word at the cursor, as Markdown."""
        answer = self.request("textDocument/hover", self.cursor(path, marked))
        return str(answer["contents"]["value"]) if answer else ""

    def cursor(self, path: str, marked: str) -> Json:
        """Write a file without the mark of its cursor; gives the place where that is."""
        before, _, after = marked.partition(CURSOR)
        # What is wrong is told last: by then the server has asked for its settings and read the schema.
        self.wrong(path, before + after)
        place = {"line": before.count("\n"), "character": len(before.rpartition("\n")[2])}
        return {"textDocument": {"uri": self.uri(path)}, "position": place}


@contextmanager
def started(command: Sequence[str | Path], root: Path, settings: Json) -> Iterator[Server]:
    """Run a server over a folder; `settings` by section: `{"yaml": {"schemas": …}}`."""
    with subprocess.Popen(command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        server = Server(process, root, settings)
        threading.Thread(target=_read, args=(server,), daemon=True).start()
        capabilities = {
            "workspace": {"configuration": True, "workspaceFolders": True},
            "textDocument": {
                "completion": {"completionItem": {"snippetSupport": True}},
                "hover": {"contentFormat": ["markdown"]},
            },
        }
        folders = [{"uri": root.as_uri(), "name": root.name}]
        opening = {"processId": None, "rootUri": root.as_uri(), "workspaceFolders": folders}
        server.request("initialize", {**opening, "capabilities": capabilities})
        server.send(method="initialized", params={})
        try:
            yield server
        finally:
            process.kill()


def _read(server: Server) -> None:
    """Hand on the messages of a server until it ends."""
    stream = server.process.stdout
    assert stream is not None
    while line := stream.readline():
        length = int(line.partition(b":")[2]) if line.lower().startswith(b"content-length") else 0
        if not length:
            continue
        while stream.readline().strip():
            pass
        server.received.put(json.loads(stream.read(length)))
