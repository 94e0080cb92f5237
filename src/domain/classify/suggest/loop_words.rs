//! Words that suggest work that comes back.

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
        toward: Pole::Loop,
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
        Question::Repetition,
        Role::Sign,
        43,
        "It comes back on a schedule",
        "=daily, =weekly, =biweekly, =fortnightly, =monthly, =bimonthly, =quarterly, =yearly, =annually, \
         =biannual, =biannually, =hourly, =nightly, =semiannual, every day, every week, every month, every \
         quarter, every year, every hour, every morning, every evening, every night, every monday, every \
         tuesday, every wednesday, every thursday, every friday, every saturday, every sunday, every spring, \
         every summer, every autumn, every winter, every shift, every two, every three, every four, every \
         six, every other, every few, each day, each week, each month, each quarter, each year, each morning, \
         each evening, each night, each monday, each friday, each season, each semester, once a day, once a \
         week, once a month, once a quarter, once a year, once per, twice a, twice per, times a day, times a \
         week, times a month, times a year, times per, per day, per week, per month, a day, a week, month \
         end, year end, quarter end, end of month, end of the month, end of each, end of every, day to day, \
         round the clock, =24 =7, =mondays, =tuesdays, =wednesdays, =thursdays, =fridays, =saturdays, \
         =sundays, =weekends, =weekdays",
    ),
    group(
        Question::Repetition,
        Role::Sign,
        25,
        "It comes back again and again",
        "every, each time, with each, each complaint, each case, each patient, each customer, each client, each \
         order, each request, each ticket, each application, each delivery, each guest, each incident, for each, after each, before each, each new, at each, recurring, \
         repeat, repeatedly, repeatable, repetitive, regular, regularly, routine, routinely, continuous, \
         continuously, continual, continually, constantly, whenever, periodic, periodically, often, time and \
         again, again and again, over and over, as usual, usual, usually, always, all year, year round, \
         seasonal, perpetual, rolling, standing, any time, anytime, as needed, when needed, on demand, as \
         they arrive, as they come in, many times, several times, dozens of, hundreds of, so many of, \
         =incoming, day in",
    ),
    group(
        Question::Repetition,
        Role::Sign,
        8,
        "It comes back each year",
        "annual, =per year, =a year",
    ),
    group(
        Question::End,
        Role::Sign,
        24,
        "It goes on without an end",
        "=ongoing, on going, no end, never ends, keep doing, keep up, continue to, business as usual, =bau, \
         around the clock, permanent, indefinitely, sustain",
    ),
    group(
        Question::KnownSteps,
        Role::Routine,
        19,
        "Speaks of a known way to do it",
        "procedure, process, protocol, =checklist, checklists, playbook, runbook, =sop, =sops, guideline, \
         workflow, standard operating, step by step, manual, work instruction, instruction, standard work, \
         routine work, operating model, policy and procedure, rules for, log sheet, form, fill out, fill in, \
         sign off, template",
    ),
    group(
        Question::Repetition,
        Role::Routine,
        35,
        "Routine work by its name",
        "maintenance, support, accident investigation, incident investigation, handoff, hand off, =issuance, \
         checkout, check out, check in, accountability, qualification, clearance, eligibility, disbursement, \
         retention, withdrawal, allocation, acceptance, rounds, logbook, drill, huddle, traceability, \
         transfer of, recall, grievance, discharge planning, pest control, waste, test result, out of \
         specification, =monitoring, administration, operation, fulfillment, fulfilment, procurement, \
         =purchasing, payroll, =bookkeeping, =accounting, logistics, customer service, customer care, \
         customer support, helpdesk, help desk, service desk, =housekeeping, =onboarding, =offboarding, \
         induction, recruitment, =recruiting, =reporting, inspection, =debriefing, debrief, =budgeting, \
         =forecasting, =closing, =close =the =books, quality control, quality assurance, enablement, \
         replenishment, disposal, storage, escalation, triage, =scheduling, dispatch, enrolment, enrollment, \
         registration, admission, renewal, handover, =invoicing, =billing, collection, reconciliation, \
         settlement, accounts payable, accounts receivable, =stocktaking, stock taking, =warehousing, \
         =packaging, =packing, =shipping, =receiving, =picking, delivery, distribution, =cleaning, =catering, \
         surveillance, moderation, =patching, backup, calibration, preventive, sterilization, lubrication, \
         =screening, =credentialing, verification, validation, authorization, certification, accreditation, \
         =underwriting, adjudication, origination, intake, =scoring, =grading, assessment, appraisal, \
         =tracking, record keeping, =recordkeeping, =filing, =archiving, data entry, lesson, classes, \
         attendance, =manufacturing, production, assembly line, assembly, sales, =selling, vaccination, \
         =sampling, sanitation, =dosing, =harvesting, =watering, =access control, incident response, problem \
         solving, risk assessment, account management, record management, asset management, route planning, \
         credit check, background check, order to cash, procure to pay, hire to retire, =sterilising, \
         =sterilizing, =refuelling, =milking, =recycling, =pricing, =posting, =payment, =upkeep, =caretaking, \
         =teaching, =tutoring, =coaching, =hosting services, =staffing, =rostering, =mentoring, recovery \
         procedure, month close, due diligence check, signoff, =preparation, =reordering",
    ),
    group(
        Question::Repetition,
        Role::Routine,
        23,
        "Named as a standing responsibility",
        "management, evaluation, review, audit, analysis, compliance, supervision, coordination, =handling, \
         control, selection, disciplinary, emergency, prevention, response, safety, service, =training, \
         =testing, performance, hygiene, care, treatment, =hiring, =meeting, standup, stand up, \
         retrospective, newsletter, social media, blog post, communication, protection, =conduct, \
         =decontamination, =staff, inspection program, exposure, maintenance program",
    ),
    group(
        Question::Repetition,
        Role::Thing,
        42,
        "Arrives again and again",
        "request, ticket, invoice, bill, claim, complaint, purchase order, order, expense, receipt, \
         timesheet, query, enquiry, inquiry, phone call, calls, shipment, reservation, appointment, refund, \
         =returns, reimbursement, incident, outage, alert, transaction, payment, bank statement, statements, \
         referral, permit, subscription, visitor, =emails, =letters, inbox, mail, leave request, time off, \
         vacation, absence, sick leave, supply, stock, inventory, batch, grocery, laundry, trash, garbage, \
         rubbish, litter, dog, cat, pet, paperwork, prescription, lab result, exams, submission, parcel, \
         spare part, deviation, nonconformity, nonconformance, question, defect, breakdown, timecard, wage, \
         salary, tax return, tax filing, deposit, applicant, candidate, meals, lunch, dinner, breakfast, \
         bedding, filter, gutter, lawn, vendor, supplier, goods, loan application, job application, passport, \
         password reset, access request, return goods, guest, patients, documents, reports, contracts, \
         =booking, =bookings, cash, sales tax, vat, dues, near miss, spill, evacuation, arrest, violation, \
         citation, hazardous",
    ),
    group(
        Question::Repetition,
        Role::Thing,
        14,
        "Needs looking after again and again",
        "coffee, plants, kettle, machines, equipment, vehicle, tires, batteries, smoke detector, fines, \
         instruments, bread, litter box, cards, price list, articles, comments, containers, drivers, dealers, \
         smoke alarm, oven, fridge, refrigerator, carpet, toilet, towels, clothes, air filter, medicine, \
         medication, food, credit card, tax, donation, injury, accident, illness, samples, descriptions, \
         warranty, dishes, leaves, hedge, cooker, stove, sink, shower, mirror, shelf, shelves, bins, \
         recycling, uniforms, linen, extinguisher, pump, generator, tank, rent, aquarium, cage, oil, oil \
         change",
    ),
    group(
        Question::Repetition,
        Role::Thing,
        18,
        "One of many of the same sort",
        "new employee, new hire, new customer, new client, new vendor, new supplier, new member, new patient, \
         new starter, new joiner, new colleague, new staff, new student, new tenant, new user, new account, \
         new order, new lead, new contract, new ticket, new request, new volunteer, new team member, new \
         guest, a customer, customers, a client, clients, employees, tenants, students, staff, members",
    ),
    group(
        Question::KnownSteps,
        Role::Acting,
        23,
        "Routine work, done the same way each time",
        "handle, keep, cut, bag, degrease, =enter, =entering, approve, pay, =maintaining, =maintain, \
         =maintains, =maintained, =ordering, reorder, restock, replenish, refill, top up, feed, clean, wash, \
         mop, vacuum, sweep, mow, dust, tidy, declutter, monitor, check, inspect, verify, reconcile, record, \
         =log, =logs, =logging, =file, submit, answer, respond, reply, serve, sell, ship, pack, deliver, \
         collect, issue, renew, rotate, screen, onboard, offboard, admit, discharge, register, enrol, enroll, \
         follow up, teach, grade, deal with, supervise, administer, calibrate, sterilize, lubricate, count, \
         reset, process applications, restore backups, restore a backup, restore test, take out, put away, empty, water plants, sanitize, disinfect, trim, \
         prune, weed, rake, shovel, scrub, wipe, polish, iron, =cook, =cooking, greet, dispense, vaccinate, \
         weigh, label, distribute, chase, remind, forward, escalate, post, moderate, keep track, keep an eye, \
         compare, =reviewing, =review, =reviews, back up, =backing, log in, sign in, sign contracts, \
         =processing, =processes, =report, =hire, =train, =audit, =auditing, =invoice, =bill, =schedule, \
         =assign, look after, take care of, provide, =change, =changing, =update, =updating, =manufacture, \
         =market, =attend, =walk, =walking, rinse, descale, flush, drain, pump out, unclog, sharpen, oil the, \
         grease, defrost, scoop, groom, bathe, brush, fold, hang, milk, bake, refuel, recharge, charge the, \
         lock up, restart, reboot, re order, hand out, lend, return the, send out, send, =interview, \
         =interviewing, =measure, =measuring, treat, transport, pick up, drop off, scan, =print, =printing, \
         prepare meals, set the table, restock the, test the, change the, change of, update the, log the, \
         notify, confirm, accept, reject, file a, compile, calculate, transfer, take attendance, take \
         inventory, pay out, load, unload, assign",
    ),
    group(
        Question::KnownSteps,
        Role::Acting,
        19,
        "Speaks of a known way to do it",
        "=how =to, =how =we, =how =i, =this =is =how",
    ),
    group(
        Question::Success,
        Role::Sign,
        12,
        "Wants each round to come out alike",
        "same way, same steps, same result, same thing, same as always, consistent, consistently, \
         consistency, efficiency, efficient, efficiently, smoothly, without delay, within a day, within 24 \
         hours, service level, =sla, =slas, turnaround, throughput, first time right, error free, no \
         surprises",
    ),
    Group {
        toward: Pole::Loop,
        question: Some(Question::NearIdentical),
        weight: 6,
        reason: "Something like it was done before",
        role: Role::Sign,
        terms: "like last time, like last year, as last year, same as last, another one of, like the \
                last, like previous, once more, yet another, as before",
    },
];
