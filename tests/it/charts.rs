//! Pictures: the same for the same game, readable in every theme, with no overlapping words.

use std::sync::{Arc, LazyLock};

use off_roadmap::chart::{
    Decided, LineChart, Mark, Palette, RangeRow, Rgb, Series, Size, Svg, backdrop, board, drawn, line_sample, lines,
    lines_summary, overlaid, overlaid_summary, pixels, product_map, product_map_between, ranges, ranges_summary, shape,
    waterfall, waterfall_bars, waterfall_growing, waterfall_summary, widths, widths_summary,
};
use off_roadmap::ids::Seat;
use off_roadmap::lab;
use off_roadmap::policy;
use off_roadmap::scenario::Shelf;
use off_roadmap::sight::Band;
use off_roadmap::sim::Game;
use off_roadmap::text::{Text, Unit};
use off_roadmap::view::{self, Board, Moment, ProductMap, Shape, Spot, Waterfall};
use proptest::prelude::*;
use resvg::usvg::{Group, Node, Options, Rect, Tree};

use crate::telling::telling;

const FULL: Size = Size { width: 1280.0, height: 760.0 };
const MIDDLE: Size = Size { width: 560.0, height: 380.0 };
const THUMBNAIL: Size = Size { width: 240.0, height: 150.0 };

/// A finished game for each of a few ways to play.
static GAMES: LazyLock<Vec<Game>> = LazyLock::new(|| {
    let played = |(scenario, id): (&str, &str)| {
        let scenario = Arc::new(Shelf::built_in().load(scenario).expect("it is on the shelf"));
        let policy = policy::by_id(id).expect("there is such a policy");
        lab::play_with(&scenario, 3, |_| policy)
    };
    [("scale-up", "accept-all"), ("scale-up", "quadrant-proactive"), ("heavy-debt", "accept-all")].map(played).into()
});

/// The print palette, the dark theme, and one with strong contrast.
fn palettes() -> [Palette; 3] {
    let dark = Palette {
        paper: Rgb::hex(0x14171B),
        surface: Rgb::hex(0x1D2228),
        line: Rgb::hex(0x343B44),
        control: Rgb::hex(0x77818D),
        ink: Rgb::hex(0xEDEFF2),
        muted: Rgb::hex(0xA4AEBA),
        product: Rgb::hex(0x6DB3F2),
        sales: Rgb::hex(0xF29A5C),
        joint: Rgb::hex(0xB79CF0),
        good: Rgb::hex(0x5CC69A),
        caution: Rgb::hex(0xE0B15A),
        debt: Rgb::hex(0xF07A9E),
    };
    let contrast = Palette {
        paper: Rgb::hex(0xFFFFFF),
        line: Rgb::hex(0x4A4A4A),
        control: Rgb::hex(0x000000),
        ink: Rgb::hex(0x000000),
        muted: Rgb::hex(0x2B2B2B),
        product: Rgb::hex(0x003E7E),
        sales: Rgb::hex(0x7A2E00),
        joint: Rgb::hex(0x3F1F85),
        good: Rgb::hex(0x00522F),
        caution: Rgb::hex(0x5A3600),
        debt: Rgb::hex(0x7A0030),
        ..Palette::print()
    };
    [Palette::print(), dark, contrast]
}

fn maps() -> Vec<ProductMap> {
    let text = Text::default();
    let both = |game| [Moment::Start, Moment::Now].map(|at| view::product_map(game, &telling(&text, game), at));
    GAMES.iter().flat_map(both).collect()
}

static FONTS: LazyLock<Options> = LazyLock::new(|| {
    let mut options = Options { font_family: "Inter".to_owned(), ..Options::default() };
    for face in ["Regular", "Medium", "SemiBold"] {
        let path = format!("{}/assets/fonts/Inter-{face}.otf", env!("CARGO_MANIFEST_DIR"));
        options.fontdb_mut().load_font_data(std::fs::read(path).expect("the font is there"));
    }
    options
});

fn tree(svg: &Svg) -> Tree {
    Tree::from_str(&svg.document(), &FONTS).expect("it is SVG")
}

/// Collects the boxes of all texts.
fn words(group: &Group, found: &mut Vec<Rect>) {
    for node in group.children() {
        match node {
            Node::Text(text) => found.push(text.abs_bounding_box()),
            Node::Group(group) => words(group, found),
            _ => {}
        }
    }
}

/// The part of a text's box that its letters cover: they are lower than the line.
fn letters(text: &Rect) -> Rect {
    let (high, low) = (0.1, 0.25);
    // Vertical text: no horizontal line is this high.
    let upwards = text.height() > 30.0 && text.height() > text.width();
    let cut = if upwards { text.width() } else { text.height() };
    let (across, down) = if upwards { (cut, 0.0) } else { (0.0, cut) };
    Rect::from_ltrb(
        text.left() + across * high,
        text.top() + down * high,
        text.right() - across * low,
        text.bottom() - down * low,
    )
    .expect("a text is larger than what is cut off")
}

/// Every word is inside the picture, and no two overlap.
fn assert_laid_out(svg: &Svg) {
    let mut found = Vec::new();
    words(tree(svg).root(), &mut found);
    let found: Vec<Rect> = found.iter().map(letters).collect();
    let apart = |one: &Rect, other: &Rect| {
        let across = one.left() + 0.5 > other.right() || other.left() + 0.5 > one.right();
        across || one.top() + 0.5 > other.bottom() || other.top() + 0.5 > one.bottom()
    };
    for (i, one) in found.iter().enumerate() {
        let inside = one.left() >= -0.5 && one.right() <= svg.size.width as f32 + 0.5;
        let inside = inside && one.top() >= -0.5 && one.bottom() <= svg.size.height as f32 + 0.5;
        assert!(inside, "{one:?} of {:?}\n{}", svg.size, svg.document());
        let covered = found[i + 1..].iter().find(|other| !apart(one, other));
        assert_eq!(covered, None, "{one:?} of {:?}\n{}", svg.size, svg.document());
    }
}

fn no_holes(words: &str) {
    assert!(!words.is_empty() && !words.contains(['⟨', '⟩', '{', '}']) && !words.contains("NaN"), "{words}");
}

#[test]
fn the_same_game_gives_the_same_map_byte_by_byte() {
    let palette = Palette::print();
    for (first, second) in maps().iter().zip(&maps()) {
        assert_eq!(first, second);
        for size in [FULL, THUMBNAIL] {
            let (first, second) = (product_map(first, size, &palette), product_map(second, size, &palette));
            assert_eq!(first.document(), second.document());
        }
    }
}

#[test]
fn no_words_of_a_map_cover_each_other_or_leave_it() {
    for map in maps() {
        for size in [FULL, MIDDLE] {
            let drawn = product_map(&map, size, &Palette::print());
            let mut found = Vec::new();
            words(tree(&drawn).root(), &mut found);
            assert!(found.len() >= map.districts.len());
            assert_laid_out(&drawn);
        }
    }
}

#[test]
fn a_thumbnail_of_a_map_has_no_words() {
    for map in maps() {
        let mut found = Vec::new();
        words(tree(&product_map(&map, THUMBNAIL, &Palette::print())).root(), &mut found);
        assert_eq!(found.len(), 0);
    }
}

#[test]
fn a_map_shows_every_tile_and_every_special() {
    for map in maps() {
        let svg = product_map(&map, THUMBNAIL, &Palette::print()).document();
        let customers = svg.matches("<circle").count();
        assert_eq!(customers, map.specials.len());
        let tiles: u32 = map.districts.iter().map(view::District::tiles).sum();
        assert!(svg.matches("<rect").count() >= tiles as usize + map.specials.len());
    }
}

#[test]
fn less_coherence_turns_the_tiles_further() {
    let text = Text::default();
    let mut map = view::product_map(&GAMES[1], &telling(&text, &GAMES[1]), Moment::Start);
    let turned = |map: &ProductMap| product_map(map, FULL, &Palette::print()).document().matches("rotate(").count();
    map.coherence = 1.0;
    assert_eq!(turned(&map), 0);
    map.coherence = 0.5;
    assert!(turned(&map) > 50);
}

#[test]
fn a_special_from_before_the_start_is_on_both_maps_unless_it_was_taken_out() {
    let text = Text::default();
    let start = view::product_map(&GAMES[2], &telling(&text, &GAMES[2]), Moment::Start);
    let now = view::product_map(&GAMES[2], &telling(&text, &GAMES[2]), Moment::Now);
    assert!(!start.specials.is_empty());
    for special in &start.specials {
        let work = GAMES[2].state().works.get(&special.id).expect("it is drawn");
        assert_eq!(now.specials.iter().any(|other| other.id == special.id), !work.sunset);
    }
    assert!(start.specials.iter().all(|special| !special.orphaned && !special.customer.is_empty()));
}

#[test]
fn tiles_only_ever_come_and_those_of_the_start_stay() {
    for pair in maps().chunks(2) {
        for (start, now) in pair[0].districts.iter().zip(&pair[1].districts) {
            assert_eq!(start.base, now.base);
            assert_eq!(start.added + start.from_specials, 0);
        }
    }
}

#[test]
fn pixels_are_as_many_as_the_scale_asks_for_and_not_all_the_same() {
    for map in maps() {
        for scale in [1.0, 1.5, 3.0] {
            let drawn = pixels(&product_map(&map, THUMBNAIL, &Palette::print()), scale).expect("it can be drawn");
            assert_eq!((drawn.width, drawn.height), ((240.0 * scale) as u32, (150.0 * scale) as u32));
            assert_eq!(drawn.rgba.len(), (drawn.width * drawn.height * 4) as usize);
            let (clear, full) = (drawn.rgba.chunks(4).any(|p| p[3] == 0), drawn.rgba.chunks(4).any(|p| p[3] == 255));
            assert!(clear && full);
        }
    }
}

#[test]
fn every_size_gives_a_picture() {
    let map = &maps()[1];
    for (width, height) in [(0.0, 0.0), (1.0, 1.0), (16.0, 400.0), (4000.0, 30.0), (f64::NAN, 50.0)] {
        let svg = product_map(map, Size::new(width, height), &Palette::print());
        tree(&svg);
        assert!(!svg.document().contains("NaN"));
    }
}

#[test]
fn shapes_and_words_can_be_told_from_the_ground_in_every_theme() {
    for palette in palettes() {
        for i in 0..8 {
            let district = palette.district(i);
            assert!(palette.step_back(district).contrast(palette.surface) >= 3.0, "district {i} of {palette:?}");
            assert!(palette.step_back(district).contrast(palette.soft(district)) >= 2.4, "tile {i} of {palette:?}");
            assert!(palette.series(i).contrast(palette.surface) >= 4.5, "series {i} of {palette:?}");
        }
        for color in [palette.debt, palette.sales, palette.muted, palette.ink, palette.control] {
            assert!(color.contrast(palette.surface) >= 3.0, "{color:?} of {palette:?}");
        }
        for map in maps() {
            tree(&product_map(&map, FULL, &palette));
        }
    }
}

fn chart(values: Vec<Vec<f64>>) -> LineChart {
    let series = values.into_iter().enumerate().map(|(i, values)| Series {
        name: format!("Team <{i}> & co"),
        marks: vec![Mark { number: 1, quarter: 2, label: "Castell".to_owned(), good: i == 0 }],
        values,
    });
    LineChart {
        title: "ARR".to_owned(),
        unit: Unit::Dollars,
        numbers: Text::default().numbers().clone(),
        quarters: ["start", "Q1", "Q2", "Q3", "+1"].map(str::to_owned).into(),
        echo: Some(4),
        echo_label: "echo year".to_owned(),
        series: series.collect(),
        marked: None,
        band: Vec::new(),
        band_label: "four in five".to_owned(),
        decided: Decided::default(),
    }
}

#[test]
fn lines_differ_without_colour_and_say_their_names() {
    let chart = chart(vec![vec![1e6, 2e6, 3e6, 4e6, 5e6], vec![1e6, 1e6, 2e6, 2e6, 1e6], vec![1e6, -5e5]]);
    let svg = lines(&chart, Size::new(820.0, 400.0), &Palette::print());
    tree(&svg);
    let document = svg.document();
    assert!(document.contains("Team &lt;2&gt; &amp; co"));
    let dashes: std::collections::BTreeSet<&str> =
        document.match_indices("stroke-dasharray=\"").map(|(at, _)| &document[at..at + 32]).collect();
    assert_eq!(dashes.len(), 2, "one line is solid, the others each have their dashes");
    let summary = lines_summary(&chart, &Text::default());
    no_holes(&summary);
    assert!(summary.contains("$1.00M") && summary.contains("−$500k"), "{summary}");
}

#[test]
fn a_line_alone_is_called_as_its_picture_is() {
    let mut chart = chart(vec![vec![1e6, 2e6]]);
    chart.series[0].name = String::new();
    assert_eq!(lines_summary(&chart, &Text::default()), "ARR from $1.00M to $2.00M");
    chart.series.clear();
    assert_eq!(lines_summary(&chart, &Text::default()), "ARR: .");
}

#[test]
fn an_envelope_is_one_area_that_the_axis_holds() {
    let mut chart = chart(vec![vec![1e6, 2e6, 3e6, 4e6, 5e6]]);
    let size = Size::new(820.0, 400.0);
    let without = lines(&chart, size, &Palette::print()).document();
    chart.band = vec![(1e6, 1e6), (0.5e6, 4e6), (0.0, 7e6), (f64::NAN, 8e6), (-1e6, 9e6)];
    let with = lines(&chart, size, &Palette::print()).document();
    tree(&lines(&chart, size, &Palette::print()));
    assert_eq!(with.matches("<path").count(), without.matches("<path").count() + 1);
    assert!(with.contains("$9.00M") || with.contains("$10.0M"), "the axis reaches as far as the envelope");
    assert!(!with.contains("NaN"));
}

#[test]
fn an_envelope_is_named_in_the_picture_and_in_words() {
    let mut chart = chart(vec![vec![1e6, 2e6, 3e6, 4e6, 5e6]]);
    let named = |chart: &LineChart| {
        let drawn = lines(chart, Size::new(820.0, 400.0), &Palette::print()).document();
        (drawn.contains("four in five"), lines_summary(chart, &Text::default()))
    };
    assert_eq!(named(&chart), (false, "ARR: Team <0> & co from $1.00M to $5.00M.".to_owned()));
    chart.band = vec![(1e6, 1e6), (-1e6, 9e6), (f64::NAN, 8e6)];
    let (drawn, told) = named(&chart);
    assert!(drawn && told.ends_with("; four in five: −$1.00M to $9.00M at the end."), "{told}");
}

#[test]
fn the_halves_of_a_legend_stand_below_each_other_where_there_is_no_room() {
    let mut chart = chart(vec![vec![1e6, 2e6, 3e6, 4e6, 5e6]]);
    chart.band = vec![(1e6, 1e6), (2e6, 9e6), (3e6, 8e6)];
    chart.band_label = "ARR range of 80 % of the rules of thumb on this seed".to_owned();
    let labels = ["Product Lead", "Sales Lead", "Both"].map(str::to_owned);
    chart.decided = Decided { marks: vec![(1, None), (2, Some(Seat::Sales))], labels };
    let lines_of_legend = |width: f64| {
        let size = Size::new(width, 300.0);
        let mut found = Vec::new();
        words(tree(&lines(&chart, size, &Palette::print())).root(), &mut found);
        assert_laid_out(&lines(&chart, size, &Palette::print()));
        let tops: std::collections::BTreeSet<i32> =
            found.iter().filter(|one| one.bottom() < 42.0).map(|one| one.bottom() as i32 / 12).collect();
        tops.len()
    };
    assert_eq!((lines_of_legend(980.0), lines_of_legend(560.0)), (1, 2));
}

#[test]
fn decisions_have_their_numbers_and_names_that_cover_nothing_also_in_one_quarter() {
    let mut chart = chart(vec![vec![1e6, 2e6, 9e6, 4e6, 5e6]]);
    let mark = |(number, quarter, label): (usize, usize, &str)| Mark {
        number,
        quarter,
        label: label.to_owned(),
        good: quarter == 2,
    };
    let decided =
        [(1, 2, "Castell"), (2, 2, "Hallam Lifts"), (3, 2, "House quadrant"), (4, 4, "Engineering"), (5, 9, "never")];
    chart.series[0].marks = decided.map(mark).into();
    for size in [Size::new(820.0, 300.0), Size::new(620.0, 240.0)] {
        let svg = lines(&chart, size, &Palette::print());
        let document = svg.document();
        for number in ["\n1\n", "\n2\n", "\n3\n", "\n4\n"] {
            assert!(document.contains(number), "{number} of {document}");
        }
        assert!(!document.contains("never") && document.contains("Engineering") && document.contains("Castell"));
        assert_laid_out(&svg);
    }
}

#[test]
fn the_name_of_a_line_that_is_too_long_ends_in_dots_inside_the_picture() {
    let mut chart = chart(vec![vec![1e6, 2e6, 3e6, 4e6, 5e6], vec![2e6, 2e6, 2e6]]);
    chart.series[0].name = "THE WONDERFUL WOMBATS OF WUPPERTAL (2)".to_owned();
    chart.series[1].name = "Quite a long name for a team that left early".to_owned();
    for size in [Size::new(270.0, 190.0), Size::new(400.0, 230.0), Size::new(820.0, 400.0)] {
        let svg = lines(&chart, size, &Palette::print());
        assert!(svg.document().contains('…'));
        assert_laid_out(&svg);
    }
}

#[test]
fn the_sample_of_a_line_has_its_dashes() {
    let dashes = |position: usize| {
        let drawn = line_sample(position, Size::new(36.0, 12.0), &Palette::print()).document();
        drawn.split("stroke-dasharray=\"").nth(1).and_then(|rest| rest.split('"').next()).map(str::to_owned)
    };
    let all: std::collections::BTreeSet<_> = (0..4).map(dashes).collect();
    assert_eq!(all.len(), 4, "{all:?}");
}

#[test]
fn lines_without_values_are_an_empty_picture() {
    for values in [vec![], vec![vec![]], vec![vec![f64::NAN, 1.0]], vec![vec![0.0; 5]]] {
        let chart = chart(values);
        for size in [Size::new(380.0, 220.0), Size::new(1.0, 1.0)] {
            let svg = lines(&chart, size, &Palette::print());
            tree(&svg);
            assert!(!svg.document().contains("NaN"));
        }
        no_holes(&lines_summary(&chart, &Text::default()));
    }
}

#[test]
fn a_waterfall_hatches_what_left_and_tells_all_of_it() {
    let text = Text::default();
    let from = Waterfall { start: 14.5e6, won: 1.84e6, grown: 0.15e6, left: -0.63e6, end: 15.86e6 };
    let bars = waterfall_bars(&from, &text);
    let svg = waterfall(&bars, Size::new(640.0, 360.0), &Palette::print());
    tree(&svg);
    assert_eq!(svg.document().matches("<path").count(), 1, "one bar is hatched");
    let summary = waterfall_summary(&bars);
    no_holes(&summary);
    assert!(summary.contains("−$630k"), "{summary}");
    tree(&waterfall(&[], Size::new(640.0, 360.0), &Palette::print()));
}

#[test]
fn a_waterfall_grows_bar_by_bar_into_the_whole() {
    let from = Waterfall { start: 14.5e6, won: 1.84e6, grown: 0.15e6, left: -0.63e6, end: 15.86e6 };
    let bars = waterfall_bars(&from, &Text::default());
    let (size, palette) = (Size::new(640.0, 360.0), Palette::print());
    let rects = |share| waterfall_growing(&bars, share, size, &palette).document().matches("<rect").count();
    assert_eq!(rects(0.0), 0);
    let grown: Vec<usize> = (0..=10).map(|step| rects(f64::from(step) / 10.0)).collect();
    assert!(grown.windows(2).all(|pair| pair[0] <= pair[1]), "{grown:?}");
    assert_eq!(waterfall_growing(&bars, 1.0, size, &palette).document(), waterfall(&bars, size, &palette).document());
}

#[test]
fn between_two_quarters_the_map_goes_from_one_to_the_other() {
    let text = Text::default();
    for game in GAMES.iter() {
        let [start, now] =
            [Moment::Start, Moment::Now].map(|moment| view::product_map(game, &telling(&text, game), moment));
        let drawn = |share| product_map_between(&start, &now, share, FULL, &Palette::print()).document();
        assert_eq!(drawn(1.0), product_map(&now, FULL, &Palette::print()).document(), "it ends as the plain map");
        assert_eq!(drawn(0.4), drawn(0.4));
        assert_ne!(drawn(0.2), drawn(0.8));
        for share in [0.0, 0.3, 0.99] {
            tree(&product_map_between(&start, &now, share, MIDDLE, &Palette::print()));
            assert!(!drawn(share).contains("NaN"));
        }
    }
}

#[test]
fn the_wall_behind_the_title_has_no_words() {
    for map in maps().iter().chain([&ProductMap::default()]) {
        for palette in palettes() {
            for size in [FULL, Size::new(1.0, 1.0)] {
                assert!(!backdrop(map, size, &palette).document().contains("<text"));
                tree(&backdrop(map, size, &palette));
            }
        }
    }
}

#[test]
fn ranges_show_what_became_of_them() {
    let row = |low, high, actual| RangeRow { label: "Coherence".to_owned(), low, high, actual, of: None, quiet: false };
    let rows = [row(0.5, 0.7, Some(0.66)), row(0.4, 0.4, None), row(0.9, 0.2, Some(2.0))];
    tree(&ranges(&rows, Unit::Percent, Text::default().numbers(), Size::new(560.0, 220.0), &Palette::print()));
    tree(&ranges(&[], Unit::Percent, Text::default().numbers(), Size::new(560.0, 220.0), &Palette::print()));
    let summary = ranges_summary(&rows, Unit::Percent, &Text::default());
    no_holes(&summary);
    let summary = summary.replace('\u{A0}', " ");
    assert!(summary.contains("50–70 %") && summary.contains("66 %"), "{summary}");
}

#[test]
fn the_summary_of_a_map_has_no_holes() {
    for map in maps() {
        no_holes(&map.summary);
    }
}

/// A crowded board: four cards near the middle, of which the first is shown.
fn crowded() -> Board {
    let spot = |name: &str, low: f64, high: f64, on: f64, shown| Spot {
        name: name.to_owned(),
        effort: Some(Band { low, high }),
        alignment: Band { low: on - 0.08, high: on + 0.08 },
        shown,
    };
    Board {
        big_from: 12.0,
        on_from: 0.5,
        cells: ["Small, on strategy", "Big, on strategy", "Small, off strategy", "Big, off strategy"]
            .map(str::to_owned),
        axes: ["effort, engineer-weeks →", "alignment →"].map(str::to_owned),
        spots: vec![
            spot("Northgate University", 11.0, 22.0, 0.55, false),
            spot("Delgado Fire & Alarm", 8.0, 17.0, 0.52, false),
            spot("Bluehaven Marinas", 9.0, 19.0, 0.45, false),
            spot("Fairplay Stadiums", 15.0, 30.0, 0.3, true),
        ],
        simplified: Some(("if simplified".to_owned(), Band { low: 4.0, high: 8.0 })),
        summary: String::new(),
    }
}

#[test]
fn a_board_names_every_card_and_no_words_cover_each_other_or_leave_it() {
    let told = crowded();
    for size in [Size::new(340.0, 240.0), Size::new(340.0, 170.0), Size::new(460.0, 300.0)] {
        for palette in palettes() {
            let drawn = board(&told, size, &palette);
            for spot in &told.spots {
                assert!(drawn.document().contains(&spot.name.replace('&', "&amp;")), "{} is missing", spot.name);
            }
            assert_laid_out(&drawn);
        }
    }
}

#[test]
fn a_board_shows_what_is_not_known_as_wide_as_it_is() {
    let widths = |told: &Board| -> Vec<f64> {
        let drawn = board(told, Size::new(400.0, 300.0), &Palette::print()).document();
        let radius = |part: &str| part.split('"').nth(1).and_then(|number| number.parse().ok());
        drawn.split(" rx=").skip(1).filter_map(|part| radius(&format!(" rx={part}"))).collect()
    };
    let mut told = crowded();
    told.simplified = None;
    told.spots.retain(|spot| spot.shown);
    let known = widths(&told).into_iter().fold(0.0, f64::max);
    told.spots[0].effort = Some(Band { low: 5.0, high: 60.0 });
    let vague = widths(&told).into_iter().fold(0.0, f64::max);
    told.spots[0].effort = None;
    let unknown = widths(&told).into_iter().fold(0.0, f64::max);
    assert!(known < vague && vague < unknown, "{known} {vague} {unknown}");
}

/// Names as short and as long as those of scenarios and teams.
fn any_name() -> impl Strategy<Value = String> {
    let known = ["Bo", "Castell", "Northgate University", "Delgado Fire & Alarm", "WWWWWWWWWWWWWWWWWWWWWWWW"];
    let german = ["Wohnungsbaugenossenschaft Süd", "Gebäudereinigung", "strategiekonform, klein"];
    prop_oneof![
        proptest::sample::select([known.as_slice(), german.as_slice()].concat()).prop_map(str::to_owned),
        "[A-Za-zÄÖÜ][a-zäöüß]{0,18}( [A-Z][a-z]{1,14}){0,3}",
    ]
}

/// Any size that a picture can have in the window or on a page.
fn any_size() -> impl Strategy<Value = Size> {
    (260.0..1400.0, 150.0..900.0).prop_map(|(width, height)| Size::new(width, height))
}

/// The largest value that a number with this unit can have in a game.
fn most(unit: Unit) -> f64 {
    match unit {
        Unit::Dollars => 9e8,
        Unit::Weeks => 900.0,
        Unit::Count => 5000.0,
        Unit::Percent | Unit::Index => 3.0,
    }
}

/// A range within these values.
fn any_band(most: f64) -> impl Strategy<Value = Band> {
    (0.0..most, 0.0..most).prop_map(|(a, b)| Band { low: f64::min(a, b), high: f64::max(a, b) })
}

fn any_board() -> impl Strategy<Value = Board> {
    let spot = (any_name(), proptest::option::of(any_band(90.0)), any_band(1.0))
        .prop_map(|(name, effort, alignment)| Spot { name, effort, alignment, shown: false });
    let spots = proptest::collection::vec(spot, 1..=4);
    (spots, [any_name(), any_name(), any_name(), any_name()], proptest::option::of(any_band(40.0))).prop_map(
        |(mut spots, cells, simplified)| {
            if let Some(spot) = spots.last_mut() {
                spot.shown = true;
            }
            let simplified = simplified.map(|band| ("vereinfacht".to_owned(), band));
            Board { spots, cells, simplified, ..crowded() }
        },
    )
}

fn any_lines() -> impl Strategy<Value = LineChart> {
    let mark = (0..10_usize, any_name(), any::<bool>()).prop_map(|(quarter, label, good)| Mark {
        number: quarter,
        quarter,
        label,
        good,
    });
    let values = proptest::collection::vec(-1.0..1.0, 0..=10);
    let series = (any_name(), values, proptest::collection::vec(mark, 0..4)).prop_map(|(name, values, marks)| Series {
        name,
        values,
        marks,
    });
    let band = proptest::collection::vec(any_band(1.0).prop_map(|band| (band.low, band.high)), 0..=10);
    let who = proptest::sample::select(vec![None, Some(Seat::Product), Some(Seat::Sales)]);
    let marks = proptest::collection::vec((0..9_usize, who), 0..30);
    let unit = proptest::sample::select(vec![Unit::Dollars, Unit::Percent, Unit::Weeks, Unit::Count, Unit::Index]);
    let series = proptest::collection::vec(series, 0..=6);
    let labels = [any_name(), any_name(), any_name()];
    (series, band, marks, unit, any_name(), labels).prop_map(
        |(mut series, mut band, marks, unit, band_label, labels)| {
            series.iter_mut().flat_map(|series| &mut series.values).for_each(|value: &mut f64| *value *= most(unit));
            band.iter_mut().for_each(|(low, high)| (*low, *high) = (*low * most(unit), *high * most(unit)));
            LineChart {
                unit,
                quarters: (0..10).map(|i| if i == 0 { "Beginn".to_owned() } else { format!("Q{i}") }).collect(),
                echo: Some(9),
                series,
                band,
                band_label,
                decided: Decided { marks, labels },
                ..chart(Vec::new())
            }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_word_of_a_board_leaves_it_or_covers_another(told in any_board(), size in any_size()) {
        assert_laid_out(&board(&told, size, &Palette::print()));
    }

    #[test]
    fn no_word_of_a_line_chart_leaves_it_or_covers_another(told in any_lines(), size in any_size()) {
        assert_laid_out(&lines(&told, size, &Palette::print()));
    }

    #[test]
    fn no_word_of_a_waterfall_leaves_it_or_covers_another(
        amounts in [1e5..9e8, 0.0..9e7, 0.0..9e7, -9e7..0.0, 1e5..9e8],
        size in any_size(),
        language in proptest::sample::select(vec!["en", "de"]),
    ) {
        let [start, won, grown, left, end] = amounts;
        let bars = waterfall_bars(&Waterfall { start, won, grown, left, end }, &Text::new(language));
        let drawn = waterfall(&bars, size, &Palette::print());
        assert_laid_out(&drawn);
        for bar in &bars {
            prop_assert!(drawn.document().contains(&bar.shown), "every amount is told: {}", bar.shown);
        }
    }

    #[test]
    fn no_word_of_ranges_leaves_them_or_covers_another(
        told in proptest::collection::vec((any_name(), any_band(1.0), proptest::option::of(-1.0..1.0)), 1..=4),
        unit in proptest::sample::select(vec![Unit::Dollars, Unit::Percent, Unit::Weeks]),
        size in any_size(),
        language in proptest::sample::select(vec!["en", "de"]),
    ) {
        let most = most(unit);
        let row = |(label, band, actual): (String, Band, Option<f64>)| RangeRow {
            label,
            low: band.low * most,
            high: band.high * most,
            actual: actual.map(|actual| actual * most),
            of: None,
            quiet: false,
        };
        let rows: Vec<_> = told.into_iter().map(row).collect();
        let numbers = Text::new(language);
        assert_laid_out(&ranges(&rows, unit, numbers.numbers(), size, &Palette::print()));
    }
}

#[test]
fn names_of_a_crowded_board_are_all_there_in_its_smallest_box() {
    let drawn = board(&crowded(), Size::new(340.0, 170.0), &Palette::print());
    assert_laid_out(&drawn);
    for spot in &crowded().spots {
        assert!(
            drawn.document().contains(&spot.name.replace('&', "&amp;")),
            "{} is missing of {}",
            spot.name,
            drawn.document()
        );
    }
}

#[test]
fn a_tick_at_the_edge_is_whole() {
    let row = RangeRow { label: "ARR".to_owned(), low: 11.2e6, high: 12.0e6, actual: None, of: None, quiet: false };
    let drawn = ranges(&[row], Unit::Dollars, Text::new("de").numbers(), Size::new(420.0, 190.0), &Palette::print());
    assert_laid_out(&drawn);
    assert!(drawn.document().contains("12,0\u{a0}Mio."), "{}", drawn.document());
}

/// The demand of so many teams, which have names or none.
fn demanded(teams: usize, named: bool) -> view::Demanded {
    let name = |at: usize| if named { format!("Team {at} with a long name") } else { String::new() };
    let names: Vec<String> = (0..teams).map(name).collect();
    view::demanded(names.iter().zip(GAMES.iter().cycle()).map(|(name, game)| (game, name.as_str())), &Text::default())
}

#[test]
fn the_demand_of_two_to_sixty_teams_is_laid_out_over_one_another() {
    for (teams, named) in [(1, true), (2, true), (8, true), (8, false), (60, true)] {
        let demanded = demanded(teams, named);
        for (size, palette) in [FULL, MIDDLE, THUMBNAIL].iter().zip(palettes()) {
            let svg = overlaid(&demanded, &Text::default(), *size, &palette);
            assert_laid_out(&svg);
            let lines = svg.document().matches("stroke-opacity").count();
            assert_eq!(lines, 2 * teams, "what came and what would have come anyway");
        }
        let told = overlaid_summary(&demanded, &Text::default());
        no_holes(&told);
        assert_eq!(told.contains("Team 0"), named);
    }
    let nobody = view::Demanded { quarters: Vec::new(), teams: Vec::new(), told: Vec::new() };
    assert_laid_out(&overlaid(&nobody, &Text::default(), MIDDLE, &Palette::print()));
}

#[test]
fn names_stand_at_the_ends_of_the_lines_as_long_as_there_is_room() {
    let document = |teams| overlaid(&demanded(teams, true), &Text::default(), FULL, &Palette::print()).document();
    assert!(document(3).contains("Team 2"));
    assert!(!document(20).contains("Team 2"), "the two bundles say more than twenty names");
}

#[test]
fn no_two_curves_to_choose_from_look_alike_and_none_has_words() {
    let all = Shape::ALL.map(|one| shape(one, THUMBNAIL, &Palette::print()).document());
    for (at, one) in all.iter().enumerate() {
        assert!(!all[at + 1..].contains(one) && !one.contains("<text"), "{one}");
    }
}

#[test]
fn what_somebody_drew_stands_beside_what_came() {
    let text = Text::default();
    let game = &GAMES[0];
    let debrief = view::debrief(game, &telling(&text, game), &[], None);
    assert_eq!(drawn(&text, &debrief, None).series.len(), 2);
    let chart = drawn(&text, &debrief, Some(Shape::Hill));
    let [asked, _, sketch] = chart.series.as_slice() else { panic!("{:?}", chart.series) };
    assert_eq!(
        (sketch.values.len(), sketch.values[0]),
        (asked.values.len(), asked.values[0]),
        "from the same beginning"
    );
    for (size, palette) in [FULL, MIDDLE, THUMBNAIL].iter().zip(palettes()) {
        assert_laid_out(&lines(&chart, *size, &palette));
    }
}

#[test]
fn every_prediction_is_a_mark_that_is_filled_if_it_held() {
    let text = Text::default();
    for game in GAMES.iter() {
        let foresight = view::debrief(game, &telling(&text, game), &[], None).foresight;
        for (size, palette) in [FULL, MIDDLE, THUMBNAIL].iter().zip(palettes()) {
            assert_laid_out(&widths(&foresight, &text, *size, &palette));
        }
        let document = widths(&foresight, &text, MIDDLE, &Palette::print()).document();
        let with_width = |seat| {
            let lead = foresight.iter().find(|lead| lead.seat == seat).expect("both predicted");
            lead.foreseen.iter().filter(|one| one.width.is_some()).count()
        };
        assert_eq!(document.matches("<rect").count(), with_width(Seat::Product));
        assert_eq!(document.matches("<circle").count(), with_width(Seat::Sales) + 2, "and two in the legend");
        no_holes(&widths_summary(&foresight, &text));
    }
}
