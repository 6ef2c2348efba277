"""Works that the styles' manuals and their public guides use as examples, and some of the story's."""

from explorer.domain.reference import Name, Reference

ARTICLE = Reference(
    "kwon",
    "article-journal",
    "Inclusion Work: Children of Immigrants Claiming Membership in Everyday Life",
    (Name("Kwon", "Hyeyoung"),),
    date="2022",
    container="American Journal of Sociology",
    volume="127",
    issue="6",
    pages="1818-1859",
    doi="10.1086/720277",
)
BOOK = Reference(
    "binder",
    "book",
    "The Channels of Student Activism: How the Left and Right Are Winning (and Losing) in Campus Politics"
    " Today",
    (Name("Binder", "Amy J."), Name("Kidder", "Jeffrey L.")),
    date="2022",
    publisher="University of Chicago Press",
    place="Chicago",
)
CHAPTER = Reference(
    "doyle",
    "chapter",
    "The Queen Mary Psalter",
    (Name("Doyle", "Kathleen"),),
    (Name("Marks", "P. J. M."), Name("Parkin", "Stephen")),
    date="2023",
    container="The Book by Design: The Remarkable Story of the World's Greatest Invention",
    publisher="University of Chicago Press",
    place="Chicago",
    pages="60-72",
)
NEWS = Reference(
    "blum",
    "article-newspaper",
    "Are Flax Seeds All That?",
    (Name("Blum", "Dani"),),
    date="2023-12-13",
    container="New York Times",
    url="https://www.nytimes.com/2023/12/13/well/eat/flax-seeds-benefits.html",
)
STATUTE = Reference(
    "essa",
    "legislation",
    "Every Student Succeeds Act",
    (Name(literal="United States Congress"),),
    date="2015-12-10",
    container="Stat.",
    number="Pub. L. 114-95",
    volume="129",
    pages="1802",
)
REPORT = Reference(
    "gao",
    "report",
    'Opium Eradication Efforts in Mexico: "Cautious" Optimism Advised',
    (Name(literal="US General Accounting Office"),),
    date="1977-02-18",
    number="GGD-77-6",
)
ORDER = Reference(
    "eo-14059",
    "legislation",
    "Imposing Sanctions on Foreign Persons Involved in the Global Illicit Drug Trade",
    (Name(literal="President of the United States"),),
    date="2021-12-15",
    container="Federal Register",
    number="Executive Order 14059",
    volume="86",
    pages="71549",
)
UNTITLED = Reference(
    "pfeiffer", "article", authors=(Name("Pfeiffer", "Connor"),), date="2023-12~", language="en"
)
PAGE = Reference(
    "page",
    "webpage",
    "Fentanyl and National Security",
    date="2023~",
    container="Policy Site",
    url="https://example.org/fentanyl",
)
