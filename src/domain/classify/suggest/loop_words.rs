//! Words that suggest work that comes back.

use super::lexicon::Group;
use crate::classify::{Pole, Question};

const fn group(question: Question, weight: i32, reason: &'static str, terms: &'static str) -> Group {
    Group { toward: Pole::Loop, question: Some(question), weight, reason, makes: false, is_routine: false, terms }
}

/// Groups that name routine work, so that changing it leaves a changed process behind.
const fn routine(question: Question, weight: i32, reason: &'static str, terms: &'static str) -> Group {
    Group { toward: Pole::Loop, question: Some(question), weight, reason, makes: false, is_routine: true, terms }
}

/// Every group, by what it tells.
pub(super) const GROUPS: &[Group] = &[
    group(
        Question::Repetition,
        14,
        "It comes back on a schedule",
        "=daily, =weekly, =biweekly, =fortnightly, =monthly, =bimonthly, =quarterly, =yearly, =annually, =biannual, \
         =biannually, =hourly, =nightly, =semiannual, every day, every week, every month, every quarter, every year, \
         every hour, every morning, every evening, every night, every monday, every tuesday, every wednesday, \
         every thursday, every friday, every saturday, every sunday, every spring, every summer, every autumn, \
         every winter, every shift, every two, every three, every four, every six, every other, every few, each day, \
         each week, each month, each quarter, each year, each morning, each evening, each night, each monday, each friday, \
         each season, each semester, once a day, once a week, once a month, once a quarter, once a year, once per, \
         twice a, twice per, times a day, times a week, times a month, times a year, times per, per day, per week, \
         per month, a day, a week, month end, year end, quarter end, end of month, end of the month, end of each, \
         end of every, day to day, round the clock, =24 =7, =mondays, =tuesdays, =wednesdays, =thursdays, =fridays, \
         =saturdays, =sundays, =weekends, =weekdays",
    ),
    group(
        Question::Repetition,
        10,
        "It comes back again and again",
        "every, each time, recurring, recur, repeat, repeatedly, repeatable, repetitive, regular, regularly, routine, \
         routinely, continuous, continuously, continual, continually, constantly, whenever, periodic, periodically, \
         often, time and again, again and again, over and over, as usual, usual, usually, always, all year, year round, \
         seasonal, perpetual, rolling, standing, any time, anytime, as needed, when needed, on demand, as they arrive, \
         as they come in, =incoming, day in",
    ),
    group(Question::Repetition, 8, "It comes back each year", "annual, =per year, =a year"),
    group(
        Question::End,
        10,
        "It goes on without an end",
        "=ongoing, on going, no end, never ends, keep doing, keep up, continue to, business as usual, =bau, \
         around the clock, permanent, indefinitely, sustain",
    ),
    routine(
        Question::KnownSteps,
        8,
        "Speaks of a known way to do it",
        "procedure, process, protocol, =checklist, checklists, playbook, runbook, =sop, =sops, guideline, workflow, \
         standard operating, step by step, =how =to, manual, work instruction, instruction, standard work, routine work, \
         operating model, policy and procedure, rules for, this is how, log sheet, form, fill out, fill in, sign off, \
         protocols, cycle, methods, this week, template",
    ),
    routine(
        Question::Repetition,
        7,
        "Routine work by its name",
        "maintenance, support, monitoring, administration, operation, fulfillment, fulfilment, procurement, purchasing, \
         payroll, bookkeeping, accounting, logistics, customer service, customer care, customer support, helpdesk, \
         help desk, service desk, housekeeping, onboarding, offboarding, induction, recruitment, recruiting, reporting, \
         inspection, debriefing, debrief, budgeting, forecasting, closing, =close =the =books, quality control, \
         quality assurance, enablement, replenishment, disposal, storage, escalation, triage, scheduling, dispatch, \
         dispatching, enrolment, enrollment, registration, admission, renewal, handover, invoicing, billing, collection, \
         reconciliation, settlement, accounts payable, accounts receivable, stocktaking, stock taking, warehousing, \
         packaging, packing, shipping, receiving, picking, delivery, distribution, cleaning, catering, surveillance, \
         moderation, patching, backup, back up, calibration, preventive, sterilization, lubrication, screening, \
         credentialing, verification, validation, authorization, certification, accreditation, underwriting, adjudication, \
         origination, intake, scoring, grading, assessment, appraisal, tracking, record keeping, recordkeeping, filing, \
         archiving, data entry, lesson, classes, commute, attendance, manufacturing, production, assembly line, assembly, \
         sales, selling, vaccination, sampling, sanitation, dosing, harvesting, watering",
    ),
    routine(
        Question::Repetition,
        5,
        "Named as a standing responsibility",
        "management, evaluation, review, audit, analysis, compliance, supervision, coordination, handling, control, \
         selection, disciplinary, emergency, prevention, response, safety, service, services, training, testing, \
         performance, hygiene, care, treatment, hiring, meeting, standup, stand up, retrospective, newsletter, \
         newsletters, social media, blog post, blog posts, communication, protection",
    ),
    routine(
        Question::Repetition,
        7,
        "Arrives again and again",
        "request, ticket, invoice, bill, claim, complaint, purchase order, order, expense, receipt, timesheet, query, \
         enquiry, inquiry, phone call, calls, shipment, booking, reservation, appointment, refund, =returns, \
         reimbursement, incident, outage, alert, transaction, payment, bank statement, statements, referral, permit, \
         subscription, visitor, =emails, =letters, inbox, mail, leave request, time off, vacation, absence, sick leave, \
         supply, stock, inventory, batch, grocery, laundry, dishes, trash, garbage, rubbish, litter, dog, cat, pet, toner, \
         paperwork, prescription, lab result, homework, exams, submission, parcel, spare part, deviation, nonconformity, \
         nonconformance, question, questions, defect, breakdown, timecard, wage, salary, tax return, tax filing, deposit, \
         applicant, candidate, meals, lunch, dinner, breakfast, bedding, sheets, filter, lightbulb, gutter, lawn, \
         vendor, supplier, goods, loan application, job application, applications, passport, password reset, \
         access request, return goods, visitors, guest, patients, documents, reports, contracts",
    ),
    group(
        Question::Repetition,
        5,
        "One of many of the same sort",
        "new employee, new employees, new hire, new hires, new customer, new client, new vendor, new supplier, new member, \
         new patient, new starter, new joiner, new colleague, new staff, new student, new tenant, new user, new account, \
         new order, new lead, new contract, new ticket, new request, new volunteer, new team member, new guest, \
         a customer, customers, a client, clients, employees, tenants, students, staff, members",
    ),
    group(
        Question::KnownSteps,
        7,
        "Routine work, done the same way each time",
        "handle, approve, pay, =maintaining, =maintain, =maintains, =maintained, =ordering, reorder, restock, replenish, \
         refill, top up, feed, clean, wash, mop, vacuum, sweep, mow, dust, tidy, declutter, monitor, check, inspect, \
         verify, reconcile, record, =log, =logs, =logging, =file, =filing, submit, answer, respond, reply, serve, sell, \
         ship, pack, deliver, collect, issue, renew, rotate, triage, screen, onboard, offboard, admit, discharge, register, \
         enrol, enroll, follow up, teach, grade, =grading, deal with, supervise, administer, calibrate, sterilize, \
         lubricate, count, match receipts, reset, process applications, take out, put away, empty, water plants, =watering, \
         sanitize, disinfect, trim, prune, weed, rake, shovel, scrub, wipe, polish, iron, =cook, =cooking, greet, \
         dispense, vaccinate, weigh, label, sort, distribute, chase, remind, forward, escalate, post, moderate, \
         keep track, keep an eye, compare, =reviewing, =review, =reviews, =checking, back up, =backing, =patching, \
         log in, sign in, sign contracts, =processing, =processes, =report, toss, =take, =hiring, =hire, =train, \
         =onboarding, =audit, =auditing, =invoice, =bill, =replying, =schedule, =scheduling, =assign, look after, \
         take care of, provide, =change, =changing, =update, =updating, =manufacture, =market, =attend, =walk, =walking",
    ),
    group(
        Question::Success,
        6,
        "Wants each round to come out alike",
        "same way, same steps, same result, same thing, same as always, consistent, consistently, consistency, \
         efficiency, efficient, efficiently, smoothly, without delay, within a day, within 24 hours, service level, =sla, \
         =slas, turnaround, throughput, first time right, error free, no surprises",
    ),
    Group {
        toward: Pole::Loop,
        question: Some(Question::NearIdentical),
        weight: 6,
        reason: "Something like it was done before",
        makes: false,
        is_routine: false,
        terms: "like last time, like last year, as last year, same as last, another one of, like the last, \
                like previous, once more, yet another, as before",
    },
];
