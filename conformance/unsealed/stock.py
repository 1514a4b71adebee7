"""Names, streets and places of the case files that detectors are measured by; theirs alone."""

from __future__ import annotations

from conformance.practice.numbers import Ground
from conformance.practice.stock import Stock

TRADITIONS: dict[str, tuple[str, str, str]] = {
    "north": (
        "Kelly Lyndsay Rhiannon Dionne Vicki Bernice Mavis Hilda Janine Zara Kim Toni-Marie",
        "Garry Wesley Norman Clifford Ashley Jordan Stan Ronnie Kirk Damian Jonjo Vince",
        "Openshaw Ollerenshaw Bickerstaffe Schofield Lumb Oldroyd Kershaw Thwaite Greenhalgh "
        "Blezard Rostron Sutcliffe Hoyle Wolstenholme",
    ),
    "south": (
        "Isadora Beatrix Octavia Marianne Cressida Phoebe Flora Eleanor Ottilie Rosamund",
        "Montague Jolyon Tristan Laurence Fraser Ambrose Ivo Magnus Clement Auberon",
        "Wickenden Hazelhurst Tuppen Gathercole Quested Boxall Blackadder Cobbold Daintree "
        "Etherington Honeysett Luxford",
    ),
    "plain": (
        "Tracey Angela Maxine Lesley Jill Hayley Katrina Louise Rita Sheila Sally Beth Gaynor",
        "Terence Michael Russell Raymond Geoffrey Mick Brett Warren Dennis Selwyn Barrie Lewin",
        "Hopkinson Tapper Wragg Mottershead Pell Rudd Garner Kettle Attwood Spurling Bunce "
        "Colley Deakin Tipper Jessop",
    ),
    "young": (
        "Lyla-Grace Nevaeh Summer Honey Darcie Esme Kacey Peyton Harlow Indie Tiana Chardonnay "
        "Wren",
        "Jayce Kaiden Rory Koby Dexter Blake Jamie Cody Brogan Tyrese Vinnie Kenzie Frankie-Joe",
        "Snape Tolley Orrell Wainman Peploe Cutts Fearn Gadd Hickling Twigg Yeomans",
    ),
    "scots": (
        "Kirsteen Morven Jean Isobel Effie Marsaili Rhona Agnes",
        "Innes Ruaridh Gordon Kenny Torquil Sandy Archibald Lorne",
        "MacGillivray Urquhart Auld Gillespie McCrindle Balfour-Kerr Menzies Tulloch McLeish Imrie",
    ),
    "shetland": (
        "Inga-May Osla Barbara Wilma",
        "Magnie Erlend Lowrie Sigurd",
        "Isbister Jamieson Mouat Halcrow Leask",
    ),
    "irish": (
        "Gobnait Dervla Maeve Attracta Bláthnaid Fidelma Una",
        "Cormac Proinsias Turlough Malachy Conall Phelim Eunan",
        "McGonigle Ní Dhomhnaill|O'Boyle|McAteer|Heaney|Loughrey|O'Kane|Mulholland",
    ),
    "traveller": (
        "Nan-Marie Crystal-Rose Missy Teresa-Ann Lavinia Britannia",
        "Levi-John Swanley Noah-Jim Owney Elisha-Jim Hezekiah",
        "Loveridge Boswell Ward Delaney Quilligan Varey Gentle",
    ),
    "welsh": (
        "Nest Mair Angharad-Haf Glenys Elin Tegwen Llinos Eirlys",
        "Iestyn Dewi Gruffudd Alun Idris Owain Macsen Emlyn",
        "Parfitt Tudor ap Gwilym|Cadwaladr|Gwynne|Maddocks|Treharne|Bowen|Pritchard",
    ),
    "polish": (
        "Jadwiga Dorota Iwona Katarzyna Aneta Halina",
        "Mirosław Łukasz Tadeusz Kazimierz Sławomir Radosław",
        "Jabłoński Pawlak Krawczyk Gąsior Sikorski Mazurek Głowacki",
    ),
    "romanian": (
        "Luminița Lăcrămioara Raluca Roxana Steluța",
        "Marius Dumitru Ilie Ștefan Laurențiu",
        "Munteanu Preda Dragomir Șerban Lungu",
    ),
    "roma": (
        "Lenka Božena Zdenka Vanesa",
        "Ladislav Jozef Rastislav Dezider",
        "Horváth Balog Gáborová Lakatoš Dunka",
    ),
    "bulgarian": (
        "Desislava Rositsa Yordanka Gergana",
        "Plamen Zhivko Asen Krasimir",
        "Dimitrova Stoyanov Angelov Hristova",
    ),
    "hungarian": ("Ildikó Zsuzsanna Erzsébet", "László Béla Zoltán", "Szabó Kovács Nagy Fehér"),
    "albanian": ("Mimoza Valbona Elira", "Arben Besnik Agron", "Hoxha Shehu Krasniqi Berisha"),
    "pakistani": (
        "Parveen Tahira Saima Bushra Kausar Noor",
        "Khalid Arshad Sajid Usman Imran-Ali Shabir",
        "Bashir Javed Mughal Rafique Awan Hanif Sheikh",
    ),
    "sikh": ("Harjit Parminder Manpreet Ravinder", "Gurdev Mohinder Jaspal Tejinder",
             "Dhillon Bassi Johal Purewal Randhawa"),
    "bengali": ("Ferdousi Monira Dilruba Roksana", "Abdul-Kadir Shofiqul Enamul Jamal",
                "Sarkar Hoque Mollah Talukdar Bhuiyan"),
    "gujarati": ("Nisha Varsha Daxa Manjula", "Kishor Dinesh Jayesh Pravin",
                 "Thakkar Vora Makwana Gohil Chauhan"),
    "tamil": ("Pathma Kamala Sivagami", "Ravi Jeyakumar Thambu", "Selvaratnam Ponnambalam Rajan"),
    "nepali": ("Sarita Dilmaya Sunita", "Tek Bishnu Khem", "Gurung Thapa Rai Limbu"),
    "somali": (
        "Deqa Idil Sucaad Habiba Ruqiya",
        "Mahad Roble Kaafi Dalmar Abshir",
        "Egal Shire Duale Robleh Aden Nur",
    ),
    "eritrean": ("Senait Mebrat Tsige", "Yonas Tesfay Filmon", "Habte Ghebremedhin Woldu Kidane"),
    "sudanese": ("Ihsan Alawia Manal", "Osman Mubarak Idriss", "Eltayeb Abdalla El-Amin Hamad"),
    "yoruba": ("Folake Bisi Titilayo Morenike", "Kayode Rotimi Wale Dapo",
               "Akinola Oyinlola Bankole Sowande Fagbemi"),
    "igbo": ("Nkechi Oluchi Chidinma", "Chukwudi Uche Nnamdi", "Anyanwu Obiora Nwachukwu Umeh"),
    "ghanaian": ("Araba Esi Maame Afia", "Kwaku Kwamena Ebo Ato",
                 "Acheampong Tetteh Nkansah Amoako Sarpong"),
    "congolese": ("Clarisse Béatrice Mireille", "Dieudonné Fabrice Pascal",
                  "Mbuyi Kalonji Ilunga Tshibangu"),
    "zimbabwean": ("Rutendo Vimbai Sekai", "Tapiwa Blessmore Tonderai",
                   "Dube Nyathi Chigumba Mapfumo"),
    "jamaican": ("Sherene Beulah Marcia Latoya", "Neville Linval Carlton Leroy",
                 "Samuda Brissett Blagrove Francis Cunningham Wedderburn"),
    "hong kong": ("Ka-Yan Lai-Wah Suk-Fong", "Chi-Keung Wing-Lok Tsz-Hin", "Kwok Tsang Mak Yip Ho"),
    "vietnamese": ("Thuy Linh Ngoc", "Tuan Dung Quang", "Nguyen Tran Pham Hoang"),
    "kurdish": ("Berivan Gülistan Hêvîn", "Rêber Cihan Dilovan", "Yıldız Kaplan Barzani Doğan"),
    "iranian": ("Shirin-Azar Mahsa Parisa", "Behrouz Kourosh Omid", "Tehrani Moradi Jafari"),
    "syrian": ("Rania Hiba Maysoon", "Mazen Ghassan Anas", "al-Hamwi Kassab Darwish Haddad"),
    "portuguese": ("Deolinda Glória Rosário", "Joaquim Vítor Rogério",
                   "Ferreira|dos Reis|Gonçalves|da Costa|Baptista"),
    "italian": ("Concetta Graziella Pina", "Salvatore Carmelo Enzo", "Di Marco|Esposito|Lo Bianco"),
    "cypriot": ("Androulla Maroulla Despina", "Costas Panayiotis Savvas",
                "Georgiou Hadjiyianni Christodoulou"),
    "jewish": ("Rivka Golda Shoshana", "Moishe Yitzchok Avrohom", "Rosenbaum Weisz Feldman"),
    "filipino": ("Maricel Luzviminda Cherry", "Ramil Edgardo Jun-Jun",
                 "de los Santos|Villanueva|Macaraeg"),
    "dutch": ("Geertje Liesbeth Saskia", "Willem Jaap Gert", "van der Merwe|Kruger|de Vries"),
}  # fmt: skip

ACCENTED: dict[str, tuple[str, ...]] = {
    "f": ("Zoë Béliveau", "Océane Lefèvre", "María Ibáñez", "Dagný Þórsdóttir", "Andréa Vilaça"),
    "m": (
        "Jérôme Tétreault",
        "Iñigo Zuñiga",
        "Søren Nørgaard",
        "Tomáš Růžička",
        "Aurélien Chénier",
    ),
}

TRANSLITERATED: dict[str, tuple[tuple[str, str], ...]] = {
    "f": (
        ("Fatima Hussaini", "Fatema Huseini"),
        ("Lyudmila Shevchenko", "Ludmilla Schevtchenko"),
        ("Maryam Yousefi", "Mariam Yusefi"),
        ("Aisha Jimale", "Caasha Jimcaale"),
        ("Yasmeen Chaudhary", "Jasmin Choudry"),
    ),
    "m": (
        ("Mohammed Kareem", "Muhamad Karim"),
        ("Dmitri Vasilyev", "Dmitry Wassiljew"),
        ("Ahmed Mukhtaar", "Axmed Muqtaar"),
        ("Sulayman Ghaffari", "Suleiman Gafari"),
        ("Aleksandr Hnatiuk", "Oleksander Gnatjuk"),
    ),
}

DOUBLED: dict[str, tuple[str, ...]] = {
    "f": ("Leigh Pascoe-Munn", "Monique Abbott-Roe", "Trudy Hallett-Boyce", "Cerys Pugh-Morgan"),
    "m": ("Nicky Farr-Delgado", "Julius Crowe-Amadi", "Bernard Stott-Wilde", "Kane Mercer-Lyle"),
}

WORDS: dict[str, tuple[str, ...]] = {
    "f": ("June Field", "Faith Little", "Olive Park", "Amber Winter", "Precious Hall"),
    "m": ("Drew Price", "Chase Long", "Jolly Rich", "Earl Moody", "Pat Early"),
}

ABBREVIATED: dict[str, tuple[str, ...]] = {
    "f": ("Samantha Wetherell", "Helena Vose", "Glynis Pocock", "Felicia Wadge"),
    "m": ("Sean Wilding", "Hubert Vaughan", "Graeme Pattinson", "Tobias Maitland", "Dale Capstick"),
}
"""People whose initials are also a job: SW, HV, GP, FW, TM, DC."""

PLACE_NAMED: dict[str, tuple[str, ...]] = {
    "f": ("Florence", "Chelsea", "Paris", "Geneva", "Carolina"),
    "m": ("Preston", "Ashford", "Kelso", "Austin", "Troy"),
}

NEAR = (
    ("Kaiden", "Jaiden"), ("Rory", "Rowan"), ("Koby", "Kody"), ("Blake", "Blaise"),
    ("Jamie", "Jaime"), ("Cody", "Brody"), ("Dexter", "Daxter"), ("Esme", "Esmae"),
    ("Honey", "Hunny"), ("Kacey", "Kasey"), ("Darcie", "Marcie"), ("Tiana", "Kiana"),
)  # fmt: skip
NEAR_SEX = {"Esme": "f", "Honey": "f", "Kacey": "f", "Darcie": "f", "Tiana": "f"}

PETS: dict[str, str] = {
    "Kelly": "Kel", "Lyndsay": "Lyns", "Rhiannon": "Rhi", "Dionne": "Dee-Dee", "Vicki": "Vix",
    "Bernice": "Bernie", "Mavis": "Mave", "Janine": "Jan", "Zara": "Zazz", "Kim": "Kimbo",
    "Toni-Marie": "Tone", "Garry": "Gaz", "Wesley": "Wes", "Clifford": "Cliff", "Ashley": "Ash",
    "Jordan": "Jordy", "Ronnie": "Ron", "Damian": "Damo", "Vince": "Vinny", "Stan": "Stanno",
    "Isadora": "Izzy", "Beatrix": "Bea", "Octavia": "Tavy", "Marianne": "Maz", "Cressida": "Cress",
    "Phoebe": "Phoebs", "Eleanor": "Nell", "Rosamund": "Roz", "Montague": "Monty",
    "Tristan": "Tris", "Laurence": "Laurie", "Fraser": "Fraze", "Clement": "Clem",
    "Tracey": "Trace", "Angela": "Ange", "Maxine": "Max", "Lesley": "Les", "Hayley": "Hayls",
    "Katrina": "Trina", "Louise": "Lou", "Sheila": "Sheel", "Sally": "Sal", "Beth": "Bethy",
    "Gaynor": "Gay", "Terence": "Terry", "Michael": "Mikey", "Russell": "Russ", "Raymond": "Ray",
    "Geoffrey": "Geoff", "Warren": "Wazza", "Dennis": "Den", "Selwyn": "Sel", "Barrie": "Baz",
    "Lyla-Grace": "Ly", "Nevaeh": "Nev", "Summer": "Sum", "Honey": "Hun", "Darcie": "Darce",
    "Esme": "Ez", "Kacey": "Kace", "Peyton": "Pey", "Harlow": "Harls", "Tiana": "Tee",
    "Chardonnay": "Shar", "Jayce": "Jay", "Kaiden": "Kade", "Rory": "Ror", "Koby": "Kobes",
    "Dexter": "Dex", "Blake": "Blakey", "Jamie": "Jamo", "Cody": "Codes", "Brogan": "Brogs",
    "Tyrese": "Ty", "Vinnie": "Vin", "Kenzie": "Kenz", "Frankie-Joe": "Frankie",
    "Kirsteen": "Kirst", "Morven": "Mo", "Isobel": "Izzie", "Ruaridh": "Ru", "Archibald": "Baldy",
    "Attracta": "Attie", "Malachy": "Mal", "Teresa-Ann": "Tess", "Hezekiah": "Hezzy",
    "Llinos": "Llin", "Gruffudd": "Gruff", "Dorota": "Dosia", "Katarzyna": "Kasia",
    "Tadeusz": "Tadek", "Kazimierz": "Kazik", "Luminița": "Lumi", "Laurențiu": "Laur",
    "Desislava": "Desi", "Parminder": "Pammy", "Mohinder": "Mindy", "Ravinder": "Ravi-Ji",
    "Kayode": "Kay", "Chidinma": "Chichi", "Dieudonné": "Dieu", "Leroy": "Lee-Roy",
    "Beulah": "Bibi", "Salvatore": "Turi", "Concetta": "Connie", "Panayiotis": "Takis",
    "Luzviminda": "Luz", "Chelsea": "Chels", "Florence": "Flo", "Carolina": "Caro",
}  # fmt: skip

REAL_PEOPLE = frozenset(
    {
        "Kelly Hoyle", "Kelly Holmes", "Terence Rudd", "Michael Rudd", "Jamie Snape",
        "Michael Gove", "Russell Grant", "Raymond Francis", "Gordon Schofield", "Sally Schofield",
        "Jamie Tudor", "Angela Rayner", "Michael Schofield", "Norman Tudor", "Alun Bowen",
        "Raymond Tudor", "Stan Tudor", "Mavis Tudor", "Owain Tudor", "Jasper Tudor",
        "Tristan Tudor", "Dewi Pritchard", "Idris Bowen", "Alun Pritchard",
        "Gordon Tulloch", "Ashley Ward", "Amber Rudd", "Rita Tudor", "Paris Francis",
        "Jordan Pickford", "Michael Ward", "Sally Ward", "Sheila Hancock", "Yvonne Francis",
        "Dennis Ward", "Chelsea Clinton", "Leroy Francis", "Neville Francis",
        "Jamie Ward", "Kim Gordon", "Kirk Francis", "Michael Francis", "Carlton Francis",
        "Sally Dynevor", "Jordan Ayew", "Austin Francis", "Marcia Francis", "Michael Balog",
    }
)  # fmt: skip

SCHOOLS = (
    "Eleanor Cross C of E School", "Ysgol Dewi Sant", "Grant Road Community School",
    "St Cuthbert's Catholic School", "The Preston Vale School", "Gordon Street School",
    "The Isobel Thwaite School", "Tudor Rise", "The Francis Bowen School",
)  # fmt: skip

PLACES: dict[str, tuple[str, ...]] = {
    "council": ("Harrowdale", "Penllyn", "Saltmarsh", "Glenbervie", "Westering"),
    "ward": ("Kelly Ward", "the Eleanor Suite", "Ward 6 (Nightingale)", "Boswell Ward"),
    "street": ("Gordon Street", "Francis Row", "Ellis Fold", "Queen Adelaide Road"),
    "club": ("Raith Rovers", "Preston North End", "Kelty Hearts", "Ward End Boys", "Chelsea"),
    "brand": ("River Island", "Superdry", "Hugo Boss", "Russell & Bromley", "Lyle & Scott"),
    "shop": ("Wilkinson's", "Jessops", "Ladbrokes", "Poundstretcher", "Greggs", "Iceland"),
    "pub": ("the Duke of Gordon", "the Jolly Tapper", "the Earl Grey", "the Prince Llewelyn"),
    "show": ("Rupert Bear", "Fireman Sam", "Dennis the Menace", "Andy Pandy", "Noddy"),
    "refuge": ("Olive Branch House", "Faith Lodge", "Number Nine", "Tŷ Mair"),
    "unit": ("The Laurels", "Russell House", "Harlow Lodge", "Deakin View", "Gwynne Court"),
    "hospital": (
        "the Prince Charles", "St Blane's", "the Duchess of Kent", "Ysbyty Glanrhyd",
        "the Ellis Infirmary",
    ),
    "contactcentre": ("the Jubilee Rooms", "Garner Street Family Centre", "the Daisy Chain"),
    "church": ("St Mary Magdalene's", "Ebenezer Chapel", "Our Lady of Lourdes"),
}  # fmt: skip

STOCK = Stock(
    traditions=TRADITIONS,
    home=("north", "north", "plain", "plain", "south", "young", "scots", "irish", "welsh", "welsh"),
    accented=ACCENTED,
    transliterated=TRANSLITERATED,
    doubled=DOUBLED,
    words=WORDS,
    abbreviated=ABBREVIATED,
    place_named=PLACE_NAMED,
    near=NEAR,
    near_sex=NEAR_SEX,
    pets=PETS,
    called=("Tank", "Weeman", "Fingers", "Pudding", "Sparky", "Budgie", "Mouse", "Lofty", "Bam"),
    real_people=REAL_PEOPLE,
    ground=Ground(
        towns=(
            ("Barnsley", "S"), ("Halifax", "HX"), ("Rochdale", "OL"), ("Warrington", "WA"),
            ("Lincoln", "LN"), ("Nottingham", "NG"), ("Telford", "TF"), ("Worcester", "WR"),
            ("Bournemouth", "BH"), ("Truro", "TR"), ("Basildon", "SS"), ("Slough", "SL"),
            ("Ilford", "IG"), ("Harrow", "HA"), ("Tottenham", "N"), ("Lewisham", "SE"),
            ("Bridgend", "CF"), ("Llanelli", "SA"), ("Bangor", "LL"), ("Merthyr Tydfil", "CF"),
            ("Aberdeen", "AB"), ("Inverness", "IV"), ("Falkirk", "FK"), ("Hamilton", "ML"),
            ("Greenock", "PA"), ("Dumfries", "DG"), ("Lerwick", "ZE"), ("Kirkcaldy", "KY"),
        ),
        streets=(
            "Alma", "Inkerman", "Tithebarn", "Sycamore", "Lower Farm", "Glebe", "Tenter", "Alder",
            "Heol y Bryn", "Maes Glas", "Mafeking", "Laburnum", "Victoria", "Duke", "Water",
            "Howgill", "Whin", "Kestrel", "Arkwright", "Attlee", "Bevan", "Brunel", "Saltire",
            "Lochside", "Shore", "Ladybower", "Silver", "Cross Keys", "Bluebell", "Ffordd Las",
        ),
        ways=("Road", "Street", "Close", "Way", "View", "Hill", "Mews", "Green", "Loan"),
        localities=(
            "Bryncoch", "Old Swan", "Thornaby", "Pitsmoor", "Easterhouse", "Canning Lock",
            "Nether Edge", "Wester Hailes", "Kingsmead", "Penyrheol", "Barton Cross",
        ),
        flats=("Flat 7, ", "Flat B, ", "2/1, ", "Unit 5, ", "First Floor Flat, ", "Caravan 3, "),
    ),
    schools=SCHOOLS,
    places=PLACES,
    council="westering.example",
    mails=("post.example", "letterbox.example", "zoommail.example", "fastnet.example"),
)  # fmt: skip
