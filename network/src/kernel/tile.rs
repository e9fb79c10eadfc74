//! The loops that all platforms share: blocks of outputs, tiles of rows.

use super::{INPUTS, LANES, MAX_INPUTS, Matrix, Rows, Step};

/// What one platform does with a [`Step`].
///
/// # Safety
/// The methods may use instructions that not every processor has: whoever calls [`run`] sees to it that this one
/// has them.
pub(super) trait Unit {
    /// The outputs of a step are reckoned in so many goes.
    const GOES: usize;
    /// After so many steps comes [`Unit::settle`].
    const STEPS: usize = MAX_INPUTS / INPUTS;
    /// Four inputs of a row.
    type Input: Copy;
    /// The weights of one go, in registers.
    type Weights: Copy;
    /// The sums of one go, in registers.
    type Sums: Copy;
    fn inputs(rows: &Rows, row: usize) -> &[Self::Input];
    /// Before the first step; `totals` are the sums of each output's weights.
    unsafe fn start(totals: &[i32; LANES]) -> Self::Sums;
    unsafe fn weights(step: &Step, go: usize) -> Self::Weights;
    /// Adds for each output its four weights times the four inputs.
    unsafe fn add(sums: Self::Sums, weights: Self::Weights, inputs: Self::Input) -> Self::Sums;
    /// Makes room in the sums for more steps.
    #[inline(always)]
    unsafe fn settle(sums: Self::Sums) -> Self::Sums {
        sums
    }
    /// Writes the sums of go `go` to their place among those of the step.
    unsafe fn finish(sums: Self::Sums, go: usize, out: &mut [i32; LANES]);
}

/// Writes all rows times all outputs, `ROWS` rows at a time (at least 4).
///
/// Inlined, here and below, so that it is compiled for the instructions of the function that calls it.
///
/// # Safety
/// The processor has what `U` uses.
#[inline(always)]
pub(super) unsafe fn run<U: Unit, const ROWS: usize>(
    rows: &Rows,
    matrix: &Matrix,
    out: &mut [f32],
) {
    for block in 0..matrix.scales.len() {
        let mut row = 0;
        // SAFETY: as for this function.
        unsafe {
            while row + ROWS <= rows.len() {
                tile::<U, ROWS>(rows, row, matrix, block, out);
                row += ROWS;
            }
            if row + 4 <= rows.len() {
                tile::<U, 4>(rows, row, matrix, block, out);
                row += 4;
            }
            match rows.len() - row {
                3 => tile::<U, 3>(rows, row, matrix, block, out),
                2 => tile::<U, 2>(rows, row, matrix, block, out),
                1 => tile::<U, 1>(rows, row, matrix, block, out),
                _ => {}
            }
        }
    }
}

/// `R` rows from `first` on, times one block of outputs.
///
/// # Safety
/// The processor has what `U` uses.
#[inline(always)]
unsafe fn tile<U: Unit, const R: usize>(
    rows: &Rows,
    first: usize,
    matrix: &Matrix,
    block: usize,
    out: &mut [f32],
) {
    let inputs: [&[U::Input]; R] = std::array::from_fn(|row| U::inputs(rows, first + row));
    // SAFETY: as for this function.
    let sums = unsafe { sums::<U, R>(inputs, matrix.block(block), &matrix.totals[block]) };
    for (row, sums) in sums.iter().enumerate() {
        let scale = rows.scales()[first + row];
        let values = scaled(sums, scale, &matrix.scales[block], &matrix.biases[block]);
        let row = &mut out[(first + row) * matrix.outputs()..][..matrix.outputs()];
        let row = &mut row[block * LANES..];
        match row.first_chunk_mut() {
            Some(whole) => *whole = values,
            None => copy_last(row, &values),
        }
    }
}

/// The sums of `R` rows for eight outputs; every step is loaded once for all rows.
///
/// # Safety
/// The processor has what `U` uses.
#[inline(always)]
unsafe fn sums<U: Unit, const R: usize>(
    inputs: [&[U::Input]; R],
    steps: &[Step],
    totals: &[i32; LANES],
) -> [[i32; LANES]; R] {
    let mut finished = [[0; LANES]; R];
    // SAFETY: as for this function.
    unsafe {
        for go in 0..U::GOES {
            let mut sums = [U::start(totals); R];
            for (part, steps) in steps.chunks(U::STEPS).enumerate() {
                // As long as the steps, so that the bounds are checked here and not at every step.
                let inputs = inputs.map(|row| &row[part * U::STEPS..][..steps.len()]);
                for (at, step) in steps.iter().enumerate() {
                    let weights = U::weights(step, go);
                    for (sums, inputs) in sums.iter_mut().zip(inputs) {
                        *sums = U::add(*sums, weights, inputs[at]);
                    }
                }
                sums = sums.map(|sums| U::settle(sums));
            }
            for (finished, sums) in finished.iter_mut().zip(sums) {
                U::finish(sums, go, finished);
            }
        }
    }
    finished
}

/// A block that is not full. Apart, because a copy of unknown length in the place of the others' is slow for all.
#[cold]
#[inline(never)]
fn copy_last(row: &mut [f32], values: &[f32; LANES]) {
    row.copy_from_slice(&values[..row.len()]);
}

#[inline(always)]
fn scaled(
    sums: &[i32; LANES],
    scale: f32,
    scales: &[f32; LANES],
    bias: &[f32; LANES],
) -> [f32; LANES] {
    let mut values = [0.0; LANES];
    for lane in 0..LANES {
        values[lane] = sums[lane] as f32 * (scale * scales[lane]) + bias[lane];
    }
    values
}
