"""Who is at the browser: a signed cookie with their name, and the token that their forms carry."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from dataclasses import dataclass
from typing import Final

LONGEST_NAME: Final = 60


@dataclass(frozen=True)
class Signer:
    """Signs cookies with the key of the review; a cookie of another review or a forged one is nobody's."""

    key: bytes

    @property
    def cookie(self) -> str:
        """The name of the cookie, another for each review, since cookies do not tell ports apart."""
        return f"factuel_{self._mac('cookie')[:8]}"

    def issue(self, name: str) -> str:
        """Return the cookie of a curator."""
        encoded = base64.urlsafe_b64encode(name.encode("utf-8")).decode("ascii").rstrip("=")
        value = f"{encoded}.{secrets.token_urlsafe(9)}"
        return f"{value}.{self._mac(value)}"

    def curator(self, cookie: str) -> str | None:
        """Return the name in a cookie, None for one that we did not issue."""
        value, _, mac = cookie.rpartition(".")
        if not value or not hmac.compare_digest(mac.encode(), self._mac(value).encode()):
            return None
        encoded = value.partition(".")[0]
        return base64.urlsafe_b64decode(encoded + "=" * (-len(encoded) % 4)).decode("utf-8")

    def form_token(self, cookie: str) -> str:
        """Return the token that forms shown to the owner of a cookie carry."""
        return self._mac(f"form {cookie}")

    def is_form_token(self, cookie: str, token: str) -> bool:
        """Say whether a form was shown to the owner of the cookie."""
        return hmac.compare_digest(token.encode("utf-8", "replace"), self.form_token(cookie).encode())

    def _mac(self, value: str) -> str:
        return hmac.new(self.key, value.encode("utf-8", "replace"), hashlib.sha256).hexdigest()


def clean_name(typed: str) -> str:
    """Return a name fit to be written beside decisions: printable, one space between words, not too long."""
    printable = "".join(letter if letter.isprintable() else " " for letter in typed)
    return " ".join(printable.split())[:LONGEST_NAME].strip()
