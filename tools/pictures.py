"""Take the pictures of the guide from the demo: `python -m tools.pictures [DIR]`, where DIR holds a demo or nothing.

It is a tool and no test: building the demo takes longer than all journeys, and a picture that differs by a pixel from
the one before says nothing about the code.
"""

import argparse
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from tools.browser import from_environment
from tools.steps import ROOT, python, say, stop

__all__ = ["PICTURES", "kept", "main"]

PICTURES = ROOT / "docs" / "guide" / "pictures"
SIZE = {"width": 1280, "height": 900}  # CSS pixels
COLOURS = 128
LARGEST = 150_000  # bytes
PATIENCE = 60  # seconds for the server to answer
PERSON, REPORT, SENTENCE = "Serzhan Toleuqazy", "Fourth Month", "22 years"


def main(words: list[str]) -> int:
    """Build a demo unless it is there, serve it, and take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("place", nargs="?", type=Path, help="the folder of a demo; else one is built and thrown away")
    chosen: Path | None = parser.parse_args(words).place
    with tempfile.TemporaryDirectory(prefix="kualik-pictures-") as fresh:
        place = chosen or Path(fresh) / "demo"
        subprocess.run(python("-m", "kualik", "demo", "--no-serve", "--at", str(place)), cwd=ROOT, check=True)
        with _served(place) as address:
            taken = _taken(address, password=(place / "sign-in").read_text(encoding="ascii"))
    large = [path.name for path in taken if path.stat().st_size > LARGEST]
    return stop(f"larger than {LARGEST:,} bytes: {', '.join(large)}") if large else 0


@contextmanager
def _served(place: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = python("-m", "kualik", "demo", "--at", str(place), "--port", str(port))
    server = subprocess.Popen(command, cwd=ROOT, env=os.environ | {"PYTHONUNBUFFERED": "1"})
    try:
        _wait(server, port)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait()


def _wait(server: subprocess.Popen[bytes], port: int) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and server.poll() is None:
        with socket.socket() as door:
            if door.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    raise TimeoutError(f"the demo did not answer at port {port} within {PATIENCE} s")


def _taken(address: str, *, password: str) -> list[Path]:
    chosen = from_environment()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(chosen.path), args=list(chosen.flags))
        page = browser.new_page(base_url=address, viewport=SIZE, color_scheme="light", locale="en-GB")  # type: ignore[arg-type]  # a dictionary of the two
        page.goto("/")
        page.fill("input[name=login]", "aigerim")
        page.fill("input[name=password]", password)
        page.get_by_role("button", name="Sign in", exact=True).click()
        _speak_english(page)
        taken = [_take(page, name) for name in _shown(page)]
        browser.close()
    return taken


def _speak_english(page: Page) -> None:
    """Set the language of the account, which whoever used this demo before may have changed."""
    page.locator(".top-end summary").click()
    page.locator("#menu-language").select_option("en")
    page.locator("form", has=page.locator("#menu-language")).get_by_role("button").click()


def _shown(page: Page) -> Iterator[str]:
    """Open each page in turn, and name its picture."""
    page.goto("/")
    yield "home"
    page.goto("/documents/")
    page.get_by_role("link", name=REPORT).first.click()
    card = page.locator(".claim", has_text=SENTENCE).first
    card.evaluate("card => scrollTo(0, card.closest('.group').getBoundingClientRect().top + scrollY - 70)")
    card.hover()
    yield "document"
    page.goto("/people/")
    page.fill("input[name=query]", PERSON)
    page.get_by_role("button", name="Find").click()
    page.locator("#found").get_by_role("link", name=PERSON).first.click()
    page.wait_for_url("**/people/K-*/")
    yield "person"
    page.goto("/same/")
    yield "same"


def _take(page: Page, name: str) -> Path:
    page.evaluate("document.fonts.ready")
    path = PICTURES / f"{name}.png"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(kept(page.screenshot()))
    say(f"{path.relative_to(ROOT)}  {path.stat().st_size:,} bytes")
    return path


def kept(picture: bytes) -> bytes:
    """Make a PNG as small as it can be with colours enough for a page."""
    out = BytesIO()
    whole = Image.open(BytesIO(picture)).convert("RGB")
    whole.quantize(palette=_palette(whole), dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def _palette(whole: Image.Image) -> Image.Image:
    """Choose the colours that fill most of a page, which are its own; what is lost are shades at the edges of letters.

    Pillow's own choices mix the colours of large areas, or lose the one red dot.
    """
    counted = Counter(_pixels(whole.tobytes()))
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for colour, _count in counted.most_common(COLOURS) for part in colour])
    return palette


def _pixels(content: bytes) -> Iterator[bytes]:
    """Cut a picture's bytes into its pixels."""
    return (content[start : start + 3] for start in range(0, len(content), 3))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
