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
        patient_direct_identifier,
        patient_detail_combination,
        recent_encounter,
        rare_condition_or_event,
        cumulative_identifiability,
        deceased_patient,
        birth_or_outcome_celebration,
        patient_story_or_testimonial,
        case_crowdsourcing,
        unlabelled_deidentified_case,
        patient_disclosed_details_reply,
    }
    media {
        patient_media,
        workplace_media,
        record_screenshot,
        unprofessional_image,
    }
    boundary {
        friend_request_accept,
        friend_request_send,
        former_patient_connection,
        parent_connection,
        invite_private_contact,
        contact_after_care,
        contact_frequency,
        dual_relationship,
        patient_content_engagement,
        self_disclosure_to_patient,
        patient_lookup,
        lookup_finding_use,
    }
    identity {
        personal_profile_clinical_content,
        professional_profile_personal_content,
        audience_wider_than_intended,
        tag_review,
        views_not_labelled,
        role_not_stated,
        alias_about_employer,
        speaking_for_institution,
        bio_check,
    }
    conduct {
        disrespect_toward_patients,
        incivility,
        threat_or_harassment,
        named_colleague_criticism,
        workplace_grievance,
        colleague_post_concern,
        posting_during_work,
        unsafe_on_duty_admitted,
    }
    disclosure {
        conflict_not_disclosed,
        unsupported_claim,
        copyrighted_material,
        confidential_information,
    }
    advice {
        individual_advice,
        care_by_direct_message,
        urgent_symptom_reply,
        education_disclaimer,
    }
    reviews {
        review_confirms_care,
        review_reveals_details,
        review_tone,
    }
    permanence {
        pause_before_posting,
        false_privacy_assumption,
    }
    security {
        own_details_exposed,
    }
}

/// The rule with this id.
#[must_use]
pub fn by_id(id: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.id == id)
}

#[cfg(test)]
mod tests;
