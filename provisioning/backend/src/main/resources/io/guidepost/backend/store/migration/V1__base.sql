-- Everything the backend knows. Standard SQL as H2 (PostgreSQL mode) and PostgreSQL both understand it.
-- Money is in minor units beside its ISO 4217 code; times are timestamps with time zone; identifiers are those of the contract.
-- This file never changes once released: what comes later is V2, V3 and so on.

-- Stores and kiosks ---------------------------------------------------------------------------------------------------

create table store_groups (
    id   varchar(32)  primary key,
    name varchar(200) not null
);

-- The secret is 256 random bits made by the backend; only its salted digest is kept.
create table kiosks (
    id                varchar(39) primary key,
    group_id          varchar(32) not null references store_groups (id),
    secret_hash       varchar(200) not null,
    enrolled_at       timestamp(6) with time zone not null,
    revoked           boolean not null default false,
    online            boolean not null default false,
    presence_at       timestamp(6) with time zone,
    boot_id           uuid,
    conn_seq          bigint not null default 0,
    app               varchar(100),
    os                varchar(100),
    birth_at          timestamp(6) with time zone,
    devices           varchar(4000),          -- JSON object: device name to status
    catalogue_version bigint not null default 0,
    outbox            int not null default 0,
    disk_free_bytes   bigint not null default 0
);

-- Catalogue -----------------------------------------------------------------------------------------------------------

-- One row. Grows by one with each change that kiosks must learn of.
create table catalogue_version (
    id      int primary key check (id = 1),
    version bigint not null
);
insert into catalogue_version (id, version) values (1, 0);

-- Snapshots written for kiosks to fetch; the newest is the one that documents refer to.
create table snapshots (
    version  bigint primary key,
    path     varchar(200) not null,
    length   bigint not null,
    sha256   char(64) not null,
    taken_at timestamp(6) with time zone not null
);

create table merchants (
    id        varchar(40) primary key,
    name      varchar(200) not null,
    region    varchar(32) not null,
    city      varchar(100) not null,
    address   varchar(300) not null,
    category  varchar(60) not null,
    certified boolean not null default false
);

create table offers (
    id               varchar(91) primary key,
    merchant_id      varchar(40) not null references merchants (id),
    kind             varchar(8) not null check (kind in ('PRODUCT', 'SERVICE')),
    title            varchar(200) not null,
    description      varchar(5000) not null,
    brand            varchar(100),
    category         varchar(300) not null,
    gtin             char(14),
    currency         char(3) not null,
    online_minor     bigint not null,
    regular_minor    bigint,
    in_store_minor   bigint,
    member_minor     bigint,
    unit_minor       bigint,
    unit_per         varchar(20),
    duration_minutes int,                     -- services
    active           boolean not null default true,
    version          bigint not null          -- catalogue version of the last change
);
create index offers_gtin on offers (gtin);
create index offers_version on offers (version);
create index offers_merchant on offers (merchant_id);

create table offer_pictures (
    offer_id varchar(91) not null references offers (id),
    position int not null,
    path     varchar(200) not null,
    sha256   char(64) not null,
    primary key (offer_id, position)
);

create table price_points (
    offer_id     varchar(91) not null references offers (id),
    from_day     date not null,
    currency     char(3) not null,
    online_minor bigint not null,
    primary key (offer_id, from_day)
);

create table reviews (
    id         varchar(100) not null,
    offer_id   varchar(91) not null references offers (id),
    rating     int not null check (rating between 1 and 5),
    title      varchar(300) not null,
    text       varchar(5000) not null,
    author     varchar(100) not null,
    written_on date not null,
    verified   boolean not null,
    primary key (offer_id, id)
);

create table campaigns (
    id             varchar(60) primary key,
    group_id       varchar(32) not null references store_groups (id),
    headline       varchar(200) not null,
    text           varchar(1000) not null,
    picture_path   varchar(200),
    picture_sha256 char(64),
    offer_id       varchar(91) references offers (id),
    from_at        timestamp(6) with time zone not null,
    until_at       timestamp(6) with time zone not null
);
create index campaigns_group on campaigns (group_id);

-- What a feed import did; its refused lines with the reason.
create table imports (
    id          uuid primary key,
    feed        varchar(200) not null,
    started_at  timestamp(6) with time zone not null,
    ended_at    timestamp(6) with time zone not null,
    committed   boolean not null,
    accepted    int not null,
    refused     int not null
);
create table import_errors (
    import_id uuid not null references imports (id),
    line      bigint not null,
    field     varchar(100),
    reason    varchar(500) not null
);
create index import_errors_import on import_errors (import_id);

-- Stock and slots -----------------------------------------------------------------------------------------------------

-- Units on hand that are not sold. What can be reserved is this less the holds that run.
create table stock (
    offer_id varchar(91) primary key references offers (id),
    units    int not null check (units >= 0)
);

-- Every change of stock with its cause; the id is the cause's, so that a repeated cause changes nothing.
create table stock_moves (
    id       uuid primary key,
    offer_id varchar(91) not null references offers (id),
    units    int not null,                    -- added, negative for taken
    cause    varchar(20) not null check (cause in ('RESTOCK', 'SALE', 'REFUND', 'IMPORT')),
    kiosk_id varchar(39),
    staff    varchar(34),
    moved_at timestamp(6) with time zone not null
);
create index stock_moves_offer on stock_moves (offer_id);

create table slots (
    id        varchar(120) primary key,
    offer_id  varchar(91) not null references offers (id),
    starts_at timestamp(6) with time zone not null,
    ends_at   timestamp(6) with time zone not null,
    capacity  int not null check (capacity >= 0),
    closed    boolean not null default false
);
create index slots_offer on slots (offer_id, starts_at);

-- Members and staff ---------------------------------------------------------------------------------------------------

-- Codes are kept as keyed digests (HMAC-SHA-256, the key lies beside the database): the table alone gives none away.
create table members (
    ref       varchar(34) primary key,
    code_hash char(64) not null unique,
    name      varchar(200) not null,
    tier      varchar(40) not null,
    joined_on date not null
);

create table staff (
    ref          varchar(34) primary key,
    badge_hash   char(64) not null unique,
    display_name varchar(100) not null,
    pin_hash     varchar(200) not null
);

-- Wrong PINs by badge, known or not: an unknown badge must look like a known one.
create table staff_tries (
    badge_hash   char(64) primary key,
    failed       int not null,
    last_at      timestamp(6) with time zone not null,
    locked_until timestamp(6) with time zone
);

-- What kiosks report --------------------------------------------------------------------------------------------------

create table inbox (
    source      varchar(39) not null,
    id          uuid not null,
    type        varchar(40) not null,
    session     varchar(36),
    happened_at timestamp(6) with time zone not null,
    received_at timestamp(6) with time zone not null,
    data        text not null,
    primary key (source, id)
);
create index inbox_received on inbox (received_at);

-- Messages that could not be taken, kept so that nothing is lost by being refused.
create table refused_messages (
    id          uuid primary key,
    source      varchar(39),
    topic       varchar(300) not null,
    event_id    varchar(64),
    reason      varchar(500) not null,
    received_at timestamp(6) with time zone not null,
    data        bytea not null
);
create index refused_messages_source on refused_messages (source, received_at);
create index refused_messages_event on refused_messages (source, event_id);

-- The first time that a session looked at an offer.
create table looks (
    session  varchar(36) not null,
    offer_id varchar(91) not null,
    kiosk_id varchar(39) not null,
    how      varchar(10) not null,
    at       timestamp(6) with time zone not null,
    primary key (session, offer_id)
);

-- Holds, payments, bookings, vouchers ---------------------------------------------------------------------------------

create table holds (
    id           uuid primary key,
    kiosk_id     varchar(39) not null,
    session      varchar(36) not null,
    offer_id     varchar(91) not null references offers (id),
    slot_id      varchar(120) references slots (id),
    quantity     int not null check (quantity between 1 and 20),
    member       varchar(34),
    currency     char(3) not null,
    amount_minor bigint not null,
    state        varchar(10) not null check (state in ('HELD', 'RELEASED', 'EXPIRED', 'BOOKED')),
    created_at   timestamp(6) with time zone not null,
    expires_at   timestamp(6) with time zone not null
);
create index holds_offer on holds (offer_id, state, expires_at);
create index holds_slot on holds (slot_id, state, expires_at);
create index holds_expiry on holds (state, expires_at);

-- A payment without hold is money that a kiosk reports and that nothing can be found for: it is refunded.
-- Settled: the payment provider has confirmed what the state asks of it.
create table payments (
    id             uuid primary key,
    hold_id        uuid references holds (id),
    kiosk_id       varchar(39) not null,
    session        varchar(36) not null,
    currency       char(3) not null,
    amount_minor   bigint not null,
    reference      varchar(20) not null unique,
    state          varchar(12) not null
        check (state in ('OPENED', 'CAPTURED', 'NOT_TAKEN', 'UNKNOWN', 'REFUND_DUE', 'REFUNDED')),
    terminal_transaction varchar(100),
    authorisation_code   varchar(100),
    member         varchar(34),
    settled        boolean not null default false,
    opened_at      timestamp(6) with time zone not null,
    changed_at     timestamp(6) with time zone not null
);
create index payments_hold on payments (hold_id);
create index payments_state on payments (state, settled);

-- The sandbox payment provider's own books: each payment is authorised, captured and refunded at most once.
create table ledger (
    payment_id   uuid not null,
    entry        varchar(10) not null check (entry in ('AUTHORISED', 'CAPTURED', 'REFUNDED')),
    currency     char(3) not null,
    amount_minor bigint not null,
    reference    varchar(100) not null,
    entered_at   timestamp(6) with time zone not null,
    primary key (payment_id, entry)
);

create table bookings (
    id           uuid primary key,
    payment_id   uuid not null unique references payments (id),
    hold_id      uuid not null unique references holds (id),
    kiosk_id     varchar(39) not null,
    session      varchar(36) not null,
    offer_id     varchar(91) not null references offers (id),
    slot_id      varchar(120) references slots (id),
    quantity     int not null,
    member       varchar(34),
    currency     char(3) not null,
    amount_minor bigint not null,
    booked_at    timestamp(6) with time zone not null
);
create index bookings_slot on bookings (slot_id);
create index bookings_booked on bookings (booked_at);

create table vouchers (
    id          uuid primary key,
    booking_id  uuid not null unique references bookings (id),
    payment_id  uuid not null unique references payments (id),
    reference   varchar(20) not null unique,
    token       varchar(300) not null,
    valid_until timestamp(6) with time zone not null,
    issued_at   timestamp(6) with time zone not null,
    printed     int not null default 0,
    copies      int not null default 0
);
