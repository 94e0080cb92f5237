//! Numbers that look drawn by chance and are the same for the same seed.

/// xoshiro256++ (Blackman and Vigna, “Scrambled Linear Pseudorandom Number Generators”, 2021),
/// its state filled by SplitMix64 as its authors advise. Not for secrets.
#[derive(Clone, Debug)]
pub struct Chance {
    state: [u64; 4],
}

impl Chance {
    /// The sequence of a seed.
    pub fn new(seed: u64) -> Chance {
        let mut split = seed;
        let state = [(); 4].map(|()| split_mix(&mut split));
        Chance { state }
    }

    /// The next 64 bits.
    pub fn draw(&mut self) -> u64 {
        let [s0, s1, s2, s3] = self.state;
        let result = s0.wrapping_add(s3).rotate_left(23).wrapping_add(s0);
        let (s2, s3) = (s2 ^ s0, s3 ^ s1);
        self.state = [s0 ^ s3, s1 ^ s2, s2 ^ (s1 << 17), s3.rotate_left(45)];
        result
    }
}

fn split_mix(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mut mixed = *state;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}
