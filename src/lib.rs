//! Primum checks a clinician's draft, on the device, against the privacy and
//! boundary guidance of the medical professions.
