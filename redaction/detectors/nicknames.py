"""What people in Britain are called besides their names, and how the same name is spelt otherwise.

Each line is of one name: whoever is listed by one of its words may be called by any other. The
lists are of the house, from general knowledge; they hold names of many languages, and nobody's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from rapidfuzz.distance import OSA

from redaction.detectors.normal import folded

_LEAST_MEANT = 4  # letters
_SHORT = """
aaron az azza ron
abigail abi abbie abby gail
abdul abdi abs abz
abdullah abdi abs
abdirahman abdi rahman
adam ads
adrian ade adie
agnes aggie nessie
agnieszka aga agusia
alan al
alastair ally al
albert bert bertie al alb
aleksander olek alek sasza
aleksandra ola olka sandra
alexander alex al sandy xander lex sasha alec
alexandra alex andra lexi lexie sandra sandy sasha xandra
alexandru alex sandu
alfred alf alfie fred freddie
alison ali allie
amanda mandy manda
amelia millie milly
andrea andie
andrew andy drew
andreea andra
andrzej jedrek
angela angie ange
anna ania anka annie
annabel annie bella
anthony tony ant
antonia toni
archibald archie
arthur art arty
barbara babs barb basia
barry baz bazza
bartosz bartek
bartlomiej bartek
beatrice bea trixie
benjamin ben benny benji
bernadette bernie detta
bernard bernie
bethan beth
bethany beth bethy
beverley bev
bradley brad
brandon bran
brendan bren
bridget bridie biddy
bronwen bron
calum cal
cameron cam
carol caz cazza
caroline caz caro carrie
catherine kate cathy katie kath cat katy kit kitty
charles charlie chas chaz chuck
charlotte charlie lottie lotty char
chelsea chels
cheryl chez chezza
chloe clo
christine chris chrissie tina
christina chris chrissie tina
christopher chris kit topher
clifford cliff
connor con
constance connie
courtney court
craig craigy
cynthia cindy
daniel dan danny
danielle dani danni elle
darren daz dazza dar
david dave davey davy dai
dawid dawidek
deborah deb debs debbie
declan dec
demi-leigh demi
denise den dee
dennis den
derek del dez
desmond des dez
diane di
diana di
dominic dom nic
donald don donny
donna don
dorothy dot dottie dolly
douglas doug dougie
edward ed eddie ted teddy ned
edmund ed eddie
eleanor ellie nell nora ellen
elizabeth liz lizzie beth betty eliza libby lisa bess betsy elsie
elzbieta ela
emily em emmie millie
emma em emmie
emmanuel manny
ethan eth
eugene gene
evelyn evie eve
ezekiel zeke
fatima fats fatou
felicity flick fliss
fiona fi
florence flo florrie flossie
frances fran frankie francie
francis frank frankie
franciszek franek
frederick fred freddie freddy
gabriel gabe
gabriella gabby ella
gareth gaz gar gazza
gary gaz gazza
gavin gav
gemma gem gems
geoffrey geoff
george georgie
georgina georgie gina
georgia georgie
gerald gerry ger
gerard gerry ger
gheorghe gigi gica
gillian gill jill gilly
gloria glo
graham gray
grzegorz grzesiek grzes
gwendoline gwen
hannah han
harold harry
harriet hattie harri
hayley hayls
helen nell nellie
henry harry hal hank
herbert bert herbie
holly hols
hugh hughie shug
hubert bert
ibrahim ibs ibby
imogen immy
ionut ionel
irene rene
isaac zac ike
isabella izzy bella issy belle
isabel izzy bella issy
isla isy
jacob jake
jacqueline jackie jacqui jacs
jade jadey
jakub kuba kubus
james jim jimmy jamie jem jay
jan janek jasiek
janet jan
janice jan
jasmine jas jaz jazz
jason jase jay
jayden jay
jean jeannie
jeffrey jeff
jennifer jen jenny jenna
jeremy jez jezza jem jerry
jerzy jurek
jessica jess jessie
joan joanie
joanna jo joey asia joasia
joanne jo
john johnny jack jock
jonathan jon jonny jono
jordan jord jordy
joseph joe joey
josephine jo josie
joshua josh
joyce joy
judith judy jude
julia jules
julie jules
juliet jules
justin jus
kacey-mae kacey kace
karen kaz kazza
katarzyna kasia kaska
kathleen kath kathy kay
kayleigh kay kayls
kazimierz kazik
keith keef
kelly kel kels
kenneth ken kenny
kerry kez kezza
kevin kev
kieran kier
kimberley kim kimmy
kirsty kirst
krzysztof krzysiek kris
kyle ky
laura lozza loz
lauren loz lozza
lawrence larry laz loz laurie
leanne lee lea
lee-anne lee
leonard len lenny leo
leroy lee roy
leslie les
lewis lew
liam li
lilian lil lily
linda lin lindy
lindsay linz
louis lou louie
louise lou
lucy luce lu
lukasz lukaszek
lynda lyn
lynne lyn
maciej maciek
maddison maddie maddy
madeleine maddie maddy
magdalena magda madzia
malcolm mal malc
malgorzata gosia malgosia goska
marcin marcinek
margaret maggie peggy meg marge madge mags greta rita daisy peg
maria marysia ria
marie ree
marilyn maz
marion maz
martin mart marty
mary molly polly mae
mateusz mati mateuszek
matilda tilly tilda
matthew matt matty
maureen mo
maurice mo moz
maxwell max
megan meg megs
melanie mel
melissa mel lissa
michael mike mick micky mickey mikey
michal misiek
michelle shell chelle mich
mihai misu mihaita
mildred millie
millicent millie milly
mohammed mo moh moe
moira mo
mustafa mus muz
nadeem nads
natalie nat nats
natasha tash tasha nat
nathan nate nath
nathaniel nate nat
nicholas nick nicky
nicola nic nicky nikki nicki
nicole nic nikki nicky
nigel nige
norman norm
oliver ollie olly
olivia liv livvy livi
oluwaseun seun
oluwatobi tobi
pamela pam
patricia pat trish patsy tricia patty paddy
patrick paddy pat rick packie
paul pauly
paula pauly
pawel pawelek
penelope penny
peter pete
philip phil pip
philippa pip pippa
phyllis phyl
piotr piotrek
priscilla cilla
rachel rach rache
rachael rach rache
rajesh raj
rajinder raj
ramona mona
raymond ray
rebecca becky bex becca becs beck
reginald reg reggie
rhiannon rhi
rhys rhysy
richard rich rick ricky dick rik
robert rob bob bobby robbie bert rab rabbie
roberta bobbie
roderick rod rory
rodney rod
roger rog
ronald ron ronnie
rosemary rose rosie
rosalind ros roz
roxanne rox roxy
russell russ
ryan ry
sabrina bri
salvatore sal
samantha sam sammy sammie
samuel sam sammy
sandra sandy san
sarah sal sally saz
sean seanie
sebastian seb
shannon shan shaz
sharon shaz shazza shaza
shane shaney
sheila shee
shirley shirl
sidney sid
simon si
sophie soph
stacey stace
stanislaw staszek stas
stefan fane
stephanie steph steffi stef
stephen steve ste stevie
steven steve ste stevie
stuart stu stew
susan sue susie suzy suze
susanna sue susie
suzanne sue suze suzy
sylvia syl
tabitha tabby tabs
tamara tam tammy
tanya tan
taylor tay
terence terry tel
teresa terry tess tessa tess
theodore theo ted teddy
theresa terry tess tessa
thomas tom tommy
timothy tim timmy
tomasz tomek
tobias toby
tracey trace
tyler ty
tyrone ty
valerie val
vanessa nessa ness
vasile vasi
veronica ronnie vera
victor vic
victoria vicky vick tori vix vicki
vincent vince vinny
vivienne viv
walter wally walt
wayne wayney
wendy wend
wilfred wilf fred
william will bill billy liam willy wills gwilym
winifred winnie freda
wojciech wojtek
yvonne vonnie eve
yusuf yus
zachary zac zach zak
zbigniew zbyszek
zoe zo
zuzanna zuza zuzia
"""

_SPELT = """
abdul abdal abdel abdoul
abdullah abdallah abdulla abdullahi
abdirahman abdurahman abdulrahman abdurrahman
ahmed ahmad achmed ahmet
aaliyah aliyah alia aliya
aidan aiden ayden aydan
aisha ayesha aysha aishah aicha ayisha
alan allan allen alun
alastair alistair alasdair alister alisdair
alison allison alyson
amir aamir ameer
ann anne
anthony antony
aoife eefa
asha aasha
asif aasif
ayaan ayan
bilal billal
brian bryan
bridget brigid bridgit
callum calum
caitlin kaitlin katelyn kaitlyn caitlyn caitlín
caoimhe keeva kiva
carl karl
carol carole karol
catherine katherine kathryn catharine katharine cathryn kathrine
cathy kathy
chantelle shantelle chantel chantal
cheryl sheryl
christine kristine
christina kristina cristina
christopher kristopher krzysztof
claire clare clair
conor connor
craig kraig
dafydd david
danielle daniele
darren daren darran
debbie debby
deborah debra
dennis denis
diane dianne
eileen aileen
elliot elliott eliot
erin eryn
euan ewan ewen
evan ifan
farah farrah
fatima fatimah fatma faatima fatuma fathima
fiona ffion
francis frances
gareth garath
geoffrey jeffrey geoffery
geoff jeff
gillian jillian
graham graeme grahame
guled guuleed
hannah hanna
hasan hassan hassaan
hayley hailey haley hayleigh
hussain hussein husain hussan hossain hussayn
ian iain
ibrahim ebrahim ibraheem
imran emran
iqbal ikbal
isabel isobel isabelle ishbel
isabella isobella
ismail ismael ismaeel
jamal jamaal
jaden jayden jaiden
jamie jaime
jane jayne
jasmine jasmin yasmin yasmine yasmeen
jean jeanne
jeffrey jeffery
joanne joan
john jon
jonathan jonathon johnathan
jaqueline jacqueline jacquelyn
katie katy kaity
karen karin
kaylee kayleigh kayley kaylie
kelly kelley kellie
khadija khadijah kadija hadija
khalid khaled
kieran ciaran kieron kieren
kimberley kimberly
kirsty kirstie
kyle kile
laila layla leila leyla
lauren loren
lawrence laurence
lee leigh
leah lea leia
leanne lianne leeanne leann
lesley leslie
lewis louis
lindsay lindsey lynsey linsey
lisa leesa
lynn lynne lyn
mahmud mahmood mehmood mahmoud
margaret margret
marion marian
mark marc
maryam mariam miriam meryem
matthew mathew
megan meghan meagan
michael micheal
michelle michele
mohammed muhammad mohamed muhammed mohammad mohamad mohamud muhamed
mustafa mostafa mustapha
nadia nadya
naim naeem
nasir naseer nasser
natalie nathalie natalia
neil neal
niamh neve
nicola nichola
nicholas nicolas nikolas
noor nur noora
omar umar omer
osman usman uthman othman
philip phillip
qasim kasim kassim
rachel rachael
rahim raheem
rahman rehman
rashid rasheed
rebecca rebekah
rhys reece rees reese
roisin rosheen
rosalind rosalyn
saeed sayed
sadia saadia
saima sayma
salim saleem selim
sara sarah
sean shaun shawn
shabana shabnam
sharif shareef
sian sharn
sinead shinade
siobhan shivaun chevonne shivonne
sofia sophia zofia
sophie sofie
stacey stacy stacie
stephanie stefanie
stephen steven stefan
stuart stewart
suleiman sulaiman sulayman suleman
susan suzan
suzanne susanne
tariq tarik tareq
teresa theresa
terence terrance terrence
tomas thomas tomasz
toni tony
tracey tracy tracie
vicky vicki vickie
wahid waheed
wasim waseem
yahya yahia
yusuf yousef youssef yusef yousuf yousaf yosef
yunus younis younus
zachary zachery
zahra zara zahrah
zainab zaynab zeinab zeynab
zoe zoey
begum begom
chaudhry choudhury chowdhury chaudhary chaudry choudhry
hassan hasan
hughes hewes
khan kahn
malik malick
mackenzie mckenzie
macdonald mcdonald
patel pattel
reid reed
shah sha
sheikh shaikh shaykh
smith smyth smythe
thompson thomson
clark clarke
davis davies
green greene
harris haris
johnson johnston johnstone
nicholson nicolson
o'neill o'neil
philips phillips
stephens stevens
stephenson stevenson
watts watt
wozniak vozniak
"""


def nicknames_of(name: str) -> frozenset[str]:
    """Return what somebody of this name, written without case, may be called besides.

    Of a short name that is: what it is short for, and other short ones if that is one name alone.
    """
    lines = _short().get(name, ())
    called: set[str] = set()
    for line in lines:
        called.update(line if name == line[0] or len(lines) == 1 else line[:1])
    return frozenset(called - {name})


def spellings_of(name: str) -> frozenset[str]:
    """Return how the same name is spelt by others who hear it: "Mohamed" for Mohammed."""
    if is_in_lists(name):
        return frozenset(word for line in _spelt().get(name, ()) for word in line) - {name}
    return _meant_by(name)


def is_in_lists(word: str) -> bool:
    """Say whether a word without case stands in one of the lists."""
    return word in _short() or word in _spelt()


@cache
def _meant_by(name: str) -> frozenset[str]:
    """Return the names of the lists that whoever typed one into a roster may have meant: "Blil"."""
    if len(name) < _LEAST_MEANT:
        return frozenset()
    known = (word for word in (*_short(), *_spelt()) if word[0] == name[0])
    return frozenset(word for word in known if OSA.distance(name, word, score_cutoff=1) == 1)


@cache
def _short() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    return _by_word(_SHORT)


@cache
def _spelt() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    return _by_word(_SPELT)


def _by_word(listed: str) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Return the lines in which a word stands."""
    lines: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for line in listed.strip().split("\n"):
        words = tuple(folded(line).split())
        for word in words:
            lines[word].append(words)
    return {word: tuple(found) for word, found in lines.items()}
