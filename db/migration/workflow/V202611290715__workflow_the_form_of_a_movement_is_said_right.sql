-- Why: the comment said that rows without a link have no form; they carry 2, which nobody reads.
-- Locks: movement for a moment. Back out: none needed.
comment on column movement.link_form is 'How the row was hashed (audit_link); of no meaning where there is no link.';
