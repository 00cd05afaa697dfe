-- Second wall after the reach: the app is an ordinary role, and the audit can only grow.
grant usage on schema public to lantoa_app;
grant select, insert, update, delete on all tables in schema public to lantoa_app;
grant usage on all sequences in schema public to lantoa_app;
revoke update, delete, truncate on audit_records from lantoa_app;
revoke insert on audit_personal from lantoa_app;
grant select, insert, update on audit_personal to lantoa_app;
revoke delete, truncate on audit_personal from lantoa_app;
grant usage on schema public_site to lantoa_portal;
grant select on all tables in schema public_site to lantoa_portal;
-- Whether the schema is the one the code was written for is asked by /readyz.
grant usage on schema migrations to lantoa_app;
grant select on migrations.files to lantoa_app;
