-- When a service can be booked, as its feed said; slots of the next days are made from it each day.
create table slot_rules (
    offer_id varchar(91) primary key references offers (id),
    rule     varchar(4000) not null           -- JSON
);
