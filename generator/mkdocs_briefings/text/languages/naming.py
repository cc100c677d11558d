"""The words by which names are told from other words, and what bears them, for languages that write names with capitals."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Naming:
    """Such words of one language. Patterns match a whole word where nothing else is said."""

    openers: re.Pattern[str]
    """What opens sentences with a capital and begins no name."""
    no_names: re.Pattern[str]
    """What has a capital at times and is no name and no part of one."""
    inside: re.Pattern[str]
    """What may be inside a name in small letters."""
    titles: re.Pattern[str]
    """Of persons, before their names."""
    long_titles: re.Pattern[str]
    """The same, of two words."""
    peoples: re.Pattern[str]
    """How words end that say where somebody is from: they have a capital, or none, and name nobody."""
    kinds: tuple[tuple[str, re.Pattern[str]], ...]
    """Kinds of entities, and the words in a name that tell them; the first kind counts."""
    bodies: re.Pattern[str]
    """What an owner may be part of: the Seafarers' Union."""
    heads: re.Pattern[str]
    """What has an `of` after it inside a name."""
    subjects: re.Pattern[str]
    """A name that is shortened to what follows its `of`: the Department of Fishing."""
    bears: re.Pattern[str]
    """Searched at the end of what precedes a name: a person bears it."""
    told_of: re.Pattern[str]
    """What follows the name of a person: an age, an office."""
    compass: re.Pattern[str]
    """What the names of places begin with, and of persons do not."""
    within: re.Pattern[str]
    """Searched at the end of what precedes a name: something lies there."""
    offices: re.Pattern[str]
    """Searched at the end of what precedes a word: it is what an office is for, and no name."""
    of: tuple[str, ...] = ("of",)
    of_the: tuple[str, ...] = ("the",)
    """What may be between `of` and a name."""
    noble: bool = False
    """The word for `of` is part of the names of persons, too: Anne de Villiers."""
    elided: str = ""
    """Words that are written into the following one, as a pattern: l', d'."""
    described: re.Pattern[str] | None = None
    """What follows a head in small letters and is part of the name: the rest of `Agence nationale de sécurité des sols`."""
    small_heads: re.Pattern[str] | None = None
    """Searched at the end of what precedes a name: a word in small letters that is part of it, in the group `head`."""


_NEVER = re.compile(r"(?!)")


def _words(words: str) -> re.Pattern[str]:
    return re.compile("|".join(words.split()))


def _kinds(**words: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(rf"\b(?:{one})\b", re.IGNORECASE)) for kind, one in words.items())


_TITLES = (
    "Mr|Mrs|Ms|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Judge|Minister|President|Secretary|Captain|Director|Commissioner|"
    "Senator|Governor|Mayor|Chancellor|Ambassador|Premier|Congressman|Congresswoman|Councillor|Inspector|Sergeant|Colonel"
)
_ROLE = (
    r"(?:director|chair(?:man|woman)?|minister|secretary|president|spokes(?:man|woman|person)|manager|professor|officer|"
    r"executive|captain|mayor|governor|senator|analyst|engineer|lawyer|farmer|editor|reporter|founder|head|leader|headteacher|"
    r"treasurer|economist|researcher|prosecutor|commissioner)"
)
ENGLISH = Naming(
    openers=_words(
        "A An The This That These Those There Then Their They She He It Its His Her We Our You Your In On At By For From "
        "With Without Within But And Or Nor So Yet If As When While Where Although Though After Before Since Until Because "
        "However Meanwhile Moreover Furthermore Additionally Instead Still Also Earlier Later Under Over Despite During Both "
        "Some Many Most Several Such Each Another Other What Who Why How Not No Nobody Nothing Now Once Only According "
        "Yesterday Today Tomorrow Last Next Further Between About Every All Any Few More To Of Up Out Here One Two Three "
        "Four Five Six Seven Eight Nine Ten First Second Third Neither Either Among Against Through Across Even Just "
        "Is Are Was Were Has Have Had Does Do Did Can Could Will Would Should Might Must"
    ),
    no_names=_words(
        "January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug "
        "Sept? Oct Nov Dec Monday Tuesday Wednesday Thursday Friday Saturday Sunday I OK Easter Christmas"
    ),
    inside=re.compile(r"for|de|del|der|den|du|la|van|von|bin|al|(?:al|el|an|ar|as|ash|at)-[A-Z][\w’'-]+"),
    titles=re.compile(_TITLES),
    long_titles=re.compile(
        r"(?:Chief|Associate|Lord|Vice|Deputy) (?:Executive|Justice|Chief|Prosecutor|Economist|Scientist|Engineer)"
    ),
    peoples=re.compile(r"\w{2,}(?:ese|ish|[aeio]cans?)|\w{4,}ians?"),
    kinds=_kinds(
        agency="authority|ministry|department|agency|office|commission|board|bureau|council|court|tribunal|parliament|navy|police",
        outlet="times|post|journal|news|courier|herald|gazette|radio|weekly|tribune|press|magazine",
        company=r"inc|ltd|llc|plc|corp|co|gmbh|steel|bank|holdings|motors|airlines|lines?|consult(?:ing|ants)|industries|shipping|"
        "semiconductors|pharma|energy|devices",
        organization="union|association|federation|university|institute|foundation|society|trust|party|group|club|hospital|infirmary|school|"
        "museum|alliance|forum",
        measure="act|rule|order|treaty|directive|plan|regulation|bill|charter|convention|agreement",
        place="bay|river|island|islands|isle|sound|vale|street|road|port|harbour|sea|canal|bridge|lake|city|county",
    ),
    bodies=re.compile(
        "Association|Union|Federation|University|Institute|Foundation|Society|Office|Council|Court|Guild|Party|Alliance|Charter|Congress|"
        "Compensation|Cooperative|Forum|League|Network"
    ),
    heads=re.compile(
        "Academy|Act|Agency|Association|Authority|Bank|Bay|Board|Bureau|Centers?|Centres?|Chamber|City|College|Commission|Committee|Council|"
        "Convention|Court|Department|Federation|Government|Gulf|Hospital|House|Infirmary|Institutes?|Isle|Isles|Kingdom|Library|Ministry|"
        "Museum|Office|Organi[sz]ation|Port|Republic|School|Sea|Society|Sound|State|States|Strait|Treaty|Union|University|Vale"
    ),
    subjects=re.compile(r"\b(?:Department|Ministry|Bureau|Office|Commission|Board)\b.* of "),
    bears=re.compile(
        rf"(?:\b(?:{_TITLES})\.?|\b{_ROLE},?|\b{_ROLE} (?:of|for|at|in) [^,.;]{{1,40}},)\s*$", re.IGNORECASE
    ),
    told_of=re.compile(rf"\s*,\s*(?:\d\d\s*,|who\b|(?:[a-z]\w*\s+){{0,3}}{_ROLE}\b)"),
    compass=_words(
        "North South East West Northern Southern Eastern Western Central New Old Great United Upper Lower San Saint St"
    ),
    within=re.compile(r"\b(?:in|near|across|outside)\s+$", re.IGNORECASE),
    offices=re.compile(r"\b(?:[Mm]inister|[Ss]ecretary) (?:of|for) (?:the )?$"),
)

_FRENCH_TITLES = (
    "M|MM|Mme|Mmes|Mlle|Me|Dr|Pr|Maître|Monsieur|Madame|Président|Présidente|Ministre|Professeur|Professeure|Juge|Sénateur|Sénatrice|"
    "Préfet|Préfète|Amiral|Général|Colonel|Capitaine"
)
_FRENCH_ROLE = (
    r"(?:directeurs?|directrice|présidente?|ministre|maire|secrétaire|porte-parole|procureure?|rapporteure?|gérante?|patronne?|chef|cheffe|"
    r"avocate?|économiste|chercheure?|chercheuse|professeure?|universitaire|députée?|sénateur|sénatrice|déléguée?|peintre|journaliste|"
    r"ingénieure?|présidée? par|dirigée? par|fondée? par|responsable|analyste|préfète?|juge|fondateur|fondatrice)"
)
_FRENCH_HEADS = (
    "Académie|Agence|Alliance|Assemblée|Association|Autorité|Banque|Brigade|Chambre|Centre|Collège|Collectif|Comité|Commission|"
    "Confédération|Conseil|Cour|Crédit|Direction|École|Fédération|Fondation|Haute? Autorité|Institut|Ligue|Ministère|Observatoire|Office|"
    "Organisation|Parti|Société|Syndicat|Tribunal|Union|Université"
)
FRENCH = Naming(
    openers=_words(
        "Le La Les Un Une Des Du De Ce Cet Cette Ces Son Sa Ses Leur Leurs Notre Nos Votre Vos Mon Ma Mes Il Elle Ils Elles On Nous Vous Je "
        "Tu Et Ou Mais Donc Or Ni Car Si Quand Lorsque Comme Puis Ainsi Alors Aussi Après Avant Avec Sans Sous Sur Dans En Par Pour Pourtant "
        "Cependant Toutefois Depuis Pendant Durant Selon Malgré Contre Entre Chez Vers Dès Jusque À A Au Aux Tout Tous Toute Toutes Chaque "
        "Plusieurs Certains Certaines Quelques Aucun Aucune Personne Rien Qui Que Quoi Quel Quelle Où Pourquoi Comment Combien Deux Trois "
        "Quatre Cinq Six Sept Huit Neuf Dix Hier Aujourd'hui Demain Enfin Ensuite Parmi Afin Outre Cela Ceci Celui Celle Ceux Y Est Sont Était"
    ),
    no_names=_words(
        "Janvier Février Mars Avril Mai Juin Juillet Août Septembre Octobre Novembre Décembre Lundi Mardi Mercredi Jeudi Vendredi Samedi "
        "Dimanche ONG PDG Noël Pâques"
    ),
    inside=re.compile(r"sur|lès|sous|aux?"),
    titles=re.compile(_FRENCH_TITLES),
    long_titles=_NEVER,
    peoples=re.compile(r"[A-ZÀ-Ý]\w+(?:ais|aise|aises|ois|oise|oises|iens?|iennes?|ains?|aines?)"),
    kinds=_kinds(
        company=r"sas?|sarl|banque|crédit|compagnie|assurances|holding|industries|\w+ (?:conseil|finance|capital|énergie|pharma|optique)",
        agency="agence|autorité|ministère|commission|conseil|cour|tribunal|chambre|assemblée|sénat|préfecture|brigade|direction|office",
        outlet="journal|gazette|écho|dépêche|presse|radio|tribune|courrier",
        organization="union|association|confédération|fédération|université|institut|fondation|parti|syndicat|club|hôpital|école|lycée|musée|"
        "collectif|alliance|ligue",
        measure="loi|décret|plan|directive|règlement|traité|charte|convention|accord|ordonnance",
        place=r"baie|rivière|île|îles|rue|avenue|port|mer|canal|pont|lac|vallée|région|département|mont|saint|sainte|\w+-sur-\w+",
    ),
    bodies=_NEVER,
    heads=re.compile(_FRENCH_HEADS),
    subjects=re.compile(r"\b(?:Ministère|Direction|Office)\b.* d"),
    bears=re.compile(
        rf"(?:\b(?:{_FRENCH_TITLES})\.?|\b{_FRENCH_ROLE}(?: [^,.;«»]{{1,40}})?,|\b{_FRENCH_ROLE}|\b(?:dit|déclaré|affirmé|promis|expliqué|estimé|"
        r"ajouté|déploré|reconnu)(?:-il|-elle)?)\s*$",
        re.IGNORECASE,
    ),
    told_of=re.compile(rf"\s*,\s*(?:\d\d ans\b|(?:[a-zé]\w*\s+){{0,2}}{_FRENCH_ROLE}\b)"),
    compass=_words("Saint Sainte Mont Grand Grande Petit Petite Nord Sud Haut Haute Bas Basse Port"),
    within=re.compile(
        r"\b(?:[àÀ]|près d[e’']|dans (?:la |le |les |l’|l')?(?:\w+ d[eu]s? (?:la |l’|l')?)?)\s*$"
    ),
    offices=re.compile(
        r"\b[Mm]inistres? (?:délégué[es]* )?(?:de la |de l['’]|des |du |à la |aux |chargé[es]* des? )$"
    ),
    noble=True,
    of=("de", "du", "des"),
    of_the=("la", "le", "les"),
    elided=r"(?:[ldjmtscnLDJMTSCN]|[qQ]u)['’]",
    described=re.compile(
        r"(?:\s(?:nationale?|régionale?|départementale?|européenne|française?|générale?|centrale?|supérieure?|municipale?|bancaire|populaire|"
        r"spatiale|sanitaire|fédérale?|internationale?|mondiale?|constitutionnel|métropolitaine?))*"
        r"(?:\s(?:de la |de l['’]|des |du |de |d['’]|pour l['’]|pour la |pour le |pour les )[a-zà-ÿ][\wà-ÿ-]+){0,3}"
    ),
    small_heads=re.compile(
        r"(?P<head>(?<![\w’'])(?:ministère (?:de la |de l['’]|des |du )|loi |musée (?:de la |du |d['’])?|décret |plan |université (?:de |d['’])))$"
    ),
)

_SPANISH_TITLES = "Sr|Sra|Sres|Srta|Dr|Dra|Don|Doña|Presidente|Presidenta|Ministro|Ministra|Juez|Jueza|General|Coronel|Capitán|Alcalde|Alcaldesa"
_SPANISH_ROLE = (
    r"(?:director|directora|presidente|presidenta|ministro|ministra|alcalde|alcaldesa|secretari[oa]|portavoz|fiscal|gerente|jef[ea]|abogad[oa]|"
    r"economista|investigador|investigadora|profesor|profesora|diputad[oa]|senador|senadora|delegad[oa]|periodista|ingenier[oa]|responsable|analista|"
    r"consejer[oa]|concejal|juez|jueza|fundador|fundadora)"
)
SPANISH = Naming(
    openers=_words(
        "El La Los Las Un Una Unos Unas Lo Al Del De Este Esta Estos Estas Ese Esa Esos Esas Aquel Aquella Su Sus Nuestro Nuestra Mi Mis Él "
        "Ella Ellos Ellas Nosotros Yo Tú Usted Ustedes Y E O U Pero Sino Aunque Si Cuando Mientras Como Porque Pues Así Entonces También "
        "Después Antes Con Sin Bajo Sobre En Por Para Desde Durante Según Contra Entre Hacia Hasta Tras A Todo Todos Toda Todas Cada Varios "
        "Varias Algunos Algunas Ningún Ninguna Nadie Nada Quien Quién Que Qué Cuál Dónde Donde Cómo Cuánto Dos Tres Cuatro Cinco Seis Siete "
        "Ocho Nueve Diez Ayer Hoy Mañana Además Finalmente Es Son Era Hay Ha Han"
    ),
    no_names=_words(
        "Enero Febrero Marzo Abril Mayo Junio Julio Agosto Septiembre Octubre Noviembre Diciembre Lunes Martes Miércoles Jueves Viernes Sábado "
        "Domingo ONG Navidad"
    ),
    inside=_NEVER,
    titles=re.compile(_SPANISH_TITLES),
    long_titles=_NEVER,
    peoples=_NEVER,
    kinds=_kinds(
        company=r"s\.?a|s\.?l|banco|caja|compañía|seguros|industrias|naviera|\w+ (?:energía|capital|consultores|farma)",
        agency="agencia|autoridad|ministerio|comisión|consejo|corte|tribunal|cámara|congreso|senado|ayuntamiento|junta|oficina|dirección|policía|fiscalía|"
        "consejería|audiencia",
        outlet="diario|periódico|gaceta|radio|tribuna|correo|noticias",
        organization="unión|asociación|confederación|federación|universidad|instituto|fundación|partido|sindicato|club|hospital|escuela|museo|colegio|"
        "plataforma",
        measure="ley|decreto|plan|directiva|reglamento|tratado|carta|convenio|acuerdo|orden",
        place=r"bahía|río|isla|islas|calle|avenida|puerto|mar|canal|puente|lago|valle|sierra|san|santa",
    ),
    bodies=_NEVER,
    heads=_words(
        "Academia Agencia Alianza Asociación Autoridad Ayuntamiento Audiencia Banco Cámara Centro Colegio Comisión Comité Confederación Congreso Consejería Consejo "
        "Corte Dirección Escuela Federación Fiscalía Fundación Hospital Instituto Junta Liga Ministerio Museo Oficina Organización Partido Puerto "
        "Sindicato Sociedad Tribunal Unión Universidad Valle Isla Ley"
    ),
    subjects=re.compile(r"\b(?:Ministerio|Dirección|Oficina)\b.* d"),
    bears=re.compile(
        rf"(?:\b(?:{_SPANISH_TITLES})\.?|\b{_SPANISH_ROLE}(?: [^,.;«»]{{1,40}})?,|\b{_SPANISH_ROLE}|\bdijo)\s*$",
        re.IGNORECASE,
    ),
    told_of=re.compile(rf"\s*,\s*(?:de \d\d años\b|(?:[a-zé]\w*\s+){{0,2}}{_SPANISH_ROLE}\b)"),
    compass=_words("San Santa Santo Nuevo Nueva Norte Sur Alto Alta Bajo Baja Puerto Villa"),
    within=re.compile(r"\b(?:en|cerca de|hasta)\s+$", re.IGNORECASE),
    offices=re.compile(r"\b[Mm]inistr[oa] (?:de la |de los |de las |del |de )$"),
    noble=True,
    of=("de", "del"),
    of_the=("la", "las", "los", "el"),
)

NAMINGS = (ENGLISH, FRENCH, SPANISH)
