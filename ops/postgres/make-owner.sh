#!/bin/sh
# Once, when the database's volume is empty: the owner of the shop's tables is no superuser, so that row-level security binds it too.
set -eu
psql --username=postgres --set=ON_ERROR_STOP=1 --set=password="$POSTGRES_PASSWORD" <<'SQL'
CREATE ROLE mostrador LOGIN CREATEROLE CREATEDB NOSUPERUSER NOBYPASSRLS PASSWORD :'password';
CREATE DATABASE mostrador OWNER mostrador;
SQL
