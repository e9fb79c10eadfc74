//! Steps with a name and a time each, and a summary of them all at the end.

use std::time::{Duration, Instant};

use anyhow::{Result, bail};

#[derive(Default)]
pub struct Steps {
    done: Vec<Step>,
}

struct Step {
    name: String,
    time: Duration,
    error: Option<String>,
}

impl Steps {
    /// Does one step; what it makes, or `None` where it fails. The steps after it are done all the same.
    pub fn step<T>(&mut self, name: &str, work: impl FnOnce() -> Result<T>) -> Option<T> {
        println!("\n==> {name}");
        let started = Instant::now();
        let result = work();
        let time = started.elapsed();
        let error = result.as_ref().err().map(|error| format!("{error:#}"));
        match &error {
            None => println!("    {name}: {:.1} s", time.as_secs_f64()),
            Some(error) => println!("    FAILED: {name}: {error}"),
        }
        self.done.push(Step { name: name.to_owned(), time, error });
        result.ok()
    }

    /// Prints what came of every step; an error if one failed.
    pub fn summary(self) -> Result<()> {
        println!("\n==> Summary");
        for Step { name, time, error } in &self.done {
            let outcome = if error.is_none() { "ok" } else { "FAILED" };
            println!("{outcome:>7} {:>7.1} s  {name}", time.as_secs_f64());
        }
        let failed = self.done.iter().filter(|step| step.error.is_some()).count();
        println!("\n{} passed, {failed} failed", self.done.len() - failed);
        for Step { name, error, .. } in &self.done {
            if let Some(error) = error {
                eprintln!("\n{name}:\n{error}");
            }
        }
        if failed > 0 {
            bail!("{failed} of {} steps failed", self.done.len());
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_failure_fails_the_whole_but_not_the_next_step() {
        let mut steps = Steps::default();
        assert_eq!(steps.step("first", || Err::<(), _>(anyhow::anyhow!("no"))), None);
        assert_eq!(steps.step("second", || Ok(2)), Some(2));
        assert_eq!(steps.summary().unwrap_err().to_string(), "1 of 2 steps failed");
    }
}
