-- The kiosk asked for the hold's end while a payment of it was under way: it ends when nothing was taken.
alter table holds add column asked_back boolean default false not null;
