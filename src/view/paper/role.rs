//! The sheet that a lead has at hand the whole game: the company, the role, its moves; and what both know of the table.

use serde::Serialize;

use super::numbered::{Aim, PRODUCT_KINDS, SALES_KINDS, product_aim, response_number, sales_aim};
use crate::ids::{Quarter, Seat};
use crate::scenario::Rules;
use crate::sim::{Evidence, ProductMove, Reform, Response, SalesMove};
use crate::text::{self, Teller, Unit};
use crate::view::{Bulletin, Term};

/// What both leads have to know of the rules, in the order of the sheet.
const RULES: [Term; 7] =
    [Term::Coherence, Term::Debt, Term::Precedent, Term::Trust, Term::Ceo, Term::Echo, Term::Value];

/// A lead's sheet. It has nothing that only the other lead may know.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RoleSheet {
    /// Whose.
    pub seat: Seat,
    /// The title of the scenario.
    pub title: String,
    /// Its situation.
    pub situation: String,
    /// What the company is.
    pub about: String,
    /// What the team is told to aim for.
    pub goals: Vec<String>,
    /// What the company has to reach, and by when.
    pub gates: Vec<Bulletin>,
    /// The name of the lead, unless the player has one.
    pub name: String,
    /// What the role is for.
    pub purpose: String,
    /// What it is paid for.
    pub pay: String,
    /// What only this lead reads at the start.
    pub page: String,
    /// What only this lead reads later: the name of the quarter, and the page.
    pub later: Vec<(String, String)>,
    /// What the role divides up, with what each part is: themes for Product, segments for Sales.
    pub parts: Vec<(String, String)>,
    /// What it may do in private.
    pub moves: Vec<RoleMove>,
}

/// A kind of moves.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RoleMove {
    /// Its number.
    pub number: usize,
    /// Its name.
    pub title: String,
    /// Attention points it costs.
    pub cost: u8,
    /// What it does.
    pub about: String,
    /// What to write behind the number; empty if nothing.
    pub target: String,
    /// Its targets where they are always the same, each with what it does.
    pub targets: Vec<(String, String)>,
}

/// What both leads know of the table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TableRules {
    /// The eight answers.
    pub answers: Vec<AnswerRow>,
    /// The kinds of evidence, each with where it comes from and what it fits.
    pub evidence: Vec<(String, String)>,
    /// Terms that everybody has to know, each with what it means.
    pub terms: Vec<(String, String)>,
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AnswerRow {
    /// Its number.
    pub number: usize,
    /// Its name.
    pub title: String,
    /// Work, relative to building as asked; empty if none.
    pub work: String,
    /// What it does to the chance to win: a factor.
    pub chance: String,
    /// Loss of coherence, relative to building as asked; empty if none.
    pub harm: String,
    /// What it needs, or what else it does.
    pub needs: String,
}

/// Makes the sheet of a lead.
#[must_use]
pub fn role_sheet(text: &Teller, seat: Seat) -> RoleSheet {
    let scenario = text.scenario();
    let role = match seat {
        Seat::Product => &scenario.roles.product,
        Seat::Sales => &scenario.roles.sales,
    };
    let page = |page: &crate::scenario::Briefing| match seat {
        Seat::Product => page.product.clone(),
        Seat::Sales => page.sales.clone(),
    };
    let gate = |gate: &crate::scenario::Gate| Bulletin {
        title: text
            .with("gate-ahead", &[("title", &gate.title), ("quarter", &text::quarter_name(text, Quarter(gate.after)))]),
        text: gate.text.clone(),
    };
    let later = scenario.briefings.iter().filter(|each| each.quarter > 1);
    RoleSheet {
        seat,
        title: scenario.meta.title.clone(),
        situation: scenario.meta.situation.clone(),
        about: scenario.company.about.clone(),
        goals: scenario.goals.clone(),
        gates: scenario.gates.iter().map(gate).collect(),
        name: role.name.clone(),
        purpose: text.get(match seat {
            Seat::Product => "paper-for-product",
            Seat::Sales => "paper-for-sales",
        }),
        pay: role.about.clone(),
        page: scenario.briefings.iter().rfind(|each| each.quarter <= 1).map(page).unwrap_or_default(),
        later: later.map(|each| (text::quarter_name(text, Quarter(each.quarter)), page(each))).collect(),
        parts: match seat {
            Seat::Product => scenario.themes.iter().map(|theme| (theme.name.clone(), theme.about.clone())).collect(),
            Seat::Sales => scenario.segments.iter().map(|segment| self::segment(text, segment)).collect(),
        },
        moves: match seat {
            Seat::Product => {
                PRODUCT_KINDS.into_iter().enumerate().map(|(at, made)| of_product(text, at, made)).collect()
            }
            Seat::Sales => SALES_KINDS.into_iter().enumerate().map(|(at, made)| of_sales(text, at, made)).collect(),
        },
    }
}

fn segment(text: &Teller, segment: &crate::scenario::Segment) -> (String, String) {
    let share = text::percent(text, segment.market_share);
    (segment.name.clone(), text.with("paper-segment", &[("percent", &share), ("about", &segment.about)]))
}

fn of_product(text: &Teller, at: usize, made: ProductMove) -> RoleMove {
    let paper = matches!(made, ProductMove::BoardPaper(_));
    let tokens = text::count(text.scenario().rules.board_tokens);
    let about = match paper {
        // What it changes stands below, once for each change.
        true => text.with("move-board-paper-about", &[("what", &""), ("tokens", &tokens)]).trim().to_owned(),
        false => text::product_move_about(text, made),
    };
    let reforms = Reform::ALL.map(|reform| (text::reform(text, reform), text::reform_about(text, reform)));
    RoleMove {
        number: at + 1,
        title: text::product_move_kind(text, made),
        cost: made.cost(),
        about,
        target: target(text, product_aim(made)),
        targets: if paper { reforms.into() } else { Vec::new() },
    }
}

fn of_sales(text: &Teller, at: usize, made: SalesMove) -> RoleMove {
    RoleMove {
        number: at + 1,
        title: text::sales_move_kind(text, made),
        cost: made.cost(),
        about: text::sales_move_about(text, made),
        target: target(text, sales_aim(made)),
        targets: Vec::new(),
    }
}

/// What is written behind the number of a move.
fn target(text: &Teller, aim: Aim) -> String {
    match aim {
        Aim::Nothing => String::new(),
        Aim::Deal => text.get("paper-aim-deal"),
        Aim::Reform => text.get("paper-aim-reform"),
        Aim::Special => text.get("paper-aim-special"),
        Aim::Renewal => text.get("paper-aim-renewal"),
    }
}

/// Makes what both leads know of the table.
#[must_use]
pub fn table_rules(text: &Teller) -> TableRules {
    let evidence = |evidence| {
        let about = text.get(match evidence {
            Evidence::Vision => "paper-vision",
            Evidence::Strategy => "paper-strategy",
            Evidence::Impact => "paper-impact",
        });
        (text::evidence(text, evidence), about)
    };
    TableRules {
        answers: Response::ALL.map(|response| answer(text, response)).into(),
        evidence: Evidence::ALL.map(evidence).into(),
        terms: RULES.map(|term| (term.name(text), term.about(text))).into(),
    }
}

fn answer(text: &Teller, response: Response) -> AnswerRow {
    let rules = &text.scenario().rules;
    let terms = response.terms(rules);
    let share = |share: f64| if share > 0.0 { text::percent(text, share) } else { String::new() };
    // For ten weeks, because short dollars would round that for one.
    let fee = text::dollars(text, rules.paid_fee_per_week * 10.0);
    AnswerRow {
        number: response_number(response),
        title: text::response(text, response),
        work: match response {
            Response::Simplify => text.get("paper-work-need"),
            Response::Descope => {
                let least = rules.descope_effort - rules.descope_effort_discovery;
                text::range(text, Unit::Percent, least, rules.descope_effort)
            }
            _ => share(terms.effort),
        },
        chance: chance(text, rules, response, terms.win),
        harm: share(terms.coherence),
        needs: text.with(
            match response {
                Response::BuildAsAsked => "paper-build",
                Response::Descope => "paper-descope",
                Response::Simplify => "paper-simplify",
                Response::ProductiseLater => "paper-productise",
                Response::PaidExtension => "paper-paid",
                Response::RoadmapPromise => "paper-promise",
                Response::Decline => "paper-decline",
                Response::AlreadyHave => "paper-have",
            },
            &[("fee", &fee)],
        ),
    }
}

/// The factor on the chance to win. Nobody knows beforehand whether a no breaks the deal.
fn chance(text: &Teller, rules: &Rules, response: Response, win: f64) -> String {
    let factor = |number: f64| text::decimal(text, number);
    match response {
        Response::Decline => text
            .with("paper-factors", &[("low", &factor(rules.decline_win)), ("high", &factor(rules.decline_win_soft))]),
        _ => text.with("paper-factor", &[("factor", &factor(win))]),
    }
}
