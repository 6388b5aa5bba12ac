//! `_random`: the Mersenne Twister behind `random`, so that a seed gives CPython's numbers.

use std::cell::RefCell;
use std::rc::Rc;

use num_bigint::BigUint;
use num_traits::Signed as _;

use crate::error::{PyResult, raise};
use crate::native::{ClassBuilder, ModuleBuilder};
use crate::value::number::to_bigint;
use crate::value::{Module, Value};
use crate::vm::Vm;

const LENGTH: usize = 624;
const SHIFT: usize = 397;

/// MT19937 by Matsumoto and Nishimura.
struct Twister {
    state: [u32; LENGTH],
    place: usize,
}

impl Twister {
    fn from_number(seed: u32) -> Self {
        let mut state = [0; LENGTH];
        state[0] = seed;
        for index in 1..LENGTH {
            let last = state[index - 1];
            state[index] = (last ^ (last >> 30))
                .wrapping_mul(1_812_433_253)
                .wrapping_add(index as u32);
        }
        Self {
            state,
            place: LENGTH,
        }
    }

    fn from_key(key: &[u32]) -> Self {
        let mut made = Self::from_number(19_650_218);
        let state = &mut made.state;
        let (mut i, mut j) = (1, 0);
        for _ in 0..LENGTH.max(key.len()) {
            let last = state[i - 1];
            state[i] = (state[i] ^ (last ^ (last >> 30)).wrapping_mul(1_664_525))
                .wrapping_add(key[j])
                .wrapping_add(j as u32);
            i += 1;
            if i == LENGTH {
                state[0] = state[LENGTH - 1];
                i = 1;
            }
            j = (j + 1) % key.len();
        }
        for _ in 1..LENGTH {
            let last = state[i - 1];
            state[i] = (state[i] ^ (last ^ (last >> 30)).wrapping_mul(1_566_083_941))
                .wrapping_sub(i as u32);
            i += 1;
            if i == LENGTH {
                state[0] = state[LENGTH - 1];
                i = 1;
            }
        }
        state[0] = 0x8000_0000;
        made
    }

    fn refill(&mut self) {
        for index in 0..LENGTH {
            let mixed = (self.state[index] & 0x8000_0000)
                | (self.state[(index + 1) % LENGTH] & 0x7fff_ffff);
            let odd = if mixed & 1 == 1 { 0x9908_b0df } else { 0 };
            self.state[index] = self.state[(index + SHIFT) % LENGTH] ^ (mixed >> 1) ^ odd;
        }
        self.place = 0;
    }

    fn next(&mut self) -> u32 {
        if self.place >= LENGTH {
            self.refill();
        }
        let mut word = self.state[self.place];
        self.place += 1;
        word ^= word >> 11;
        word ^= (word << 7) & 0x9d2c_5680;
        word ^= (word << 15) & 0xefc6_0000;
        word ^ (word >> 18)
    }
}

fn of(value: &Value) -> PyResult<Rc<RefCell<Twister>>> {
    value
        .payload()
        .ok_or_else(|| raise("TypeError", "a generator that was never seeded"))
}

/// The module.
pub fn module(_: &mut Vm) -> Rc<Module> {
    let class = ClassBuilder::new("_random", "Random")
        .method("_seed", "number", |_, this, a| {
            let number = to_bigint(a.at(0)).unwrap_or_default();
            let mut key = number
                .abs()
                .to_biguint()
                .unwrap_or_default()
                .to_u32_digits();
            if key.is_empty() {
                key.push(0);
            }
            if let Value::Instance(instance) = &this {
                instance.set_payload(Rc::new(RefCell::new(Twister::from_key(&key))));
            }
            Ok(Value::None)
        })
        .method("random", "", |_, this, _| {
            let twister = of(&this)?;
            let mut twister = twister.borrow_mut();
            let high = f64::from(twister.next() >> 5);
            let low = f64::from(twister.next() >> 6);
            Ok(Value::Float(
                (high * 67_108_864.0 + low) / 9_007_199_254_740_992.0,
            ))
        })
        .method("getrandbits", "k", |vm, this, a| {
            let bits = a.int("k")?;
            let Ok(size) = usize::try_from(bits) else {
                return Err(raise("ValueError", "number of bits must be non-negative"));
            };
            vm.room(size / 8)?;
            let twister = of(&this)?;
            let mut twister = twister.borrow_mut();
            let mut words = Vec::new();
            let mut left = bits;
            while left > 0 {
                let word = twister.next();
                words.push(if left < 32 { word >> (32 - left) } else { word });
                left -= 32;
            }
            Ok(Value::int(num_bigint::BigInt::from(BigUint::new(words))))
        })
        .method("getstate", "", |_, this, _| {
            let twister = of(&this)?;
            let twister = twister.borrow();
            let mut words: Vec<Value> = twister
                .state
                .iter()
                .map(|word| Value::Int(i64::from(*word)))
                .collect();
            words.push(Value::Int(twister.place as i64));
            Ok(Value::tuple(words))
        })
        .method("setstate", "state", |vm, this, a| {
            let words = vm.iterate(a.at(0))?;
            let numbers: Vec<i64> = words.iter().filter_map(Value::as_int).collect();
            if numbers.len() != LENGTH + 1 {
                return Err(raise("ValueError", "state vector is the wrong size"));
            }
            let mut twister = Twister::from_number(0);
            for (place, number) in numbers[..LENGTH].iter().enumerate() {
                twister.state[place] = *number as u32;
            }
            twister.place = usize::try_from(numbers[LENGTH]).unwrap_or(LENGTH);
            if let Value::Instance(instance) = &this {
                instance.set_payload(Rc::new(RefCell::new(twister)));
            }
            Ok(Value::None)
        })
        .build();
    ModuleBuilder::new("_random").class(&class).build()
}
