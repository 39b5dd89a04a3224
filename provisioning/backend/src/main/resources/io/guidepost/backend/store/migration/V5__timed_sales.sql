-- Sales that a product feed gave an end: what the offer costs before and after, and while the sale runs.
create table timed_sales (
    offer_id     varchar(91) primary key references offers (id),
    from_at      timestamp(6) with time zone not null,
    until_at     timestamp(6) with time zone not null,
    running      boolean not null,
    usual_minor  bigint not null,
    usual_member bigint,
    usual_unit   bigint,
    sale_minor   bigint not null,
    sale_member  bigint,
    sale_unit    bigint
);
