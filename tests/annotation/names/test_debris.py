"""Words that a missing space joins are no names."""

import pytest

from factuel.annotation.names.debris import is_debris


@pytest.mark.parametrize(
    ("surface", "debris"),
    [
        ("demeuré.je", True),
        ('majorité"Parisien', True),
        ('Populaire",qui', True),
        ("Vosges ! Demain", True),
        ("liberation.fr", False),
        ("nocta.bio", False),
        ("J.-P. Morel", False),
        ("Saint-Dié", False),
        ("« Les Amis »", False),
    ],
)
def test_debris(surface: str, debris: bool) -> None:
    assert is_debris(surface) is debris
