//! Words that suggest work that ends.

use super::lexicon::{Group, Role};
use crate::classify::{Pole, Question};

const fn group(
    question: Question,
    role: Role,
    weight: i32,
    reason: &'static str,
    terms: &'static str,
) -> Group {
    Group {
        toward: Pole::Line,
        question: Some(question),
        weight,
        reason,
        role,
        terms,
    }
}

/// Every group, by what it tells.
pub(super) const GROUPS: &[Group] = &[
    group(
        Question::Novelty,
        Role::Making,
        39,
        "Makes something that is not there yet",
        "=build, =builds, =building, construct, construction, develop, =development, redevelop, \
         redevelopment, design, =redesign, redesigned, invent, reinvent, prototype, proof of concept, =mvp, \
         pilot, launch, create, creation, found a, found an, founding, establish, establishment, set up, \
         =setup, start up, startup, introduce, introduction, implement, implementation, install, \
         installation, roll out, =rollout, deploy, deployment, architect, engineer, come up with, program a, \
         code a, commission, produce a, write a, make a, put together, put up, assemble a, erect, landscape, \
         compose a, author, debut, rebuild, add support, add a, add an, add new, sew a, knit a, craft a, \
         carve, weave a, weld a, bake a, put on a, establish a",
    ),
    group(
        Question::Novelty,
        Role::Making,
        34,
        "Changes something once",
        "unify, unification, turn the, turn our, turn a, turn an, turn my, bring our, bring the, dig a, dig, \
         translate the, make the, make our, make it, reopen, dissolve, separate the, centralize, \
         decentralize, simplify, regenerate, redefine, replatform, rehost, sunset, virtualize, electrify, \
         insource, translate into, migrate, migration, upgrade, renovate, renovation, remodel, refurbish, \
         refurbishment, retrofit, restore, restoration, relocate, relocation, transform, transformation, \
         overhaul, revamp, restructure, reorganize, reorganise, reorganization, reorganisation, merger, \
         merge, acquisition, integrate, integration, convert, conversion, modernize, modernise, \
         modernization, modernisation, consolidate, consolidation, expand, expansion, extend, extension, \
         rebrand, rewrite, refactor, rearchitect, digitize, digitise, digitization, automate, automation, \
         streamline, improve, improvement, optimize, optimise, optimization, transition, switch to, =switch \
         =from, switching, refresh, phase out, decommission, demolish, demolition, excavate, dismantle, \
         =replacing, =replacement =of, enhance, enhancement, revitalize, harmonize, standardize, reduce, \
         eliminate, revise, rework the, convert from, port to, repurpose, move to, =moving, =move, outsource, \
         rehabilitate, rehabilitation, reconstruct, reconstruction, tile, change from, change over, \
         changeover, privatize, repave, pave, resurface, rewire, repaint, redo, rearrange, remove, removal, \
         stabilize, stabilise, deprecate, drop support, undo, reroof, replace all, swap out, sell the, close \
         down, shut down, shutdown, retire the, clear out, get rid of, redecorate, insulate, replant, expand \
         to, split the, split up, merger of, untangle, rename, clean up the, rethink, reshape, rework, \
         reposition",
    ),
    group(
        Question::Novelty,
        Role::Making,
        10,
        "Puts one thing in the place of another",
        "=replacement, =replacements, substitution",
    ),
    group(
        Question::Novelty,
        Role::Acting,
        28,
        "Explores or settles something once",
        "find out whether, find out if, see whether, look into whether, explore, exploration, investigate, \
         survey, study, experiment, research, feasibility, =discover, \
         evaluate options, find a, find an, find out, solve, resolve the, decide whether, choose a, select a, \
         draft, publish, =release, =releasing, organize, organise, host, plan a, plan the, =plan, plan for, \
         film, shoot a, paint a, renegotiate, negotiate, bid, apply for funding, raise funds, fundraising, \
         fundraiser, fund, crowdfund, seek, vision, strategy, roadmap, concept, initiative, open a, open an, \
         open the, open our, opening, campaign, complete, finish, achieve, win, present, presentation, \
         demonstrate, demonstration, dream, secure a, acquire, adopt, test whether, prepare for, prepare the, \
         prepare a, run a, hold a, record an, record our, produce an, produce our, print a, bring to market, \
         go to market, analyze whether, form a, revive, save the, propose, proposal, fix the, fix a, repair \
         the, repair a, =fix, assess whether, evaluate whether, evaluate alternatives, compare options, \
         define the, define a, learn to, buy a, buy an, furnish, purchase a, =certified, climb, run for, \
         stage a, translate the book",
    ),
    group(
        Question::End,
        Role::Sign,
        22,
        "Has a day or a result at which it ends",
        "by =2025, by =2026, by =2027, by =2028, by =2029, by =2030, deadline, due date, go live, =golive, \
         cutover, milestone, by january, by february, by march, by april, by may, by june, by july, by \
         august, by september, by october, by november, by december, by monday, by friday, by spring, by \
         summer, by autumn, by fall, by winter, by christmas, by easter, by the end, by end, by next, before \
         the, in time for, until the, next month, next year, next quarter, next spring, next summer, next \
         autumn, this year, this summer, this quarter, end date, target date, kick off, kickoff, completion, \
         phase, project, final, finalize, temporary, within six months, within a year, in early, in late, \
         over the next, months long, wrap up, hand over to the client, ribbon cutting, scope, deliverable, \
         one year, two year, three year, multi year, =q1, =q2, =q3, =q4, by =q1, by =q2, by =q3, by =q4",
    ),
    group(
        Question::Repetition,
        Role::Sign,
        22,
        "Happens once",
        "=once, =one =off, =one =time, just once, only once, single time, unique, unprecedented, for the \
         first time, first time, first ever, first ever version, the first, our first, my first, world first, \
         =first, groundbreaking, special, bespoke, custom built, anniversary, inaugural, one of a kind, \
         limited edition, experimental, ambitious, large scale",
    ),
    group(
        Question::Novelty,
        Role::Sign,
        24,
        "Something not done before",
        "new, into, brand new, novel, innovative, innovation, next generation, from scratch, original, \
         version, =edition, modern, cutting edge, state of the art, never been, =2020, =2021, =2022, =2023, \
         =2024, =2025, =2026, =2027, =2028, =2029, =2030, =reimagine, imagine, novelty, for a client, for our \
         client",
    ),
    group(
        Question::Novelty,
        Role::Thing,
        24,
        "Opens a place that is not there yet",
        "new office, new store, new shop, new branch, new location, new building, new site, new factory, new \
         plant, new house, new home, new warehouse, new headquarters, second store, second shop, second \
         location, second branch, pop up, pop up shop",
    ),
    group(
        Question::Novelty,
        Role::Thing,
        51,
        "The result is a single work",
        "album, offsite, retreat, picture book, paper on, report on, guide to, handbook, manifesto, film \
         about, novel about, movie, documentary, feature film, short film, anthology, novella, graphic novel, \
         comic, board game, card game, video game, game, magazine, book, children's book, musical, opera, \
         symphony, exhibition, sculpture, mural, painting, web series, thesis, dissertation, conference, \
         summit, festival, wedding, birthday, party, gala, reunion, hackathon, expedition, road trip, \
         concert, tour, story, poem, soundtrack, photo essay, =app, mobile app, =apps, website, web site, web \
         page, landing page, webshop, online shop, online store, e commerce, ecommerce, prototype of, gadget, \
         invention, event, trade show, memoir, cookbook, =ep, =lp, =cd, =dvd, collection of, series of, \
         fiction, fantasy, sci fi, orchestra, theater, theatre, robot, drone, spacecraft, satellite, \
         telescope, monument, treehouse, dress, costume, puzzle, adventure, statue, quilt, necklace, \
         webcomic, zine, podcast series, playset, toy, doll, bicycle, motorcycle, boat, yacht, keyboard, \
         headphones, backpack, wallet, logo, brochure, trip, journey, holiday, honeymoon, baby shower, \
         graduation, ceremony, funeral, marathon, race, tournament, championship, competition, election, \
         trial, lawsuit, =investigation, report about, white paper, business plan, master plan, wedding planning, thesis writing, book \
         writing, house building, boat building, film making, law suit, manuscript, screenplay",
    ),
    group(
        Question::Novelty,
        Role::Thing,
        33,
        "The result is built once",
        "=buildings, =a =building, =the =building, =office =building, house, home extension, bridge, deck, \
         patio, kitchen, bathroom, basement, attic, garage, shed, fence, tower, stadium, school building, \
         hospital wing, highway, tunnel, pipeline, dam, plant site, power station, wind farm, solar, \
         software, platform, portal, dashboard, database, data warehouse, data center, architecture, \
         infrastructure, network, system, toolkit, module, solution, product line, backyard, room, =erp, \
         =crm, =hris, application, technology, community center, playground, museum, branch, facility, \
         server, website design, interface, website redesign, studio, cafe, machine learning, model, pilot \
         program, device, roof, street, road, wall, floor, ceiling, driveway, pergola, terrace, pond, \
         swimming pool, greenhouse, cabin, barn, elevator, railway, airport, reactor, warehouse management \
         system, compiler, parser, api, sdk, plugin, framework, syntax, backend, frontend, payment service, \
         call center, data centre, server room, laboratory, clinic, campus, neighborhood, village, trail",
    ),
    group(
        Question::KnownSteps,
        Role::Sign,
        16,
        "What comes next is found on the way",
        "depends on what, depending on what, depends on the case, depending on the case, case by case, no two \
         are, as we go, as i go, on the way, find out as, comes next depends, next depends",
    ),
    group(
        Question::Stakeholders,
        Role::Sign,
        7,
        "Calls people together for it",
        "help us, join us, join forces, we want to, i want to, i would like to, we would like to, we are \
         going to, i am going to, steering committee, sponsor, stakeholder, project team, task force, \
         backers, kickstarter, contractor, consultants, investors, collaborate, collaboration",
    ),
    Group {
        toward: Pole::Line,
        question: None,
        weight: 0,
        reason: "",
        role: Role::Sign,
        terms: "in order to, in order for, =building =maintenance, =building =management, \
                =project =management, product development process, =system =administration, \
                network monitoring, plant maintenance, is found, are found, was found, were found, be found, \
                been found, found out, lost and found, book a room, book a table, book a flight, book an \
                appointment, book appointments, book their, book online, to book",
    },
];
