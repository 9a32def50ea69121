"""translated_site.py - a made-up site in several languages, complete and true to itself, for tests
that break it on purpose."""
import random

# Sentences of one meaning in each language; {0} and {1} are things, by number.
THINGS = {
    "en": ["the pump", "the spring", "the water tank", "the village well", "the old pipe",
           "the wooden lid", "the gravel filter", "the repair kit", "the small dam",
           "the hand crank", "the stone wall", "the rain gutter"],
    "fr": ["la pompe", "la source", "le réservoir d’eau", "le puits du village",
           "le vieux tuyau", "le couvercle en bois", "le filtre à gravier",
           "la trousse de réparation", "le petit barrage", "la manivelle", "le mur de pierre",
           "la gouttière"],
    "de": ["die Pumpe", "die Quelle", "der Wassertank", "der Brunnen im Dorf",
           "das alte Rohr", "der Deckel aus Holz", "der Filter aus Kies",
           "der Koffer mit Werkzeug", "der kleine Damm", "die Kurbel", "die Mauer aus Stein",
           "die Dachrinne"],
    "es": ["la bomba", "el manantial", "el depósito de agua", "el pozo del pueblo",
           "el tubo viejo", "la tapa de madera", "el filtro de grava",
           "la caja de herramientas", "la pequeña presa", "la manivela", "el muro de piedra",
           "el canalón"],
}
SENTENCES = {
    "en": ["Before the rainy season begins, somebody should check whether {0} is still clean.",
           "When {0} breaks, the neighbours usually notice it long before {1} is empty.",
           "Most families know that {0} needs more care than {1}, and they share the work.",
           "Nobody remembers who built {0}, but everybody agrees that it must be kept.",
           "If you hear a strange noise, stop at once and look at {0} first.",
           "The committee decided last year that {0} would be paid for by all who use it.",
           "Children often play near {0}, so a low fence around it is a good idea.",
           "Write down every week how much water you drew and how long {0} was in use.",
           "It takes two people half a day to take {0} apart and to put it together again.",
           "You will find that {1} lasts much longer where {0} is cleaned twice a year."],
    "fr": ["Avant le début de la saison des pluies, quelqu’un doit vérifier si {0} est encore propre.",
           "Lorsque {0} tombe en panne, les voisins le remarquent bien avant que {1} soit vide.",
           "La plupart des familles savent que {0} demande plus de soin que {1} et partagent le travail.",
           "Personne ne se souvient de qui a construit {0}, mais tous veulent que cela dure.",
           "Si vous entendez un bruit étrange, arrêtez tout de suite et regardez d’abord {0}.",
           "Le comité a décidé l’année dernière que {0} serait payé par tous ceux qui s’en servent.",
           "Les enfants jouent souvent près de {0}, une petite clôture autour est donc une bonne idée.",
           "Notez chaque semaine combien d’eau vous avez tirée et combien de temps {0} a servi.",
           "Il faut une demi-journée à deux personnes pour démonter {0} puis tout remonter.",
           "Vous verrez que {1} dure bien plus longtemps là où {0} est nettoyé deux fois par an."],
    "de": ["Bevor die Regenzeit beginnt, sollte jemand nachsehen, ob {0} noch sauber ist.",
           "Wenn {0} kaputt geht, merken es die Nachbarn meist lange bevor {1} leer ist.",
           "Die meisten Familien wissen, dass {0} mehr Pflege braucht als {1}, und teilen sich die Arbeit.",
           "Niemand weiß mehr, wer {0} gebaut hat, aber alle sind sich einig, dass es bleiben soll.",
           "Wenn man ein seltsames Geräusch hört, soll man sofort aufhören und zuerst sehen, was {0} macht.",
           "Der Ausschuss hat letztes Jahr beschlossen, dass {0} von allen bezahlt wird, die sie benutzen.",
           "Kinder spielen oft dort, wo {0} steht, deshalb ist ein niedriger Zaun eine gute Idee.",
           "Schreibt jede Woche auf, wie viel Wasser geholt wurde und wie lange {0} in Betrieb war.",
           "Zwei Leute brauchen einen halben Tag, bis {0} zerlegt und wieder zusammengesetzt ist.",
           "Man wird sehen, dass {1} viel länger hält, wo {0} zweimal im Jahr gereinigt wird."],
    "es": ["Antes de que empiece la época de lluvias, alguien debe comprobar si {0} sigue limpio.",
           "Cuando se rompe {0}, los vecinos suelen notarlo mucho antes de que {1} quede vacío.",
           "La mayoría de las familias saben que {0} necesita más cuidado que {1} y se reparten el trabajo.",
           "Nadie recuerda quién construyó {0}, pero todos están de acuerdo en que hay que conservarlo.",
           "Si oye un ruido extraño, deténgase enseguida y mire primero cómo está {0}.",
           "El comité decidió el año pasado que {0} lo pagarían todos los que lo usan.",
           "Los niños juegan a menudo cerca de {0}, así que una valla baja es una buena idea.",
           "Anote cada semana cuánta agua ha sacado y durante cuánto tiempo se ha usado {0}.",
           "Dos personas necesitan medio día para desmontar {0} y volver a montarlo todo.",
           "Verá que {1} dura mucho más tiempo allí donde {0} se limpia dos veces al año."],
}
NAMES = {"en": "English", "fr": "Français", "de": "Deutsch", "es": "Español"}
MENU = {
    "en": ["How we look after our wells", "What the committee decides", "Where the water comes from"],
    "fr": ["Comment nous entretenons nos puits", "Ce que décide le comité", "D’où vient notre eau"],
    "de": ["Wie wir unsere Brunnen pflegen", "Was der Ausschuss beschließt", "Woher unser Wasser kommt"],
    "es": ["Cómo cuidamos nuestros pozos", "Lo que decide el comité", "De dónde viene nuestra agua"],
}
HEADINGS = {
    "en": ["What to do about {0}", "Why {0} matters to everybody", "How to take care of {0}"],
    "fr": ["Que faire pour {0}", "Pourquoi {0} compte pour tous", "Comment prendre soin de {0}"],
    "de": ["Was man tun kann, wenn {0} fehlt", "Warum {0} für alle wichtig ist", "Wie {0} gepflegt wird"],
    "es": ["Qué hacer con {0}", "Por qué {0} importa a todos", "Cómo se cuida {0}"],
}
STUBS = {
    "en": "This page is under construction, please come back later.",
    "fr": "Cette page est en construction, merci de revenir plus tard.",
    "de": "Diese Seite befindet sich im Aufbau, bitte schauen Sie später wieder vorbei.",
    "es": "Esta página está en construcción, por favor vuelva más tarde.",
}
LANGUAGES = list(NAMES)
HOST = "https://wells.example.org"


class Page:
    """One page in one language: every part of it may be changed before it is written."""

    def __init__(self, language, number, plan, slug, offers):
        self.language, self.number, self.slug = language, number, slug
        self.html_lang = language
        self.heading = HEADINGS[language][plan[0][0] % 3].format(THINGS[language][number % 12])
        self.title = self.heading
        self.sections = [self.section(language, number, i, p) for i, p in enumerate(plan)]
        self.menu = list(MENU[language])
        self.offers = dict(offers)  # hreflang: URL path
        self.switcher = dict(offers)

    @staticmethod
    def section(language, number, i, plan):
        """A section as a list of pieces of HTML, its heading first."""
        head, sentences, extra = plan
        things = THINGS[language]

        def sentence(k):
            return SENTENCES[language][k].format(things[(k + number) % 12], things[(k + i + 3) % 12])

        pieces = [f'<h2 id="part{i}-{"abcdefgh"[number % 8]}">'
                  + HEADINGS[language][head % 3].format(things[(number + i) % 12]) + "</h2>"]
        pieces += [f"<p>{sentence(a)} {sentence(b)}</p>" for a, b in sentences]
        if extra == 0:
            pieces.append(f"<pre>check --part {number}.{i} --log /var/log/well-{number}.log</pre>")
        elif extra == 1:
            pieces.append(f'<p><img src="/img/fig-{number}-{i}.png" alt=""></p>')
        elif extra == 2:
            pieces.append("<ul>" + "".join(f"<li>{sentence(k)}</li>" for k, _ in sentences) + "</ul>")
        return pieces

    def path(self):
        return f"{self.language}/{self.slug}"

    def html(self):
        links = "".join(f'<link rel="alternate" hreflang="{code}" href="{HOST}/{path}">\n'
                        for code, path in self.offers.items())
        menu = "".join(f'<li><a href="{HOST}/{self.language}/p{i}.html">{label}</a></li>'
                       for i, label in enumerate(self.menu))
        switcher = "".join(f'<li><a href="{HOST}/{path}" hreflang="{code}">{NAMES[code]}</a></li>'
                           for code, path in self.switcher.items())
        body = "\n".join(piece for section in self.sections for piece in section)
        lang = f' lang="{self.html_lang}"' if self.html_lang else ""
        return (f"<!DOCTYPE html>\n<html{lang}>\n<head>\n<meta charset=\"utf-8\">\n"
                f"<title>{self.title}</title>\n{links}</head>\n<body>\n"
                f'<nav class="language"><ul>{switcher}</ul></nav>\n'
                f'<nav class="main-menu"><ul>{menu}</ul></nav>\n'
                f"<main><h1>{self.heading}</h1>\n{body}\n</main>\n</body>\n</html>\n")


def plan_of(number, seed):
    """What a page holds in every language: heading, pairs of sentences and something more."""
    r = random.Random(f"{seed}/{number}")
    return [(r.randrange(3),
             [(r.randrange(10), r.randrange(10)) for _ in range(r.randrange(2, 4))],
             r.randrange(4)) for _ in range(r.randrange(3, 7))]


def site(groups, seed, declared=True):
    """A site: {(language, number): Page}. Not declared: no hreflang, switcher or lang."""
    pages = {}
    for number in range(groups):
        slug = f"p{number}.html"
        offers = {code: f"{code}/{slug}" for code in LANGUAGES} if declared else {}
        plan = plan_of(number, seed)
        for code in LANGUAGES:
            page = Page(code, number, plan, slug, offers)
            if not declared:
                page.html_lang = ""
            pages[code, number] = page
    return pages
