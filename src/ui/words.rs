//! Every word of the views comes through here from `_locales`, so that another
//! language is another file. The rules' own words come with the rules.

use crate::context::{Audience, Profile};
use crate::finding::{FixKind, Verdict};
use crate::message::FieldKind;
use crate::session::act::profile_id;
use crate::session::screen::{Remark, Status, Who};
use crate::wasm::runtime;

/// The words under `key`.
pub(super) fn say(key: &str) -> String {
    runtime::words(key, Vec::new())
}

/// The words under `key` with `value` for $1.
#[expect(
    clippy::needless_pass_by_value,
    reason = "callers hand over numbers and texts alike"
)]
pub(super) fn say_with(key: &str, value: impl ToString) -> String {
    runtime::words(key, vec![value.to_string()])
}

/// What was found, in a word or two.
pub(super) fn status(status: Status) -> String {
    match status {
        Status::Empty => say("status_empty"),
        Status::Clear => say("status_clear"),
        Status::Notes(1) => say("status_note"),
        Status::Notes(count) => say_with("status_notes", count),
        Status::Caution => say("status_caution"),
        Status::Stop => say("status_stop"),
        Status::NotChecked => say("status_not_checked"),
    }
}

/// The status' name in class names.
pub(super) fn status_class(status: Status) -> &'static str {
    match status {
        Status::Empty => "empty",
        Status::Clear => "clear",
        Status::Notes(_) => "note",
        Status::Caution => "caution",
        Status::Stop => "stop",
        Status::NotChecked => "unchecked",
    }
}

/// What an account is for.
pub(super) fn profile(profile: Profile) -> String {
    say(&format!("profile_{}", profile_id(profile)))
}

/// What a field beside the draft is called.
pub(super) fn field(field: FieldKind) -> String {
    say(match field {
        FieldKind::AltText => "field_alt_text",
        FieldKind::PollOption => "field_poll_option",
        FieldKind::Other => "field_other",
    })
}

/// Who can read it.
pub(super) fn audience(audience: Audience) -> String {
    say(match audience {
        Audience::Public => "audience_public",
        Audience::Friends => "audience_friends",
        Audience::Group => "audience_group",
        Audience::Protected => "audience_protected",
        Audience::OnlyMe => "audience_only_me",
        Audience::Unknown => "audience_unknown",
    })
}

/// "Personal · Public", "Professional · @handle", "Not sure: set it", "Account not seen".
pub(super) fn who(who: &Who) -> String {
    match who.profile {
        Profile::Unknown if !who.is_seen => say("chip_account_not_seen"),
        Profile::Unknown => say("profile_unknown"),
        Profile::Professional if !who.account.is_empty() => {
            format!("{} · {}", profile(who.profile), who.account)
        }
        _ => format!("{} · {}", profile(who.profile), audience(who.audience)),
    }
}

/// What a fix does.
pub(super) fn fix(kind: FixKind) -> String {
    say(match kind {
        FixKind::RemoveSpan => "fix_remove",
        FixKind::Generalise => "fix_generalise",
        FixKind::AddLabel => "fix_label",
        FixKind::NeutralWording => "fix_neutral",
        FixKind::Template => "fix_template",
        FixKind::AddSource => "fix_source",
    })
}

/// Something about the check itself.
pub(super) fn remark(remark: Remark) -> String {
    say(match remark {
        Remark::Unreadable => "remark_unreadable",
        Remark::UnknownLayout => "remark_unknown_layout",
        Remark::AccountNotSeen => "remark_account_not_seen",
        Remark::MediaNotSeen => "remark_media",
        Remark::FixFailed => "remark_fix_failed",
    })
}

/// For screen readers, after a typing pause. Never words of the draft.
pub(super) fn announcement(verdict: Verdict) -> String {
    say(if verdict == Verdict::Stop {
        "announce_stop"
    } else {
        "announce_caution"
    })
}
