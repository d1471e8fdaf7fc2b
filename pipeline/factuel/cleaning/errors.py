"""The one error of this package."""

from __future__ import annotations


class CleaningError(ValueError):
    """A page that gives no article.

    `error` is a short code: `empty`, `not_text`, `undecodable`, `too_large`, `too_deep`, `not_french`, `listing`,
    `login_wall`, `video`, `no_article`. `message` says in words what was found.
    """

    def __init__(self, error: str, message: str) -> None:
        super().__init__(f"{error}: {message}")
        self.error = error
        self.message = message
