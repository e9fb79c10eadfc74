use super::sample::{EXPECTED, Noise, checksum};
use super::{MAX_INPUTS, MAX_WEIGHT, Matrix, Path, Rows, dots, multiply, rows::BOUND};

/// Products reckoned one at a time, in 64 bits.
fn naive(rows: &Rows, outputs: usize, weights: &[i8], scales: &[f32], bias: &[f32]) -> Vec<f32> {
    let mut out = Vec::new();
    for row in 0..rows.len() {
        for output in 0..outputs {
            let weights = &weights[output * rows.width()..];
            let inputs = &rows.row(row).as_flattened()[..rows.width()];
            let products = inputs.iter().zip(weights).map(|(&x, &w)| i64::from(x) * i64::from(w));
            let sum = i32::try_from(products.sum::<i64>()).expect("sums stay within 32 bits");
            out.push(sum as f32 * (rows.scales()[row] * scales[output]) + bias[output]);
        }
    }
    out
}

fn bits(values: &[f32]) -> Vec<u32> {
    values.iter().map(|value| value.to_bits()).collect()
}

#[cfg(not(target_arch = "wasm32"))]
mod shapes {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_path_agrees_with_the_naive_sum(
            (count, inputs, outputs) in (0usize..14, 1usize..150, 0usize..40), seed: u32,
        ) {
            let mut noise = Noise(seed);
            let mut rows = Rows::default();
            rows.fill(&noise.floats(count * inputs), inputs);
            let weights = noise.weights(outputs * inputs);
            let (scales, bias) = (noise.floats(outputs), noise.floats(outputs));
            let matrix = Matrix::new(outputs, inputs, &weights, &scales, &bias);
            let expected = naive(&rows, outputs, &weights, &scales, &bias);
            let mut out = vec![9.0; 3];
            for path in Path::available() {
                path.multiply(&rows, &matrix, &mut out);
                prop_assert_eq!(bits(&out), bits(&expected), "{:?}", path);
            }
        }

        #[test]
        fn activations_are_close_to_what_was_given(values in prop::collection::vec(-1e6f32..1e6, 1..60)) {
            let mut rows = Rows::default();
            rows.fill(&values, values.len());
            let largest = values.iter().fold(0f32, |largest, x| largest.max(x.abs()));
            for (&whole, value) in rows.row(0).as_flattened().iter().zip(&values) {
                prop_assert!(whole.abs() <= BOUND);
                let back = f32::from(whole) * rows.scales()[0];
                prop_assert!((back - value).abs() <= largest / 250.0, "{value} came back as {back}");
            }
        }
    }
}

#[test]
fn all_paths_give_the_fixed_checksum() {
    for path in Path::available() {
        assert_eq!(checksum(path), EXPECTED, "{path:?} gives {:#x}", checksum(path));
    }
}

#[test]
fn the_largest_numbers_do_not_overflow() {
    for weight in [-MAX_WEIGHT, MAX_WEIGHT] {
        for value in [-1.0, 1.0] {
            let (weights, mut rows) = ([weight; 9 * MAX_INPUTS], Rows::default());
            rows.fill(&[value; 5 * MAX_INPUTS], MAX_INPUTS);
            let matrix = Matrix::new(9, MAX_INPUTS, &weights, &[1.0; 9], &[0.0; 9]);
            let expected = bits(&naive(&rows, 9, &weights, &[1.0; 9], &[0.0; 9]));
            let mut out = Vec::new();
            for path in Path::available() {
                path.multiply(&rows, &matrix, &mut out);
                assert_eq!(bits(&out), expected, "{path:?}");
                assert!((out[0] - f32::from(weight) * value * 512.0).abs() < 0.1, "{}", out[0]);
            }
            dots(&rows, &rows, &mut out);
            assert!((out[0] - 512.0).abs() < 0.01, "{}", out[0]);
        }
    }
}

#[test]
fn rows_without_a_scale_are_zeros() {
    let matrix = Matrix::new(1, 3, &[1, 1, 1], &[1.0], &[0.5]);
    for odd in [f32::NAN, -f32::NAN, f32::INFINITY, f32::NEG_INFINITY, 0.0, -0.0, 1e-40] {
        let (mut rows, mut out) = (Rows::default(), Vec::new());
        let rest = if odd.is_finite() { 0.0 } else { 2.0 };
        rows.fill(&[rest, odd, rest], 3);
        multiply(&rows, &matrix, &mut out);
        assert_eq!(out, [0.5], "{odd}");
    }
}

#[test]
fn the_largest_floats_keep_their_size() {
    let (mut rows, mut out) = (Rows::default(), Vec::new());
    let matrix = Matrix::new(1, 2, &[1, 0], &[1.0], &[0.0]);
    for value in [3e38, -3e38, 1e-30, 1.0] {
        rows.fill(&[value, 0.0], 2);
        multiply(&rows, &matrix, &mut out);
        assert!((out[0] / value - 1.0).abs() < 1e-6, "{value} came back as {}", out[0]);
    }
}

#[test]
fn a_buffer_can_be_filled_again() {
    let (mut rows, mut other, mut out) = (Rows::default(), Rows::default(), Vec::new());
    rows.fill(&[5.0; 12], 4);
    rows.fill(&[1.0, -2.0, 3.0], 3);
    other.fill(&[1.0, -2.0, 3.0, 2.0, 1.0, 0.0], 3);
    assert_eq!((rows.len(), rows.width(), rows.is_empty()), (1, 3, false));
    dots(&rows, &other, &mut out);
    assert!((out[0] - 14.0).abs() < 0.2 && out[1].abs() < 0.2, "{out:?}");
    rows.fill(&[], 3);
    dots(&rows, &other, &mut out);
    assert!(out.is_empty());
}

mod math {
    use crate::kernel::math::*;

    /// Over all that a network meets, as close as promised to the same in 64 bits.
    fn close(name: &str, f: fn(f32) -> f32, exact: fn(f64) -> f64, (low, high): (f32, f32)) {
        for step in 0..=200_000 {
            let x = low + (high - low) * step as f32 / 200_000.0;
            let (found, expected) = (f64::from(f(x)), exact(f64::from(x)));
            let error = (found - expected).abs() / expected.abs().max(1e-30);
            assert!(error < 2e-6, "{name}({x}) = {found}, not {expected}");
        }
    }

    #[test]
    fn functions_are_close_to_the_exact_ones() {
        fn sigmoid_64(x: f64) -> f64 {
            1.0 / (1.0 + (-x).exp())
        }
        close("exp", exp, f64::exp, (-87.0, 88.0));
        close("sigmoid", sigmoid, sigmoid_64, (-60.0, 60.0));
        close("keep", |k| gate(k, 1.0).0, sigmoid_64, (-39.0, 39.0));
        close("added", |v| gate(-2.0, v).1, |v| v.tanh() * sigmoid_64(2.0), (-20.0, 20.0));
        close("added", |v| gate(0.0, v).1, |v| v.tanh() / 2.0, (-0.01, 0.01));
    }

    #[test]
    fn functions_stay_finite_at_the_ends() {
        for x in [f32::MAX, f32::MIN, f32::INFINITY, f32::NEG_INFINITY] {
            assert!(exp(x).is_finite() && (0.0..=1.0).contains(&sigmoid(x)));
            for y in [f32::MAX, f32::MIN] {
                let (keep, value) = gate(x, y);
                assert!((0.0..=1.0).contains(&keep) && (-1.0..=1.0).contains(&value));
            }
        }
    }

    #[test]
    fn a_norm_has_mean_0_and_deviation_1() {
        for width in [1usize, 7, 8, 96, 131] {
            let row: Vec<f32> = (0..width).map(|i| (i * i % 17) as f32 * 3.0 - 9.0).collect();
            let mut out = vec![0.0; width];
            layer_norm(&row, &vec![1.0; width], &vec![0.0; width], &mut out);
            let mean = out.iter().sum::<f32>() / width as f32;
            let square = out.iter().map(|x| x * x).sum::<f32>() / width as f32;
            assert!(mean.abs() < 1e-5, "{width}: {mean}");
            assert!(width == 1 || (square - 1.0).abs() < 1e-3, "{width}: {square}");
        }
    }
}
