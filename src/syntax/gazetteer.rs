pub struct G;
pub fn shipped() -> G { G }
impl G { pub fn classes(&self, w: &[&str]) -> Vec<u16> { vec![0; w.len()] } }
