import pytest

from factuel.cleaning.errors import CleaningError
from factuel.cleaning.language import find_language, is_foreign, refuse_foreign

FRENCH = (
    "Le conseil municipal a voté lundi soir le budget de la commune, qui prévoit douze millions "
    "d'euros pour les écoles "
    "et la rénovation du gymnase, dans un climat que les élus ont jugé plus serein que l'an dernier."
)
ENGLISH = (
    "The council voted on Monday evening for the budget of the town, which plans to spend twelve million euros on the "
    "schools and on the renovation of the gym, in a climate that was said to be calmer than it had been last year."
)
GERMAN = (
    "Der Gemeinderat hat am Montag den Haushalt der Stadt verabschiedet, der zwölf Millionen Euro für die Schulen und "
    "die Renovierung der Turnhalle vorsieht, und die Stimmung war nach Angaben der Abgeordneten besser als im Vorjahr."
)
SPANISH = (
    "El pleno aprobó el lunes por la noche el presupuesto del municipio, que prevé doce millones de euros para las "
    "escuelas y la reforma del gimnasio, en un clima que los concejales han considerado más sereno que el año pasado."
)


@pytest.mark.parametrize(("text", "code"), [(FRENCH, "fr"), (ENGLISH, "en"), (GERMAN, "de"), (SPANISH, "es")])
def test_language_by_function_words(text, code):
    assert find_language(text) == code


def test_other_scripts_are_undetermined():
    assert find_language("Городской совет утвердил бюджет города на следующий год и ремонт школ. " * 5) == "und"


def test_short_text_is_not_judged():
    assert find_language("Conseil municipal") is None


def test_french_article_with_an_english_paragraph_passes():
    refuse_foreign(f"{FRENCH}\n{FRENCH}\n{ENGLISH}\n{FRENCH}")


def test_refusal_names_the_language():
    with pytest.raises(CleaningError) as raised:
        refuse_foreign(ENGLISH)
    assert raised.value.error == "not_french"
    assert "en" in raised.value.message


@pytest.mark.parametrize(
    ("line", "foreign"),
    [("This is the team of the project", True), ("Tomorrow in Motion", False), ("Le team building", False)],
)
def test_foreign_lines(line, foreign):
    assert is_foreign(line) is foreign
