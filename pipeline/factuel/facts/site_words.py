"""The words of a change of site: the site itself, near or far from its verb, and the look-alikes of verbs and jobs."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from factuel.facts.doc_tables import sent_of, text_sentence
from factuel.facts.syntax import has_feature
from factuel.models import read_words

_REFLEXIVE: Final = frozenset({"se", "s'", "s’"})
MORE: Final = frozenset({"deuxième", "seconde", "second", "troisième", "quatrième", "supplémentaire", "nouvelle"})
"""What makes a part of a site one more of its kind."""
_DIGITAL: Final = frozenset({"plateforme", "plateformes", "plate-forme", "site", "sites", "hub", "guichet", "station"})
_PLATFORMS: Final = frozenset({"plateforme", "plateformes", "plate-forme", "hub"})
_STOPS: Final = frozenset({";", ":", "»", "«"})
_REACH: Final = 20
_AGREEMENT: Final = {
    "celui": ("Masc", "Sing"),
    "celle": ("Fem", "Sing"),
    "ceux": ("Masc", "Plur"),
    "celles": ("Fem", "Plur"),
    "sien": ("Masc", "Sing"),
    "sienne": ("Fem", "Sing"),
    "il": ("Masc", "Sing"),
    "elle": ("Fem", "Sing"),
}
_POSSESSIVES: Final = frozenset({"son", "sa", "ses", "leur", "leurs"})
OWN: Final = frozenset({"sien", "sienne"})
_CLITICS: Final = frozenset({"l'", "l’", "le", "la", "les"})


def site_after(verb: Token) -> Token | None:
    """Return the site that follows the verb after a date or a place: "ouvrira à Lens, fin mai, un atelier"."""
    for word in verb.doc[verb.i + 1 : min(verb.i + _REACH, text_sentence(verb).end)]:
        if word.text in _STOPS or (word.pos_ == "VERB" and has_feature(word, "VerbForm", "Fin")):
            return None
        if is_site(word) and _opens_phrase(word):
            return word
    return None


def _opens_phrase(noun: Token) -> bool:
    """Return whether the noun has a determiner of its own, and completes no other noun ("le toit de l'usine")."""
    at = noun.i - 1
    while at > 0 and noun.doc[at].pos_ in {"ADJ", "NUM"}:
        at -= 1
    determiner = noun.doc[at]
    if determiner.lower_ in {"de", "d'", "d’"} and noun.doc[at - 1].lower_ in {"pas", "plus", "jamais"}:
        return True
    if determiner.lower_ not in read_words("site_determiners"):
        return determiner.i + 1 < noun.i and noun.doc[at + 1].pos_ == "NUM"
    return noun.doc[at - 1].pos_ != "ADP" and noun.doc[at - 1].lower_ not in read_words("function_words")


def named_site(pronoun: Token) -> Token | None:
    """Return the site noun that "celui", "celle" stands for: the last one of its gender in its sentence and the one
    before, of its number or, for one of several, plural."""
    sentence = text_sentence(pronoun)
    first = text_sentence(pronoun.doc[max(0, sentence.start - 1)]).start
    gender, number = _AGREEMENT[pronoun.lower_]
    for word in reversed(pronoun.doc[first : pronoun.i]):
        if is_site(word) and word.pos_ == "NOUN" and _has(word, "Gender", gender) and _is_of_number(word, number):
            return word
    return None


def is_stand_in(word: Token) -> bool:
    """Return whether a word stands for a site named before: "celui" of Lens, "le sien", "elle"."""
    return word.lower_ in _AGREEMENT and (word.pos_ == "PRON" or word.lower_ in OWN)


def own_site(verb: Token) -> Token | None:
    """Return the "sien" of "Lumeo a fermé le sien": a site like the one named before."""
    after = verb.doc[verb.i + 1 : verb.i + 3]
    return next((word for word in after if word.lower_ in OWN and named_site(word) is not None), None)


def has_clitic(verb: Token) -> bool:
    """Return whether a pronoun is the object of the verb, which takes no other: "il l'a rouvert"."""
    words = verb.doc[max(0, verb.i - 2) : verb.i]
    return any(word.lower_ in _CLITICS and word.pos_ == "PRON" for word in words)


def same_site(verb: Token) -> Token | None:
    """Return the "celui", "celle" of a place that stands for a site named before and is the verb's subject: "celui de
    Lens, à l'inverse, sera agrandi"."""
    for word in reversed(verb.doc[max(text_sentence(verb).start, verb.i - _REACH) : verb.i]):
        if word.lower_ in _AGREEMENT and word.nbor().lower_ in {"de", "d'", "d’", "du"}:
            return word if word.pos_ == "PRON" and named_site(word) is not None else None
        if word.text in {";", ":"}:
            return None
    return None


def follows_being(participle: Token) -> bool:
    """Return whether "sera" or "a été" stands before a participle, over adverbs: "sera agrandie"."""
    if not has_feature(participle, "VerbForm", "Part"):
        return False
    for word in reversed(participle.doc[max(text_sentence(participle).start, participle.i - 4) : participle.i]):
        if word.lower_ in read_words("passive_auxiliaries"):
            return True
        if word.pos_ not in {"ADV", "PUNCT", "PRON"}:
            return False
    return False


def stays(participle: Token) -> bool:
    """Return whether a participle is a state that lasts ("restera ouvert", "on ne ferme pas")."""
    words = [
        word.lower_ for word in participle.doc[max(text_sentence(participle).start, participle.i - 3) : participle.i]
    ]
    return any(word.startswith(("reste", "demeure")) for word in words) or words[-2:] == ["on", "ne"]


def _is_of_number(word: Token, number: str) -> bool:
    return _has(word, "Number", number) or (number == "Sing" and _has(word, "Number", "Plur"))


def _has(word: Token, feature: str, value: str) -> bool:
    return value in (word.morph.get(feature, []) or [value])


def complement(noun: Token) -> Token | None:
    """Return the site of "la construction, à Lens, d'une plateforme": the next one that "de" introduces."""
    for word in noun.doc[noun.i + 1 : min(noun.i + 14, text_sentence(noun).end)]:
        if word.pos_ in {"VERB", "AUX"} or word.text in _STOPS:
            return None
        before = {w.lower_ for w in noun.doc[max(noun.i, word.i - 3) : word.i]}
        if is_site(word) and before & {"de", "d'", "d’", "du", "des"}:
            return word
    return None


def completed(verb: Token, words: str) -> bool:
    """Return whether the verb has the words that its sense needs ("le jour" of "verra le jour"), if it needs any."""
    if not words:
        return True
    after = " ".join(word.lower_ for word in verb.doc[verb.i + 1 : min(verb.i + 6, text_sentence(verb).end)])
    return any(word in after for word in words.split("|"))


def could_have(verb: Token) -> bool:
    """ "aurait pu fermer" did not happen."""
    return any(word.lower_ == "pu" for word in verb.doc[max(sent_of(verb).start, verb.i - 3) : verb.i])


def is_site(token: Token) -> bool:
    """Return whether the word is a noun of a site ("usine"), not of jobs."""
    noun = token.lower_ in read_words("site_nouns") and token.pos_ in {"NOUN", "PROPN", "X", "ADJ"}
    return noun and not is_jobs(token) and not _is_no_site(token)


def _is_no_site(token: Token) -> bool:
    """Return whether the words around give the noun another sense: a train's "ligne" ("ligne de montage" is a site),
    a "plateforme de paiement", "en ligne", a "point" other than "de vente"."""
    following = [word.lower_ for word in token.doc[token.i + 1 : token.i + 4]]
    after = set(following)
    if token.lower_ in {"point", "points"}:
        return following[:2] != ["de", "vente"]
    if token.lower_ in {"ligne", "lignes"}:
        before = {word.lower_ for word in token.doc[max(0, token.i - 2) : token.i]}
        made = following[:1] in (["de"], ["d'"], ["d’"], ["pilote"]) or bool(before & MORE)
        return not made or bool(after & read_words("transport_nouns"))
    if token.lower_ in _PLATFORMS:
        placed = any(word.ent_type_ == "LOC" for word in token.doc[token.i + 1 : token.i + 4])
        return not placed and not after & read_words("storage_words") and following[:1] in (["de"], ["d'"], ["d’"])
    if token.lower_ in {"centre", "centres"} and "usinage" in after:
        return True
    return token.lower_ in _DIGITAL and bool(after & read_words("digital_words"))


def is_jobs(token: Token) -> bool:
    """Return whether the word is a noun of jobs or of those who hold them."""
    return token.lower_ in read_words("job_nouns") and (token.lower_ != "poste" or has_feature(token, "Number", "Plur"))


def is_reflexive(verb: Token) -> bool:
    """Return whether "se" or, before an infinitive, "nous" stands before the verb: "s'est implantée"."""
    before = [word.lower_ for word in verb.doc[max(sent_of(verb).start, verb.i - 2) : verb.i]]
    return bool(_REFLEXIVE & set(before)) or (before[-1:] == ["nous"] and has_feature(verb, "VerbForm", "Inf"))


def is_governed(token: Token) -> bool:
    """Return whether an article or a preposition makes the word a noun ("une ferme", "sa construction")."""
    before = token.doc[token.i - 1] if token.i > sent_of(token).start else None
    return before is not None and (
        before.pos_ in {"DET", "ADP", "ADJ", "NUM"} or before.lower_ in read_words("site_determiners")
    )


def part_of_site(verb: Token) -> Token | None:
    """Return the site of "a transféré à Lens une partie de ses ateliers"."""
    return next(
        (w for w in verb.doc[verb.i + 1 : verb.i + 10] if is_site(w) and w.nbor(-1).lower_ in _POSSESSIVES), None
    )


def jobs_after(verb: Token) -> Token | None:
    """Return the noun of jobs that follows a verb in its sentence."""
    return next((word for word in verb.doc[verb.i + 1 : min(verb.i + 8, sent_of(verb).end)] if is_jobs(word)), None)
