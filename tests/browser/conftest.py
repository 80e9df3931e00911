"""A real browser without a network, and pages to open in it from disk."""

from __future__ import annotations

import base64
import shutil
from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

from instances import read
from instances.bundled import bundled_path
from models.outcome import Solved
from reports.audit import audit
from reports.export.source import Source
from reports.html.report import FILE, write_html
from reports.html.school_pages import FOLDER, write_school_pages
from scheduler.engine.settings import Settings
from scheduler.engine.solve import solve

CURE = "these tests need a browser: apt-get install chromium chromium-driver"

ARGUMENTS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND",
)


class Browser:
    """Opens pages from disk and says what came of it. Every page starts from an empty tab."""

    def __init__(self, driver: webdriver.Chrome) -> None:
        self.driver = driver

    def open(self, path: Path, fragment: str = "", *, width: int = 1280) -> None:
        """Shows a file in a window so many pixels wide; whatever a page loads from elsewhere is blocked."""
        self.driver.execute_cdp_cmd("Network.enable", {})
        blocked = {"urls": ["http://*", "https://*", "ws://*", "wss://*", "ftp://*"]}
        self.driver.execute_cdp_cmd("Network.setBlockedURLs", blocked)
        screen = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 500}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", screen)
        self.driver.get("about:blank")
        self.complaints()
        self.driver.get(path.as_uri() + fragment)

    def run(self, script: str, *arguments: Any) -> Any:
        """What a script of the test returns."""
        return self.driver.execute_script(script, *arguments)

    def complaints(self) -> list[str]:
        """What the console holds since it was last asked."""
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def shown(self, selector: str) -> int:
        """How many such elements can be seen."""
        found = self.run(
            "return [...document.querySelectorAll(arguments[0])].filter(e => e.checkVisibility()).length",
            selector,
        )
        assert isinstance(found, int)
        return found

    def print(self) -> bytes:
        """The page as a PDF, on the paper that its style asks for."""
        printed = self.driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})
        return base64.b64decode(printed["data"])


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Debian's Chromium with a profile of its own; where it is missing the tests fail with the cure."""
    chromium, driver_path = shutil.which("chromium"), shutil.which("chromedriver")
    if chromium is None or driver_path is None:
        pytest.fail(CURE)
    options = Options()
    options.binary_location = chromium
    for argument in (*ARGUMENTS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(driver_path))
    try:
        yield Browser(driver)
    finally:
        driver.quit()


@pytest.fixture(scope="session")
def udomlya() -> Source:
    """The bundled network, planned within seconds."""
    reading = read(bundled_path("udomlya"))
    assert reading.network is not None
    outcome = solve(reading.network, Settings(time_limit_s=120), audit)
    assert isinstance(outcome, Solved)
    return Source(reading.network, outcome.plan, reading.people, reading.assumptions)


@pytest.fixture(scope="session")
def folders(udomlya: Source, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The folders ``public`` and ``internal`` with the report and the pages of the schools."""
    root = tmp_path_factory.mktemp("план №1")
    found = {}
    for name in ("public", "internal"):
        found[name] = root / name
        found[name].mkdir()
        write_html(udomlya, found[name], lang="ru", public=name == "public")
        write_school_pages(udomlya, found[name], lang="ru", public=name == "public")
    return found


@pytest.fixture(scope="session")
def hostile_plan() -> Source:
    """The plan that is hard to print, from beside the tests of the reports."""
    path = Path(__file__).parents[1] / "reports" / "hostile.py"
    spec = spec_from_file_location("hostile", path)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    found = module.hostile()
    assert isinstance(found, Source)
    return found


@pytest.fixture(params=["public", "internal"])
def report_file(folders: dict[str, Path], request: Any) -> Path:
    """The report of either folder."""
    return folders[request.param] / FILE


@pytest.fixture
def internal(folders: dict[str, Path]) -> Path:
    """The report for the office."""
    return folders["internal"] / FILE


@pytest.fixture
def school_files(folders: dict[str, Path]) -> list[Path]:
    """The pages of the schools, for the office."""
    return sorted((folders["internal"] / FOLDER).iterdir())
