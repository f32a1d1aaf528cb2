-- Only a superuser may install dblink; its functions are then free for all.
CREATE SCHEMA dblink;
CREATE EXTENSION dblink SCHEMA dblink;
GRANT USAGE ON SCHEMA dblink TO PUBLIC;
-- So that dblink(...) typed without its schema is found.
ALTER DATABASE user_data_main SET search_path = "$user", public, dblink;
