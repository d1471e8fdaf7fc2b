"""Whom a definite noun names again, and whom it can't mean; names and functions are read by the real pipeline."""

import pytest

from factuel import extract


def speakers(text: str) -> list[str | None]:
    found = [fact for fact in extract(text).facts if fact.type == "quotation"]
    return [fact.speaker.name if fact.speaker else None for fact in found]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Anne Girard compte les bateaux. « Il en manque dix », soupire la présidente du port de plaisance.",
            "Anne Girard",
        ),
        (
            "« Le climat est bon », a résumé Anne Girard devant le port. L'ancienne échevine de Mons a répété que le"
            " chantier serait court.",
            "Anne Girard",
        ),
        # another gender, an office that the article gives nobody, no word for one person
        ("Paul Girard compte les bateaux. « Il en manque dix », soupire la présidente du port.", "présidente du port"),
        ("La fête a réuni Paul Girard et sa troupe. Le sous-préfet a rappelé que le pont était fermé.", "sous-préfet"),
        ("Paul Girard est jugé à Lille. Le procédé, selon l'accusation, était simple.", "accusation"),
        # an organisation by its kind
        (
            "Lumeo SA a vendu son quai à la ville. Tout le monde s'en réjouit. L'entreprise assure que le port vivra.",
            "Lumeo SA",
        ),
        ("Lumeo SA et Brenval SA ont signé hier. Son parti assure que le port vivra.", "parti"),
        ("Lumeo SA a vendu son quai à la ville. La gendarmerie assure que le port vivra.", "gendarmerie"),
        # an institution that has just acted is "elle"
        (
            "« Rien n'est prêt », dit Anne Girard. De ces chiffres, la préfecture fait une autre lecture. Interrogée"
            " mardi, elle répond que le port vivra.",
            "préfecture",
        ),
        # whoever spoke before
        (
            "Le pont est fermé, selon une source policière. De même source, on indique que le quai est vide.",
            "source policière",
        ),
    ],
)
def test_the_last_speaker_is(text, who):
    assert speakers(text)[-1] == who
