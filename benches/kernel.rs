//! How fast the matrix products are, on every path that this processor has, and the functions between them.
//! `cargo bench --bench kernel` runs it; nothing here decides whether a test passes.

use std::hint::black_box;
use std::time::{Duration, Instant};

use copydesk_network::kernel::math::{Direction, gate, layer_norm, scan, sigmoid};
use copydesk_network::kernel::{Matrix, Path, Rows, dots};

/// A sentence of usual length.
const TOKENS: usize = 25;
const WIDTH: usize = 128;

/// The time of one call: the shortest of several runs, which other work on the machine disturbed least.
fn best<T>(mut job: impl FnMut() -> T) -> Duration {
    const CALLS: u32 = 200;
    let time = |_| {
        let started = Instant::now();
        for _ in 0..CALLS {
            black_box(job());
        }
        started.elapsed() / CALLS
    };
    (0..50).map(time).min().unwrap_or_default()
}

fn values(count: usize) -> Vec<f32> {
    (0..count).map(|i| (i * 7919 % 1999) as f32 / 500.0 - 2.0).collect()
}

fn matrix(outputs: usize, inputs: usize) -> Matrix {
    let weights: Vec<i8> = (0..outputs * inputs).map(|i| (i * 31 % 15) as i8 - 7).collect();
    Matrix::new(outputs, inputs, &weights, &values(outputs), &values(outputs))
}

fn products(path: Path, outputs: usize, inputs: usize) {
    let (matrix, values) = (matrix(outputs, inputs), values(TOKENS * inputs));
    let (mut rows, mut out) = (Rows::default(), Vec::new());
    rows.fill(&values, inputs);
    let alone = best(|| path.multiply(&rows, black_box(&matrix), &mut out));
    let filled = best(|| {
        rows.fill(black_box(&values), inputs);
        path.multiply(&rows, &matrix, &mut out);
    });
    let speed = |time: Duration| (TOKENS * outputs * inputs) as f64 / time.as_secs_f64() / 1e9;
    let name = format!("{path:?}, {outputs} x {inputs}");
    println!("{name:28}{:10.1} GMAC/s{:10.1} with filling", speed(alone), speed(filled));
}

fn row(name: &str, time: Duration) {
    println!("{name:28}{:10.2} us", time.as_secs_f64() * 1e6);
}

/// Generic, so that the function becomes a part of the loop, as it does in use.
fn each(name: &str, function: impl Fn(f32) -> f32, given: &[f32], out: &mut [f32]) {
    row(name, best(|| out.iter_mut().zip(black_box(given)).for_each(|(y, &x)| *y = function(x))));
}

fn main() {
    for path in Path::available() {
        for (outputs, inputs) in [(384, 128), (216, 128), (128, 216), (96, 128)] {
            products(path, outputs, inputs);
        }
    }
    println!("\n{TOKENS} tokens of {WIDTH}:");
    let (given, mut out) = (values(TOKENS * WIDTH), vec![0.0; TOKENS * WIDTH]);
    let mut rows = Rows::default();
    row("rows", best(|| rows.fill(black_box(&given), WIDTH)));
    row("dots", best(|| dots(&rows, &rows, &mut out)));
    out.resize(given.len(), 0.0);
    each("sigmoid", sigmoid, &given, &mut out);
    each("gate", |x| gate(x, 0.5 - x).1, &given, &mut out);
    row(
        "layer_norm",
        best(|| {
            for (row, out) in given.chunks(WIDTH).zip(out.chunks_mut(WIDTH)) {
                layer_norm(row, &given[..WIDTH], &given[..WIDTH], out);
            }
        }),
    );
    let keep: Vec<f32> = given.iter().map(|&x| sigmoid(x)).collect();
    let columns = 0..WIDTH;
    row("scan", best(|| scan(&keep, &given, WIDTH, columns.clone(), Direction::Forward, &mut out)));
}
