//! The whole numbers that a slider can be set to.

use bevy::prelude::*;

/// The value of a slider, and the values that it allows.
#[derive(Component, Clone, Copy, Debug, PartialEq, Eq)]
pub struct SliderScale {
    /// The current value.
    pub value: i32,
    /// The least allowed value.
    pub min: i32,
    /// The greatest allowed value.
    pub max: i32,
    /// The distance between two allowed values.
    pub step: i32,
}

impl SliderScale {
    /// The allowed value nearest to `wish`.
    pub fn snap(self, wish: f32) -> i32 {
        let step = self.step.max(1);
        let steps = ((wish - self.min as f32) / step as f32).round() as i32;
        (self.min + steps * step).min(self.max).max(self.min)
    }

    pub(super) fn share(self) -> f32 {
        match self.max - self.min {
            ..=0 => 0.0,
            span => (self.value - self.min) as f32 / span as f32,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slider_only_stands_on_its_steps_and_ends() {
        let scale = SliderScale { value: 0, min: 0, max: 98, step: 5 };
        assert_eq!(scale.snap(12.4), 10);
        assert_eq!(scale.snap(12.6), 15);
        assert_eq!(scale.snap(-40.0), 0);
        assert_eq!(scale.snap(400.0), 98);
    }
}
