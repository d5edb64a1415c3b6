//! The rules: one file each, one line each in the list below.

use crate::rule::Rule;

/// Names each rule's module once; a folder is a family of guidance §2.
macro_rules! rules {
    ($($family:ident { $($rule:ident),+ $(,)? })+) => {
        $(
            #[doc = concat!("Rules of the family `", stringify!($family), "`.")]
            pub mod $family {
                $(pub mod $rule;)+
            }
        )+
        /// Every rule, in the order of guidance §2.
        pub static RULES: &[&Rule] = &[$($(&$family::$rule::RULE,)+)+];
    };
}

rules! {
    privacy {
        patient_named,
        patient_detail_combination,
        recent_encounter,
    }
}

#[cfg(test)]
mod tests;
