//! A policy with single habits changed, for experiments that compare only those.

use super::Policy;
use crate::ids::DealId;
use crate::sight::{Request, Sight};
use crate::sim::{Allocation, House, ProductMove, Response, SalesMove};

/// Changes a list of wishes, given what the policy can see.
pub type Wishes<T> = fn(&Sight, Vec<T>) -> Vec<T>;

/// A policy with some habits changed.
#[derive(Clone, Copy)]
pub struct Altered {
    /// The policy to change.
    pub base: &'static dyn Policy,
    /// Changes the answers to a card.
    pub answers: Option<fn(&Sight, &Request, Vec<Response>) -> Vec<Response>>,
    /// Changes the house quadrant.
    pub house: Option<fn(&Sight, House) -> House>,
    /// Changes the moves of the Product Lead.
    pub product: Option<Wishes<ProductMove>>,
    /// Changes the moves of the Sales Lead.
    pub sales: Option<Wishes<SalesMove>>,
    /// Whether it uses evidence.
    pub defends: Option<bool>,
}

impl Altered {
    /// A policy without any change.
    #[must_use]
    pub fn of(base: &'static dyn Policy) -> Self {
        Self { base, answers: None, house: None, product: None, sales: None, defends: None }
    }
}

impl Policy for Altered {
    fn id(&self) -> &'static str {
        self.base.id()
    }

    fn allocation(&self, sight: &Sight) -> Allocation {
        self.base.allocation(sight)
    }

    fn product_moves(&self, sight: &Sight) -> Vec<ProductMove> {
        let wishes = self.base.product_moves(sight);
        self.product.map_or_else(|| wishes.clone(), |change| change(sight, wishes.clone()))
    }

    fn target(&self, sight: &Sight) -> Vec<u8> {
        self.base.target(sight)
    }

    fn sales_moves(&self, sight: &Sight) -> Vec<SalesMove> {
        let wishes = self.base.sales_moves(sight);
        self.sales.map_or_else(|| wishes.clone(), |change| change(sight, wishes.clone()))
    }

    fn pushes(&self, sight: &Sight) -> Vec<DealId> {
        self.base.pushes(sight)
    }

    fn house(&self, sight: &Sight) -> House {
        let house = self.base.house(sight);
        self.house.map_or(house, |change| change(sight, house))
    }

    fn answers(&self, sight: &Sight, request: &Request) -> Vec<Response> {
        let answers = self.base.answers(sight, request);
        self.answers.map_or_else(|| answers.clone(), |change| change(sight, request, answers.clone()))
    }

    fn listens(&self) -> bool {
        self.base.listens()
    }

    fn defends(&self) -> bool {
        self.defends.unwrap_or_else(|| self.base.defends())
    }
}
