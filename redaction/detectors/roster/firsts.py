"""First names that women have, and those that men have: no Karen is "Mr Bradshaw".

Only names that hardly anybody of the other sex has: a "Sam" may have any title. They never say who
is meant: they only keep a name from being shown that may be another's.
"""

from __future__ import annotations

_HERS_WORDS = """
abigail adele agnes agnieszka aisha alexandra alice alison amanda amelia amy angela anita ann anna
anne annette anthea audrey barbara beatrice belinda bernadette beryl beth bethany betty beverley
bridget bronwen caitlin carla carole caroline catherine celia charlotte cheryl chloe christina
christine claire clare colette daphne dawn deborah debra denise diana diane donna doreen doris
dorothy eileen elaine eleanor elena elizabeth ellen ellie eloise elsie emily emma erin esther ethel
eunice eva evelyn farah fatima felicity ffion fiona florence frances freya gail gaynor gemma
georgia georgina geraldine gillian gladys glenda glenys gloria grace greta gwen gwendoline hannah
harriet hazel heather heidi helen helena hilda imogen ingrid irene iris isabel isabella isobel
jacqueline jade jane janet janice janine jasmine jeanette jemma jennifer jenny jessica jill joan
joanna joanne jodie josephine joy joyce judith julia julie june karen kate katherine kathleen
kathryn katie katrina kayleigh keeley kirsten kirsty laura lauren leanne lesley lillian linda lisa
lois lorna lorraine louise lucy lydia lynda lynn lynne mabel madeleine mandy margaret maria marian
marie marilyn marion marjorie martha mary maureen maxine megan melanie melissa michelle mildred
miriam moira molly monica muriel nadia nancy naomi natalie natasha niamh nichola nicola nina nora
norma olive olivia pamela patricia paula pauline penelope petra philippa phoebe phyllis polly priya
rachael rachel rebecca rhiannon rita roberta rosalind rose rosemary rosie ruby ruth sabrina sally
samantha samina sandra sara sarah sharon sheila shirley shona sian siobhan sonia sophia sophie
stacey stella stephanie susan susanna suzanne sylvia tamara tamsin tanya tara teresa thelma theresa
tina tracey tracy una valerie vanessa vera veronica victoria violet wendy winifred yasmin yvonne
zainab zara zoe
"""
_HIS_WORDS = """
aaron abdul adam adrian ahmed alan albert alexander alfred ali alistair allan amir andrew andrzej
anthony antony archie arthur barry benjamin bernard bilal brendan brian bruce callum cameron carl
cecil charles christopher clifford clive colin connor craig cyril damian daniel darren david dean
declan dennis derek desmond dominic donald douglas duncan dylan edmund edward edwin eric ernest
ethan euan fergus francis frank frederick gareth garry gary geoffrey george gerald gerard gilbert
giles gordon graeme graham grant gregory guy hamish harold harry harvey hassan henry herbert howard
hugh hussain huw iain ian ibrahim imran isaac ivan ivor jack jacob jake james jason jeffrey jeremy
john jonathan joseph joshua julian justin karl keith kenneth kevin kieran lawrence leo leonard
lewis liam lloyd louis luke malcolm marcus mark martin matthew maurice maxwell michael mohamed
mohammad mohammed muhammad nathan neil nicholas nigel norman oliver omar oscar oswald owen patrick
paul percy peter philip phillip piotr quentin ralph raymond reginald rhodri rhys richard robert
roderick rodney roger roland ronald rory roy rupert russell ryan samuel sanjay scott sean sebastian
shaun sidney simon stanley stephen steven stewart stuart tariq terence thomas timothy toby trevor
tristan tyrone vernon victor vincent walter wayne wilfred william winston yusuf zachary
"""
HERS = frozenset(_HERS_WORDS.split())
HIS = frozenset(_HIS_WORDS.split())
