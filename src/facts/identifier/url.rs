//! Web addresses, with and without a scheme.

use super::code::starts_clean;
use super::scan::{Class, Scan};
use super::{Confidence, Found, Kind, Owner};

/// Endings that are hardly ever an English word after a full stop.
const ENDINGS: [&str; 36] = [
    "com", "org", "net", "edu", "gov", "mil", "int", "info", "io", "uk", "au", "ca", "ie", "za",
    "ke", "ph", "sg", "nz", "ng", "ae", "eu", "de", "fr", "es", "app", "dev", "tv", "ly", "gl",
    "gd", "example", "test", "site", "online", "clinic", "biz",
];
/// Endings that are words too: they need a path or "www.".
const WORDS: [&str; 12] = [
    "in", "me", "us", "it", "co", "health", "care", "page", "link", "blog", "ai", "hospital",
];

/// Archives of literature and registers: the link names a paper, no person.
const ARCHIVES: [&str; 10] = [
    "doi.org",
    "nih.gov",
    "pubmed",
    "arxiv.org",
    "clinicaltrials.gov",
    "medrxiv",
    "biorxiv",
    "nejm.org",
    "thelancet.com",
    "bmj.com",
];

/// An address without a scheme is looked for this far: longer runs without a
/// space are no address, and must not be read again from each of their words.
const LONGEST_BARE: usize = 256;

/// The address whose first word is token `at`.
pub(super) fn at(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let leads = scan.touches(at + 1)
        && (scan.is(at + 1, b'.') || scan.is(at + 1, b':') || scan.is(at + 1, b'-'));
    // Inside a longer run of words and dots the run's first word was tried already.
    if !leads || !starts_clean(scan, at) || (scan.touches(at) && scan.is(at - 1, b'@')) {
        return None;
    }
    let start = scan.byte_start(at);
    let rest = &scan.text[start..];
    let scheme = scan.is(at + 1, b':') && rest[scan.word(at).len()..].starts_with("://");
    let reach = if scheme {
        rest.len()
    } else {
        rest.len().min(LONGEST_BARE)
    };
    let stop =
        |byte: &u8| byte.is_ascii_whitespace() || b"<>\"`{}|\\^".contains(byte) || !byte.is_ascii();
    let end = rest.as_bytes()[..reach]
        .iter()
        .position(stop)
        .unwrap_or(reach);
    let address =
        rest[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '\'', '*', '_']);
    if !is_address(address) {
        return None;
    }
    let next = scan.token_from(at + 1, start + address.len());
    let found = Found::new(Kind::Url, Confidence::Certain, at..next);
    let archived = ARCHIVES.iter().any(|archive| contains(address, archive));
    Some(if archived {
        found.with_owner(Owner::Reference)
    } else {
        found
    })
}

fn contains(address: &str, archive: &str) -> bool {
    address
        .as_bytes()
        .windows(archive.len())
        .any(|part| part.eq_ignore_ascii_case(archive.as_bytes()))
}

fn is_address(address: &str) -> bool {
    if let Some(colon) = address.find("://") {
        return matches!(
            address[..colon].to_ascii_lowercase().as_str(),
            "http" | "https" | "ftp" | "hxxp" | "hxxps"
        ) && address.len() > colon + "://".len();
    }
    let host = address.split(['/', '?', '#']).next().unwrap_or("");
    if host.contains('@') || host.len() < 4 {
        return false;
    }
    let host_only = host.split(':').next().unwrap_or(host);
    let Some((name, ending)) = host_only.rsplit_once('.') else {
        return false;
    };
    let labels = name.split('.').all(|label| {
        !label.is_empty()
            && label
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    });
    let has_path = address.len() > host.len() + 1 && address.as_bytes()[host.len()] == b'/';
    let www = host
        .get(..4)
        .is_some_and(|head| head.eq_ignore_ascii_case("www."));
    let lower = !ending.bytes().any(|byte| byte.is_ascii_uppercase());
    let known = |list: &[&str]| list.contains(&ending.to_ascii_lowercase().as_str());
    labels
        && name.bytes().any(|byte| byte.is_ascii_alphabetic())
        && (www || (known(&ENDINGS) && (lower || has_path)) || (has_path && known(&WORDS)))
}

/// Whether token `at` is a word a host name ends in.
pub(super) fn is_ending(scan: &Scan<'_>, at: usize) -> bool {
    let word = scan.word(at).to_ascii_lowercase();
    scan.class(at) == Some(Class::Word)
        && (ENDINGS.contains(&word.as_str()) || WORDS.contains(&word.as_str()))
}
