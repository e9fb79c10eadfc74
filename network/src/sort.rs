//! Sorting, with one copy of the sorting code.
//!
//! The standard library compiles its sort anew for every type that is sorted, which in WebAssembly is 7 KB a time, or
//! a twelfth of the module in all. Here only keys are sorted; the items are put in order afterwards.

/// Sorts by a pair of numbers; equals keep their order. Time and space as the standard library's stable sort.
///
/// ```
/// let mut words = vec!["ferry", "to", "sank", "at"];
/// copydesk_network::sort::by_key(&mut words, |word| (word.len(), 0));
/// assert_eq!(words, ["to", "at", "sank", "ferry"]);
/// ```
pub fn by_key<T>(items: &mut Vec<T>, key: impl Fn(&T) -> (usize, usize)) {
    let keyed = |(at, item): (usize, &T)| {
        let (first, second) = key(item);
        (first, second, at)
    };
    let mut order: Vec<(usize, usize, usize)> = items.iter().enumerate().map(keyed).collect();
    sort(&mut order);
    let mut unsorted: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(order.iter().filter_map(|&(_, _, at)| unsorted[at].take()));
}

/// Sorts numbers.
pub fn numbers(numbers: &mut Vec<usize>) {
    by_key(numbers, |&number| (number, 0));
}

#[inline(never)]
fn sort(keys: &mut [(usize, usize, usize)]) {
    keys.sort_unstable();
}
