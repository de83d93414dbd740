"""A development authority that Chromium trusts because it is told to, not because errors are ignored."""
import pathlib
import ssl
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[3]


class Authority:
    """Certificates in a folder, and a home directory whose NSS database trusts their authority."""

    def __init__(self, folder: pathlib.Path):
        self.certificates = folder / "certs"
        self.home = folder / "home"
        run(ROOT / "certs/make-development-certificate.sh", self.certificates)
        database = self.home / ".pki/nssdb"
        database.mkdir(parents=True)
        run("certutil", "-N", "-d", f"sql:{database}", "--empty-password")
        run("certutil", "-A", "-d", f"sql:{database}", "-n", "development", "-t", "C,,", "-i", self.certificates / "ca.pem")
        self.context = ssl.create_default_context(cafile=self.certificates / "ca.pem")


def run(*command):
    subprocess.run([str(part) for part in command], check=True, capture_output=True)
