"""What the tests share: one authority, one browser, and servers of the demonstration."""
import shutil

import pytest

from support.authority import Authority
from support.browser import Seat, chromium
from support.proxy import Proxy
from support.server import Server


@pytest.fixture(scope="session")
def authority(tmp_path_factory):
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture(scope="session")
def browser(authority):
    with chromium(authority.home) as started:
        yield started


@pytest.fixture(scope="session")
def loaded(authority, tmp_path_factory):
    """The data of the demonstration, loaded once."""
    folder = tmp_path_factory.mktemp("loaded")
    Server(authority, folder).stop()
    return folder / "data"


@pytest.fixture(scope="module")
def proxy():
    """A wire to the server that can fail; who sits at `seat(person, url=proxy.url)` depends on it."""
    wire = Proxy()
    yield wire
    wire.close()


@pytest.fixture(scope="module")
def server(authority, loaded, tmp_path_factory, proxy):
    """A server of its own for each file of tests, on a copy of the demonstration."""
    folder = tmp_path_factory.mktemp("server")
    shutil.copytree(loaded, folder / "data")
    started = Server(authority, folder, origins=[proxy.url])
    proxy.target = started.port
    yield started
    started.stop()


@pytest.fixture
def seat(browser, server):
    """Seats people: `seat('m1')` gives a browser in which they are signed in. No test may leave a complaint behind."""
    seats = []

    def take(person=None, **choices):
        seats.append(Seat(browser, server, person, **choices))
        return seats[-1]

    yield take
    complaints = [text for one in seats for text in one.faults]
    for one in seats:
        one.close()
    assert not complaints, complaints
