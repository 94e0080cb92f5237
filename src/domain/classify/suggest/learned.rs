//! What single words add that the lexicon does not know, learned from descriptions written for this purpose.
//!
//! The weights are those of a regularized logistic regression over the lexicon, these stems and the signs of form, in
//! units of score (24 to a logit), rounded to multiples of four; what came out near zero was left out. Negative
//! weights pull to the loop. A stem is what `tokens::stem` makes of a word.

use std::sync::LazyLock;

/// What a stem weighs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Weights {
    /// Wherever it stands.
    pub(super) anywhere: i32,
    /// In addition, when the text begins with it.
    pub(super) first: i32,
}

/// The weights of a stem; none when it says nothing.
pub(super) fn weights(stem: &str) -> Weights {
    Weights {
        anywhere: look_up(&ANYWHERE, stem),
        first: look_up(&FIRST, stem),
    }
}

type Index = Vec<(&'static str, i32)>;

static ANYWHERE: LazyLock<Index> = LazyLock::new(|| index(ANYWHERE_BY_WEIGHT));
static FIRST: LazyLock<Index> = LazyLock::new(|| index(FIRST_BY_WEIGHT));

fn index(by_weight: &[(i32, &'static str)]) -> Index {
    let mut index: Index = by_weight
        .iter()
        .flat_map(|(weight, stems)| stems.split(' ').map(|stem| (stem, *weight)))
        .collect();
    index.sort_unstable();
    index
}

fn look_up(index: &Index, stem: &str) -> i32 {
    let found = index.binary_search_by(|(other, _)| (*other).cmp(stem));
    found
        .ok()
        .and_then(|at| index.get(at))
        .map_or(0, |(_, weight)| *weight)
}

const ANYWHERE_BY_WEIGHT: &[(i32, &str)] = &[
    (-40, "account removal"),
    (
        -32,
        "calculation check clinic filter management rework water",
    ),
    (-28, "approval commission cover manag patrol releas"),
    (
        -24,
        "access aid alarm application book compost credit deploy furnac holiday hos inspection list mattress \
         operat prepar publish run seal turn visit",
    ),
    (
        -20,
        "acquisition administration blood continuous entry incident index leav mak observation operation order \
         repair request room shuttl snow talent till turnover",
    ),
    (
        -16,
        "accident accountability aerat balanc bank bin box bug call confidential creat creation day destroy \
         diagnos dress duty edit enforcement equipment finish flu forecast graffity homework key log monitor \
         night not nurs patio policy pool quot rack rebuild reception rehabilitation resolution rota rotation \
         sanitisation schedul send sludg sort stag supervision toothbrush vehicl way win wound",
    ),
    (
        -12,
        "aircraft announcement approv assembly asset away baby badg beneficiary blog boiler borrow broken \
         changelog changeover collect control countertop crisis deck demand dentist detention disinfect dispos \
         dns employe extrusion faulty gat good grit gym handl hold hour irrigation item keyboard label labell \
         lectur licenc loan machin mailroom maintenanc meditation minut nomination notification paint panel pick \
         playground procedur process promotion property put quality reseal review sampl seminar session shift \
         sign snapshot stock thesis traffic transfer tyr updat vacuum wash wast",
    ),
    (
        -8,
        "acknowledg acknowledgement add ads airport allotment allowanc andon annual answer appearanc assignment \
         attendanc author backlog backup batch benefit better blu brief budget burn camera cancel carer cash \
         cattl certificat charg chemical chemistry chequebook chlorin choir claim classify cleaner coach com \
         compensation confin container contract controll cook copy correction correctiv crop customer de defect \
         defrost dehumidifier delivery developer development deviation di dish dishwasher dispatch dock \
         documentation dos draft duvet each either email empty engineer ensur event evidenc failur feed feedback \
         fertilis fil fill fir float foster freelancer freezer fridg fuel garment gearbox going graz grout guard \
         handout harvest hazmat hear hygien icing identification injection inspect internal investigation \
         invigilation invoic issu kit lab larg laundry lead leak learnt ledger lettuc limit livestock lubricat \
         machinery maintain malwar mask match meal medication meet menu meter milk mix morn mot mutual newborn \
         newsletter nonconform okay operator outsid overtim pack pallet part per personnel pest piano pictur \
         pipelin plan practic practis premium prep preparation preventiv prisoner protection provision prun pull \
         queu read ready reconciliation refere refill refinement registration renew renewal rent replenishment \
         reproduc requirement respiratory respond restock retrospectiv road rout rug runner servic settl seven \
         shampoo shelter shop sickness slip solv specimen spray staff stocktak street sunday supervis supervisor \
         sweep tachograph tak temperatur test thirty ticket titl toner toolbox track trad transfusion transport \
         treatment triag turnaround vacancy validat vet volunteer wait wear weather what when yarn youth",
    ),
    (
        -4,
        "bulb calibration car card catheter channel chargeback circuit clearanc click clos club costum courier \
         custom deployment donation facility flower forc gift haircut hotfix immunisation increas insuranc lawn \
         linen mail mass most ninety obituary patch prescription pressur prevention refus relation reminder risk \
         rotat sam scholarship scrap scrub set sho shovell snack solder sow story swap tenant timetabl ulcer \
         uniform vaccinat verify vulnerability weld wildland wip workshop",
    ),
    (
        4,
        "abandon api apply arrang back band br checker choos cinema complianc cost county cultural cut dog \
         drought expand figur food futur investor kid museum novel number onboard pan pencil play podcast power \
         prototyp reimagin reinvent rewrit rollout sampler spin stitch strategic succession tarot theft tolerant \
         transformation trial version violin wheat zin",
    ),
    (
        8,
        "abi accelerator acquir after agency aging all alternativ amateur animal animat annex antarctic antenna \
         anty applicant april archiv assembl assessment attic barn battery be bed best bigger bird bootloader \
         boss branch break brexit business buy buyback c cabinet camaro can't cancer carbon carrier cartoon cast \
         chair challeng charger chart chess chicken children china chines church classic cloud co coast \
         collection collectiv commercial common community compiler concept constitution construct construction \
         coop courthous crm csr cutter cybersecurity cycl dam dark daypack dead department desalination desk \
         desktop detector determin develop diary digester digitis disaster discover divest domain down early \
         electrification end energy enough espresso excavation exoplanet expansion extension fast faster fenc \
         ferry fi fighter film flagship fleet framework gateway gen giv goat guest guitar habit harbour hav hid \
         high hom hoody hors host hot hotel hydrogen hydroponic i'm id ifr implement implementation incorporat \
         indy infrastructur initiativ innovation interop interview into intranet introduc istanbul jazz jet job \
         jun keynot kubernet lak lakehous lander landfill laptop leadership licens lock london los maker malaria \
         malawy man manager map mechanical merino microcontroller mifid migrat min mirror mobil mod model modern \
         moderniz monster moon motion motorway mov mri music musical national neutrality neutrino next nuclear \
         oak offlin olympic opera oral organ overhaul pandemic paper parallel particl payment pedal peopl \
         performanc phas photoshoot physic planter platform platformer plush portabl portal portfolio portugues \
         presentation product prov provid pupil puppet quixot racer radio ransomwar ray re rebrand recommend \
         recommendation reduction redundant refactor refinish reformulation regeneration register registry reissu \
         relaunch relocation renovation reopen restaurant restoration retrofit revival robot roman rooftop rural \
         sail school scraper sculpt search second secur seo separat shar shelv shoot short show simulat \
         simulation singl skat skateboard soapbox song sox sp spac spar specification specify speech squar \
         stadium standardis static stop stov subsidiary superbowl supercomputer supplier symphony tabl tablet tag \
         ted templat them therapy tour tracer tracker translation triathlon truck trust try tub tunnel twic \
         typefac umbrella univers uplift urban vertical vietnam villa vinyl virtualization warehous we'r wed well \
         wi widen will window wood work worn zero",
    ),
    (
        12,
        "action ad agreement analysis antibody app arena async audit bankruptcy bas beethoven benchmark bik \
         biography bot bottl bridg bypass campus capsul cello ceo chatbot city class command competitor compil \
         conservatory contaminat coral cream crib data debt decommission design dictionary digital digitisation \
         distribution divestitur don dormitory driver dungeon edition embassy employer encyclopedia eulogy \
         evaluation explor find firmwar font gdpr generic grand hangar heat hospital ic interchang \
         internationalization joint kart land launch legacy library makerspac marry master memorial microbrewery \
         miniatur nordic observatory obtain off offic orm orphanag outag pass pattern petition portugal \
         prosthesis protocol query rais recip referendum reforestation reform research reservoir rfc rock rocket \
         roundabout sabbatical sauna scienc scrapbook seawall sensor sew sewer should sit solar sonata spacesuit \
         spanish spec split stabilis strik submarin substation synchrotron system talk tank text titanium trailer \
         trait tram understand ventur villag weekend whether which wooden would",
    ),
    (
        16,
        "about adoption allow ancestor arcad around bakery bar beer beta bind body bor brew bring campaign canal \
         caus charity checkout cleans closur collector colleg connect crawler critical cross curtain deliver \
         diagnostic diligenc document drill du emulator enamel enter enterpris entity environmental european \
         evaluat every everyth exam factory fair farm fit fly form formalis front garbag garden genom hang harbor \
         hous improv incremental investment island iso lan languag libgit link linker lobby manufactur marathon \
         measur merger meta miny modernization modular monolith nest on out park patent patient permission pilot \
         pin planner poetry polic procurement provider pump rail rainwater recovery remediation round rust scan \
         scor semantic sequenc settlement ship start stor subset tender terminal tower town trac trademark \
         unblock up usability vaccin video visitor wallpaper want watch web why wildlif world",
    ),
    (
        20,
        "approach atla barrack bill certification company corpus firm generator headquarter hir history impact \
         linux market method migration nightly passport photo programm prospectus proton radar radius record \
         reflection retir retirement runway shark simulator suit support teach thread typ upgrad webassembly",
    ),
    (
        24,
        "bunk career census center centr const decid delist dredg e electronic engin erp featur fund grant \
         literatur main packag print program purchas rationalisation readiness redesign refinanc replacement ruin \
         selection sell sery smart systematic travel vendor",
    ),
    (28, "brand catalogu compar estat otter station survivor"),
    (32, "cas electric new plant train two"),
    (36, "chang"),
    (40, "study"),
    (48, "old"),
];

const FIRST_BY_WEIGHT: &[(i32, &str)] = &[
    (-16, "commission manag releas run"),
    (
        -12,
        "account deploy deployment holiday prepar rework seal turn",
    ),
    (
        -8,
        "accountability aerat baby beneficiary blog blood book borrow box changelog continuous creat crisis \
         customer dentist destroy detention disinfect dispos disput dns extrusion first flu going graffity grit \
         homework hos import index irrigation lead lectur lost mailroom mak meditation night open patrol pay plan \
         platform policy reception rehabilitation reseal room school seminar set sludg snapshot snow system \
         talent thesis tool track traffic win wound",
    ),
    (
        8,
        "ad allow antibody arena atla audit bankruptcy barrack biography bot brew bypass cast census charity \
         chatbot class cleanup colleg command compar competitor connect conservatory const corpus count data \
         decid deliver diagnostic dictionary digital document dormitory drill du dungeon electric electronic \
         embassy employer enamel encyclopedia enterpris environmental estat eulogy evaluat factory find firmwar \
         fleet font formalis garbag get grand hang hangar harbor hir improv incremental interchang iso land light \
         linux lobby makerspac master measur meta microbrewery modular observatory obtain orm orphanag pass \
         pattern plant poetry polic post pric procurement product prospectus protocol query rainwater recip \
         referendum report retir rfc rock roundabout rust sauna scan scienc scrapbook seawall sell sequenc sew \
         spacesuit spec stabilis start strik submarin synchrotron tag tender text trac train unblock understand \
         usability visitor web wildlif writ",
    ),
    (
        12,
        "bik bring bunk delist e interview literatur nightly purchas refinanc smart support systematic",
    ),
    (16, "new print ship"),
];
