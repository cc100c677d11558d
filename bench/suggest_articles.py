"""Eight invented articles in English and French, each with the names that an editor would make entities of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NewsArticle:
    """An article, and its names word for word; a name that is only listed in short has that form, too."""

    lang: str
    title: str
    text: str
    names: tuple[str, ...]


ARTICLES = (
    NewsArticle(
        "en",
        "Kelton council sells ferry terminal to Marrow Shipping",
        """By Wilma Stroud

The Kelton City Council voted on Tuesday to sell the old ferry terminal to Marrow Shipping for 14 million crowns, ending a dispute that began when the port of Kelton flooded in 2019.

Mayor Josephine Ardley said the sale would pay for a new school in Upper Fenwick. “Nobody wanted the building,” Ardley said. The Harbour Workers' Union called the price a gift; its president, Duncan Peel, said that members would meet at Gate 4 on Friday.

Marrow Shipping, which is based in Osterby, runs ferries to the Isle of Hern and cargo lines across the Sound of Brack. Its chief executive, Lena Vasko, told the Kelton Herald that repairs would begin in March and that the first ships would berth within a year.

The National Audit Office is examining the sale under the Public Assets Act. The NAO said in a statement that it had asked for the contracts. Opposition councillors from the Civic Alliance want Peel and Vasko to answer questions in public.""",
        (
            "Wilma Stroud",
            "Kelton City Council",
            "Marrow Shipping",
            "Kelton",
            "Josephine Ardley",
            "Upper Fenwick",
            "Harbour Workers' Union",
            "Duncan Peel",
            "Osterby",
            "Isle of Hern",
            "Sound of Brack",
            "Lena Vasko",
            "Kelton Herald",
            "National Audit Office",
            "NAO",
            "Public Assets Act",
            "Civic Alliance",
        ),
    ),
    NewsArticle(
        "en",
        "Chip maker Tavira delays plant as Zenland tightens export rules",
        """BRENNMARK — Tavira Semiconductors has put off the opening of its plant near Brennmark by at least nine months, blaming export rules that the Zenland Ministry of Trade published last week.

The company had planned to make sensors with machines from Ohlberg Optik, a supplier in northern Gallen. Under the Dual-Use Goods Order, each machine now needs a licence. “We are talking to both governments,” said Priya Nandakumar, who leads the firm's operations in Gallen.

Analysts at Castell Research expect the delay to cost Tavira about 300 million euros. Tomas Rehn, an analyst there, said that smaller firms such as Bluewire and Nakata Devices would suffer more. Shares of Ohlberg Optik fell 6% in Port Sel.

A spokesman for the trade ministry, Ilie Mares, said the rules protected national security. He rejected a complaint that Gallen has brought before the World Commerce Tribunal. The European Chips Forum, a lobby group, urged both sides to return to the talks that stalled in Lisbon in June.""",
        (
            "Tavira Semiconductors",
            "Brennmark",
            "Zenland",
            "Zenland Ministry of Trade",
            "Ministry of Trade",
            "Ohlberg Optik",
            "Gallen",
            "Dual-Use Goods Order",
            "Priya Nandakumar",
            "Castell Research",
            "Tomas Rehn",
            "Bluewire",
            "Nakata Devices",
            "Port Sel",
            "Ilie Mares",
            "World Commerce Tribunal",
            "European Chips Forum",
            "Lisbon",
        ),
    ),
    NewsArticle(
        "en",
        "Measles returns to three counties, health agency warns",
        """Doctors in Harlow County have reported 41 cases of measles since January, the Federal Institute for Infectious Diseases said on Monday, and smaller clusters have appeared in Dunmore and in the Vale of Ash.

The institute, known as FIID, said that two thirds of the patients were under ten. Dr. Amara Okonjo, its director, urged parents not to wait. “One dose is better than none,” Okonjo said at a briefing in St. Alban's Hospital.

The drug maker Pellucid Pharma said that it would deliver 80,000 doses of its vaccine Rubexa by the end of the month. Last year a shortage led the Health Select Committee to summon Pellucid Pharma's chairman, Gerald Thwaite.

In Dunmore, the headteacher of Larkfield School, Ruth Osei, closed two classes. The campaign group Parents for Choice says the Vaccination Act of 1998 gives parents the last word; lawyers at Brook Chambers disagree.""",
        (
            "Harlow County",
            "Federal Institute for Infectious Diseases",
            "Dunmore",
            "Vale of Ash",
            "FIID",
            "Amara Okonjo",
            "St. Alban's Hospital",
            "Pellucid Pharma",
            "Rubexa",
            "Health Select Committee",
            "Gerald Thwaite",
            "Larkfield School",
            "Ruth Osei",
            "Parents for Choice",
            "Vaccination Act",
            "Brook Chambers",
        ),
    ),
    NewsArticle(
        "en",
        "Court stops work on Ludmore wind farm",
        """The High Court of Sarre ordered Northgale Energy on Thursday to stop work on its wind farm off Ludmore, after fishermen argued that the licence ignored spawning grounds.

Judge Petra Holm said that the Marine Licensing Board had not read the survey that the University of Tarn carried out in 2023. Northgale Energy said it would appeal. Its lawyer, Simon Achebe, called the ruling “a surprise”.

The wind farm, Dogfish Bank, was to have 62 turbines of 15 MW each. Sven Larsson, who speaks for the Ludmore Fishermen's Association, said the ruling was “a great day”. The Green Party disagreed: its leader, Marta Quill, warned that Sarre would miss the target of the Clean Power Plan.

The turbines come from Vestrum, whose factory in Holmsund employs 900 people. If the delay lasts until October, Vestrum could cancel the order, the Ludmore Gazette reported.""",
        (
            "High Court of Sarre",
            "Sarre",
            "Northgale Energy",
            "Ludmore",
            "Petra Holm",
            "Marine Licensing Board",
            "University of Tarn",
            "Simon Achebe",
            "Dogfish Bank",
            "Sven Larsson",
            "Ludmore Fishermen's Association",
            "Green Party",
            "Marta Quill",
            "Clean Power Plan",
            "Vestrum",
            "Holmsund",
            "Ludmore Gazette",
        ),
    ),
    NewsArticle(
        "fr",
        "Le tramway de Vaubrune coûtera deux fois plus cher",
        """Par Noémie Castaing

Le tramway de Vaubrune coûtera 412 millions d'euros, soit deux fois plus que prévu, selon un rapport de la Chambre régionale des comptes publié mardi. La mairie avait annoncé en 2021 une ouverture au printemps.

Le maire, Bastien Lorrain, a reconnu des erreurs. « Nous avons sous-estimé les travaux sous le pont Sainte-Aldegonde », a déclaré M. Lorrain devant le conseil municipal. L'entreprise Fer et Rail, filiale du groupe Ossian, a demandé une rallonge de 35 millions.

La Région Hautemer refuse de payer davantage. Sa présidente, Anne-Laure Tissier, rappelle que la loi Mobilités limite sa part à un tiers. L'Association des usagers du tram, présidée par Karim Belhadj, réclame une enquête publique.

À Vaubrune, les commerçants de la rue des Tanneurs attendent la fin du chantier. Le syndicat Force Cheminote a déposé un préavis de grève pour le 12 mai. Le quotidien L'Écho de Hautemer avait révélé l'affaire en février.""",
        (
            "Noémie Castaing",
            "Vaubrune",
            "Chambre régionale des comptes",
            "Bastien Lorrain",
            "Sainte-Aldegonde",
            "Fer et Rail",
            "Ossian",
            "Hautemer",
            "Région Hautemer",
            "Anne-Laure Tissier",
            "loi Mobilités",
            "Association des usagers du tram",
            "Karim Belhadj",
            "Force Cheminote",
            "L'Écho de Hautemer",
            "Écho de Hautemer",
        ),
    ),
    NewsArticle(
        "fr",
        "Pesticide : l'agence sanitaire suspend le Clarezol",
        """L'Agence nationale de sécurité des sols a suspendu mercredi l'autorisation du Clarezol, un herbicide que le groupe Agrovia vend depuis 2014. L'ANSS dit avoir trouvé des traces du produit dans l'eau de Montferrand-sur-Lys.

La directrice de l'agence, Hélène Dubreuil, a précisé que la suspension vaudrait six mois. « Les études fournies par Agrovia étaient incomplètes », a-t-elle dit. Le porte-parole du groupe, Franck Millet, conteste cette lecture et annonce un recours devant le Conseil d'État.

La Confédération des maraîchers demande des aides. Son président, Yves Portal, estime que les producteurs de la vallée de la Lys perdront un quart de leur récolte. Le ministère de l'Agriculture étudie un fonds de secours.

L'ONG Terres Vives avait saisi la Commission européenne dès 2022. L'universitaire Sofia Marchetti, de l'Institut Pelletier, rappelle que la Norvège a interdit le Clarezol il y a dix ans.""",
        (
            "Agence nationale de sécurité des sols",
            "Clarezol",
            "Agrovia",
            "ANSS",
            "Montferrand-sur-Lys",
            "Hélène Dubreuil",
            "Franck Millet",
            "Conseil d'État",
            "Confédération des maraîchers",
            "Yves Portal",
            "Lys",
            "ministère de l'Agriculture",
            "Terres Vives",
            "Commission européenne",
            "Sofia Marchetti",
            "Institut Pelletier",
            "Norvège",
        ),
    ),
    NewsArticle(
        "fr",
        "Deux banques de Port-Alban fusionnent",
        """La Banque du Littoral et le Crédit Maritime d'Arvor ont annoncé lundi leur fusion, sous réserve de l'accord de l'Autorité des marchés. Le nouvel ensemble, qui s'appellera Arvor Finance, comptera 4 200 salariés.

Le siège restera à Port-Alban, a promis Étienne Garnier, directeur général de la Banque du Littoral. Les syndicats craignent la fermeture de 60 agences, surtout à Kerlouan et dans le sud de la Cornaille. « On nous avait juré le contraire », dit Maëlle Le Goff, déléguée de l'Union bancaire.

Le fonds Meridian Capital, établi au Luxembourg, détiendra 18 % du capital. Selon le cabinet Delorme Conseil, la fusion fera économiser 90 millions d'euros par an. Mme Le Goff demande que Meridian Capital s'engage par écrit.

Le ministre des Finances, Paul Vasseur, a salué l'opération. Le Parti du centre, lui, veut que l'Assemblée nationale entende M. Garnier.""",
        (
            "Banque du Littoral",
            "Crédit Maritime d'Arvor",
            "Autorité des marchés",
            "Arvor Finance",
            "Port-Alban",
            "Étienne Garnier",
            "Kerlouan",
            "Cornaille",
            "Maëlle Le Goff",
            "Union bancaire",
            "Meridian Capital",
            "Luxembourg",
            "Delorme Conseil",
            "Paul Vasseur",
            "Parti du centre",
            "Assemblée nationale",
        ),
    ),
    NewsArticle(
        "fr",
        "Incendie du musée de Bellerive : l'enquête vise l'éclairage",
        """BELLERIVE, le 3 avril 2026 – L'incendie qui a détruit une aile du musée Rostand est sans doute parti de l'éclairage, a indiqué jeudi la procureure de Bellerive, Inès Aubry. Trois toiles du peintre Aurélien Vandamme ont brûlé.

Les lampes avaient été posées par la société Lumelec, de Saint-Ouarn, après un appel d'offres du département de la Mayre. Son gérant, Olivier Sanchez, affirme que le matériel était conforme. L'assureur Prévance a mandaté un expert.

Le directeur du musée Rostand, Jean-Marc Fabre, espère rouvrir en septembre. La Fondation Vandamme a promis deux millions d'euros. Mme Aubry a ouvert une information judiciaire ; la Brigade des incendies entend les employés depuis vendredi.

La ministre de la Culture, Clémence Oury, s'est rendue sur place. Elle veut modifier la loi Patrimoine avant l'été. Au Sénat, le rapporteur Hugues Lanier demande un inventaire de tous les musées de la Mayre.""",
        (
            "Bellerive",
            "musée Rostand",
            "Rostand",
            "Inès Aubry",
            "Aurélien Vandamme",
            "Lumelec",
            "Saint-Ouarn",
            "Mayre",
            "Olivier Sanchez",
            "Prévance",
            "Jean-Marc Fabre",
            "Fondation Vandamme",
            "Brigade des incendies",
            "Clémence Oury",
            "loi Patrimoine",
            "Sénat",
            "Hugues Lanier",
        ),
    ),
)
