"""A network and its names as one JSON file."""

from __future__ import annotations

import json
from pathlib import Path

from models.network import Network
from models.people import People

NETWORK_FORMAT = "setka-network/1"


def write_json(network: Network, people: People, path: Path) -> None:
    """Writes the file anew."""
    content = {
        "format": NETWORK_FORMAT,
        "network": network.model_dump(mode="json"),
        "people": people.model_dump(mode="json"),
    }
    text = json.dumps(content, ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")
