"""Names of many traditions, and what becomes of them: pet forms, spellings, look-alikes."""

from __future__ import annotations

TRADITIONS: dict[str, tuple[str, str, str]] = {
    "north": (
        "Shelley Donna Leanne Kirsty Gemma Tanya Joanne Beverley Maureen Stacey Demi Courtney",
        "Darren Wayne Craig Dean Gary Lewis Callum Barry Trevor Ryan Connor Keith",
        "Hebblethwaite Ogden Sugden Garside Pickles Clough Tattersall Ramsbottom Crabtree Haigh",
    ),
    "south": (
        "Felicity Imogen Harriet Penelope Jemima Rosalind Tamsin Philippa Cordelia Bryony",
        "Rupert Giles Hugo Alistair Dominic Crispin Toby Piers Julian Edmund",
        "Pettigrew Fanshawe Wyndham Lovelock Thackeray Prideaux Sallows Vane Cheverell Mundy",
    ),
    "plain": (
        "Karen Susan Julie Alison Denise Sandra Carol Wendy Paula Tina Janice Elaine",
        "Stephen Martin Neil Andrew Graham Philip Ian Adrian Nigel Simon Colin Stuart",
        "Bassett Mills Perkins Barlow Nash Frost Wheeler Sharp Baxter Lowe Coates Hobbs Dobson",
    ),
    "young": (
        "Lexi Maisie Skye Kayleigh Ellie-Mae Lacey Tilly Freya Poppy-Rae Amelie Scarlett Bonnie",
        "Jayden Kian Tyler Riley Alfie Mason Harley Archie Kai Reece Corey Jenson",
        "Mellor Stokes Dawes Kemp Rudge Tandy Gallop Foyle Bristow Cottle Hallam Skelton",
    ),
    "scots": (
        "Mairi Eilidh Isla Morag Catriona Fiona Ailsa Kirstin",
        "Hamish Fergus Angus Euan Struan Gregor Alasdair Murdo",
        "McIlwraith MacAskill Dunlop Buchan Geddes McQuarrie Rennie Auchterlonie",
    ),
    "irish": (
        "Siobhán Aoife Niamh Gráinne Bernadette Róisín Orla Caoimhe",
        "Seán Pádraig Declan Ciarán Eoin Fintan Diarmuid Oisín",
        "O'Driscoll Ní Bhriain|McGlinchey|O'Shaughnessy|Gilhooly|Rafferty|Tierney|Ó Flatharta",
    ),
    "traveller": (
        "Margaret-Ann Philomena Breda Kathleen Rosie-Lee Winnie",
        "Miley Paddy-Joe Felix Christy Tom-Joe Nelson",
        "Connors Cash Sheridan Mongan Doran Penfold",
    ),
    "welsh": (
        "Carys Angharad Bethan Nerys Lowri Ffion Siân Mererid",
        "Gethin Rhodri Iwan Emyr Dafydd Gwilym Ieuan Llŷr",
        "Pugh ap Rhys|Prosser|Llewelyn|Gittins|Beddoes|Parry|Bebb",
    ),
    "polish": (
        "Agnieszka Małgorzata Katarzyna Zofia Jadwiga Wioletta Bożena Kinga",
        "Krzysztof Paweł Zbigniew Mateusz Tomasz Jarosław Wojciech Kamil",
        "Wójcik Gołębiowski Kaczmarek Zając Sikora Pawlak Brzozowski Łuczak",
    ),
    "romanian": (
        "Mihaela Ionela Crina Raluca Ștefania Loredana Anca Viorica",
        "Vasile Costel Dragoș Ionuț Gheorghe Marius Răzvan Sorin",
        "Munteanu Dumitrescu Păun Lăcătuș Ciobanu Stoica Ungureanu Țurcanu",
    ),
    "punjabi": (
        "Harpreet Jasvinder Manjit Simran Kulwinder Parveen Rukhsana Samina",
        "Gurdeep Amrik Balbir Tariq Imran Nadeem Sukhdev Waqas",
        "Dhaliwal Sandhu Chaudhry Bhatti Grewal Mahmood Qureshi Johal Riaz",
    ),
    "bengali": (
        "Nazma Shirin Rehana Tahmina Sultana Farzana",
        "Abdul Kamrul Shafiq Monir Jahangir Rezaul",
        "Miah Chowdhury Talukder Begum Sarkar Uddin",
    ),
    "gujarati": (
        "Hansa Bhavna Minal Jyoti Kokila Dipti",
        "Jignesh Bharat Hitesh Kirit Paresh Dilip",
        "Vaghela Solanki Mistry Thakkar Parmar Chudasama",
    ),
    "somali": (
        "Hodan Fadumo Ifrah Sagal Ubah Nimco",
        "Abdirahman Liban Guled Mahad Yusuf Warsame",
        "Farah Jama Abdi Warfa Hersi Dualeh Omar",
    ),
    "nigerian": (
        "Folasade Ngozi Yetunde Chiamaka Adaeze Temitope",
        "Babatunde Emeka Olumide Chukwudi Tunde Obinna",
        "Adeyemi Okonkwo Ogunleye Nwosu Balogun Eze Afolabi",
    ),
    "ghanaian": (
        "Akosua Adwoa Efua Abena Esi Comfort",
        "Kwame Kofi Yaw Kojo Kwabena Ebo",
        "Boateng Asante Owusu Amponsah Quaye Tetteh",
    ),
    "caribbean": (
        "Marcia Sonia Claudette Shanice Beverly-Ann Yvonne",
        "Leroy Winston Delroy Errol Jermaine Tyrone",
        "Grant Blackwood Bartley Pinnock Gayle Lindo Duhaney",
    ),
    "chinese": (
        "Mei-Ling Xiaoyan Yuk-Ling Lihua Jing Suet",
        "Wei Zhiqiang Ka-Ho Jianguo Chun-Kit Hao",
        "Cheung Zhou Lau Xu Ng Tsang Huang",
    ),
    "turkish": (
        "Ayşe Gülşen Zeynep Özlem Emine Dilek",
        "Mehmet Çağlar Oğuz Kemal Hüseyin Serkan",
        "Yılmaz Öztürk Çelik Şahin Aydoğan Koç",
    ),
    "kurdish": (
        "Shilan Bahar Rojin Nasrin Tara Chro",
        "Azad Karwan Rebwar Diyar Hiwa Aram",
        "Mahmoud Rostami Ahmadi Salih Karimi Barzanji",
    ),
    "portuguese": (
        "Conceição Inês Lurdes Beatriz Fátima Filomena",
        "João Tiago Vítor Nuno Rui Gonçalo",
        "Figueiredo Conceição Magalhães Teixeira Simões Brandão",
    ),
    "ukrainian": (
        "Oksana Lyudmyla Halyna Nadiia Iryna Kateryna",
        "Oleksandr Bohdan Serhii Mykola Yaroslav Taras",
        "Kovalchuk Shevchuk Bondarenko Tkachenko Hrytsenko Lysenko",
    ),
    "dutch": (
        "Marijke Saskia Femke Anneke Ilse Loes",
        "Joost Pieter Ruud Bram Sjoerd Maarten",
        "van der Meer|de Groot|van Rijn|ten Hoeve|de Klerk|van Wyk",
    ),
    "tamil": (
        "Tharshini Kavitha Vasanthi Nirmala Sumathi Priya",
        "Suresh Ravindran Jeyakumar Sivan Kumaran Prakash",
        "Selvarajah Nadarajah Sivakumar Ponnambalam Thevarajan Rajaratnam",
    ),
}

ACCENTED: dict[str, tuple[str, ...]] = {
    "f": ("Renée Béchard", "Zoë Castañeda", "Chloé Lefèvre", "Inés Muñoz", "Aimée Hüttl"),
    "m": ("José Ibáñez", "André Côté", "Jürgen Böhm", "Raúl Peña", "Søren Lindqvåg"),
}

TRANSLITERATED: dict[str, tuple[tuple[str, str], ...]] = {
    "f": (
        ("Fatima El-Masri", "Fatma El Masry"),
        ("Yulia Zhukova", "Julia Jukova"),
        ("Maryam Hussain", "Mariam Hussein"),
        ("Khadija Sheikh", "Kadija Shaikh"),
        ("Ayesha Siddiqui", "Aisha Siddiqi"),
    ),
    "m": (
        ("Mohammed Choudhary", "Muhammad Chowdhari"),
        ("Yousef Haddad", "Yusuf Hadad"),
        ("Ahmed Abdullahi", "Ahmad Abdulahi"),
        ("Dmitri Volkov", "Dmitry Wolkow"),
        ("Osman Sharif", "Usman Shareef"),
    ),
}

DOUBLED: dict[str, tuple[str, ...]] = {
    "f": ("Lorna Achebe-Price", "Jodie Rook-Hanley", "Sadie Fearn-Abbott", "Gail Ilori-Marsh"),
    "m": ("Marlon Bright-Osei", "Shaun Tulley-Orme", "Kieron Dacre-Wills", "Glyn Moss-Tranter"),
}

WORDS: dict[str, tuple[str, ...]] = {
    "f": ("Hope Winter", "Grace Field", "Summer Dale", "Joy Fisher", "Faith Green", "May Rivers"),
    "m": ("Will Power", "Mark Young", "Chase Field", "Art Carpenter", "Rich Marsh", "Bill Small"),
}

ABBREVIATED: dict[str, tuple[str, ...]] = {
    "f": ("Selina Whitlock", "Sheila Wardle", "Hilary Venn", "Heidi Vickers", "Tessa Mabbott"),
    "m": ("Spencer Wragg", "Sidney Warboys", "Harvey Varley", "Hector Vaughn", "Terry Munt"),
}
"""People whose initials are also a role or a team: SW, HV, TM."""

PLACE_NAMED: dict[str, tuple[str, ...]] = {
    "f": ("Chelsea", "Paris", "Florence", "Charlotte", "Georgia", "Sydney"),
    "m": ("Jordan", "Nelson", "Harold", "Preston", "Stafford", "Chester"),
}

NEAR = (
    ("Jayden", "Kayden"), ("Riley", "Rylee"), ("Ellie", "Elsie"), ("Mia", "Maia"),
    ("Aiden", "Hayden"), ("Lily", "Lilly"), ("Amaya", "Anaya"), ("Tyler", "Taylor"),
    ("Kian", "Kieran"), ("Demi", "Remi"), ("Zak", "Zack"), ("Hanna", "Hannah"),
)  # fmt: skip

NEAR_SEX = {"Ellie": "f", "Mia": "f", "Lily": "f", "Amaya": "f", "Demi": "f", "Hanna": "f"}

PET: dict[str, str] = {
    "Margaret-Ann": "Mags", "Stephen": "Ste", "Andrew": "Drew", "Philip": "Pip", "Susan": "Sue",
    "Alison": "Ali", "Sandra": "Sandy", "Wendy": "Wends", "Julie": "Jules", "Martin": "Marty",
    "Joanne": "Jo", "Beverley": "Bev", "Maureen": "Mo", "Stacey": "Stace", "Courtney": "Corty",
    "Darren": "Daz", "Gary": "Gaz", "Barry": "Baz", "Trevor": "Trev", "Callum": "Cal",
    "Lewis": "Lew", "Connor": "Con", "Leanne": "Lee", "Kirsty": "Kirst", "Donna": "Don",
    "Felicity": "Fliss", "Harriet": "Hattie", "Penelope": "Penny", "Rosalind": "Ros",
    "Philippa": "Pippa", "Alistair": "Al", "Dominic": "Dom", "Julian": "Jules", "Edmund": "Ned",
    "Imogen": "Immy", "Jemima": "Mima", "Cordelia": "Delia", "Denise": "Den", "Janice": "Jan",
    "Neil": "Neilly", "Graham": "Gray", "Adrian": "Ade", "Nigel": "Nige", "Simon": "Si",
    "Colin": "Col", "Stuart": "Stu", "Kayleigh": "Kay", "Ellie-Mae": "Els", "Scarlett": "Scar",
    "Maisie": "Mais", "Amelie": "Ammy", "Jayden": "Jay", "Alfie": "Alf", "Archie": "Arch",
    "Jenson": "Jense", "Harley": "Harls", "Catriona": "Trina", "Alasdair": "Ally",
    "Bernadette": "Bernie", "Siobhán": "Shiv", "Declan": "Dec", "Kathleen": "Kath",
    "Philomena": "Phil", "Angharad": "Haz", "Bethan": "Beth", "Agnieszka": "Aga",
    "Małgorzata": "Gosia", "Katarzyna": "Kasia", "Krzysztof": "Krzys", "Mateusz": "Mati",
    "Tomasz": "Tomek", "Mihaela": "Miha", "Gheorghe": "Gigi", "Harpreet": "Harp",
    "Jasvinder": "Jas", "Gurdeep": "Gurdy", "Babatunde": "Baba", "Folasade": "Sade",
    "Temitope": "Temi", "Jermaine": "Jay-Jay", "Tyrone": "Ty", "Winston": "Winnie",
    "Oleksandr": "Sasha", "Kateryna": "Katya", "Lyudmyla": "Lyuda", "Beatriz": "Bia",
    "Hüseyin": "Hus", "Abdirahman": "Abdi", "Spencer": "Spence", "Hilary": "Hils",
    "Charlotte": "Lottie", "Florence": "Flo", "Georgia": "George", "Chelsea": "Chels",
    "Jordan": "Jords", "Harold": "Harry", "Nelson": "Nels", "Tyler": "Ty", "Mohammed": "Mo",
    "Kayden": "Kade", "Hayden": "Haydo", "Tamsin": "Tam", "Rupert": "Rupe", "Reece": "Reecey",
}  # fmt: skip

REAL_PEOPLE = frozenset(
    {
        "Neil Young", "Will Young", "Ian Mills", "Kate Moss", "Hugo Boss",
        "Simon Mayo", "Martin Frost", "Stephen Frost", "Nick Frost", "David Frost",
        "Andrew Sharp", "Wayne Rooney", "Gary Barlow", "Ronnie Barker", "Roy Keane",
        "Nigel Pearson", "Johnny Cash", "Harold Wilson", "Richard Grant", "Hugh Grant",
        "Victoria Climbié", "Peter Connelly", "Daniel Pelka", "Star Hobson", "Maria Colwell",
        "Jasmine Beckford", "Khyra Ishaq", "Arthur Labinjo-Hughes", "Sara Sharif",
        "Kemal Özturk", "Tina Hobbs", "Wendy Craig", "Tom Baker", "Sheridan Smith",
    }
)  # fmt: skip
"""Well-known people whom a draw of names could hit; nobody here may be called so."""
