//! How each kind of field is stored once its value has been checked.

use std::collections::BTreeMap;

use crate::policy::shape::{Format, Shape};
use crate::policy::value::Value;

/// A kind of field: its shape, and how a value of that shape is kept.
pub trait Kind {
    /// What the policy holds.
    type Stored: Clone + std::fmt::Debug + Default + PartialEq;
    /// What values have to be.
    const SHAPE: Shape;

    /// The value to keep; none when it has another shape.
    fn take(value: Value) -> Option<Self::Stored>;
}

/// The entries of a checked object, taken field by field.
pub(super) struct Entries(Vec<(String, Value)>);

impl Entries {
    pub(super) fn new(value: Value) -> Option<Self> {
        match value {
            Value::Map(entries) => Some(Self(entries)),
            _ => None,
        }
    }

    pub(super) fn take<K: Kind>(&mut self, key: &str) -> K::Stored {
        let found = self.0.iter().position(|(name, _)| name == key);
        found
            .and_then(|at| K::take(self.0.swap_remove(at).1))
            .unwrap_or_default()
    }
}

/// True or false; unset is neither.
#[derive(Debug)]
pub struct Flag;

impl Kind for Flag {
    type Stored = Option<bool>;
    const SHAPE: Shape = Shape::Flag;

    fn take(value: Value) -> Option<Self::Stored> {
        match value {
            Value::Flag(flag) => Some(Some(flag)),
            _ => None,
        }
    }
}

/// A whole number.
#[derive(Debug)]
pub struct Whole<const LEAST: u32, const MOST: u32>;

impl<const LEAST: u32, const MOST: u32> Kind for Whole<LEAST, MOST> {
    type Stored = Option<u32>;
    const SHAPE: Shape = Shape::Whole {
        least: LEAST,
        most: MOST,
    };

    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the reader admits whole numbers of this range only"
    )]
    fn take(value: Value) -> Option<Self::Stored> {
        match value {
            Value::Number(number) => Some(Some(number as u32)),
            _ => None,
        }
    }
}

macro_rules! texts {
    ($($(#[doc = $doc:literal])+ $name:ident: $format:ident, $longest:literal;)+) => {
        $(
            $(#[doc = $doc])+
            #[derive(Debug)]
            pub struct $name;

            impl Kind for $name {
                type Stored = String;
                const SHAPE: Shape = Shape::Text {
                    format: Format::$format,
                    longest: $longest,
                };

                fn take(value: Value) -> Option<String> {
                    match value {
                        Value::Text(text) => Some(text),
                        _ => None,
                    }
                }
            }
        )+
    };
}

texts! {
    /// A name, a phrase, a short remark.
    Line: Line, 200;
    /// A paragraph or a page: what a person may be asked to read.
    Text: Lines, 4000;
    /// A pattern; longer ones cannot be reviewed by a person.
    Pattern: Line, 500;
    /// A selector of the page; the longest shipped one has 160 characters.
    Selector: Line, 1000;
    /// An address; browsers cut longer ones.
    Url: Url, 2000;
    /// A day.
    Date: Date, 10;
    /// A time of day.
    Clock: Clock, 5;
    /// An id of the institution's own.
    Id: Id, 60;
    /// A rule.
    RuleId: Rule, 60;
    /// A family of rules.
    FamilyId: Family, 60;
    /// A field of this policy.
    SettingName: Setting, 60;
}

/// One that may be left out.
#[derive(Debug)]
pub struct Maybe<K>(std::marker::PhantomData<K>);

impl<K: Kind> Kind for Maybe<K> {
    type Stored = Option<K::Stored>;
    const SHAPE: Shape = K::SHAPE;

    fn take(value: Value) -> Option<Self::Stored> {
        K::take(value).map(Some)
    }
}

/// Several of one kind.
#[derive(Debug)]
pub struct List<K, const MOST: usize>(std::marker::PhantomData<K>);

impl<K: Kind, const MOST: usize> Kind for List<K, MOST> {
    type Stored = Vec<K::Stored>;
    const SHAPE: Shape = Shape::List {
        of: &K::SHAPE,
        most: MOST,
    };

    fn take(value: Value) -> Option<Self::Stored> {
        match value {
            Value::List(items) => Some(items.into_iter().filter_map(K::take).collect()),
            _ => None,
        }
    }
}

/// Values of one kind by name.
#[derive(Debug)]
pub struct Map<N, K>(std::marker::PhantomData<(N, K)>);

impl<N: Kind, K: Kind> Kind for Map<N, K> {
    type Stored = BTreeMap<String, K::Stored>;
    const SHAPE: Shape = Shape::Map {
        keys: &N::SHAPE,
        of: &K::SHAPE,
    };

    fn take(value: Value) -> Option<Self::Stored> {
        let Value::Map(entries) = value else {
            return None;
        };
        let taken = entries
            .into_iter()
            .filter_map(|(name, value)| Some((name, K::take(value)?)));
        Some(taken.collect())
    }
}

/// Declares an enumeration with its words in the policy; the first is what holds unless set.
macro_rules! choice {
    ($(#[doc = $about:literal])+ pub enum $name:ident {
        $(#[doc = $first_doc:literal])+ $first:ident = $first_word:literal,
        $($(#[doc = $doc:literal])+ $variant:ident = $word:literal,)*
    }) => {
        $(#[doc = $about])+
        #[derive(Clone, Copy, Debug, Default, Eq, Ord, PartialEq, PartialOrd)]
        pub enum $name {
            $(#[doc = $first_doc])+
            #[default]
            $first,
            $($(#[doc = $doc])+ $variant,)*
        }

        impl $name {
            /// Every one, in order.
            pub const ALL: &'static [Self] = &[Self::$first, $(Self::$variant),*];

            /// Its word in the policy.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self {
                    Self::$first => $first_word,
                    $(Self::$variant => $word,)*
                }
            }
        }

        impl $crate::policy::kind::Kind for $name {
            type Stored = Self;
            const SHAPE: $crate::policy::shape::Shape =
                $crate::policy::shape::Shape::Choice(&[$first_word, $($word),*]);

            fn take(value: $crate::policy::value::Value) -> Option<Self> {
                match value.text()? {
                    $first_word => Some(Self::$first),
                    $($word => Some(Self::$variant),)*
                    _ => None,
                }
            }
        }
    };
}

/// Declares an object with its fields: title line, what it does, kind, example, default.
macro_rules! record {
    ($(#[doc = $record_doc:literal])+ pub struct $name:ident {
        $(#[doc = $title:literal] $(#[doc = $about:literal])*
        $field:ident $key:literal: $kind:ty = $example:literal $(or $default:literal)? $(, $required:ident)?;)+
    }) => {
        $(#[doc = $record_doc])+
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct $name {
            $(
                #[doc = $title]
                $(#[doc = $about])*
                pub $field: <$kind as $crate::policy::kind::Kind>::Stored,
            )+
        }

        impl $crate::policy::kind::Kind for $name {
            type Stored = Self;
            const SHAPE: $crate::policy::shape::Shape = $crate::policy::shape::Shape::Record(&[
                $($crate::policy::kind::field!(
                    $key, $title, ($($about)*), $kind, $example, ($($default)?), ($($required)?)
                )),+
            ]);

            fn take(value: $crate::policy::value::Value) -> Option<Self> {
                let mut entries = $crate::policy::kind::Entries::new(value)?;
                Some(Self { $($field: entries.take::<$kind>($key),)+ })
            }
        }
    };
}

/// One [`Field`](crate::policy::shape::Field) of a declaration.
macro_rules! field {
    ($key:literal, $title:literal, ($($about:literal)*), $kind:ty, $example:literal,
        ($($default:literal)?), ($($required:ident)?)) => {
        $crate::policy::shape::Field {
            key: $key,
            title: $title,
            shape: <$kind as $crate::policy::kind::Kind>::SHAPE,
            is_required: $crate::policy::kind::is_required!($($required)?),
            #[cfg(not(target_arch = "wasm32"))]
            about: concat!($($about, "\n",)* ""),
            #[cfg(not(target_arch = "wasm32"))]
            example: $example,
            #[cfg(not(target_arch = "wasm32"))]
            default: concat!($($default)?),
        }
    };
}

macro_rules! is_required {
    () => {
        false
    };
    (required) => {
        true
    };
}

pub(crate) use {choice, field, is_required, record};
