//! Words that suggest work that ends.

use super::lexicon::Group;
use crate::classify::{Pole, Question};

const fn group(question: Question, weight: i32, reason: &'static str, terms: &'static str) -> Group {
    Group { toward: Pole::Line, question: Some(question), weight, reason, makes: false, is_routine: false, terms }
}

/// Groups of verbs that make or change something.
const fn making(question: Question, weight: i32, reason: &'static str, terms: &'static str) -> Group {
    Group { toward: Pole::Line, question: Some(question), weight, reason, makes: true, is_routine: false, terms }
}

/// Every group, by what it tells.
pub(super) const GROUPS: &[Group] = &[
    making(
        Question::Novelty,
        9,
        "Makes something that is not there yet",
        "=build, =builds, =building, construct, construction, develop, =development, redevelop, redevelopment, design, \
         =redesign, redesigned, redesigning, invent, reinvent, prototype, proof of concept, =mvp, pilot, launch, create, \
         creation, found, establish, establishment, set up, =setup, start up, startup, introduce, introduction, implement, \
         implementation, install, installation, roll out, =rollout, deploy, deployment, architect, engineer, \
         come up with, program a, code a, commission, produce a, write a, =writing =a, make a, put together, put up, \
         assemble a, erect, landscape, compose a, author, debut",
    ),
    making(
        Question::Novelty,
        9,
        "Changes something once",
        "migrate, migration, upgrade, =upgrading, renovate, renovation, remodel, refurbish, refurbishment, retrofit, \
         restore, restoration, relocate, relocation, transform, transformation, overhaul, revamp, restructure, \
         restructuring, reorganize, reorganise, reorganization, reorganisation, merger, merge, acquisition, integrate, \
         integration, convert, conversion, modernize, modernise, modernization, modernisation, consolidate, \
         consolidation, expand, expansion, extend, extension, rebrand, rewrite, refactor, rearchitect, digitize, digitise, \
         digitization, automate, automation, streamline, improve, improvement, optimize, optimise, optimization, \
         transition, switch to, =switch =from, switching, refresh, phase out, decommission, demolish, demolition, \
         excavate, dismantle, replace the, =replacing, =replacement =of, enhance, enhancement, revitalize, turnaround, \
         harmonize, standardize, reduce, eliminate, revise, rework the, convert from, port to, repurpose, \
         move to, =moving, =move, outsource, rehabilitate, rehabilitation, reconstruct, reconstruction, tile, annihilate, \
         change from, change over, changeover, privatize",
    ),
    group(
        Question::Novelty,
        7,
        "Explores or settles something once",
        "explore, exploration, investigate, survey, study, experiment, research, feasibility, =discover, evaluate options, \
         find a, find an, find out, solve, resolve the, decide whether, choose a, select a, draft, publish, =release, \
         =releasing, organize, organise, host, plan a, plan the, =planning, =plan, plan for, film, shoot a, paint a, \
         renegotiate, negotiate, bid, apply for funding, raise funds, fundraising, fundraiser, fund, funding, crowdfund, \
         crowdfunding, seek, vision, strategy, roadmap, concept, initiative, open a, open an, open the, open our, opening, \
         =open, campaign, complete, finish, achieve, win, present, presentation, demonstrate, demonstration, dream, \
         secure a, acquire, adopt, test whether, prepare for, prepare the, prepare a, run a, hold a, record an, record our, \
         produce an, produce our, print a, bring to market, go to market, analyze whether, form a, revive, save the",
    ),
    group(
        Question::End,
        9,
        "Has a day or a result at which it ends",
        "deadline, due date, go live, =golive, cutover, milestone, by january, by february, by march, by april, by may, \
         by june, by july, by august, by september, by october, by november, by december, by monday, by friday, by spring, \
         by summer, by autumn, by fall, by winter, by christmas, by easter, by the end, by end, by a certain, by next, \
         before the, in time for, until the, next month, next year, next quarter, next spring, next summer, next autumn, \
         this year, this summer, this quarter, end date, target date, kick off, kickoff, completion, phase, project, \
         proj, final, finalize, temporary, within six months, within a year, in early, in late, over the next, \
         months long, wrap up, hand over to the client, ribbon cutting, scope, deliverable, one year, two year, three year, \
         multi year, =q1, =q2, =q3, =q4, by =q1, by =q2, by =q3, by =q4",
    ),
    group(
        Question::Repetition,
        10,
        "Happens once",
        "=once, =one =off, =one =time, just once, only once, single time, unique, unprecedented, for the first time, \
         first time, first ever, first ever version, the first, our first, my first, world first, =first, groundbreaking, \
         special, bespoke, custom built, anniversary, inaugural, one of a kind, limited edition, experimental, ambitious, \
         large scale",
    ),
    group(
        Question::Novelty,
        5,
        "Something not done before",
        "new, brand new, novel, innovative, innovation, next generation, from scratch, original, version, =edition, \
         =issue =1, modern, cutting edge, state of the art, never been, =2020, =2021, =2022, =2023, =2024, =2025, =2026, \
         =2027, =2028, =2029, =2030, =reimagine, imagine, novelty, for a client, for our client",
    ),
    group(
        Question::Novelty,
        8,
        "The result is a single work",
        "album, novel about, movie, documentary, feature film, short film, anthology, novella, graphic novel, comic, \
         board game, card game, video game, game, magazine, book, children's book, musical, oratorio, opera, symphony, \
         exhibition, sculpture, mural, painting, web series, thesis, dissertation, conference, summit, festival, wedding, \
         birthday, party, gala, reunion, hackathon, expedition, road trip, concert, all hands, tour, play about, story, \
         poem, soundtrack, photo essay, calendar, =app, mobile app, =apps, website, web site, web page, landing page, \
         webshop, online shop, online store, e commerce, ecommerce, prototype of, gadget, invention, event, trade show, \
         memoir, cookbook, =ep, =lp, =cd, =dvd, collection of, series of, fiction, fantasy, sci fi, orchestra, theater, \
         theatre, robot, drone, spacecraft, satellite, telescope, monument",
    ),
    group(
        Question::Novelty,
        5,
        "The result is built once",
        "=buildings, =a =building, =the =building, =office =building, house, home extension, bridge, deck, patio, \
         kitchen, bathroom, basement, attic, garage, shed, fence, tower, stadium, school building, hospital wing, highway, \
         tunnel, pipeline, dam, plant site, power station, wind farm, solar, software, platform, portal, dashboard, \
         database, data warehouse, data center, architecture, infrastructure, mainframe, network, system, tool, toolkit, \
         feature, module, solution, product line, prototype unit, backyard, room, castle, science experiment, \
         new location, new site, =erp, =crm, =hris, application, technology, community center, playground, museum, library, \
         startup company, store, branch, facility, server, firewall, desktop, website design, interface, website redesign, \
         makerspace, studio, brewery, restaurant opening, cafe, machine learning, model, closet, pilot program, =os, \
         windows, oscilloscope, device",
    ),
    group(
        Question::Stakeholders,
        5,
        "Calls people together for it",
        "help us, join us, join forces, we want to, i want to, i would like to, we would like to, we are going to, \
         i am going to, steering committee, sponsor, stakeholder, project team, task force, backers, kickstarter, \
         contractor, consultants, investors, collaborate, collaboration",
    ),
    Group {
        toward: Pole::Line,
        question: None,
        weight: 0,
        reason: "",
        makes: false,
        is_routine: false,
        terms: "=building =maintenance, =building =management, =project =management, product development process, \
                =system =administration, network monitoring, plant maintenance",
    },
];
