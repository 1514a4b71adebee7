"""Names, streets and places of the case files that nobody tunes on; theirs alone."""

from __future__ import annotations

from conformance.practice.numbers import Ground
from conformance.practice.stock import Stock

TRADITIONS: dict[str, tuple[str, str, str]] = {
    "north": (
        "Joanne Maureen Tracey-Ann Beverley Lynne Karen Sheila Dorothy Enid Hilda Vera Janine",
        "Stuart Wayne Craig Darren Trevor Stanley Norman Ronnie Colin Terence Wilfred Cliff",
        "Ogden Fairclough Threlfall Bickerstaffe Hesketh Rigby Duckworth Crompton Walmsley Nuttall "
        "Greenhalgh Kershaw Schofield Ormerod",
    ),
    "south": (
        "Philippa Imogen Cordelia Rosalind Harriet Felicity Beatrix Jemima Ottilie Marianne",
        "Rupert Giles Hugo Jolyon Crispin Piers Ambrose Lysander Digby Jocelyn",
        "Tregenza Penrose-Hale Chenoweth Symonds Wadham Luttrell Cheverell Ashcombe Fulford "
        "Northcott Bellringer Quarmby",
    ),
    "plain": (
        "Susan Janet Carol Angela Denise Barbara Wendy Yvonne Julie Sandra Lesley Marjorie Rita",
        "Brian Graham Keith Raymond Philip Geoffrey Neil Barry Ernest Dennis Russell Clifford",
        "Attwell|Bosworth|Cordery|Dunkley|Eversley|Frampton|Gathercole|Huckle|Jessop|Kittow|"
        "Lumsden|Mapplebeck|Nutbeam|Ockenden|Peberdy|Rolfe|Tapsell|Upjohn",
    ),
    "young": (
        "Lexi-Mai Kayla Poppy-Rae Skye-Louise Demi Chantelle Madison Harper Amelie Freya Shanice "
        "Kelsey Tia-Marie Brooke",
        "Kai Riley Corey Brandon Reece Mason Jaxon Declan Tyler-Jay Callum Dexter Kian "
        "Alfie-Lee Harley",
        "Stubbings Eggleton Catchpole Blewitt Dimmock Rudkin Peachey Thurgood Whybrow Sibley "
        "Pettifer Loveridge",
    ),
    "scots": (
        "Morag Catriona Eilidh Ailsa Rhona Kirsteen Una Effie",
        "Hamish Gregor Torquil Struan Murdo Angus-John Archie Wullie",
        "MacAskill Buchanan-Orr McPhail Galbraith Carmichael Auchterlonie McIlwraith Dalgleish "
        "Rennie Pettigrew",
    ),
    "irish": (
        "Bernadette Róisín Aoife Siobhán Philomena Attracta Fionnuala Noreen",
        "Eamonn Padraig Colm Diarmuid Seamus Oisín Declan-Pat Finbarr",
        "O'Shaughnessy McLoughlin Brosnan O'Dowd Geraghty McGillicuddy Tierney O'Riordan Hanrahan",
    ),
    "traveller": (
        "Margaret-Ann Kathleen-Rose Winnie-Bell Lavinia Charmaine-Dee",
        "Paddy-Boy Johnny-Lee Danny-Joe Mikey-Tom Levi-John",
        "Connors Cash-Delaney Mongan Cawley Boswell-Smith Loveridge-Price",
    ),
    "welsh": (
        "Angharad Eirlys Nerys Blodwen Mair Ffion Carys-Ann",
        "Emrys Gwilym Ieuan Idris Rhodri Dai Llewelyn Dewi-Siôn",
        "Prosser Gwynne Pugh Meredith-Ellis ap Gruffydd|Bowen|Howells|Llywarch|Tudor-Jones|Parry",
    ),
    "polish": (
        "Agnieszka Bożena Halina Kinga Małgorzata Zofia Danuta",
        "Krzysztof Łukasz Mirosław Paweł Sławomir Tadeusz Zbigniew",
        "Kaczmarek Lewandowska Piątek Sikora Włodarczyk Jabłońska Gajewski",
    ),
    "romanian": (
        "Ancuța Cosmina Ileana Loredana Mihaela Simona",
        "Costel Dragoș Ionuț Marian Răzvan Traian",
        "Bărbulescu Ciobanu Dumitrache Lăcătuș Munteanu Stoica Văduva",
    ),
    "ukrainian": (
        "Lesia Halyna Oksana Solomiya Yaroslava",
        "Bohdan Ostap Taras Vasyl Danylo",
        "Kovalenko Hrytsenko Melnyk Savchenko Tymchuk",
    ),
    "kurdish": (
        "Berivan Dilnaz Hêvî Nazdar Şîlan",
        "Azad Hiwa Karzan Rêbin Soran",
        "Barzinji Goran-Ali Hawrami Jaff Talabani-Reza Zebari",
    ),
    "pakistani": (
        "Saima Rukhsana Parveen Tehmina Asma Bushra",
        "Imran Nadeem Tariq Waqas Zahid Irfan",
        "Chaudhry Malik Qureshi Butt Sheikh Mahmood Yaqoob",
    ),
    "bangladeshi": (
        "Shirina Nasima Rowshan Taslima Hasna",
        "Abdul-Kadir Rafiqul Shofiq Jubair Monirul",
        "Begum Miah Talukdar Choudhury-Ali Sikder Uddin",
    ),
    "indian": (
        "Jaswinder Bhavna Kiran Manjit Pushpa Usha Harpreet",
        "Balbir Dinesh Kulwant Mukesh Sukhdev Vikram",
        "Dhaliwal Gill-Sandhu Kapadia Mistry Parmar Solanki Thakur",
    ),
    "somali": (
        "Hodan Ifrah Sagal Ubah Fadumo Hibaaq",
        "Abdirahman Guled Liban Warsame Mahad",
        "Abdullahi Farah Hersi Jama Nuur Samatar Yusuf-Aden",
    ),
    "eritrean": (
        "Almaz Haben Letebrhan Saba",
        "Biniam Dawit Isaias Robel Tekle",
        "Habtemariam Kiflu Negash Tewolde Yohannes Zerai",
    ),
    "congolese": (
        "Béatrice-Ngalula Espérance Mireille Odette Solange",
        "Blaise Dieudonné Fiston Jean-Bosco Patrice-Lwamba",
        "Kabongo Lukusa Mbuyi Ngandu Tshibangu",
    ),
    "nigerian": (
        "Adaeze Bukola Folasade Ngozi Yetunde Titilayo",
        "Babatunde Emeka Kelechi Obinna Olumide",
        "Adeyemi Balogun Eze Nwosu Ogunleye Okonkwo-Bell",
    ),
    "ghanaian": (
        "Abena Akosua Efua Adwoa",
        "Kofi Kwabena Kwame Yaw",
        "Agyeman Boateng Mensah Osei-Tutu Owusu",
    ),
    "caribbean": (
        "Delrose Icilda Marva Shanique Sonia-Mae Velma",
        "Delroy Errol Leroy Winston Desmond Tyrone",
        "Bartholomew Clarke-Hinds Grizzle Mighty Pinnock Samuels Wray",
    ),
    "chinese": (
        "Hui-Min Ka-Yan Siu-Fong Xiaoling Yuet",
        "Chi-Keung Jianguo Ping-Fai Weiming Zhenhua",
        "Cheung Lam Ng Ouyang Tsang Zhou",
    ),
    "filipino": (
        "Jocelyn-Mae Maricel Rosalie Lourdita",
        "Arnel Jun-Jun Rodel Renato",
        "Bautista|dela Cruz|Magsaysay|Salonga|Villanueva",
    ),
    "turkish": (
        "Ayşe Gülay Nurhan Sevgi Çiğdem",
        "Cem Hüseyin Orhan Tolga Yılmaz-Can",
        "Aksoy Demirtaş Karagöz Özkan Şahin",
    ),
    "italian": (
        "Concetta Giuseppina Ornella Rosaria",
        "Calogero Gaetano Pasquale Salvatore",
        "Cacciatore|De Luca|Esposito|La Rocca|Scarpato",
    ),
    "brazilian": (
        "Jussara Rosângela Thaís Vilma",
        "Edilson Gérson Thiago Wanderley",
        "Cavalcanti|da Silva|Nogueira|Pimentel|dos Anjos",
    ),
    "dutch": (
        "Anneke Femke Maaike Saskia",
        "Cees Joost Sjoerd Wouter",
        "van Buren|de Groot|ten Brink|van den Heuvel|Hoekstra",
    ),
}

ACCENTED: dict[str, tuple[str, ...]] = {
    "f": ("Zoë Béranger", "Chloé Lefèvre", "Renée Gaspárová", "Maëlys Castañeda", "Žofie Nováková"),
    "m": ("André Núñez", "Gábor Szűcs", "Søren Kjær", "François Delorme-Aubé", "Tomáš Černý"),
}
TRANSLITERATED: dict[str, tuple[tuple[str, str], ...]] = {
    "f": (
        ("Fatemeh Rezaei", "Fatima Rezai"),
        ("Yuliya Kuznetsova", "Julia Kuznyetsova"),
        ("Aisha Mohamud", "Ayesha Mahmud"),
        ("Tzipporah Yudkin", "Zipora Judkin"),
    ),
    "m": (
        ("Muhammed Chowdry", "Mohamad Chaudri"),
        ("Oleksandr Shevchuk", "Alexander Szewczuk"),
        ("Abdulaziz Sharif", "Abdelaziz Shareef"),
        ("Dmitriy Volkov", "Dimitri Wolkow"),
    ),
}
DOUBLED: dict[str, tuple[str, ...]] = {
    "f": (
        "Gemma Tuck-Maybury",
        "Leanne Firth-Onslow",
        "Portia Cobb-Delacour",
        "Stacey Rix-Howlett",
    ),
    "m": ("Nathan Pike-Lowther", "Gordon Bull-Everard", "Damien Fox-Tindall", "Shaun Kemp-Ridout"),
}
WORDS: dict[str, tuple[str, ...]] = {
    "f": ("April Waters", "Summer Pond", "Daisy Field", "Holly Crewe-Dunn", "Pearl Hatch",
          "Charity Poole"),
    "m": ("August Fenn", "Clay Potter", "Rusty Spooner", "Basil Marsh", "Reed Hooper",
          "Merry Beadle"),
}  # fmt: skip
ORDINARY: dict[str, tuple[str, ...]] = {
    "April": ("April showers had come through the ceiling again.", "April rent still not paid."),
    "Summer": ("Summer holiday club was talked about.", "Summer uniform needed by half term."),
    "Daisy": ("Daisy chains all along the window sill.", "Daisy pattern curtains, torn."),
    "Holly": ("Holly bush at the gate wants cutting.", "Holly and tinsel still up from Christmas."),
    "Pearl": ("Pearl buttons missing off the good coat.", "Pearl barley soup on the stove."),
    "Charity": ("Charity shop had the cot for £15.", "Charity parcel came, mostly tins."),
    "August": ("August heat made the flat hard to bear.", "August holiday still not paid for."),
    "Clay": ("Clay from the garden walked all through.", "Clay modelling was chosen today."),
    "Rusty": ("Rusty bike frame blocking the stairs.", "Rusty nails sticking out of the fence."),
    "Basil": ("Basil growing in a pot, well cared for.", "Basil and tomato soup was on offer."),
    "Reed": ("Reed beds behind the site are not fenced.", "Reed matting put down on the wet."),
    "Merry": ("Merry mood in the house for once.", "Merry Christmas banner never taken down."),
}
"""What a word that is also somebody's first name says at the head of a sentence."""

ABBREVIATED: dict[str, tuple[str, ...]] = {
    "f": ("Stella Wragg", "Hermione Vasey", "Selina Winch", "Ingrid Ruane", "Glynis Pollitt"),
    "m": ("Saul Weatherill", "Horace Vinter", "Glen Pugsley", "Ivor Rook", "Selwyn Nance"),
}
PLACE_NAMED: dict[str, tuple[str, ...]] = {
    "f": ("Florence", "Carolina", "Chelsea-Jane", "Geneva", "Alexandria"),
    "m": ("Preston", "Kingston", "Bradford", "Denver", "Stirling"),
}
NEAR = (
    ("Kayden", "Hayden"), ("Riley", "Ryley"), ("Mason", "Jason"), ("Corey", "Rory"),
    ("Declan", "Deklan"), ("Kian", "Kieran"), ("Jaxon", "Jackson"), ("Reece", "Rhys"),
    ("Kelsey", "Chelsey"), ("Kayla", "Kaylah"), ("Demi", "Demie"), ("Amelie", "Amelia"),
    ("Shanice", "Chanice"), ("Freya", "Freyja"),
)  # fmt: skip
NEAR_SEX = dict.fromkeys(("Kelsey", "Kayla", "Demi", "Amelie", "Shanice", "Freya"), "f")

PETS: dict[str, str] = {
    "Joanne": "Jo-Jo", "Maureen": "Mo", "Tracey-Ann": "Trace", "Beverley": "Bev", "Karen": "Kaz",
    "Sheila": "She-She", "Dorothy": "Dot", "Janine": "Jan-Jan", "Stuart": "Stu", "Craig": "Craigy",
    "Darren": "Daz", "Trevor": "Trev", "Stanley": "Stan", "Norman": "Norm", "Colin": "Col",
    "Terence": "Terry", "Wilfred": "Wilf", "Philippa": "Pippa", "Imogen": "Immy",
    "Cordelia": "Cordy", "Rosalind": "Roz", "Harriet": "Hattie", "Felicity": "Fliss",
    "Beatrix": "Trixie", "Jemima": "Mima", "Rupert": "Rupe", "Crispin": "Crisp",
    "Susan": "Sue", "Janet": "Jan", "Carol": "Caz", "Angela": "Angie", "Denise": "Den",
    "Barbara": "Babs", "Wendy": "Wend", "Yvonne": "Vonnie", "Julie": "Jules", "Sandra": "Sand",
    "Lesley": "Les", "Marjorie": "Marge", "Graham": "Gray", "Keith": "Keefy", "Raymond": "Ray",
    "Philip": "Phil", "Geoffrey": "Geoff", "Barry": "Baz", "Ernest": "Ern", "Russell": "Russ",
    "Lexi-Mai": "Lex", "Kayla": "Kay-Kay", "Poppy-Rae": "Pops", "Skye-Louise": "Skye-Lou",
    "Chantelle": "Shanny", "Madison": "Maddie", "Harper": "Harps", "Amelie": "Melly",
    "Freya": "Frey", "Shanice": "Neecy", "Kelsey": "Kels", "Tia-Marie": "Titi",
    "Brooke": "Brookie", "Demi": "Dems", "Kai": "Kaikai", "Riley": "Riles", "Corey": "Coz",
    "Brandon": "Bran", "Reece": "Reecey", "Mason": "Mase", "Jaxon": "Jax", "Declan": "Dex",
    "Tyler-Jay": "TJ-Boy", "Callum": "Cal", "Dexter": "Dexy", "Kian": "Keeks", "Kayden": "Kade",
    "Alfie-Lee": "Alf", "Harley": "Harls", "Catriona": "Trina", "Eilidh": "Eils",
    "Bernadette": "Bernie", "Róisín": "Ro", "Siobhán": "Shiv", "Eamonn": "Eam",
    "Margaret-Ann": "Mags", "Angharad": "Hari", "Gwilym": "Gwil", "Agnieszka": "Aga",
    "Małgorzata": "Gosia", "Krzysztof": "Krzyś", "Zbigniew": "Zbyszek", "Mihaela": "Miha",
    "Rukhsana": "Ruki", "Jaswinder": "Jas", "Folasade": "Sade-Fola", "Babatunde": "Tunde",
    "Kwabena": "Kobby", "Winston": "Winnie-Boy", "Desmond": "Des", "Florence": "Flo",
    "Alexandria": "Lexandra", "Preston": "Prezzo", "Giuseppina": "Pina", "Salvatore": "Turi",
}  # fmt: skip

REAL_PEOPLE = frozenset(
    {
        "Susan Boyle", "Barbara Windsor", "Brian Cox", "Philip Schofield", "Phil Schofield",
        "Keith Schofield", "Graham Rigby", "Brandon Clarke-Hinds", "Wayne Rigby", "Neil Rolfe",
        "Dennis Nuttall", "Brian Bosworth", "Kate Bosworth", "Raymond Bowen", "Craig Bowen",
        "Philip Rolfe", "Angela Rippon", "Wendy Bowen", "Imran Malik", "Tariq Mahmood",
        "Imran Butt", "Stuart Pearce", "Sajid Mahmood", "Karen Carmichael", "Colin Parry",
        "Alan Parry", "Jim Bowen", "Laurence Bowen", "Kwame Boateng", "Derek Boateng",
        "Tyrone Mings", "Geoffrey Howells", "Kim Howells", "Rosalind Howells", "Darren Huckle",
        "Nadeem Malik", "Art Malik", "Colin Meredith-Ellis", "Delroy Samuels", "Keith Rowley",
        "Brian Duckworth", "Stanley Kershaw", "Hugo Rolfe", "Graham Greenhalgh", "Emeka Eze",
        "Kelechi Eze", "Julie Hesketh", "Joanne Catherall", "Thiago da Silva", "Marianne Rigby",
    }
)  # fmt: skip

SCHOOLS = (
    "St Bernadette's Catholic Primary", "Florence Melly Juniors", "Preston Lodge High",
    "The Stanley Ogden Academy", "Harriet Street Infants", "Sir Graham Balfour School",
    "Kingston Road Middle School", "Ysgol Bro Idris", "Denise Court Nursery",
    "King Ernest VI Grammar", "Hesketh Fold PRU", "Beatrix Potter Primary",
)  # fmt: skip
PLACES: dict[str, tuple[str, ...]] = {
    "council": ("Harrowdale", "Saltmarsh", "Northwold and Fenside", "Pendlemere", "Eastholme"),
    "ward": ("Florence Ward", "the Rupert Suite", "Rigby Ward", "Ward 4B (Rosalind)"),
    "hospital": ("the Royal Albert Edward", "Queen Philippa's", "Kershaw Memorial Hospital",
                 "the Florence Unit", "St Bernadette's Hospice"),
    "road": ("Stanley Street", "Great Bradford Row", "Harriet Terrace", "Wellington Walk",
             "Kingston Parade"),
    "team": ("Preston North End", "Stirling Albion", "the Ashcombe Arrows", "Stanley Park Rangers",
             "Bradford Bulls"),
    "brand": ("Ray Ban copies", "Harley jacket", "Ted Baker bag", "Russell Hobbs kettle",
              "Mason cash bowl", "Barbour coat"),
    "shop": ("Julie's Cuts", "Barry's Autos", "Geoff's Plaice", "Keith's News & Booze",
             "Wendy House Daycare", "Duckworth's Bakery"),
    "pub": ("the Lord Stanley", "the Duke of Kingston", "the Florence Arms", "the Prince Rupert",
            "the Keys & Archer"),
    "programme": ("Thomas the Tank", "Bob the Builder", "Trevor's Bus", "Caring Dads",
                  "Postman Pat", "Riding the Rapids"),
    "club": ("the Dorothy Wadham Hall", "the Wilfred Centre", "the Angela Rooms", "Barry Boxing",
             "the Felicity Trust hut"),
    "home": ("Kingston Grange", "The Harley Unit", "Rupert House", "Fulford View", "Larchfield"),
    "charity": ("the Marjorie Trust", "Barnardo's", "the Desmond Fund", "Rainbow Rosalind"),
    "church": ("St Philip's", "St Brian-on-the-Hill", "Ebenezer Chapel", "Our Lady of Lourdes"),
    "refuge": ("Harriet House", "the Yvonne Project", "Phoenix Court", "the Rita Centre"),
    "prison": ("HMP Stanley Moor", "HMP Bradford Hill", "HMYOI Rigby Bank", "HMP Fulford"),
    "surgery": ("the Carmichael Practice", "Kershaw Road Surgery", "Dorothy Lane Medical Centre"),
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
    called=("Ginge", "Bones", "Sparky", "Gypsy-Jay", "Noodle", "Smurf", "Bomber", "Tink", "Lofty",
            "Moggy", "Pud"),
    real_people=REAL_PEOPLE,
    ground=Ground(
        towns=(
            ("Rotherham", "S"), ("Barnsley", "S"), ("Hartlepool", "TS"), ("Accrington", "BB"),
            ("Rochdale", "OL"), ("Runcorn", "WA"), ("Telford", "TF"), ("Nuneaton", "CV"),
            ("Corby", "NN"), ("Boston", "PE"), ("Lowestoft", "NR"), ("Harlow", "CM"),
            ("Basildon", "SS"), ("Margate", "CT"), ("Eastbourne", "BN"), ("Crawley", "RH"),
            ("Poole", "BH"), ("Weymouth", "DT"), ("Bideford", "EX"), ("Camborne", "TR"),
            ("Gloucester", "GL"), ("Rhyl", "LL"), ("Merthyr Tydfil", "CF"), ("Llanelli", "SA"),
            ("Greenock", "PA"), ("Kilmarnock", "KA"), ("Dundee", "DD"), ("Falkirk", "FK"),
            ("Ashington", "NE"), ("Dagenham", "RM"), ("Tottenham", "N"), ("Deptford", "SE"),
        ),
        streets=(
            "Inkerman", "Bobbin", "Damson", "Weavers", "Fuller's", "Kiln", "Saltpan", "Hobart",
            "Rookery", "Coronation", "Clarence", "Tramway", "Miners", "Plover", "Curlew", "Sorrel",
            "Pit", "Furnace", "Abbotsford", "Tennyson", "Byron", "Hardwick", "Upper Dock",
            "Heol Isaf",
            "Marl Pits", "Bleach", "Dyehouse", "Copperas", "Elm Tree", "Silverdale", "Glebe",
            "Monks", "Old Barrack",
        ),
        ways=("Road", "Street", "Close", "Avenue", "Crescent", "Lane", "Walk", "Place", "Grove",
              "Court"),
        localities=(
            "Millfields", "Fenton Bank", "Overdale", "Nether Green", "Castletown", "Pentwyn",
            "Southend Fold", "Saltash End", "Pye Bridge", "Cowlairs", "Hag Fold",
        ),
        flats=("Flat 2, ", "Flat B, ", "Ground Floor, ", "Plot 4, ", "1/1, ", "Room 6, "),
    ),
    schools=SCHOOLS,
    places=PLACES,
    council="harrowdale.example",
    mails=("inkmail.example", "tiscan.example", "yonder.example", "mailbox.example"),
)  # fmt: skip
