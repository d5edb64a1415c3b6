//! What stands behind popup, options, first run and practice page: texts,
//! places in templates, reminders, counts. Pure: no browser, no clock.

pub mod content;
pub mod month;
pub mod reminder;
pub mod statistics;
pub mod template;
