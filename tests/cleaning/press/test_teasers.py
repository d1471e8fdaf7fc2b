from factuel.cleaning.press.block import Block, Draft
from factuel.cleaning.press.teasers import set_aside_teasers

PROSE = [
    "Le port de Kerlan a vendu deux mille tonnes de poisson en janvier, soit un dixième de plus qu'un an plus tôt.",
    "Les mareyeurs, eux, se plaignent du prix de la glace, qui a doublé depuis que la fabrique du "
    "quai a fermé ses portes.",
    "La région promet une aide avant le printemps, mais son montant n'est pas connu et les élus locaux s'impatientent.",
]


def clean(*lines):
    draft = Draft([Block(line) for line in (*PROSE, *lines)])
    set_aside_teasers(draft)
    assert [block.text for block in draft.blocks[: len(PROSE)]] == PROSE
    assert all(each.kind == "teaser" for each in draft.discarded)
    return [block.text for block in draft.blocks[len(PROSE) :]]


def test_sentences_cut_in_a_row_at_the_end():
    assert (
        clean("Dans son nouvel ouvrage, la romancière revient sur…", "Le tribunal a tranché hier dans l'affaire qui…")
        == []
    )


def test_one_cut_sentence_may_be_the_last_word():
    assert clean("Reste à savoir qui paiera…") == ["Reste à savoir qui paiera…"]


def test_dated_cards():
    cards = []
    for number in range(3):
        cards += [
            f"Un autre titre {number}",
            f"2{number}-04-2024",
            "Le résumé d'un autre article, assez court.",
            "Lire la suite",
        ]
    assert clean(*cards) == []


def test_a_chronology_is_no_row_of_cards():
    lines = [
        "12 mars 2020",
        "La fabrique de glace du quai ferme ses portes après quarante ans, et ses six salariés sont "
        "licenciés sans préavis.",
        "3 avril 2021",
        "Un repreneur se présente devant le tribunal de commerce, qui lui laisse deux mois pour réunir "
        "l'argent nécessaire.",
    ]
    assert clean(*lines) == lines


def test_list_under_a_heading():
    assert clean("Sur le même sujet", "La criée change de mains", "Un chalutier bloqué au port") == []


def test_heading_inside_the_article_takes_only_headlines():
    last = (
        "Le maire de Kerlan, qui préside aussi le syndicat du port, a réuni mardi soir les pêcheurs, "
        "les mareyeurs et les "
        "représentants de la région dans la salle des fêtes, où la discussion a duré plus de trois "
        "heures sans que personne "
        "ne s'accorde sur le prix de la glace ni sur la date de la prochaine réunion."
    )
    assert clean("À lire aussi", "La criée change de mains", last, last + " Bis.") == [last, last + " Bis."]


def test_nothing_to_find():
    assert clean() == []
    assert clean("Contact : 02 98 00 00 00.") == ["Contact : 02 98 00 00 00."]


def comments(*lines):
    draft = Draft([Block(line) for line in lines])
    set_aside_teasers(draft)
    return [block.text for block in draft.blocks], [each.kind for each in draft.discarded]


def test_comments_go_to_the_end():
    reader = "Moi, je me souviens de la criée d'autrefois, et je trouve que tout cela va beaucoup trop vite pour nous."
    assert comments(*PROSE, "Vos réactions", "Loulou29", reader) == (PROSE, ["comment"] * 3)
    assert comments(*PROSE, "3 commentaires", reader) == (PROSE, ["comment"] * 2)


def test_a_count_above_the_text_and_a_subhead_are_no_comments():
    assert comments("3 commentaires", *PROSE)[1] == []
    assert comments(*PROSE[:2], "Les réactions", PROSE[2])[0][-1] == PROSE[2]


def test_the_article_goes_on_after_a_capsule():
    more = "La criée, fondée en 1921, emploie désormais cent dix-huit personnes et vise vingt millions d'euros de ventes l'an prochain."
    lines = ["À lire également", "La tannerie change d'eau", "Le port forme ses grutiers", more, "Envoyer à un ami"]
    assert clean(*lines) == [more, "Envoyer à un ami"]
    assert clean(*lines, "Sur le même sujet", "Le phare repeint") == [more, "Envoyer à un ami"]


def test_cards_with_long_blurbs_are_no_article():
    blurb = "Les travaux de la digue commenceront en mai et dureront un peu plus de deux ans, a promis lundi le maire."
    cards = ["La digue attendra", blurb, "Le phare repeint", blurb, "La criée ferme"]
    assert clean("Sur le même sujet", *cards) == []


def test_headlines_led_by_a_time():
    feed = ["10h52 Le pont rouvre lundi", "10:31 - La criée ferme", "21/11 - Le phare repeint"]
    assert clean(*feed) == []
    assert clean(*feed[:2]) == feed[:2]


def test_posts_led_by_a_time_stay():
    posts = ["10h52 Le pont est rouvert.", "10h31 La criée est fermée.", "9h12 Le phare est éteint."]
    assert clean(*posts) == posts
