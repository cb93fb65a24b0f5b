import { setOf } from './words.ts';

/** First names by which people go in the Netherlands, as far as they are no Dutch or English word too. */
export const FIRST_NAMES = setOf(`
  aad aaltje abdel abdelkader abdul abdullah achmed adam adriaan adriana adrie agnes agnieszka ahmed ahmet aisha
  albert alberto alex alexander alexandra ali alice alicia alida alina amina amira amy ana anastasia andrea andreas
  andrzej aneta angela angelique anja anke ann anna anne anneke annelies annemarie annemiek annet annette annie anouk
  anton antonia antonio antoon arend arie arjan arjen arno arnold arthur astrid ayse aziz barbara bart bas bastiaan
  beata beatrix bernadette bernard bert bertus betty bianca bilal bob boris bram brenda brian britt bruno carel carin
  carina carla carlijn carlo carlos carmen carola carolien caroline catharina cees celine cemal chantal charlotte
  chris christa christel christiaan christian christina christine cindy claire claudia coen cor corine corinne
  cornelia cornelis corrie daan damian daniel danielle danny daphne david debbie debora deborah denise dennis derk
  desiree diana dick diederik dieter dilek dimitri dina dirk dominique donna dorien dorota douwe dylan eddy edith
  edwin eefje eelco elif eline elisabeth elise elizabeth ellen els elsa elsbeth elske emiel emily emine emma emre eric
  erica erik erika ernst erwin esmee esra esther eva evelien eveline ewa fabian fadime farid fatiha fatima fatma femke
  ferdinand fien fleur floortje floris francien francis francisca frank frans fransje fred freddy frederik freek frits
  gabriel gabrielle geert geertje gemma geoffrey george gerard gerda gerrie gerrit gert gertjan gijs gijsbert gina
  giovanni grace greet greetje greta grietje grzegorz guido gulsen gus guus hakan halil halima hamid hamza hanna
  hannah hanneke hannie hans harold harrie harry hasan hassan hatice heidi hein heleen helena hendrik hendrika henk
  hennie henny henri henriette henrik herman hermien hicham hilda hilde hugo huib huseyin hussein huub ibrahim ilse
  imane imke ina ineke inez inge ingeborg ingrid irene iris irma isa isaac isabel isabella isabelle iwona jaap jacco
  jack jacob jacoba jacqueline jacques jaime jakob jamal james jamila jan jana jane janet janine janneke jannie jantje
  jaroslaw jasmijn jasmina jasper jeanette jeanine jeannette jef jelle jennifer jenny jeroen jessica jet jettie jim
  jimmy joan joana joanna joep johan johanna johannes john johnny jolanda jolien jonas jonathan joop joost jordy joris
  jos jose josefien joseph josephine joshua joyce judith julia julian julie jurgen jurrien justin kamil karel karen
  kari karim karin karolina kasper katarzyna kate katharina katja katrien kees kelly kemal kenneth kevin khalid klaas
  klaasje koen koenraad kris krystyna krzysztof kurt laila lana lara larissa lars laura laurens lena lenie lennart leo
  leon leonie leontien lia lidia lieke liesbeth liesje lilian linda lindsay lisa lisanne lisette lotte louis louise
  lous luc lucas lucia lucien lucy luuk lydia maaike maarten machteld maciej madelon magdalena malgorzata malika manon
  marc marcel marcella marco margaret margreet margriet maria mariam mariama marian marianne marie marieke mariel
  marielle marijke marijn marina mariska marit marja marjan marjolein marjon marleen marlies marloes marnix marta
  martha martijn martin martina martine mary maryam mathieu mathijs mats matthew matthias matthijs maud maureen
  maurice maurits mehmet melanie melissa merel merve meryem mia michael michaela michal michel michelle michiel mieke
  miep mike milan milou mimoun miranda miriam mirjam moh mohamed mohammad mohammed mona monica moniek monika moniqe
  monique mounir mourad muhammad murat mustafa nabil nadia nadine najib nancy naomi natalia natalie natasha natasja
  nathalie nelleke nellie nicky nico nicolaas nicole niek niels nienke nils nina noah noor noortje nora noud noura
  oksana oleksandr olena olga olivier omar orlando oscar osman otto paola pascal patricia patrick paul paula pauline
  pawel peggy peter petra philip pia piet pieter pieternel pim pinar piotr quinten rachel rachid rafael rafal ralph
  ramon ramona rana raoul rashid raymond rebecca reinier reinout remco renate rene renee renske ria rianne richard
  rick rieke rients rik rinus rita rob robbert robert roberto robin roderick roel roelof rogier roland rolf ron ronald
  ronny rosa rosalie rosanne rosemarie ruben rudolf rudy rutger ruth ruud ryan saar sabina sabine sabri sabrina salim
  salma samantha samir samira samuel sander sandra sanne sara sarah saskia sebastiaan sebastian selma semra serdar
  serge sharon sheila shirley sibel siebe siem sien sietske sigrid silvia simon simone sjaak sjoerd sjors sofia sofie
  sonja sophia sophie soufiane stan stefan stefanie stella stephan stephanie steven stijn suleyman susan susanne suzan
  suzanne sven svetlana sylvia sytske tamara tanja tara tatiana tessa thea theo thijs thom thomas tiemen tijn tim timo
  timothy tina tineke tom tomas tomasz tommy ton toos trees truus tuncay tyler ursula valentina vanessa vera veronique
  victor victoria vincent viola violet wesley wessel wiebe wiel willeke willem willemijn wilma wim wolfgang wouter
  xander yara yasemin yasin yasmin yasmina yolanda youssef youssra ype yusuf yvette yvonne zahra zbigniew zeynep zoe
  zofia
`);

/** Names that may be words too: with a capital letter inside a sentence, or where the word is not known. */
export const CAPITAL_NAMES = setOf(`
  amber andre elke harm inga kim leen lies max said sam sue wil roos ada loes menno mark floor joy hope bo linde wouter
 
  jansen janssen jansens janssens hendriks hendrix peters pieters willems jacobs vries dijkstra hoekstra postma veenstra boersma
  mulders smits smit maas schouten schmidt meijer meyer meijers hermans martens evers gerritsen driessen dekkers wouters
  verhoeven vermeulen verbeek verhagen verschuren hofman hoffman huisman huizinga bosman bosch berg dijk dam leeuwen beek
  linden heijden heuvel broek kuipers kuijpers kok koster timmermans timmerman jonker molenaar visser bakker mulder dekker
  yilmaz kaya demir celik sahin yildiz ozturk aydin ozdemir arslan
  amrani idrissi bouzid elhaddad haddad benali nguyen singh khan kumar kowalski kowalska nowak wisniewski wojcik lewandowski
  pinas ramdin smith johnson williams
`);

/** Companies that many people work for, and that the content may name. */
export const COMPANIES = setOf(`
  heijn jumbo lidl aldi hema kruidvat etos postnl kpn rabobank amro philips asml shell ikea coolblue blokker hornbach primark klm
  dhl dpd picnic thuisbezorgd uber randstad tempoteam manpower adecco zeeman wibra xenos amazon prorail vattenfall eneco achmea
`);

export const PARTICLES = setOf(
  'van de der den ter ten te het in el al la le di da dos del von zu op bin ben ibn st vd',
);

/** After these comes a name, whatever it is. */
export const INTRODUCTIONS: readonly string[] = [
  ...[
    'ik heet',
    'mijn naam is',
    'm n naam is',
    "m'n naam is",
    'mn naam is',
    'me naam is',
    'zijn naam is',
    'haar naam is',
  ],
  ...[
    'my name is',
    'his name is',
    'her name is',
    'name s',
    'groetjes',
    'groetjes van',
    'groeten van',
    'gr',
    'grtjs',
    'mvg',
  ],
  ...[
    'liefs',
    'hoogachtend',
    'ondergetekende',
    'best regards',
    'kind regards',
    'sincerely',
    'nazywam sie',
    'mam na imie',
  ],
  ...['benim adim', 'je m appelle', 'ich heisse', 'mein name ist', 'me llamo', 'mi nombre es'],
];

/** After these comes a name, with a capital letter or as a word that is not known. */
export const LABELS: readonly string[] = [
  ...[
    'heet',
    'heette',
    'naam is',
    'naam',
    'voornaam',
    'achternaam',
    'genaamd',
    'noem me',
    'noem mij',
    'namens',
    'name is',
  ],
  ...[
    'name',
    'named',
    'call me',
    'groeten',
    'groet',
    'grt',
    'grtz',
    'vr gr',
    'regards',
    'cheers',
    'on behalf of',
    'called',
  ],
];

/** After these may come a name. */
export const PERHAPS = ['ik ben', 'i am', 'i m', 'im', 'dit is', 'this is', 'hier', 'met', 'jestem', 'ben ik'];

/** After these comes a name, with a capital letter or as a word that is not known. */
export const TITLES = setOf(`
  mevrouw mevr mw mvr mej meneer menneer mijnheer heer hr dhr heren dokter dr drs ir mr prof ing bc zuster broeder tante oom opa oma
  mister mrs ms miss sir madam doctor familie fam professor dominee pastoor juf meester
`);

/** Who a person talks about: a name may follow. */
export const ROLES = setOf(`
  werkgever werkgeefster baas bazin chef leidinggevende manager directeur teamleider teamleidster afdelingshoofd supervisor
  collega medewerker medewerkster werknemer werkneemster coach jobcoach casemanager bedrijfsarts arbeidsdeskundige huisarts psycholoog
  begeleider begeleidster contactpersoon adviseur adviseuse verzekeringsarts advocaat man vrouw zoon dochter partner vriend vriendin
  moeder vader broer zus zusje ouders kind echtgenoot echtgenote buurman buurvrouw neef nicht schoonmoeder schoonvader ex
  arts fysiotherapeut therapeut behandelaar maatschappelijkwerker hoofd eigenaar ondernemer
  boss employer employee colleague husband wife son daughter brother sister mother father friend lawyer hr
  bureau bedrijf re-integratiebureau reintegratiebureau arbodienst arbo organisatie firma company school klant winkel
`);

/** Before a company, with "werk" and the like or without. */
export const AT = setOf('bij bij by at via');

/** After these comes a place. */
export const LIVING = setOf('woon woont wonen wonend wonende woonachtig woonde verhuisd live lives living');
export const PLACE_PREPOSITIONS = setOf('in te aan op bij naar uit van at on de het the');

/** What a person does: before it may stand a name that begins a sentence. */
export const DOINGS = setOf(`
  zegt zei zeggen heeft had is was wil wilde kan kon mag moet moest vindt vond vraagt vroeg belt belde mailt mailde werkt werkte komt kwam
  gaat ging doet deed stuurt stuurde schrijft schreef geeft gaf weet wist denkt dacht zal zou wordt werd blijft says said has wants wanted thinks
  told asked works called en and
`);

/** Behind these a word that nobody knows is most often a name. */
export const BESIDE_NAMES = setOf(`
  kan mag moet zal zegt zei belt belde mailt met van door aan tegen can may must with from by
`);

/** Never a name, whatever comes before them. */
export const NO_NAMES = setOf(`
  niet geen nog nu al ook wel echt heel erg zo te de het een mijn jouw uw je ik jij u hij zij ze we wij jullie me mij maar en of want
  dus als dan dat die dit deze wie wat waar wanneer waarom hoe welke mag kan kun moet moeten wil hoef is was ben bent zijn heb hebt heeft
  not no the a an my your i you he she it we they and or but if then that this who what where when why how which may can must
  will is was am are were have has do does for to of on in at with from by aan af bij door in met na naar om onder op over per sinds tegen
  tot tussen uit van via voor vanaf zonder er hier daar eens soms vaak altijd nooit iets niets iemand niemand alles ziek beter werk thuis bang
  blij moe klaar bezig gestopt begonnen werknemer werkgever hr jarig oud man vrouw alleen samen weer pas net
`);

/** Capitals and words of everyday life that an answer may not hold; none is a name. */
export const EVERYDAY_WORDS = setOf(`
  nederland nederlands nederlandse belgie belgisch duits duitsland engels europa europees eu poolse pools turks arabisch spanje
  hallo hoi hey hi dag goedemorgen goedemiddag goedenavond beste geachte dear hello bedankt dank thanks dankjewel alvast groet ok oke ja nee
  whatsapp teams outlook excel word internet google linkedin indeed facebook chatgpt ai bot
  bw ww wao wajong wia wga iva ziektewet zw wvp wlz wmo pgb cao hr hrm or vso rvu lkv cv pva fml izp riv ado do uwv svb ap avg rsi
  maandag dinsdag woensdag donderdag vrijdag zaterdag zondag monday tuesday wednesday thursday friday saturday sunday
  god kerst nl en bv nv aow wml atv adv ggd ad avs b v p o m
  i im ive id ill dont cant wont isnt
`);
