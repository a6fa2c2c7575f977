-- Whose account was closed may be invited again, and be vouched for by the same server.

alter table account drop constraint account_issuer_subject_key;
create unique index account_vouched on account (issuer, subject) where closed_at is null;
