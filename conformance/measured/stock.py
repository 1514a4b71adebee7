"""Names, streets and places of the case files that were measured by twice; theirs alone."""

from __future__ import annotations

from conformance.practice.numbers import Ground
from conformance.practice.stock import Stock

TRADITIONS: dict[str, tuple[str, str, str]] = {
    "north": (
        "Debra Lorraine Sharon Michelle Nicola Tammy Paulette Doreen Edna Gillian Carly-Ann Jodi",
        "Shane Lee-Anthony Carl Duncan Brendan Malcolm Alec Mitchell Gavin Clive Derek Roger",
        "Birtwistle Entwisle Murgatroyd Akroyd Dewhirst Ramsden Illingworth Holdsworth Cowgill "
        "Sidebottom Hargreave Pilling Whitworth Tordoff",
    ),
    "south": (
        "Annabel Clementine Georgina Henrietta Lavender Arabella Venetia Miranda Camilla Sophia",
        "Barnaby Quentin Peregrine Roderick Sebastian Rafe Lionel Bertram Cuthbert Aubrey",
        "Chilcott Winterbourne Maltravers Popplewell Trelawny Penhaligon Carnsew Godolphin Bolitho "
        "Hexter Loosemore Yelland",
    ),
    "plain": (
        "Deborah Jacqueline Pauline Christine Marion Brenda Valerie Yvette Linda Moira Jeanette "
        "Glenda Sonja",
        "Peter Keiran Alan Kenneth Leonard Howard Victor Roy Douglas Patrick Bernie-Joe Cedric "
        "Maurice",
        "Ackroyd-Dunn|Tomlinson|Gooding|Pargeter|Stubley|Whiffen|Cracknell|Dobbin|Tranmer|"
        "Meacock|Vickery|Haslop|Blundell|Raynor|Skelhorn|Purkiss",
    ),
    "young": (
        "Aaliyah Willow-Mae Ava-Leigh Roxie Safiya Miley-Jo Everly Lola-Rose Paige Keira Ebony "
        "Tegan Sienna Mackenzie",
        "Logan Tyrell Zane Finlay Ollie Bailey Jenson-Lee Caiden Theo Kyron Lucas Noah-James Ellis "
        "Rhys-Morgan",
        "Timms Stanyon Crouch Deeley Frogley Pinchbeck Marriner Hext Bagnall Cudworth Lapworth "
        "Swinnerton",
    ),
    "scots": (
        "Shona Iona Senga Mhairi-Anne Elspeth Jessie Fenella Ishbel",
        "Alasdhair Callan Dougal Ewan Hector-John Lachlan Ranald Fraser-John",
        "MacCorquodale McGlashan Abercrombie Strachan Drysdale McCutcheon Farquharson Haldane "
        "Mutch Geekie",
    ),
    "irish": (
        "Sinéad Deirdre Clodagh Nuala Assumpta Máire Gráinne-Rose Concepta",
        "Donal Fergal Lorcan Ruairí Cathal Brían Kevan Ultan",
        "McGettigan O'Donoghue O'Hanlon Ní Cheallaigh|Devenney|Friel|Scanlon|Curtin|Mac Aodha",
    ),
    "traveller": (
        "Shanelle-Marie Bridgie Nonie Chantelle-Rose Mary-Kate",
        "Jimmy-Joe Bartley-Tom Hughie Martin-Pat Simey",
        "Maughan McDonagh-Flynn Stokes-Reilly Doherty Coffey Lee-Buckland",
    ),
    "welsh": (
        "Catrin Heledd Gwenllian Menna Delyth Rhian Siwan",
        "Aled Bryn Geraint Huw Meurig Tomos Elis-Wyn Trefor",
        "Bevan-Hughes Gethin ap Iorwerth|Hopcyn|Lloyd|Mostyn|Rhydderch|Vaughan|Yorath",
    ),
    "polish": (
        "Ewelina Grażyna Justyna Monika Renata Sylwia Urszula",
        "Andrzej Bogdan Dariusz Grzegorz Marcin Piotr Waldemar",
        "Nowicki Wiśniewska Zieliński Dąbrowska Kubiak Szczepańska Wróbel",
    ),
    "romanian": (
        "Alina Camelia Daniela-Maria Florentina Gabriela Nicoleta",
        "Adrian-Ion Bogdănel Cristian Florin Mircea Valentin",
        "Ardelean Cojocaru Enache Manole Rusu Tănase Vlad-Popa",
    ),
    "slovak": (
        "Alžbeta Darina Katarína Ľubica Miroslava",
        "Ľubomír Marek Pavol Peťo Stanislav",
        "Bílý Cigáňová Hudák Kováčová Pokuta Šándor",
    ),
    "lithuanian": (
        "Agnė Daiva Jurgita Rasa Živilė",
        "Darius Gintaras Kęstutis Mindaugas Vytautas",
        "Kazlauskas Petrauskienė Stankevičius Urbonas Žukauskaitė",
    ),
    "pakistani": (
        "Nasreen Shabana Zubeida Iqra Mehwish Uzma",
        "Asif Bilal Faisal Khalid Shahid Zulfiqar",
        "Akhtar Bashir Javed Mirza Rafiq Shafi Tabassum",
    ),
    "bangladeshi": (
        "Ayrin Jannatul Lutfa Momtaz Rabeya Sufia",
        "Anwar Enamul Habibur Mizanur Shamim Zakir",
        "Bhuiyan Ahmedullah Khatun Laskar Mollah Rahmatullah",
    ),
    "indian": (
        "Baljit Daljeet Hema Kamaljit Meena Nalini Sunita",
        "Arvind Gurpal Harish Jagtar Mahendra Rakesh",
        "Atwal Bains Desai Gohil Kalsi Purewal Rathod",
    ),
    "afghan": (
        "Farida Laila-Jan Marwa Shakila Zarghona",
        "Ahmadullah Esmat Hamid Nasrullah Rahim Wali",
        "Amiri Hotak Noorzai Popal Stanekzai",
    ),
    "eritrean": (
        "Abrehet Freweyni Lemlem Selam Tsega",
        "Berhane Filmon Ghebre Kidane Yonas",
        "Asmerom Gebreyesus Haile Mehari Tesfay Woldu",
    ),
    "sudanese": (
        "Amna Hanan Intisar Sawsan",
        "Altayeb Elfatih Mutasim Siddig",
        "Abdelgadir Elhassan Idris-Musa Mustafa Osman-Ali",
    ),
    "zimbabwean": (
        "Chipo Nyasha Rutendo Tariro Thandeka",
        "Farai Kudzai Simba Tendai Takudzwa",
        "Chikwanha Dube Moyo Ncube Sibanda Zvobgo",
    ),
    "nigerian": (
        "Abimbola Chinwe Ebele Funmilayo Ifeoma",
        "Ayodele Chinedu Femi Ikenna Segun",
        "Adebayo Chukwuma Ekwueme Olawale Uzoma Oyelaran",
    ),
    "caribbean": (
        "Cherisse Gloria-Jean Merlene Shantel Verona Carlotta",
        "Alford Clyde Denzil Fitzroy Marlon-Dale Wendell",
        "Beckles Cumberbatch Dacosta Eastmond Lashley Straker",
    ),
    "chinese": (
        "Fang Lanying Mei-Xiu Shuk-Yee Wai-Yin",
        "Boqin Guoliang Kin-Man Siu-Lun Tianyu",
        "Chan Guo Kwok Leung Szeto Yip",
    ),
    "vietnamese": (
        "Bích-Ngọc Hương Lan-Anh Thủy",
        "Dũng Hùng-Minh Quang Tuấn",
        "Nguyễn Phạm Trần Vũ",
    ),
    "iranian": (
        "Azadeh Golnaz Mahnaz Shirin-Dokht Parisa",
        "Behrouz Farhad Kaveh Siamak Masoud",
        "Farahani Ghorbani Jafari Mokhtari Tehrani",
    ),
    "portuguese": (
        "Graça Luísa Marlene Paulina Sónia",
        "António Hélder Joaquim Márcio Zeferino",
        "Baptista Faria Guimarães Mendonça Vasconcelos",
    ),
    "greek": (
        "Androulla Despina Eleftheria Maroulla",
        "Andreas Costakis Demetris Stavros",
        "Christodoulou Hadjigeorgiou Kyriacou Pantelides",
    ),
    "boer": (
        "Annelize Marietjie Riana Elna",
        "Danie Hennie Kobus Fanie",
        "van Niekerk|du Preez|van der Walt|de Villiers|le Roux",
    ),
}

ACCENTED: dict[str, tuple[str, ...]] = {
    "f": ("Héloïse Dubreuil", "Anaïs Lémery", "Noémie Gérin", "Dáša Kopřivá", "Solène Brûlé"),
    "m": ("Rubén Ordóñez", "Léon Thévenet", "Jörg Müllner", "Mário Falcão", "Émile Desprès"),
}
TRANSLITERATED: dict[str, tuple[tuple[str, str], ...]] = {
    "f": (
        ("Khadeeja Qadir", "Khadija Kadir"),
        ("Nataliya Sidorova", "Natalia Sidorowa"),
        ("Zaynab Haidari", "Zainab Haydari"),
        ("Tsehay Gebremedhin", "Sehai Gebremedin"),
    ),
    "m": (
        ("Mahmoud El-Sayed", "Mahmud Elsaid"),
        ("Yevhen Ostapchuk", "Evgen Ostapchuck"),
        ("Husein Tawfiq", "Hussain Taufik"),
        ("Ismaeel Noori", "Ismail Nuri"),
    ),
}
DOUBLED: dict[str, tuple[str, ...]] = {
    "f": ("Kirstie Nunn-Ashdown", "Letitia Moss-Garland", "Jolene Platt-Irving", "Dawne Orr-Tully"),
    "m": ("Curtis Hale-Benbow", "Rodney Vine-Marlowe", "Jarvis Toft-Ekwall", "Neville Gunn-Sayle"),
}
WORDS: dict[str, tuple[str, ...]] = {
    "f": ("Patience Bell", "Dawn Sparrow", "Ivy Banks", "Heather Moor", "Penny Cross"),
    "m": ("Guy Forester", "Frank Shepherd", "Miles Porter", "Will Carter", "Bill Parsons"),
}
ORDINARY: dict[str, tuple[str, ...]] = {
    "Patience": ("Patience is wearing thin on all sides.", "Patience needed with the paperwork."),
    "Dawn": ("Dawn was breaking before anybody got to bed.", "Dawn raids are not what we do."),
    "Ivy": ("Ivy had grown right across the back window.", "Ivy needs cutting back, tell housing."),
    "Heather": ("Heather in a pot on the step, dead.", "Heather and gorse all up that lane."),
    "Penny": ("Penny sweets all over the back seat.", "Penny for the meter could not be found."),
    "Guy": ("Guy in the downstairs flat had music on.", "Guy from the gas board came while there."),
    "Frank": ("Frank exchange of views, then calmer.", "Frank talk with the duty team followed."),
    "Miles": ("Miles claimed for this trip: 14.", "Miles away in thought most of the hour."),
    "Will": ("Will ring again next week.", "Will need a longer slot next time."),
    "Bill": ("Bill for the taxi is attached.", "Bill still unpaid, final reminder on the mat."),
}
"""What a word that is also somebody's first name says at the head of a sentence."""

ABBREVIATED: dict[str, tuple[str, ...]] = {
    "f": ("Sabrina Wilmot", "Honor Villiers", "Sybil Naylor", "Ginette Pryor", "Hetty Toogood"),
    "m": ("Stefan Winstone", "Terrance Mayhew", "Giles-Paul Peake", "Ivan Otterburn", "Hal Twine"),
}
PLACE_NAMED: dict[str, tuple[str, ...]] = {
    "f": ("Adelaide", "Verona-Rose", "Lourdes", "Savannah", "Victoria"),
    "m": ("Lincoln", "Dallas", "Clifton", "Melbourne", "Wells"),
}
NEAR = (
    ("Logan", "Lochan"), ("Finley", "Finlay"), ("Theo", "Leo"), ("Bailey", "Hailey"),
    ("Lucas", "Lukas"), ("Kyron", "Kyran"), ("Ellis", "Elias"), ("Zane", "Zayn"),
    ("Keira", "Kiera"), ("Aaliyah", "Aliyah"), ("Tegan", "Teagan"), ("Sienna", "Sierra"),
    ("Roxie", "Roxy"), ("Ebony", "Eboni"), ("Everly", "Beverly"),
)  # fmt: skip
NEAR_SEX = dict.fromkeys(("Keira", "Aaliyah", "Tegan", "Sienna", "Roxie", "Ebony", "Everly"), "f")

PETS: dict[str, str] = {
    "Debra": "Debs", "Lorraine": "Lol", "Sharon": "Shaz", "Michelle": "Chelle", "Nicola": "Nic",
    "Tammy": "Tam", "Paulette": "Paul-Paul", "Doreen": "Dor", "Edna": "Eddie-Nan", "Gillian": "Gil",
    "Carly-Ann": "Carls", "Malcolm": "Malc", "Mitchell": "Mitch", "Gavin": "Gav", "Derek": "Del",
    "Roger": "Rodge", "Annabel": "Bel", "Clementine": "Clemmie", "Georgina": "Georgie",
    "Henrietta": "Etta", "Arabella": "Bella", "Miranda": "Mimi", "Camilla": "Milly",
    "Barnaby": "Barney", "Roderick": "Roddy", "Sebastian": "Seb", "Bertram": "Bertie",
    "Deborah": "Debbo", "Jacqueline": "Jacqui", "Christine": "Chris", "Brenda": "Bren",
    "Valerie": "Val", "Jeanette": "Netty", "Peter": "Pete", "Kenneth": "Kenny", "Leonard": "Len",
    "Howard": "Howie", "Victor": "Vic", "Douglas": "Doug", "Patrick": "Paddy", "Maurice": "Mozza",
    "Aaliyah": "Liyah", "Willow-Mae": "Wills", "Ava-Leigh": "Aves", "Roxie": "Rox",
    "Safiya": "Saff",
    "Miley-Jo": "Mils", "Everly": "Evie", "Lola-Rose": "Lols", "Paige": "Paigey", "Keira": "Kizzy",
    "Ebony": "Ebs", "Tegan": "Teegs", "Sienna": "Sisi", "Mackenzie": "Macky", "Logan": "Logie",
    "Tyrell": "Rell", "Zane": "Zaney", "Finlay": "Fin", "Finley": "Finny", "Ollie": "Ols",
    "Bailey": "Bails", "Jenson-Lee": "Jens", "Caiden": "Caid", "Theo": "Teddy", "Kyron": "Kyro",
    "Lucas": "Luke", "Noah-James": "Noey", "Ellis": "Elly", "Rhys-Morgan": "Rhyso",
    "Shona": "Sho", "Elspeth": "Elsie", "Lachlan": "Lachie", "Sinéad": "Nade", "Deirdre": "Dee",
    "Gwenllian": "Gwennie", "Geraint": "Ger", "Ewelina": "Ewa", "Grzegorz": "Grzesiek",
    "Andrzej": "Jędrek", "Florentina": "Tina-Flo", "Mircea": "Mirci", "Vytautas": "Vytas",
    "Shabana": "Shabs", "Kamaljit": "Kam", "Funmilayo": "Funmi", "Ayodele": "Ayo",
    "Fitzroy": "Fitz", "Gloria-Jean": "Glo", "Victoria": "Vicky", "Savannah": "Sav",
    "Clifton": "Cliffy", "Lincoln": "Linc", "Eleftheria": "Lefty", "Demetris": "Jimmy",
}  # fmt: skip

REAL_PEOPLE = frozenset(
    {
        "Peter Vaughan", "Michelle Vaughan", "Alan Vaughan", "Roy Vaughan", "Kenneth More",
        "Alan Tomlinson", "Ricky Tomlinson", "Peter Lloyd", "Victor Lloyd", "Kenneth Lloyd",
        "Sharon Osbourne", "Peter Gooding", "Lucas Moura", "Logan Paul", "Roger Lloyd",
        "Theo Walcott", "Clive Lloyd", "Clive Tomlinson", "Roger Tomlinson", "Ewan Strachan",
        "Gavin Strachan", "Gordon Strachan", "Peter Blundell", "Peter Raynor", "Bryn Vaughan",
        "Howard Lloyd", "Christine Vaughan", "Carl Doherty", "Peter Doherty", "Gary Doherty",
        "Patrick Doherty", "Sharon Doherty", "Wells Tower", "Jodi Lloyd", "Fitzroy Maclean",
    }
)  # fmt: skip

SCHOOLS = (
    "Victoria Park Primary", "St Bertram's RC High School", "Lloyd George Juniors",
    "Ysgol Gynradd Gwenllian", "The Peter Symes Academy", "Douglas Bader Infants",
    "Stanyon Lane Community College", "Howard Road Nursery", "Adelaide Street School",
    "Blundell Manor PRU", "St Clementine's C.E. Primary",
)  # fmt: skip
PLACES: dict[str, tuple[str, ...]] = {
    "council": ("Wexbridge", "Carrowmoor", "North Ferriby Vale", "Aldermere", "Stanleigh"),
    "ward": ("Vaughan Ward", "the Georgina Suite", "Ward 9 (Elspeth)", "Barnaby Ward"),
    "hospital": ("the Princess Adelaide", "Royal Clifton Infirmary", "Tomlinson Memorial",
                 "St Roger's", "the Lloyd General"),
    "road": ("Douglas Street", "Lincoln Parade", "Georgina Terrace", "Bertram Row",
             "Great Howard Street"),
    "team": ("the Logan Panthers", "Lincoln City", "Queen Victoria Rangers",
             "Alec Stubley under-12s", "Clifton Colts"),
    "brand": ("Carl Lewis trainers", "Paige denim", "Theo's pizza", "Howard & Lloyd",
              "Bailey boots",              "Lucas oil"),
    "shop": ("Peter's Bakery", "Sharon's Nail Bar", "Douglas Perfumery", "Tomlinson's chip shop",
             "Kenneth's Carpets"),
    "pub": ("the Sir Howard", "the Victoria & Albert", "the Lord Raynor", "the Marquis of Lincoln",
            "the Jolly Roger"),
    "programme": ("Fireman Finlay", "the Incredible Years", "Peter Rabbit", "Bailey's Big Tent",
                  "the Freedom Programme", "Roary and Theo"),
    "club": ("the Ellis Trust", "the Malcolm Centre", "the Victor Hall", "the Brenda Hub",
             "Lloyd's Gym"),
    "home": ("Clifton House", "The Tegan Unit", "Alderney", "Rowan Bank", "Georgina Lodge"),
    "charity": ("the Doreen Fund", "Barnaby's", "the Lavender Trust", "the Wells Foundation"),
    "church": ("St Patrick's", "Our Lady and St Kenelm", "Bethel Chapel", "St Valerie's"),
    "refuge": ("Victoria House", "the Brenda Project", "Safe Harbour", "Deborah Court"),
}  # fmt: skip

STOCK = Stock(
    traditions=TRADITIONS,
    home=("north", "north", "plain", "plain", "plain", "south", "young", "scots", "irish", "welsh"),
    accented=ACCENTED,
    transliterated=TRANSLITERATED,
    doubled=DOUBLED,
    words=WORDS,
    abbreviated=ABBREVIATED,
    place_named=PLACE_NAMED,
    near=NEAR,
    near_sex=NEAR_SEX,
    pets=PETS,
    called=("Boxer", "Twig", "Jonah-Boy", "Titch", "Rooster", "Beaky", "Spud", "Dinky", "Slim",
            "Monkey", "Ziggy"),
    real_people=REAL_PEOPLE,
    ground=Ground(
        towns=(
            ("Grimsby", "DN"), ("Doncaster", "DN"), ("Darlington", "DL"), ("Burnley", "BB"),
            ("Wigan", "WN"), ("Oldham", "OL"), ("Crewe", "CW"), ("Walsall", "WS"),
            ("Dudley", "DY"), ("Kettering", "NN"), ("Peterborough", "PE"), ("Stevenage", "SG"),
            ("Colchester", "CO"), ("Chatham", "ME"), ("Hastings", "TN"), ("Gosport", "PO"),
            ("Yeovil", "BA"), ("Taunton", "TA"), ("Redruth", "TR"), ("Hereford", "HR"),
            ("Llandudno", "LL"), ("Pontypool", "NP"), ("Barry", "CF"), ("Paisley", "PA"),
            ("Ayr", "KA"), ("Perth", "PH"), ("Motherwell", "ML"), ("Blyth", "NE"),
            ("Barking", "IG"), ("Enfield", "EN"), ("Southall", "UB"), ("Peckham", "SE"),
        ),
        streets=(
            "Hollin", "Sebastopol", "Grange", "Cobbler", "Tenterfield", "Bracken", "Pinfold",
            "Ashgrove", "Beechwood", "Wharfe", "Tanyard", "Chapel", "Cemetery", "Station", "Raglan",
            "Balaclava", "Corporation", "Windmill", "Lower Moor", "Hawthorn", "Swallow", "Linnet",
            "Faraday", "Stephenson", "Nightingale", "Bryn Awel", "Heol Fawr", "Kirkgate", "Seagate",
            "St Kilda", "Back Lime", "Hornbeam", "Osprey",
        ),
        ways=("Road", "Street", "Close", "Avenue", "Crescent", "Lane", "Walk", "Place", "Grove",
              "Court"),
        localities=(
            "Moorside", "Scawthorpe", "Hollinwood", "Brackenhall", "Eastcliff", "Penllergaer",
            "Westborough", "Upper Stratton", "Low Hill", "Cranmore", "Thorpe Edge",
        ),
        flats=("Flat 1, ", "Flat C, ", "Top Floor, ", "Plot 9, ", "3/2, ", "Room 11, "),
    ),
    schools=SCHOOLS,
    places=PLACES,
    council="wexbridge.example",
    mails=("bluepost.example", "gomail.example", "quickmail.example", "homenet.example"),
)  # fmt: skip
