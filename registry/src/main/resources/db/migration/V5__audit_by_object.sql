-- What was done to one object is asked for by its name: the audit entry of a certificate.
create index audit_entry_object on audit_entry (object);
