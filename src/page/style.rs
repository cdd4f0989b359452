//! The style sheet of all pages. Its colours are those of the window's themes; the device chooses between them.

use crate::chart::{CONTRAST, Colors, DARK, LIGHT, Shades};

/// The rules that are the same in every theme.
const RULES: &str = concat!(include_str!("style.css"), include_str!("file.css"));

/// The whole style sheet.
#[must_use]
pub fn style() -> String {
    format!(
        ":root{{color-scheme:light;{}}}\n\
         @media (prefers-color-scheme:dark){{:root{{color-scheme:dark;{}}}}}\n\
         @media (prefers-contrast:more){{:root{{color-scheme:light;{}}}}}\n{RULES}",
        variables(&LIGHT),
        variables(&DARK),
        variables(&CONTRAST)
    )
}

/// The colours of the light theme on paper, whatever the device wishes for its screen.
pub(super) fn light_on_paper() -> String {
    format!("@media print{{:root{{{}}}}}", variables(&LIGHT))
}

/// The colours of a theme as variables: `--paper`, `--product`, `--product-soft`.
fn variables(colors: &Colors) -> String {
    let plain = [
        ("paper", colors.paper),
        ("surface", colors.surface),
        ("line", colors.line),
        ("control", colors.control),
        ("ink", colors.ink),
        ("muted", colors.muted),
    ];
    let tones: [(&str, &Shades); 7] = [
        ("neutral", &colors.neutral),
        ("product", &colors.product),
        ("sales", &colors.sales),
        ("joint", &colors.joint),
        ("good", &colors.good),
        ("caution", &colors.caution),
        ("debt", &colors.debt),
    ];
    let plain = plain.map(|(name, color)| format!("--{name}:{};", color.css())).concat();
    let shades = tones.map(|(name, shades)| {
        let Shades { strong, soft, edge, on } = shades;
        let [strong, soft, edge, on] = [strong, soft, edge, on].map(|color| color.css());
        format!("--{name}:{strong};--{name}-soft:{soft};--{name}-edge:{edge};--{name}-on:{on};")
    });
    plain + &shades.concat()
}
