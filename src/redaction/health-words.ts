import { setOf } from './words.ts';

/** What a word that names an illness, a complaint or a treatment holds, wherever it stands in it. */
export const ILLNESS_STEMS: readonly string[] = [
  ...setOf(`
    kanker cancer kanser krebs nowotwor tumor tumeur carcinoom melanoom leukemi lymfoom lymphom sarcoom metasta uitgezaaid
    hernia artros arthros artrit arthrit reuma rheuma fibromyalg sclerose sclerosis epilep parkinson alzheimer
    dementi migrain beroert infarct hartaanval hartfalen hartritme trombos thrombos embolie aneurysm angina
    diabet suikerziekte insulin astma asthma copd longcovid covid corona longziekte pneumoni tuberculos
    crohn colitis hepatit cirros nierziek nierfalen dialys hiv aids soa
    depres neerslachtig burnout burntout overspan psychos psychot psychiat psycholo schizo bipola borderline autis asperger adhd
    ptss ptsd trauma anorex boulimi bulimi verslav verslaaf alcoholis alcoholic drugs cocain suicid zelfmoord zelfdoding
    fobie phobia paniekaan paniekst dwangstoornis angststoornis stoornis disorder dyslex
    whiplash tinnitus carpaal tendinit bursit slijmbeurs ischias lumbago scoliose osteopor hersen dwarslaesie verlam
    miskraam miscarriage endometrio zwangerschapsvergift bekkeninstab hyperemesis prikkelbaredarm eczeem psoriasis
    amput transplant chemo bestral radiother immunother surgery hartoper prothes gebroken fractuur fracture
    antidepres antipsychot antibiotic pijnstill medicijn medicat medicin morfin
    fysio physio ergotherap revalidat ggz ggnet crisisopname emdr
    lyme gordelroos vermoeidheidssyn syndroom syndrome lupus jicht bechterew sjogren guillain kyphos
    schildklier hypertens bloeddruk cholesterol obesit infectie ontsteking ontstoken blaasont bloeding
  `),
];

/** How a compound ends that names a complaint: "rugklachten", "hoofdpijn"; the word alone says nothing. */
export const ILLNESS_ENDS: readonly string[] = [
  ...setOf(`
    klachten klacht pijn pijnen ziekte ziektes ziekten therapie therapy medicatie ontsteking operatie
    breuk kramp krampen aandoening aandoeningen letsel syndroom stoornis insufficientie
    depressie allergie verlamming
  `),
];

/** How a learned word for an illness ends; so do other words, unless they are strange to the subject. */
export const LEARNED_ENDS: readonly string[] = [...setOf('itis itus ose osis ectomie emie algie pathie plegie')];

/** Words that end so and name nothing. */
export const NOT_ILLNESS = setOf(`
  arbeidsziekte ziekte beroepsziekte arbeidstherapie diagnose prognose overdose prose lose those whose close choose purpose expose suppose
  loose nose rose boze broze poze loze dose glucose hose pose chose propose impose disclose oppose anatomie autonomie economie
  taxonomie contactbreuk contractbreuk inbreuk doorbreuk woordbreuk pijn klachten klacht aandoening aandoeningen
  academie premie loonsomklachten
  groepsklachten bezwaarklacht werkklachten gezondheidsklachten chemie alchemie blasfemie epidemie pandemie
  letsel operatief cooperatie regelbreuk psychologisch
  vertrouwensbreuk filipijnen afgebroken onderbroken ouderdomsziekte nostalgie verzuimklachten letselschade operationeel operationele cooperatief
`);

/** Words that name an illness, a complaint, a treatment or a medicine as they stand; people who treat one are there too. */
export const ILLNESS_WORDS = setOf(`
  ms pds fatigue rsi nah cva tia cvs gad ocd ibs uwi dvt msa aso hsp
  hoofdpijn buikpijn rugpijn kiespijn spit griep flu influenza koorts duizelig duizeligheid flauwgevallen
  paniekaanval stemmingswisselingen huilbuien uitgeput uitputting slapeloosheid insomnia
  oncoloog oncologie cardioloog neuroloog neurologie reumatoloog psychiater psycholoog orthopeed gynaecoloog uroloog
  internist longarts oncologist psychiatrist psychologist therapist dermatoloog
  operatie operaties geopereerd opereren kuur kuren chemokuur bestraald scan mri biopsie punctie echo rontgen
  zwanger zwangere pregnant pregnancy bevallen
  tumour stroke seizure seizures insult insulten anxiety bipolar addicted addiction autistic schizophrenia
  broken injury injured backache headache
  paracetamol ibuprofen diclofenac naproxen tramadol oxycodon oxycontin morfine fentanyl codeine
  prozac seroxat paroxetine citalopram escitalopram sertraline fluoxetine venlafaxine mirtazapine amitriptyline nortriptyline
  duloxetine lithium quetiapine seroquel olanzapine risperidon haldol aripiprazol ritalin methylfenidaat concerta dexamfetamine
  oxazepam diazepam lorazepam temazepam valium xanax alprazolam zolpidem melatonine
  metformine insuline ozempic methotrexaat mtx prednison prednisolon humira adalimumab etanercept enbrel
  tamoxifen letrozol herceptin omeprazol pantoprazol metoprolol lisinopril amlodipine simvastatine atorvastatine
  pregabaline lyrica gabapentine topiramaat valproaat depakine keppra levetiracetam carbamazepine sumatriptan
  ventolin salbutamol levothyroxine thyrax methadon suboxone antabus
`);

/** Parts of the body: an illness with a word for a complaint before them. */
export const BODY_PARTS = setOf(`
  rug nek knie knieen schouder schouders heup heupen pols polsen hand handen arm armen been benen voet voeten enkel enkels hart longen
  maag darmen lever nieren nier hoofd oog ogen oor oren huid buik rib ribben bekken blaas borst back knee shoulder hip wrist ankle neck
`);

/** What is wrong with a part of the body. */
export const COMPLAINTS = setOf(`
  last pijn pijnlijke kapotte versleten slechte zere zwakke gebroken klachten operatie geopereerd ontstoken beschadigde gekneusde gescheurde
  verrekte bad sore broken injured hurt
`);

/** Capitals alone make these an illness: "als" and "me" are words too. */
export const ILLNESS_CAPITALS: ReadonlySet<string> = new Set(['ALS', 'ME']);
