"""Names, streets and places of case files that detectors were once measured by; theirs alone."""

from __future__ import annotations

from conformance.practice.numbers import Ground
from conformance.practice.stock import Stock

TRADITIONS: dict[str, tuple[str, str, str]] = {
    "north": (
        "Lorraine Sharon Michelle Debbie Nicola Lindsey Cheryl Jodie Chantelle Pauline Doreen",
        "Lee Shaun Carl Jason Glen Malcolm Kenneth Derek Liam Nathan Scott Roy",
        "Entwistle Barraclough Hargreaves Aspinall Sowerby Murgatroyd Illingworth Threlfall "
        "Birtwistle Postlethwaite Ackroyd Duckworth Earnshaw Holroyd",
    ),
    "south": (
        "Annabel Clementine Georgina Henrietta Lucinda Verity Arabella Miranda Saffron Camilla",
        "Sebastian Barnaby Rufus Humphrey Leopold Jeremy Lionel Benedict Gerald Quentin",
        "Ashcombe Hollingdale Tolhurst Penrose Chivers Winstanley Goodchild Larkham Stanbrook "
        "Ellwood Tredwell Marchant",
    ),
    "plain": (
        "Linda Christine Margaret Jacqueline Patricia Lisa Claire Emma Rachel Helen Amanda Diane",
        "Paul Kevin Robert Alan Peter David Anthony Matthew Daniel Keiron Leonard Roger",
        "Bennett Walton Dawson Hodgkins Tranter Fielding Rowley Pickering Saunders Hibbert "
        "Whitaker Gough Mould",
    ),
    "young": (
        "Ellie-Mai Paige Jade Mia-Rose Poppy Evie Lola Aaliyah Ruby-Mae Casey Tia Shannon",
        "Alfie-Jay Brandon Logan Kyle Jake Tommy-Lee Zachary Levi Mackenzie Ellis Bradley Kieron",
        "Cartledge Bagshaw Tunnicliffe Yarwood Hulme Dodd Swindells Massey Lomas Gittens Rigby",
    ),
    "scots": (
        "Mhairi Shona Lorna Aileen Iona Elspeth Jeanette Senga",
        "Callan Duncan Lachlan Ross Craig Finlay Blair Iain",
        "McAllister Drummond Galbraith McPhail Strachan Kinnear Abercrombie McVey Lamont",
    ),
    "irish": (
        "Deirdre Sinéad Clíona Máire Concepta Assumpta Noreen Nuala",
        "Cathal Brendan Donal Éamonn Lorcan Colm Tadhg Fergal",
        "O'Halloran|Ó Briain|McGettigan|O'Hara|Devlin|Kinsella|Mac Giolla|Breslin",
    ),
    "traveller": (
        "Bridget Mary-Kate Philly Shelagh Biddy Delia",
        "Martin-John Jimbob Patsy Hughie Simey Dinny",
        "Maughan Purcell Gaskin Hanrahan Coffey Stokes",
    ),
    "welsh": (
        "Gwenllian Eleri Heledd Catrin Rhian Bronwen",
        "Geraint Aled Meirion Elfed Hywel Tudur",
        "Bevan|ap Iorwerth|Probert|Gwilliam|Eynon|Meredith",
    ),
    "polish": (
        "Beata Elżbieta Danuta Mirosława Jolanta Grażyna Weronika",
        "Andrzej Leszek Przemysław Stanisław Rafał Dariusz Bartosz",
        "Nowakowski Szymańska Dąbrowski Kubiak Żurek Wróblewski Piątek Olszewska",
    ),
    "romanian": (
        "Daniela Florentina Simona Georgeta Mădălina",
        "Florin Traian Cătălin Bogdan Nicolae",
        "Popescu Bălan Rusu Moldoveanu Tănase Neagu",
    ),
    "punjabi": (
        "Shazia Nasreen Amandeep Gurpreet Zubaida Humera",
        "Asif Kashif Rajinder Zubair Hardeep Faisal",
        "Akhtar Gill Bains Malik Iqbal Sidhu Mirza",
    ),
    "bengali": (
        "Rokeya Momtaz Jahanara Sabina",
        "Anwar Mizanur Salim Faruk",
        "Khatun Alam Siddique Haque Choudhury",
    ),
    "gujarati": (
        "Hetal Sangita Rekha Pushpa",
        "Mukesh Rakesh Vijay Nilesh",
        "Patel Desai Joshi Trivedi Rathod",
    ),
    "somali": (
        "Sahra Amina Hibaq Asha Khadra",
        "Ismail Mukhtar Faarax Ayanle Cabdi",
        "Mohamud Elmi Gedi Samatar Hashi",
    ),
    "nigerian": (
        "Bukola Ifeoma Omotola Blessing Funmilayo",
        "Segun Kelechi Ayodele Ikenna Godwin",
        "Adebayo Onyekachi Okafor Fashola Ibekwe Oyelaran",
    ),
    "ghanaian": (
        "Ama Akua Serwaa Gifty",
        "Kwesi Nana-Yaw Fiifi Selorm",
        "Mensah Adjei Darko Ofori Agyeman",
    ),
    "shona": (
        "Tendai Rudo Chipo Nyasha",
        "Tafadzwa Farai Tatenda Simba",
        "Moyo Chikwanha Mutasa Ncube Sibanda",
    ),
    "caribbean": (
        "Marva Icilda Keisha Natoya",
        "Desmond Everton Clive Devonte",
        "Bogle Facey Wauchope Dacres Ricketts Salmon",
    ),
    "chinese": (
        "Wai-Ming Xiulan Pui-Shan Yan",
        "Guowei Siu-Fung Lok Tian",
        "Chan Wong Leung Zhang Poon",
    ),
    "turkish": (
        "Fatma Nurcan Şükran Elif",
        "Tolga Volkan Ümit Okan",
        "Demir Kılıç Güneş Aksoy",
    ),
    "afghan": (
        "Parwin Zahra Soraya Laleh",
        "Farhad Jawad Reza Samir",
        "Noori Haidari Al-Jabiri Rahimi Stanekzai",
    ),
    "portuguese": (
        "Graça Sónia Anabela Leonor",
        "Hélder Álvaro Bruno Sérgio",
        "Carvalho|da Silva|Araújo|Pinto|dos Santos",
    ),
    "ukrainian": (
        "Svitlana Olena Tetiana",
        "Andriy Vasyl Petro",
        "Melnyk Boyko Marchenko Savchuk",
    ),
    "baltic": (
        "Inga Ilze Daiva",
        "Andris Jānis Mindaugas",
        "Ozols Bērziņš Kalniņa Petrauskas",
    ),
    "dutch": (
        "Elna Marieke Hanneke",
        "Koos Dirk Hendrik",
        "van Niekerk|de Wit|van den Berg|Botha|du Toit",
    ),
    "tamil": (
        "Meena Thangam Yogeswary",
        "Karthik Senthil Murugan",
        "Balasingam Kanagaratnam Arulanandam Pillai",
    ),
    "filipino": (
        "Marisol Jocelyn Rosalie",
        "Rodel Arnel Dante",
        "dela Cruz|Manalo|Bautista|Santos-Reyes",
    ),
}

ACCENTED: dict[str, tuple[str, ...]] = {
    "f": ("Anaïs Lacroix", "Noémie Gagné", "Begoña Núñez", "Eloïse Thévenin", "Růžena Krátká"),
    "m": ("Rémi Thévenot", "Ángel Gutiérrez", "Håkon Sjøberg", "Loïc Bérubé", "Matěj Dvořák"),
}

TRANSLITERATED: dict[str, tuple[tuple[str, str], ...]] = {
    "f": (
        ("Aaliya Rehman", "Alia Rahman"),
        ("Natalya Petrova", "Nataliya Petrowa"),
        ("Zaynab Farooqi", "Zainab Faruqi"),
        ("Samira Abdelkader", "Sameera Abdulqadir"),
        ("Khadeeja Qasim", "Khadijah Kassim"),
    ),
    "m": (
        ("Muhammed Jameel", "Mohamad Jamil"),
        ("Yousuf Elbaz", "Youssef Al-Baz"),
        ("Sergei Kuznetsov", "Sergey Kusnezow"),
        ("Abdul-Rahim Nuur", "Abdirahim Noor"),
        ("Hussein Barre", "Hussain Barreh"),
    ),
}

DOUBLED: dict[str, tuple[str, ...]] = {
    "f": ("Kerry Tonge-Whittle", "Marsha Obi-Lawton", "Bronagh Quill-Feeney", "Toni Orme-Mosley"),
    "m": ("Curtis Ewart-Finch", "Jermyn Poole-Ashby", "Reggie Tate-Omondi", "Gavin Lisle-Harker"),
}

WORDS: dict[str, tuple[str, ...]] = {
    "f": ("Dawn Marsh", "Ivy Banks", "Patience Cook", "Rose Bishop", "Joy Waters"),
    "m": ("Frank Stone", "Guy Forester", "Rob Sellers", "Mark Bridges", "Will Brook"),
}

ABBREVIATED: dict[str, tuple[str, ...]] = {
    "f": ("Sandra Westhead", "Hazel Vickery", "Gillian Peel", "Tania Moorhouse"),
    "m": ("Sidney Warr", "Howard Vane", "Gareth Pyle", "Theo Mottram", "Derrick Crane"),
}
"""People whose initials are also a job: SW, HV, GP, TM, DC."""

PLACE_NAMED: dict[str, tuple[str, ...]] = {
    "f": ("India", "Verona", "Kendal", "Alexandria", "Brooklyn"),
    "m": ("Lincoln", "Bradford", "Douglas", "Warwick", "Clyde"),
}

NEAR = (
    ("Jaxon", "Jaxson"), ("Leon", "Leo"), ("Harvey", "Harley"), ("Ashton", "Aston"),
    ("Rhys", "Reece"), ("Keira", "Kiera"), ("Maddie", "Addie"), ("Lacie", "Gracie"),
    ("Amelia", "Emelia"), ("Ava", "Eva"), ("Isabel", "Isobel"),
)  # fmt: skip
NEAR_SEX = {"Keira": "f", "Maddie": "f", "Lacie": "f", "Amelia": "f", "Ava": "f", "Isabel": "f"}

PETS: dict[str, str] = {
    "Lorraine": "Lol", "Sharon": "Shaz", "Michelle": "Shell", "Nicola": "Nicky", "Lindsey": "Linz",
    "Cheryl": "Chez", "Jodie": "Jode", "Chantelle": "Channy", "Pauline": "Paulie",
    "Doreen": "Dor", "Shaun": "Shauny", "Jason": "Jase", "Malcolm": "Malc", "Kenneth": "Kenny",
    "Derek": "Del", "Nathan": "Nath", "Scott": "Scotty", "Georgina": "Gina", "Henrietta": "Etta",
    "Lucinda": "Cindy", "Clementine": "Clemmie", "Arabella": "Bella", "Camilla": "Millie",
    "Sebastian": "Seb", "Barnaby": "Barney", "Jeremy": "Jez", "Benedict": "Ben", "Gerald": "Gerry",
    "Humphrey": "Humph", "Linda": "Lin", "Christine": "Chrissie", "Margaret": "Peg",
    "Jacqueline": "Jackie", "Patricia": "Tricia", "Rachel": "Rach", "Helen": "Nell",
    "Amanda": "Mandy", "Diane": "Di", "Emma": "Ems", "Kevin": "Kev", "Robert": "Bobby",
    "Alan": "Al", "Peter": "Pete", "David": "Dave", "Anthony": "Tony", "Matthew": "Matty",
    "Daniel": "Danny", "Keiron": "Kez", "Leonard": "Len", "Roger": "Rodge", "Ellie-Mai": "Elz",
    "Paige": "Paigey", "Jade": "Jadey", "Mia-Rose": "Mimi", "Poppy": "Pops", "Evie": "Eves",
    "Aaliyah": "Lili", "Ruby-Mae": "Rubes", "Casey": "Cass", "Shannon": "Shan",
    "Alfie-Jay": "AJ", "Brandon": "Bran", "Logan": "Logie", "Tommy-Lee": "Tommo",
    "Zachary": "Zac", "Mackenzie": "Mack", "Bradley": "Brad", "Kieron": "Kiz", "Mhairi": "Vee",
    "Lachlan": "Lachie", "Duncan": "Dunc", "Finlay": "Fin", "Jeanette": "Netta",
    "Deirdre": "Dee", "Sinéad": "Nade", "Bridget": "Bridie", "Brendan": "Bren", "Éamonn": "Eam",
    "Catrin": "Cat", "Elżbieta": "Ela", "Weronika": "Nika", "Stanisław": "Staszek",
    "Bartosz": "Bartek", "Przemysław": "Przemek", "Florentina": "Flori", "Nicolae": "Nicu",
    "Gurpreet": "Gurps", "Amandeep": "Aman", "Rajinder": "Raj", "Mizanur": "Mizan",
    "Ismail": "Izzy", "Funmilayo": "Funmi", "Omotola": "Tola", "Ayodele": "Ayo",
    "Kelechi": "Kel", "Tafadzwa": "Taf", "Tatenda": "Tate", "Desmond": "Dezzy", "Keisha": "Keish",
    "Svitlana": "Sveta", "Tetiana": "Tanya", "Hendrik": "Henk", "Senthil": "Sen",
    "Jocelyn": "Joss", "Brooklyn": "Brook", "Alexandria": "Lexie", "Douglas": "Dougie",
}  # fmt: skip

REAL_PEOPLE = frozenset(
    {
        "Alan Bennett", "Helen Fielding", "Ken Dodd", "Kyle Massey", "Lee Rigby", "Peter Ackroyd",
        "Roger Hargreaves", "Peter Saunders", "David Whitaker", "Roy Walton", "Rob Rigby",
        "Lisa Riley", "Scott Walker", "Robert Lomas", "Jason Gillespie", "Anwar Ibrahim",
        "Keisha Grey", "Paul Dawson", "Kevin Keegan", "Bruno Pinto", "Dante Bautista",
        "Segun Adebayo", "Nathan Dawson", "Ross Drummond", "David Drummond", "Craig Strachan",
        "Patricia Hodge", "Emma Kennedy", "Daniel Bennett", "Dawn French", "Rose West",
        "Tia Sharp", "Shannon Matthews", "Tafadzwa Moyo", "Zahra Noori", "Alice Gross",
    }
)  # fmt: skip

SCHOOLS = (
    "St Aidan's RC Primary School", "Lincoln Grove Primary School", "The Warwick Academy",
    "Kirkbank High School", "Douglas Avenue Juniors", "Emmeline Fox Academy", "Harper Lane Primary",
)  # fmt: skip

PLACES: dict[str, tuple[str, ...]] = {
    "council": ("Calderbrook", "Thornmere", "Wyrebridge", "Strathmoor", "Eastmarch"),
    "ward": ("Clyde Ward", "Florey ward", "the Alexandra Wing", "Ward 9 (Dyson)"),
    "street": ("Lloyd Street", "Norman Road", "Matilda Place", "Clarence Parade"),
    "club": ("Everton", "Stanley Town FC", "Kendal Judo Club", "Aston Villa"),
    "brand": ("Jack Wills", "Ralph Lauren", "Calvin Klein", "Clarks", "Kickers"),
    "shop": ("Morrisons", "Wilko", "Lloyds", "Sainsbury's", "Boots"),
    "pub": ("the Robin Hood", "the Sir Walter Scott", "the Lady Anne", "the Jolly Miller"),
    "toy": ("Postman Pat", "Action Man", "Barbie", "Peppa Pig", "Spider-Man"),
    "refuge": ("Amber House", "Florence Court", "Marion Lodge", "Ruby's Place"),
    "home": ("Elmfield", "Abbott House", "Lawson Close", "Vernon Lodge"),
    "hospital": ("the Royal Victoria", "St Luke's", "the Princess Anne", "the Queen Mother's"),
}

STOCK = Stock(
    traditions=TRADITIONS,
    home=("north", "north", "plain", "plain", "south", "young", "scots", "scots", "irish", "welsh"),
    accented=ACCENTED,
    transliterated=TRANSLITERATED,
    doubled=DOUBLED,
    words=WORDS,
    abbreviated=ABBREVIATED,
    place_named=PLACE_NAMED,
    near=NEAR,
    near_sex=NEAR_SEX,
    pets=PETS,
    called=("Spud", "Nutty", "Blondie", "Tigger", "Smurf", "Lanky", "Boo", "Twig", "Chuckles"),
    real_people=REAL_PEOPLE,
    ground=Ground(
        towns=(
            ("Huddersfield", "HD"), ("Wigan", "WN"), ("Doncaster", "DN"), ("Oldham", "OL"),
            ("Burnley", "BB"), ("Middlesbrough", "TS"), ("Durham", "DH"), ("Shrewsbury", "SY"),
            ("Northampton", "NN"), ("Peterborough", "PE"), ("Southend", "SS"), ("Exeter", "EX"),
            ("Portsmouth", "PO"), ("Gloucester", "GL"), ("Paisley", "PA"), ("Dundee", "DD"),
            ("Kilmarnock", "KA"), ("Motherwell", "ML"), ("Cardiff", "CF"), ("Hastings", "TN"),
        ),
        streets=(
            "Hawthorn", "Canal", "Church", "Station", "Birchwood", "Meadow", "Windmill", "Castle",
            "St Hilda's", "Greenfield", "Rowan", "Cobden", "Wellington", "Bright", "Peel",
            "Balfour", "Fir Tree", "Moorside", "Chapel", "Waterloo", "Spinney", "Elder",
            "Corporation", "Dalton", "Salisbury", "Raglan", "Thistle", "Kirk", "Burnside",
        ),
        ways=("Road", "Street", "Close", "Avenue", "Drive", "Grove", "Crescent", "Place", "Walk"),
        localities=(
            "Fallowfields", "Hartwood", "Brackenhall", "Townhead", "Parkside", "Low Moor",
            "Hightown", "Cradley", "Newbold", "Ferryhill End", "Ashgate",
        ),
        flats=("Flat 4, ", "Flat 1a, ", "Ground Floor Flat, ", "Flat 2/1, "),
    ),
    schools=SCHOOLS,
    places=PLACES,
    council="thornmere.example",
    mails=("mymail.example", "quickpost.example", "homenet.example", "blueskymail.example"),
)  # fmt: skip
