"""What everybody knows by a name: shops, clubs, figures, illnesses, scales.

Somebody may be called like a singer or a shirt: of those `may_be_known` tells, and they are asked
about. Surnames are here where they are part of more alone: "Clarks" is a family, and so is "Beck".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from recordkeeping.disclosure.findings import Span
from redaction.detectors.normal import folded
from redaction.detectors.shared import once_a_text

_SHOPS = """
Abercrombie and Fitch, Barclays Bank, Bargain Booze, Barnardo's, Barnardos, Benson and Hedges,
Bensons for Beds, Betfred, Black and Decker, Boohoo, Build a Bear, Bupa, Burger King, Cadbury,
Cadburys, Card Factory, Citizens Advice, Coram Voice, Costcutter, Crabtree and Evelyn,
Crew Clothing, Debenhams, Doc Martens, Dolce and Gabbana, Domino's, Dominos, Dr Martens, Dunelm,
Early Learning Centre, Farmfoods, Fisher Price, Five Guys, Foot Locker, Fortnum and Mason,
Gala Bingo, Glen's Vodka, Golden Virginia, Greggs, H Samuel, Haribo, Heron Foods,
Holland and Barrett, Home Bargains, Hovis, Irn Bru, JD Sports, Jack and Jones, Jaffa Cakes,
Jammie Dodgers, Jim Beam, Johnson and Johnson, Kellogg's, Kwik Fit, Ladbrokes, Lambert and Butler,
Lambrini, Lloyds Bank, Lucozade, Lyle and Scott, Mamas and Papas, Marks and Spencer, Mars Bar,
Mecca Bingo, Morrisons, Moss Bros, Mothercare, Mountain Warehouse, NatWest, Oliver Bonas, Pampers,
Papa John's, Papa Johns, Pizza Hut, Poundstretcher, Poundworld, Premier Inn, Procter and Gamble,
Rentokil, Ribena, Royal Mail, Russell and Bromley, Schuh, Serco, Shoezone, Slater and Gordon,
Smirnoff, Smith and Nephew, Smith and Wesson, Smyths Toys, Specsavers, Sports Direct, Stagecoach,
Superdry, Talk Talk, Tim Hortons, Toby Carvery, Toys R Us, Travelodge, Travis Perkins,
Victoria's Secret, Vimto, Virgin Media, Walkers Crisps, Wickes, Woolworths
"""
_CLUBS = """
Accrington Stanley, Aston Villa, Blackburn Rovers, Bolton Wanderers, Bradford Bulls, Bradford City,
Brighton and Hove Albion, Bristol Rovers, Burton Albion, Castleford Tigers, Charlton Athletic,
Crewe Alexandra, Crystal Palace, Dagenham and Redbridge, Derby County, Doncaster Rovers,
Forest Green Rovers, Greenock Morton, Hamilton Academical, Heart of Midlothian, Hibernian,
Hull City, Kidderminster Harriers, Kilmarnock, Leeds Rhinos, Leicester City, Leicester Tigers,
Leyton Orient, Lincoln City, Macclesfield Town, Milton Keynes Dons, Newport County, Norwich City,
Nottingham Forest, Notts County, Oldham Athletic, Partick Thistle, Plymouth Argyle, Port Vale,
Preston North End, Queen of the South, Queens Park Rangers, Raith Rovers, Ross County,
Sheffield Wednesday, St Helens, St Johnstone, St Mirren, Stockport County, Stoke City,
Tottenham Hotspur, Tranmere Rovers, Warrington Wolves, West Bromwich Albion, West Ham,
Wigan Athletic, Wigan Warriors, Wrexham, Wycombe Wanderers
"""
_FIGURES = """
Action Man, Andy Pandy, Ant and Dec, Bagpuss, Bart Simpson, Basil Brush, Batman, Ben and Holly,
Beryl the Peril, Biff and Chip, Big Ears, Bing Bunny, Blue Peter, Bluey, Bob the Builder, Bratz,
Britain's Got Talent, Buzz Lightyear, Byker Grove, Captain America, Captain Underpants,
Charlie and the Chocolate Factory, Connect Four, Coronation Street, Daddy Pig, Daffy Duck,
Danger Mouse, Darth Vader, Dennis the Menace, Desperate Dan, Diary of a Wimpy Kid, Dick and Dom,
Doctor Who, Donald Duck, Donkey Kong, Eeyore, Emmerdale, Father Christmas, Fireman Sam,
Fred Flintstone, Gandalf, George Pig, Gnasher, Grange Hill, Gruffalo, Guy Fawkes, Hansel and Gretel,
Hercule Poirot, Hermione Granger, Hey Duggee, Hollyoaks, Homer Simpson, Horrid Henry, Humpty Dumpty,
Iggle Piggle, In the Night Garden, Iron Man, Jack and Jill, Jack and the Beanstalk, Jack in the box,
Jekyll and Hyde, Katniss Everdeen, Kung Fu Panda, Lara Croft, Lightning McQueen, Lilo and Stitch,
Love Island, Luke Skywalker, Makka Pakka, Mario Kart, Mary Poppins, Meg and Mog, Mickey Mouse,
Minnie Mouse, Minnie the Minx, Mortal Kombat, Mr Bean, Mr Benn, Mr Tumble, Mrs Brown's Boys, Noddy,
Teddy Ruxpin,
Obi Wan Kenobi, Oliver Twist, Oor Wullie, Optimus Prime, Paddington Bear, Paw Patrol, Peppa Pig,
Percy the Park Keeper, Perfect Peter, Pingu, Postman Pat, Punch and Judy, Richard and Judy,
Roger the Dodger, Roland Rat, Romeo and Juliet, Roy of the Rovers, Rupert Bear, Rupert the Bear,
Santa Claus, Sarah and Duck, Scooby Doo, Shaun the Sheep, Sherlock Holmes, Snow White,
Sonic the Hedgehog, Sooty and Sweep, Spider Man, Spiderman, SpongeBob SquarePants, Spongebob,
Spot the Dog, Stick Man, Super Mario, Superman, Sylvanian Families, Teletubbies,
Thomas the Tank Engine, Tigger, Tinker Bell, Tinky Winky, Tom and Jerry, Upsy Daisy,
Wallace and Gromit, Waterloo Road, Willy Wonka, Winnie the Pooh, Wonder Woman, Yogi Bear
"""
_CALLED_AFTER = """
Achenbach, Alzheimer's, Alzheimers, Angelman, Apgar, Asperger, Asperger's, Aspergers, Awaab's Law,
Babinski, Baby P, Bene Anthony, Bowlby, Bowlby's, Braille, Braxton Hicks, Bronfenbrenner,
Bronfenbrenner's, Brook Traffic Light, Claire's Law, Clare's Law, Crohn's, Crohns, Cushing's,
Duchenne, Ehlers Danlos, Esmee Fairbairn, Fahlberg, Fraser guidelines, Gillick competence,
Gillick competent, Guillain Barre, Hashimoto's, Heimlich, Henoch Schonlein, Henry Smith Charity,
Hirschsprung's, Hodgkin's, Hodgkins, Ishihara, Joseph Rowntree, Klinefelter, Klinefelter's,
Leonard Cheshire, Likert, Makaton, Mantoux, Marfan, Marfan's, Martha's Law, Martha's Rule, Maslow,
Maslow's, Megan's Law, Mellow Parenting, Montessori, Munchausen, Munchausen's, Munchausens,
Ortolani, Osgood Schlatter, Pavlik, Perthes, Piaget, Piaget's, Prader Willi, Raynaud's, Raynauds,
Rorschach, Sarah's Law, Snellen, Theraplay, Tourette, Tourette's, Tourettes, Vineland, Vygotsky,
Webster Stratton, Wechsler
"""
_PERHAPS = """
Ada Lovelace, Alan Shearer, Alan Turing, Aldi, Alexa, Alexander Devine, Amy Winehouse, Andy Murray,
Ann Summers, Anne Frank, Anne Summers, Anthony Joshua, Anthony Nolan, Ariana Grande, Arnold Clark,
Aunt Bessie's, Barbie, Barratt Homes, Bear Grylls, Beatrix Potter, Ben Sherman, Benjamin Moore,
Bernard Matthews, Beyonce, Billie Eilish, Billy Elliot, Billy Joel, Bob Marley,
Bobbi Brown, Boris Johnson, Bright Horizons, Bruce Wayne, Bukayo Saka, Calvin Klein,
Captain Birdseye, Captain Cook, Captain Morgan, Carling, Cath Kidston, Charles Church,
Charles Dickens, Charles Tyrwhitt, Charles Worthington, Charlie Bigham's, Charlotte Bronte,
Charlotte Tilbury, Claire House, Clark Kent, Clement Clarke, Cole Palmer, Colonel Sanders,
Conor McGregor, Costa, Cristiano Ronaldo, Daisy Chain, David Beckham, David Bowie, David Lloyd,
David Walliams, David Wilson Homes, Declan Rice, Donald Trump, Donna Louise, Dorothy Perkins,
Douglas Macmillan, Dua Lipa, Ed Sheeran, Edith Cavell, Edward Jenner, Eileen Munro,
Elizabeth Arden, Elizabeth Finn, Elizabeth Garrett Anderson, Ellen MacArthur, Elsa, Elton John,
Elvis Presley, Emily Bronte, Emma Raducanu, Emmeline Pankhurst, Enid Blyton, Erling Haaland,
Estee Lauder, Evans Halshaw, Florence Nightingale, Francis House, Frankie and Benny's, Fred Olsen,
Fred Perry, Freddie Mercury, Gary Lineker, George Foreman, George Henry Lee, Giorgio Armani,
Gordon Ramsay, Grace Darling, Gulliver's World, Hannah Montana, Harry Kane, Harry Potter,
Harry Ramsden's, Harry Ramsdens, Harry Styles, Harvey Nichols, Heinz, Helen House,
Helena Rubinstein, Henri Lloyd, Henry Hoover, Holly Willoughby, Hugo Boss, Inspector Morse,
Isaac Newton, Jack Daniel's, Jack Frost, Jack Grealish, Jack Wills, Jacobs Bailiffs,
Jacqueline Wilson, James Bond, James Cook, Jamie Oliver, Jane Austen, Jane Tomlinson, Jeremy Kyle,
Jessica Ennis, Jessops, Jimmy Choo, Jimmy Savile, Jo Malone, Jo's Trust, Joe Wicks, John Frieda,
John Lewis, John Player, John Radcliffe, Johnnie Walker, Jones Lang LaSalle,
Joseph Rank, Jude Bellingham, Julia Donaldson, Justin Bieber, Karen Millen, Kate Spade,
Keir Starmer, Kelloggs, Kevin De Bruyne, Kurt Geiger, Kylian Mbappe, Kylie Minogue,
Laura Ashley, Lauren James, Leah Williamson, Lewis Capaldi, Lewis Hamilton,
Linda McCartney, Lionel Messi, Lisa Simpson, Lord Laming, Lowell Financial, Lucy Faithfull,
Malorie Blackman, Marc Jacobs, Marcus Rashford, Margaret Thatcher, Marie Curie, Marie Stopes,
Martin House, Martin Lewis, Mary Ainsworth, Mary Seacole, Max Factor, Max Mara, Merlin,
Michael Jackson, Michael Kors, Michael Morpurgo, Michael Page, Miss Marple, Mo Farah, Mo Salah,
Moana, Molly Mae, Morgan Sindall, Morphy Richards, Mother Teresa, Mr Kipling, Mr Muscle, Mr Sheen,
Nelson Mandela, Nelson Trust, Nicky Clarke, Nike, Nina Ricci, Noah's Ark, Olivia Rodrigo,
Paco Rabanne, Paddy Power, Paul Costelloe, Paul Mitchell, Paul Smith, Peter Connelly, Peter Pan,
Peter Parker, Phil Foden, Philip Pullman, Philippa Gregory, Phillip Schofield, Princess Diana,
Rachel House, Raheem Sterling, Ralph Lauren, Rapunzel, Rihanna, Rishi Sunak, Roald Dahl,
Robbie Williams, Robert Dyas, Robert Walters, Robin Hood, Robin House, Ronald McDonald,
Ronald McDonald House, Ronnie O'Sullivan, Rosa Parks, Russell Hobbs, Ryman, Sally Anne, Sam Smith,
Shrek, Simba, Simon Cowell, Siri, Sonic, Stella Artois, Stephen King, Stephen Lawrence,
Stephenie Meyer, Steve Irwin, Steven Gerrard, Stormzy, Sue Ryder, Taylor Swift, Taylor Wimpey,
Ted Baker, Tetley, Thierry Henry, Thomas Cook, Thomas Fudge's, Timpson, Tom Cruise, Tom Daley,
Tom Ford, Tom Gates, Tommee Tippee, Tommy Hilfiger, Toni & Guy, Tony Blair, Tony Stark,
Tracey Beaker, Tracy Beaker, Tyson Fury, Uncle Ben's, Usain Bolt, Victoria Climbie, Vinnie Jones,
Vivienne Westwood, Warburtons, Warren James, Wayne Rooney, Wilkinson's, Wilkinsons, William Hill,
William Shakespeare, Winston Churchill, Winston's Wish, Zoe's Place
"""
_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W\d_]+)*|&")
_MAY_BEGIN = re.compile(rf"(?<![^\W_])(?<![^\W_]['\u2019])(?![a-z0-9&])(?:{_WORD.pattern})")
_THE = re.compile(r"\b[Tt]he[ \u00a0\n]\Z")
_SAID_OF_SOMEBODY = re.compile(
    r"\b(?:mr|mrs|ms|miss|mx|dr|prof|pc|dc|ps|ds|sgt|cllr|nurse|aunt(?:ie|y)?|uncle|nana?|nanny|gran"
    r"|grand(?:ad|ma|pa)|cousin|brother|sister|called|named|n\u00e9e)\.?[ \u00a0]\Z",
    re.IGNORECASE,
)
_FAR, _LONGEST = 40, 80  # letters
_OWNERS = "'s"
_ILL = re.compile(
    r"(?:['\u2019]s)?[ \u00a0\n](?:disease|syndrome|palsy|chorea|(?:rating[ \u00a0])?scales?"
    r"|(?:rating|depression|anxiety|behaviou?r)[ \u00a0](?:scale|inventory)|inventory)(?![^\W_])",
    re.IGNORECASE,
)
_ILLNESSES_WORDS = """
addison addison's batten batten's bayley beck bell bell's conners connors crouzon down down's downs
edwards fabry gaucher graves griffiths huntington huntington's hunter hurler kawasaki kolb landau
moro noonan parkinson parkinson's pick reiter rett sever sever's still still's stockholm tanner
treacher turner turner's usher williams wilson wilson's
"""
_ILLNESSES = frozenset(_ILLNESSES_WORDS.split())
"""Surnames that illnesses and scales are called after."""

Phrases = Mapping[str, Sequence[tuple[str, ...]]]


def _phrases(*lists: str) -> Phrases:
    """Return phrases by their first word, as words without case."""
    by_first: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for phrase in ", ".join(lists).split(","):
        said = tuple(word for word, _ in _words(phrase))
        by_first[said[0]].append(said)
    return by_first


def _words(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[str, Span]]:
    for word in _WORD.finditer(text, start, len(text) if end is None else end):
        yield _plain(word[0]), word.span()


def _plain(word: str) -> str:
    plain = word.lower() if word.isascii() else folded(word).replace("\u2019", "'")
    return "and" if plain == "&" else plain


_NOBODYS = _phrases(_SHOPS, _CLUBS, _FIGURES, _CALLED_AFTER)
_ANYBODYS = _phrases(_PERHAPS)
_FIRST_WORDS = {word.removesuffix(_OWNERS) for of in (_NOBODYS, _ANYBODYS) for word in of}


def is_known(text: str, span: Span) -> bool:
    """Say whether what stands there is part of what nobody is called: "Lyle & Scott"."""
    if any(start <= span[0] and span[1] <= end for start, end in _beside(_standing(text)[0], span)):
        return True
    return folded(text[slice(*span)]) in _ILLNESSES and _ILL.match(text, span[1]) is not None


def may_be_known(text: str, span: Span) -> bool:
    """Say whether it is part of what is known, though somebody may be called so: "Harry Kane"."""
    return any(end > span[0] for _, end in _beside(_standing(text)[1], span))


def _beside(found: Sequence[Span], span: Span) -> Sequence[Span]:
    """Return the phrases that begin within a span, or not far before it."""
    return found[bisect_left(found, (span[0] - _FAR,)) : bisect_left(found, (span[1],))]


@once_a_text
def _standing(text: str) -> tuple[Sequence[Span], Sequence[Span]]:
    """Return where phrases stand, in order: what nobody is called, and what somebody may be."""
    nobodys, anybodys = list[Span](), list[Span]()
    for first in _MAY_BEGIN.finditer(text):
        word = _plain(first[0])
        if word.removesuffix(_OWNERS) not in _FIRST_WORDS or not first[0][0].isupper():
            continue
        for of, out in ((_NOBODYS, nobodys), (_ANYBODYS, anybodys)):
            begun = (*of.get(word, ()), *of.get(word.removesuffix(_OWNERS), ()))
            out.extend(_said_there(text, first.start(), begun) if begun else ())
    return nobodys, anybodys


def _said_there(text: str, start: int, phrases: Iterable[tuple[str, ...]]) -> Iterator[Span]:
    words = list(_words(text, start, start + _LONGEST))
    for phrase in phrases:
        said = words[: len(phrase)]
        whole = len(said) == len(phrase) and all(map(_is_said, said, phrase))
        if whole and not _is_of_people(text, start, phrase):
            yield start, said[-1][1][1]


def _is_said(said: tuple[str, Span], word: str) -> bool:
    return said[0] in (word, f"{word}{_OWNERS}")


def _is_of_people(text: str, start: int, phrase: Sequence[str]) -> bool:
    """Say whether somebody is meant, or a family: "Mr Wilkinson's flat", "the Morrisons"."""
    if _SAID_OF_SOMEBODY.search(text, max(0, start - _FAR), start):
        return True
    alone = len(phrase) == 1 and phrase[0].endswith("s")
    return alone and _THE.search(text, max(0, start - len("the ") - 1), start) is not None
