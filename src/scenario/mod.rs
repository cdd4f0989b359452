//! Scenario files: from text a person wrote to a checked [`Scenario`].

mod model;
mod rules;

pub use model::{
    Briefing, Card, Claim, Company, Condition, Effect, Gate, Measure, Meta, Names, News, Outcome, Pay, Quota, Role,
    Roles, RuleOverride, Scenario, Segment, Template, Theme, TrustGrade, When,
};
pub use rules::{PARAMETERS, Parameter, Rules};
