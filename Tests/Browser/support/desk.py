"""What a person's own program does over HTTP: read streams, send commands, file documents."""
import http.client
import json
import uuid


class Refused(Exception):
    """The server said no: `status` and the code of the problem."""

    def __init__(self, status, code, detail):
        super().__init__(f"{status} {code} {detail}")
        self.status, self.code, self.detail = status, code, detail


class Desk:
    def __init__(self, context, port, token, case, origin=None):
        self.context, self.port, self.token, self.case, self.origin = context, port, token, case, origin

    def request(self, method, path, body=None, content_type="application/json", **headers):
        """The parsed answer (the bytes of a blob), its headers beside it."""
        connection = http.client.HTTPSConnection("localhost", self.port, context=self.context, timeout=30)
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        if self.origin:
            headers["Origin"] = self.origin
        if body is not None:
            headers["Content-Type"] = content_type
            body = body.encode() if isinstance(body, str) else json.dumps(body).encode()
        if method == "POST":
            headers.setdefault("Idempotency-Key", uuid.uuid4().hex)
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        content = answer.read()
        connection.close()
        if answer.status >= 400:
            problem = json.loads(content) if content[:1] == b"{" else {}
            raise Refused(answer.status, problem.get("code"), problem.get("detail"))
        is_blob = "/blobs/" in path
        return (content if is_blob else json.loads(content) if content else None), answer.headers

    def sign_in(self, login, password) -> str:
        _, headers = self.request("POST", "/api/session", {"login": login, "password": password})
        return headers["Set-Cookie"].split(";")[0].split("=", 1)[1]

    def get(self, path):
        return self.request("GET", path)[0]

    def say(self, command, **fields):
        """One command on this desk's case."""
        return self.request("POST", f"/api/cases/{self.case}/commands", {command: fields})[0]

    def file(self, document, title, text, kind, nature="primary", language="de"):
        about = {"id": document, "title": title, "kind": kind, "institution": "Kreisklinik Tannbrunn", "date": "2026-10-19",
                 "language": language, "nature": nature}
        return self.request("POST", f"/api/cases/{self.case}/documents", {"fileDocument": about, "content": {"text": text}})[0]

    def events(self, stream):
        """Every event of a stream, as `(name, payload)`."""
        found, after = [], 0
        while True:
            page = self.get(f"/api/cases/{self.case}/streams/{stream}?after={after}&limit=500")
            if not page["events"]:
                return found
            found += [next(iter(entry["event"].items())) for entry in page["events"]]
            after = page["events"][-1]["seq"]

    def blob(self, content) -> bytes:
        return self.get(f"/api/cases/{self.case}/blobs/{content[0]}")

    def card(self):
        return self.get(f"/api/cases/{self.case}")["card"]

    def seal(self):
        return self.say("seal", own=self.get(f"/api/cases/{self.case}")["at"]["own"][0])
