"""People, agencies, companies, places, laws and sentences of three invented corpora, for the measure in `suggest`.

Written by somebody who had not read the rules of `briefings suggest`. All of it is invented, a few countries and firms of the
world aside. Each field has the names that an editor would make entities of, by kind, and sentences with places for them.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Field:
    """One subject: its names by kind, the short forms that its agencies go by, and its sentences."""

    people: tuple[str, ...]
    agencies: tuple[str, ...]
    """Some with their short form: `Board of Wards (BOW)`."""
    companies: tuple[str, ...]
    places: tuple[str, ...]
    laws: tuple[str, ...]
    roles: tuple[str, ...]
    """With and without capitals, as papers print them before a name."""
    sentences: tuple[str, ...]
    headings: tuple[str, ...]


COURTS = Field(
    people=("Miriam Okafor", "Daniel Vance", "Lucille Pratt", "Rafael Ibarra", "Hannah de Groot", "Tobias Lindqvist", "Grace Oyelaran",
            "Peter McAllister", "Nadia Rahimi", "John F. Carver", "Siobhan O'Dowd", "Wei-Ling Chao"),
    agencies=("Court of Appeal", "Ministry of Justice", "Federal Prosecution Service (FPS)", "Judicial Conduct Board (JCB)", "Supreme Court",
              "Law Society of Ardmore", "Halden District Court", "Office of the Public Defender", "Senate Judiciary Committee"),
    companies=("Brightwell & Sons", "Meridian Freight", "Corvex Holdings", "Larkspur Media Group", "Quillon", "Hallam Trust", "Tessera Labs"),
    places=("Ardmore", "Port Ellery", "Halden", "New Sarum", "Norway", "United States", "Kestrel County", "Stonebridge Prison", "East Vale"),
    laws=("Fair Trials Act", "Press Freedom Act", "Article 14", "Bail Reform Bill", "Hague Convention", "Evidence Code"),
    roles=("Judge ", "Chief Justice ", "the lawyer ", "defence counsel ", "prosecutor ", "Senator ", "Mr ", "Ms. ", "Professor ", ""),
    sentences=(
        "{p} told the {a} in {w} on {d} that the {l} had been misread",
        "The {a} dismissed an appeal by {c}, which is based in {w}",
        "In a ruling of 40 pages, {p} wrote that {c} had broken the {l}",
        "Lawyers for {c} said they would ask the {a} to hear the case again in {m}",
        "{s} declined to comment, but {p} said the decision was a mistake",
        "Prosecutors in {w} accused {c} of hiding documents from the {a}",
        "The hearing, which began in {m}, was moved from {w} to {w}",
        "“This is not what the {l} was written for,” said {p}, who has worked for the {a} since 2019",
        "Judges must now decide whether the {l} applies to {c}",
        "Witnesses from {w} are to be heard by the {a} on {d}",
        "A spokesman for the {a} said {s} would not step aside",
        "Under the {l}, {c} could be fined up to $4.5 million",
    ),
    headings=("What Happens Next", "The Case So Far", "A Divided Bench", "Key Dates", "Analysis"),
)  # fmt: skip

HEALTH = Field(
    people=("Amara Diallo", "Stephen Whitlock", "Ingrid Solheim", "Carlos Mendieta", "Priya Raman", "Owen Pritchard", "Fatima al-Sayed",
            "Ludwig van Aken", "Joanna Marsh", "Kenji Morita", "Beatriz Salgado", "Tom Farrow"),
    agencies=("Department of Health", "National Vaccine Agency (NVA)", "World Health Organization", "Royal Infirmary of Dunmere",
              "Institute for Tropical Medicine", "Health Security Council (HSC)", "St. Brannoc's Hospital", "Medicines Board",
              "University of Calder", "Nurses' Union"),
    companies=("Pharmalux", "Novacel Biotech", "Greystone Care", "Aventine", "Pfizer", "Helix & Hart", "Ostrava Diagnostics"),
    places=("Dunmere", "Calder", "Saint Aubin", "Germany", "Lower Teme Valley", "Kivu", "New Zealand", "Westmarch", "Lake Orrin"),
    laws=("Public Health Act", "Clean Wards Directive", "Patients' Rights Charter", "Regulation 44", "Sugar Levy Bill"),
    roles=("Dr. ", "Dr ", "Health Minister ", "Professor ", "the epidemiologist ", "Minister ", "Mrs ", "chief nurse ", ""),
    sentences=(
        "{p} of the {a} said that cases in {w} had doubled since {m}",
        "The {a} has ordered 200,000 doses from {c}",
        "Doctors in {w} warned on {d} that beds were running out",
        "{c} will stop trials of its vaccine in {w}, the {a} said",
        "Hospitals across {w} are short of nurses, according to {p}",
        "The {l} obliges {c} to report every death to the {a}",
        "“We do not know yet how the virus reached {w},” {p} said",
        "Parents in {w} had complained to the {a} in {m}",
        "{s} said the {a} had acted too late",
        "Officials from {w} and {w} met on {d} to discuss the {l}",
        "Shares in {c} fell 6% after the {a} published its report",
        "Patients who were treated by {c} between {m} and {m} should call the {a}",
    ),
    headings=("How It Spreads", "Who Is At Risk?", "The Numbers", "What Doctors Say", "Background"),
)  # fmt: skip

ENERGY = Field(
    people=("Erik Stavnes", "Margaret Holloway", "Yusuf Demir", "Claire Beaumont", "Victor Anand", "Sofia Pereira", "Alan McBride",
            "Liesl von Harrach", "Dmitri Volkov", "Ruth Tanaka", "George P. Whitcomb", "Ines Calloway"),
    agencies=("Federal Grid Authority (FGA)", "Ministry of Energy", "International Energy Agency", "Nuclear Safety Office", "European Commission",
              "Energy Regulators' Council (ERC)", "Sierra Water District", "Bank of Tarrow", "Green Party"),
    companies=("Norvolt", "Blackwater Wind", "Sunfield Solar", "Tarrow Power & Light", "Eastgas", "Helios Storage Systems", "Siemens", "Orrin Oil"),
    places=("Tarrow", "Cape Lorne", "Gulf of Marin", "Denmark", "Skelling Island", "North Fell", "Kazakhstan", "Harrow Point", "South Korea"),
    laws=("Clean Power Act", "Carbon Pricing Order", "Paris Agreement", "Grid Access Code", "Wind Subsidy Bill"),
    roles=("Energy Minister ", "Chief Executive ", "the engineer ", "President ", "Mr. ", "Commissioner ", "analyst ", "Sir ", ""),
    sentences=(
        "{c} plans to build a 600 MW plant near {w} by {m}",
        "The {a} approved the sale of {c} on {d}",
        "{p} told the {a} that prices in {w} would fall",
        "Power cuts hit {w} and {w} after a cable of {c} failed",
        "Under the {l}, {c} must close its last coal plant in {w}",
        "{p}, who ran {c} until {m}, said the {l} had come too late",
        "Exports of gas from {w} rose 12% in {m}, the {a} said",
        "Campaigners in {w} have asked the {a} to stop {c}",
        "“Nobody wants to go back to coal,” said {p}",
        "{s} said that {c} had misled the {a}",
        "Engineers from {c} inspected the turbines off {w} on {d}",
        "Ministers in {w} are divided over the {l}",
    ),
    headings=("Why It Matters", "Prices And Demand", "The Road Ahead", "Timeline", "At A Glance"),
)  # fmt: skip

FIELDS = {"courts": COURTS, "health": HEALTH, "energy": ENERGY}

COMMON = (
    "However, few expect a quick answer", "Meanwhile, talks go on", "Critics say the plan is too costly", "But it is not clear who will pay",
    "Experts had warned of this for years", "According to people who know of the talks, nothing was signed", "Last year, the figure was 31",
    "Still, opponents hope for a change of mind", "Earlier this week, protesters met outside", "Despite this, work has begun",
    "Neither side would give details", "It is the third such case since 2021", "Use of the service has grown since Christmas",
    "Check whether your area is concerned", "Analysts called it a surprise", "Residents were told to wait", "Asked about the cost, he shook his head",
    "Several members left the room", "Local media first reported the story", "Yet the numbers tell another story", "Since then, little has moved",
    "Reporters were not let in", "Additional reporting by staff in three cities", "I think we all knew, she added", "Monday is a public holiday",
)  # fmt: skip
LEFTOVERS = (
    "Share on Facebook", "Sign Up For Our Newsletter", "Read More: Five Things To Know Today", "Getty Images", "Advertisement", "Most Popular",
    "Skip to main content", "Accept All Cookies", "© 2026 All Rights Reserved", "[Subscribe Now](https://example.org/subscribe?ref=Top&amp;id=3)",
    "Listen to this article", "Related Stories", "&nbsp;Follow Us On Twitter", "<b>Breaking News</b>", "Download our App for iPhone and Android",
    "View Comments", "Photo: Handout", "https://Example.org/News/Latest",
)  # fmt: skip
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "September",
    "late October",
    "early December",
    "June 2025",
    "Nov. 3",
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday evening", "Friday", "Sunday", "12 March", "Good Friday")
REPORTERS = ("Ellen Sharpe", "Marcus Doyle", "Anita Kovacs", "Paul Renner")
