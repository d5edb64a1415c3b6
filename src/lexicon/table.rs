//! A sorted list of keys, each stored as what it does not share with the one
//! before: exact, smaller than an automaton of the same words, and it
//! compresses well.
//!
//! A record is one byte, `shared << 4 | rest`, and the `rest` bytes that follow
//! the `shared` ones of the previous key. `shared` is at most 15; a `rest` of 15
//! means that the next byte holds the length. `build.rs` writes it.
//!
//! Neighbours that begin alike form a group. The groups are indexed at the first
//! look-up, so that one look-up reads one group, a handful of records.

/// The largest `shared`, and the `rest` that stands for a longer one.
const NIBBLE: usize = 15;
/// Room for the longest key while indexing.
const LONGEST_KEY: usize = 256;
/// Slots for each group, so that a search ends after one or two.
const SLOTS_PER_GROUP: usize = 2;
/// Records' bytes for each group, a little below what the lists have: a first guess.
const BYTES_PER_GROUP: usize = 16;
/// 2^32 divided by the golden ratio: spreads the groups' numbers over the slots.
const SPREAD: u32 = 0x9E37_79B1;

/// Tells which group a key is in, by a number, and how many letters decide that.
pub(super) type Grouping = fn(&[u8]) -> (u32, usize);

/// Where a group's records begin, and the number of the first.
#[derive(Clone, Copy)]
struct Group {
    id: u32,
    offset: u32,
    number: u32,
}

/// One list, with the index of its groups.
pub(super) struct Table {
    records: &'static [u8],
    grouping: Grouping,
    groups: Vec<Group>,
    /// Places in `groups` counted from 1, found by hash; 0 is free. Two bytes each
    /// keep them in the processor's cache.
    slots: Vec<u16>,
}

/// One record, read at an offset.
struct Record {
    shared: usize,
    rest: &'static [u8],
    next: usize,
}

impl Table {
    /// Indexes the records in one pass.
    pub(super) fn new(records: &'static [u8], grouping: Grouping) -> Self {
        let groups = groups(records, grouping);
        let length = (groups.len() * SLOTS_PER_GROUP).next_power_of_two().max(2);
        let mut slots = vec![0; length];
        // More groups than a u16 counts would go unfound; the lists have a quarter.
        for (group, number) in groups.iter().zip(1..=u16::MAX) {
            let mut place = place(group.id, length);
            while slots[place] != 0 {
                place = (place + 1) % length;
            }
            slots[place] = number;
        }
        Self {
            records,
            grouping,
            groups,
            slots,
        }
    }

    /// Whether any key is in the group of `key`.
    #[inline]
    pub(super) fn has_group(&self, key: &[u8]) -> bool {
        self.group(key).is_some()
    }

    /// Calls `found` with the length and number of each key in the group of
    /// `query` that `query` begins with, shortest first.
    #[inline]
    pub(super) fn prefixes(&self, query: &[u8], mut found: impl FnMut(usize, usize)) {
        let Some(group) = self.group(query) else {
            return;
        };
        let (mut offset, mut number) = (group.offset as usize, group.number as usize);
        // Letters the last compared key has in common with the query, capped as
        // `shared` is. The first record is always compared: the group vouches for
        // what it shares with the record before it.
        let mut matched = None;
        while let Some(Record { shared, rest, next }) = read(self.records, offset) {
            let known = *matched.get_or_insert(shared);
            if shared < known {
                return;
            }
            if shared == known {
                let wanted = query.get(shared..).unwrap_or_default();
                let same = rest.iter().zip(wanted).take_while(|(a, b)| a == b).count();
                if same == rest.len() {
                    found(shared + same, number);
                } else if wanted.get(same).is_none_or(|byte| rest[same] > *byte) {
                    return;
                }
                matched = Some(NIBBLE.min(shared + same));
            }
            offset = next;
            number += 1;
        }
    }

    #[inline]
    fn group(&self, key: &[u8]) -> Option<Group> {
        let (id, _) = (self.grouping)(key);
        let mut place = place(id, self.slots.len());
        loop {
            let number = usize::from(self.slots[place]).checked_sub(1)?;
            let group = self.groups.get(number)?;
            if group.id == id {
                return Some(*group);
            }
            place = (place + 1) % self.slots.len();
        }
    }
}

/// The groups in the records' order.
fn groups(records: &'static [u8], grouping: Grouping) -> Vec<Group> {
    let mut found = Vec::with_capacity(records.len() / BYTES_PER_GROUP);
    let mut key = [0; LONGEST_KEY];
    let (mut offset, mut number, mut deciding) = (0, 0, 0);
    while let Some(Record { shared, rest, next }) = read(records, offset) {
        let length = shared + rest.len();
        // A key that shares all the deciding letters is in the group before it.
        if (shared < deciding || deciding == 0)
            && let Some(places) = key.get_mut(shared..length)
        {
            places.copy_from_slice(rest);
            let (id, letters) = grouping(&key[..length]);
            deciding = letters;
            if found.last().is_none_or(|last: &Group| last.id != id) {
                // Both fit: the build refuses records of more than 4 GB.
                let offset = u32::try_from(offset).unwrap_or(u32::MAX);
                found.push(Group { id, offset, number });
            }
        }
        offset = next;
        number += 1;
    }
    found
}

/// The first slot a group may have; `slots` is a power of two.
#[inline]
fn place(id: u32, slots: usize) -> usize {
    let shift = u32::BITS - slots.trailing_zeros();
    (id.wrapping_mul(SPREAD) >> shift) as usize
}

/// Reads the record at an offset; `None` at the end.
#[inline]
fn read(records: &'static [u8], offset: usize) -> Option<Record> {
    let head = usize::from(*records.get(offset)?);
    let (mut length, mut from) = (head & NIBBLE, offset + 1);
    if length == NIBBLE {
        length = usize::from(*records.get(from)?);
        from += 1;
    }
    let next = from + length;
    Some(Record {
        shared: head >> 4,
        rest: records.get(from..next)?,
        next,
    })
}
